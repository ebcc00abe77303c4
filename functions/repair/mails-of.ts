import { Temporal } from 'temporal-polyfill';
import type { InstantText } from '../calendar/clock.ts';
import type { MailJob } from '../correspondence/mail-job.ts';
import type { LedgerLine } from '../correspondence/mail-ledger.ts';
import { bringsDeadLink, callsUndoneDone } from '../correspondence/needed-mail.ts';
import { mailsCausedBy, type PlannedMail, personOf } from '../correspondence/occasions.ts';
import type { Content } from '../port-request/content.ts';
import type { HistoryEntry } from '../port-request/history.ts';
import type { PortRequest } from '../port-request/port-request.ts';

/** Where a mail stands: as the ledger says it, or `unsent` where the ledger knows nothing of it. */
export const mailStates = ['unsent', 'sending', 'sent', 'bounced'] as const;

export type MailState = (typeof mailStates)[number];

/**
 * Why a mail would not go out now. `dead_link`: its start link would open nothing any more. `undone`: it calls numbers done that were
 * rolled back. `no_address`: none is known. `erased`: whoever it is for was taken out of the request.
 */
export const unneededReasons = ['dead_link', 'undone', 'no_address', 'erased'] as const;

export type UnneededReason = (typeof unneededReasons)[number];

/** One mail that the history of a request asks for. */
export type MailOfRequest = Pick<MailJob, 'sequence' | 'template' | 'audience'> & {
  readonly state: MailState;
  /** When it was sent or begun to be; of an unsent one, when it was caused. */
  readonly at: InstantText;
  /** Null: it would go out. */
  readonly unneeded: UnneededReason | null;
};

/** What a mail is called to whoever asks for it: `4#approved`. */
export const nameOfMail = ({ sequence, template }: Pick<MailOfRequest, 'sequence' | 'template'>): string =>
  `${sequence}#${template}`;

/** The request with all that its mails follow from. */
export type MailsFacts = {
  readonly request: PortRequest;
  readonly history: readonly HistoryEntry[];
  /** The data that each attempt was submitted with, by its number. */
  readonly contents: ReadonlyMap<number, Content>;
  readonly lines: readonly LedgerLine[];
};

const unneededReasonOf = (
  mail: PlannedMail,
  entry: HistoryEntry,
  { request, contents }: MailsFacts,
): UnneededReason | null => {
  const { audience } = mail;
  const content = contents.get(entry.attempt ?? 0) ?? request.content;
  if (request.erasedAt !== null && audience !== 'desk') return 'erased';
  if (bringsDeadLink(mail, request, entry)) return 'dead_link';
  if (callsUndoneDone(mail, request, entry, content)) return 'undone';
  return audience === 'desk' || personOf(audience, content) !== undefined ? null : 'no_address';
};

/** Every mail that the history of a request asks for, in its order, and where each stands. */
export const mailsOf = (facts: MailsFacts): readonly MailOfRequest[] =>
  facts.history.flatMap((entry) =>
    mailsCausedBy(entry).map((mail) => {
      const line = facts.lines.find(
        ({ sequence, template }) => sequence === entry.sequence && template === mail.template,
      );
      return {
        sequence: entry.sequence,
        ...mail,
        state: line?.status ?? 'unsent',
        at: line?.at ?? entry.occurredAt,
        unneeded: unneededReasonOf(mail, entry, facts),
      };
    }),
  );

/** What follows from a change is given these minutes before anything is called missing: the sweeper gives the relay as long. */
export const graceMinutes = 2;

/** Whether an instant is so long past that what follows from it should be done. */
export const isPastGrace = (at: InstantText, now: Temporal.Instant): boolean =>
  Temporal.Instant.compare(Temporal.Instant.from(at).add({ minutes: graceMinutes }), now) <= 0;

/** Whether a mail should have gone out and did not, or was begun and never ended. */
export const isMissing = ({ state, unneeded, at }: MailOfRequest, now: Temporal.Instant): boolean =>
  unneeded === null && (state === 'unsent' || state === 'sending') && isPastGrace(at, now);
