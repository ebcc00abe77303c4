import type { Language } from '../language.ts';
import { numbersOf, union } from '../numbers/number-interval.ts';
import { intervalOf, type NumberItem } from '../numbers/number-item.ts';
import { intervalsOf, listLimits } from '../numbers/number-list.ts';
import { type E164, nationalForm, readNumber } from '../numbers/phone-number.ts';
import type { Content } from '../port-request/content.ts';
import { mainNumberOf } from '../port-request/main-number.ts';
import type { PortRequest } from '../port-request/port-request.ts';
import { cityLine, enterpriseNumberText, streetLine } from './contract-holder.ts';
import { type MandateTexts, mandateTexts } from './mandate-texts.ts';
import { printableText } from './printable-text.ts';

/** One thing to know, under its label. Null: not known, so that an empty line is left to fill in by hand. */
export type MandateField = { readonly label: string; readonly value: string | null };

/** Fields that belong together. */
export type MandateSection = { readonly heading: string; readonly fields: readonly MandateField[] };

/** Numbers in national form, one by one: single ones in a row, or those of one range. */
export type NumberGroup = { readonly heading: string; readonly numbers: readonly string[] };

/** What a mandate says, top to bottom, in one language. */
export type MandateDocument = {
  readonly language: Language;
  readonly title: string;
  readonly sections: readonly MandateSection[];
  readonly authorisation: {
    readonly heading: string;
    readonly introduction: string;
    readonly powers: readonly string[];
    readonly limits: readonly string[];
  };
  readonly numbers: MandateSection & { readonly groups: readonly NumberGroup[] };
  /** Why not all numbers are listed, to be said on every page; null where all are. */
  readonly incomplete: { readonly banner: string; readonly reasons: readonly string[] } | null;
  /** Null where the list is incomplete: there is then no line to sign on. */
  readonly signature: (MandateSection & { readonly statement: string }) | null;
  /** At the foot of every page. */
  readonly footer: { readonly requestId: string; readonly page: string };
};

const field = (label: string, value: string | null | undefined): MandateField => ({
  label,
  value: value === null || value === undefined ? null : printableText(value),
});

const holderOf = ({ subscriber }: Content, { holder }: MandateTexts): MandateSection => ({
  heading: holder.heading,
  fields: [
    field(holder.name, subscriber.name),
    field(
      holder.enterpriseNumber,
      subscriber.enterpriseNumber === null ? null : enterpriseNumberText(subscriber.enterpriseNumber),
    ),
    field(holder.street, streetLine(subscriber.address)),
    field(holder.city, cityLine(subscriber.address)),
  ],
});

const operatorsOf = ({ losingOperator }: Content, { operators }: MandateTexts): MandateSection => {
  const easySwitchId = losingOperator?.easySwitchId ?? null;
  return {
    heading: operators.heading,
    fields: [
      field(operators.current, losingOperator?.name),
      field(operators.accountNumber, losingOperator?.accountNumber),
      // Only for moves of Internet and TV: most requests have none, and an empty line would ask for one.
      ...(easySwitchId === null ? [] : [field(operators.easySwitchId, easySwitchId)]),
      field(operators.recipient, 'Fonzer'),
    ],
  };
};

type ListedItem = { readonly size: number | null; readonly numbers: readonly E164[] };

/**
 * The numbers of each item, none twice. More than a request may hold is not spelled out: a draft of a few kilobytes can
 * name millions of numbers.
 */
const listItems = (items: readonly NumberItem[]): readonly ListedItem[] => {
  const listed = new Set<E164>();
  return items.flatMap((item) => {
    const interval = intervalOf(item);
    if (interval === undefined || listed.size >= listLimits.numbers) return [];
    const numbers = numbersOf(interval)
      .filter((number) => !listed.has(number))
      .slice(0, listLimits.numbers - listed.size);
    for (const number of numbers) listed.add(number);
    return numbers.length === 0 ? [] : [{ size: item.kind === 'range' ? item.size : null, numbers }];
  });
};

/** Ranges under a heading each, since they cannot be divided (F12); single numbers in a row share one. */
const groupsOf = (items: readonly ListedItem[], { numbers: texts }: MandateTexts): readonly NumberGroup[] => {
  const groups: { readonly isRange: boolean; readonly heading: string; readonly numbers: string[] }[] = [];
  for (const { size, numbers } of items) {
    const last = groups.at(-1);
    const national = numbers.map(nationalForm);
    if (size === null && last !== undefined && !last.isRange) last.numbers.push(...national);
    else
      groups.push({
        isRange: size !== null,
        heading: size === null ? texts.singles : texts.range(size),
        numbers: national,
      });
  }
  return groups;
};

const reasonsOf = (items: readonly NumberItem[], { incomplete }: MandateTexts): readonly string[] => {
  const unreadable = items.filter(({ kind }) => kind === 'unreadable').length;
  const named = union(intervalsOf(items)).reduce((sum, { from, to }) => sum + to - from + 1, 0);
  return [
    ...(unreadable > 0 ? [incomplete.unreadable(unreadable)] : []),
    ...(named === 0 ? [incomplete.none] : []),
    ...(named > listLimits.numbers ? [incomplete.tooMany(listLimits.numbers)] : []),
  ];
};

const mainNumberText = (content: Content): string | null => {
  const main = mainNumberOf(content);
  const e164 = main === null ? undefined : readNumber(main).e164;
  return e164 === undefined ? null : nationalForm(e164);
};

const signatureOf = ({ authorisation }: Content, { signature }: MandateTexts) => ({
  heading: signature.heading,
  statement: signature.statement,
  fields: [
    field(signature.name, authorisation?.signedBy),
    field(signature.capacity, null),
    field(signature.place, null),
    // The day of an earlier signature is not the day of this one.
    field(signature.date, null),
    field(signature.signature, null),
  ],
});

/**
 * The mandate that the contract holder signs: every number of every range spelled out, since an operator refuses a
 * mandate that lacks one (public source: the mandate lists main number and all numbers of a range). What the request does
 * not know yet is left empty. Where the list itself is incomplete, the document says so and cannot be signed.
 */
export const mandateDocument = ({ id, content }: PortRequest, language: Language): MandateDocument => {
  const texts = mandateTexts[language];
  const listed = listItems(content.numbers);
  const count = listed.reduce((sum, { numbers }) => sum + numbers.length, 0);
  const reasons = reasonsOf(content.numbers, texts);
  return {
    language,
    title: texts.title,
    sections: [holderOf(content, texts), operatorsOf(content, texts)],
    authorisation: texts.authorisation,
    numbers: {
      heading: texts.numbers.heading,
      fields: [
        field(texts.numbers.main, mainNumberText(content)),
        ...(reasons.length === 0 ? [field(texts.numbers.count, String(count))] : []),
      ],
      groups: groupsOf(listed, texts),
    },
    incomplete:
      reasons.length === 0
        ? null
        : { banner: texts.incomplete.banner, reasons: [...reasons, texts.incomplete.advice] },
    signature: reasons.length === 0 ? signatureOf(content, texts) : null,
    footer: { requestId: `${texts.requestId} ${id}`, page: texts.page },
  };
};
