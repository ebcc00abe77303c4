import type { AttemptOutcome } from '../port-request/port-request.ts';
import type { ActorKind } from '../port-request/status.ts';
import type { IncidentWords } from './incident-mail-texts.ts';
import type { MailBlock } from './mail-block.ts';
import type { MailFacts } from './mail-facts.ts';
import type { MailTemplate } from './mail-template.ts';

/** What one mail says: its heading, which also begins the subject, and what stands between greeting and facts. */
export type MailText = { readonly heading: string; readonly blocks: readonly MailBlock[] };

/** The words of a language that every mail is put together with. */
export type MailWords = {
  readonly greeting: string;
  readonly signOff: string;
  /** Between a label and its value. */
  readonly colon: string;
  readonly labels: Readonly<
    Record<
      | 'reference'
      | 'requestId'
      | 'customer'
      | 'losingOperator'
      | 'numbers'
      | 'detail'
      | 'questions'
      | 'questionsByPhone'
      | 'reason'
      | 'advice'
      | 'whoActs'
      | 'rejectedNumbers'
      | 'operatorAnswer',
      string
    >
  >;
  readonly actors: Readonly<Record<ActorKind, string>>;
  readonly outcomes: Readonly<Record<AttemptOutcome, string>>;
  readonly incident: IncidentWords;
  /** A day and an hour, both as a person reads them. */
  readonly moment: (date: string, time: string) => string;
  readonly hours: (count: number) => string;
  readonly workingDays: (count: number) => string;
  /** Closes a list that was cut off. */
  readonly andMore: (count: number) => string;
  /** The holidays and closed days that a count of working days passed over. */
  readonly notCounted: (days: string) => string;
};

/**
 * All mails in one language: a template without its text does not compile. What each one has to contain is in domain
 * section 9. From the FAQ come the precautions of `request_received` and of every mail with a start link (F5-F8), the reasons and advice of `rejected` (F25,
 * F26), window, hours and interruption (F23, F24, F27-F29), and, after the port, the numbers to cancel (F9, F11) and how
 * to report trouble, three examples included (F31-F37). No text calls a Fonzer rule a law or promises compensation.
 */
export type MailTexts = {
  readonly words: MailWords;
  readonly templates: Readonly<Record<MailTemplate, (mail: MailFacts) => MailText>>;
};
