import type { WorkingCalendar } from '../calendar/working-calendar.ts';
import type { Language } from '../language.ts';
import type { Content } from '../port-request/content.ts';
import type { Deadlines } from '../port-request/deadlines.ts';
import type { HistoryEntry } from '../port-request/history.ts';
import type { PortRequest } from '../port-request/port-request.ts';
import { facts, type MailBlock, paragraph } from './mail-block.ts';
import { mailFactsOf } from './mail-facts.ts';
import { renderHtml } from './mail-html.ts';
import { renderPlainText } from './mail-plain-text.ts';
import type { MailTemplate } from './mail-template.ts';
import { germanMails } from './mail-texts.de.ts';
import { englishMails } from './mail-texts.en.ts';
import { frenchMails } from './mail-texts.fr.ts';
import { dutchMails } from './mail-texts.nl.ts';
import type { MailTexts, MailWords } from './mail-texts.ts';

/** Everything a mail is written from. Nothing else flows in, so a retry writes the same bytes. */
export type MailOccasion = {
  readonly template: MailTemplate;
  readonly language: Language;
  /** As it stands. */
  readonly request: PortRequest;
  /** The frozen data of the entry's attempt; of a request that was never submitted, its own. */
  readonly content: Content;
  /** What caused the mail. */
  readonly entry: HistoryEntry;
  /** As of the entry. */
  readonly deadlines: Deadlines;
  /** By which the deadlines were counted. */
  readonly calendar: WorkingCalendar;
  /** Where MyFonzer is, without a slash at the end: `https://myfonzer.example`. */
  readonly portalUrl: string;
  /** The start link, for the mails that carry one; else null. */
  readonly startUrl: string | null;
  readonly fonzerContact: { readonly email: string; readonly phone: string | null };
};

/** What is handed to the mailer: a subject on one line, and two versions that say the same. */
export type RenderedMail = { readonly subject: string; readonly text: string; readonly html: string };

const mails: Readonly<Record<Language, MailTexts>> = {
  nl: dutchMails,
  fr: frenchMails,
  en: englishMails,
  de: germanMails,
};

/** The words of a language that every mail is put together with. */
export const wordsOf = (language: Language): MailWords => mails[language].words;

/** Where a reader can ask: the links that every mail ends with. */
export const contactLinks = (
  { email, phone }: MailOccasion['fonzerContact'],
  { labels }: MailTexts['words'],
): readonly MailBlock[] => [
  { kind: 'link', label: labels.questions, url: `mailto:${email}`, text: email },
  ...(phone === null
    ? []
    : [
        {
          kind: 'link',
          label: labels.questionsByPhone,
          url: `tel:${phone.replace(/[^+\d]/g, '')}`,
          text: phone,
        } as const,
      ]),
];

/**
 * A mail in the reader's language: the text of its template, then what every mail carries: the
 * request, its customer, operator and numbers, the link to its detail (F20, F22) and Fonzer's contact (F38).
 * @throws RangeError where the occasion lacks what the template has to say.
 */
export const renderMail = (occasion: MailOccasion): RenderedMail => {
  const { language, template, fonzerContact } = occasion;
  const { words, templates } = mails[language];
  const mail = mailFactsOf(occasion, words);
  const { heading, blocks } = templates[template](mail);
  const subject = `${heading} – ${mail.customer} (${mail.reference})`;
  const preheader = `${mail.customer} · ${mail.losingOperator} · ${mail.reference}`;
  const body: readonly MailBlock[] = [
    paragraph(words.greeting),
    ...blocks,
    facts(mail.requestRows),
    { kind: 'link', label: words.labels.detail, url: mail.detailUrl, text: mail.detailUrl },
    ...contactLinks(fonzerContact, words),
    paragraph(words.signOff),
  ];
  return {
    subject,
    text: renderPlainText(heading, body, words.colon),
    html: renderHtml({ language, subject, preheader, heading, colon: words.colon }, body),
  };
};
