import type { Temporal } from 'temporal-polyfill';
import type { InstantText } from '../calendar/clock.ts';
import { erasedText } from '../erasure/erase.ts';
import type { Language } from '../language.ts';
import type { ledgerTemplates } from './mail-template.ts';

/**
 * One mail of a request: at most one per history entry and template. Of the mail about an endpoint for webhooks, the endpoint's id
 * stands for the request's, and the position of the event in the feed for the sequence.
 */
export type LedgerLine = {
  readonly portRequestId: string;
  readonly sequence: number;
  readonly template: (typeof ledgerTemplates)[number];
  readonly to: string;
  readonly language: Language;
  /** The id of the history entry. */
  readonly causedBy: string;
  readonly status: 'sending' | 'sent' | 'bounced';
  /** When it was sent, or when sending it began. */
  readonly at: InstantText;
};

/** What names a mail: the key of its line, and the tags it is sent with. */
export type MailKey = Pick<LedgerLine, 'portRequestId' | 'sequence' | 'template'>;

/**
 * Minutes after which a mail that is still being sent is taken to have failed with its sender. It may go out twice then;
 * a start link that never arrives costs weeks. Longer than a sender may run, shorter than the queue keeps trying.
 */
export const sendingLeaseMinutes = 2;

/** The ledger that lets each mail go out once, though the message that asks for it may come twice. */
export interface MailLedger {
  /**
   * `mine`: send it now. `sent`: it has gone out. `busy`: another sender is at it; look again later.
   * @param now by the wall clock, from which the lease counts.
   */
  readonly begin: (line: LedgerLine, now: Temporal.Instant) => Promise<'mine' | 'sent' | 'busy'>;
  /** It has gone out. @param messageId by which the mail service knows it, for whoever has to ask there. */
  readonly sent: (line: LedgerLine, messageId: string, at: InstantText) => Promise<void>;
  /** Sending failed for certain: the next try need not wait for the lease. */
  readonly failed: (line: LedgerLine) => Promise<void>;
  /**
   * Looks no more after a mail that is needed no more and whose sender died: it is taken out of what stands. Its line stays, since
   * nobody knows whether it went out. Nothing changes while a sender is at it.
   * @param now by the wall clock, as of `begin`.
   */
  readonly leave: (mail: MailKey, now: Temporal.Instant) => Promise<void>;
  /**
   * Lets a mail that has gone out go out once more, as if it never had. Answers whether it had: nothing changes where it is unsent or
   * is being sent.
   */
  readonly reopen: (mail: MailKey) => Promise<boolean>;
  /** Marks the line of a mail that came back, and answers it; undefined where there is no such line. */
  readonly bounced: (mail: MailKey) => Promise<LedgerLine | undefined>;
  /**
   * Takes the addresses out of every line of a request: each then says '[erased]', also one that is being sent while it is
   * erased. Doing it again changes nothing.
   */
  readonly erase: (portRequestId: string) => Promise<void>;
  /** Every mail of a request, in the order of `byWhenMailed`. */
  readonly list: (portRequestId: string) => Promise<readonly LedgerLine[]>;
}

/** A line without the address it went to: that there was a mail stays. */
export const erasedLine = (line: LedgerLine): LedgerLine => ({ ...line, to: erasedText });

/** Whether the address was taken out of a line. */
export const isErased = ({ to }: LedgerLine): boolean => to === erasedText;

const placeOf = ({ at, sequence, template }: LedgerLine): string =>
  `${at} ${String(sequence).padStart(6, '0')} ${template}`;

/** Orders lines oldest first; mails of one moment by what caused them, mails of one cause by their template. */
export const byWhenMailed = (one: LedgerLine, other: LedgerLine): number =>
  placeOf(one) < placeOf(other) ? -1 : 1;
