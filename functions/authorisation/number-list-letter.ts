import type { Language } from '../language.ts';
import { nationalOf } from '../numbers/number-item.ts';
import type { Content } from '../port-request/content.ts';
import { cityLine, enterpriseNumberText, streetLine } from './contract-holder.ts';
import { type LetterFacts, letterTexts } from './number-list-letter-texts.ts';

const factsOf = ({ subscriber, losingOperator }: Content): LetterFacts => {
  const street = streetLine(subscriber.address);
  const city = cityLine(subscriber.address);
  return {
    holder: subscriber.name,
    enterpriseNumber:
      subscriber.enterpriseNumber === null ? null : enterpriseNumberText(subscriber.enterpriseNumber),
    operator: losingOperator?.name ?? null,
    accountNumber: losingOperator?.accountNumber ?? null,
    address: street === null || city === null ? null : `${street}, ${city}`,
    email: subscriber.email,
  };
};

/**
 * The letter, or e-mail, by which a customer asks their current operator which numbers are theirs, before any of them is
 * ported: numbers on no invoice (F1, F4), ranges behind one number (F3), linked services (F5, F6), protected lines (F14).
 * It asks to change nothing, so that no service is lost by asking.
 */
export const numberListLetter = (content: Content, language: Language): string => {
  const texts = letterTexts[language];
  const facts = factsOf(content);
  const known = content.numbers.map(nationalOf).filter((number) => number !== undefined);
  const paragraphs = [
    texts.subject(facts),
    texts.greeting,
    [texts.introduction, ...texts.facts(facts).map((fact) => fact.join(texts.colon))].join('\n'),
    [texts.request, ...texts.points.map((point, index) => `${index + 1}. ${point}`)].join('\n'),
    ...(known.length === 0 ? [] : [[texts.knownNumbers, ...known.map((number) => `- ${number}`)].join('\n')]),
    texts.changeNothing,
    texts.answer(facts),
    [texts.closing, content.authorisation?.signedBy ?? texts.gapForSignatory, facts.holder].join('\n'),
  ];
  return `${paragraphs.join('\n\n')}\n`;
};
