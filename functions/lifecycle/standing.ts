import { type InstantText, toInstantText } from '../calendar/clock.ts';
import type { MailKey } from '../correspondence/mail-ledger.ts';
import { isAnswerPutOff } from '../desk/desk-task.ts';
import { standingStatuses } from '../metrics/metric-catalogue.ts';
import { completionDueAt } from '../port-request/deadlines.ts';
import { currentAttempt, type PortRequest } from '../port-request/port-request.ts';
import type { Wait } from './lifecycle.ts';

/** A status in which a request is under way. */
export type StandingStatus = (typeof standingStatuses)[number];

/** A request under way, as far as an overview of all of them needs it. */
export type StandingRequest = Pick<
  PortRequest,
  'id' | 'tenant' | 'version' | 'statusSince' | 'updatedAt' | 'dueAt'
> & {
  readonly status: StandingStatus;
  /** The number of the attempt under way. */
  readonly attempt: number;
  /** Since when it is late, or when it will be: an answer that was found overdue, a started port at the end of its time. */
  readonly lateFrom: InstantText | null;
};

/** A wait of an attempt whose run is not known to have ended. */
export type StandingWait = Pick<Wait, 'seenVersion' | 'waitingSince'> & {
  readonly portRequestId: string;
  readonly attempt: number;
};

/** A block of numbers of which somebody holds some. */
export type StandingLock = { readonly block: string; readonly holders: readonly string[] };

/** A mail that somebody began to send. */
export type StandingMail = MailKey & {
  /** Until when its sender has it to itself, by the wall clock. */
  readonly leasedUntil: InstantText;
};

/** Everything that stands just now. It may lag moments behind: what is mended by it is looked at anew first. */
export type Overview = {
  readonly requests: readonly StandingRequest[];
  readonly waits: readonly StandingWait[];
  readonly locks: readonly StandingLock[];
  readonly mails: readonly StandingMail[];
  /** What waits for the desk; `oldestSince` is null where nothing does. */
  readonly desk: { readonly waiting: number; readonly oldestSince: InstantText | null };
};

/** What stands: everything that should be gone one day, and is looked through for what will not go by itself. */
export interface Standing {
  readonly read: () => Promise<Overview>;
  /** How far the histories of these requests stand in the feeds of their tenants; 0: not at all. */
  readonly publishedThrough: (portRequestIds: readonly string[]) => Promise<ReadonlyMap<string, number>>;
  /** Takes a wait out of what stands, unless the attempt waits anew since: its run has ended, and waits for nothing any more. */
  readonly closeWait: (wait: StandingWait) => Promise<void>;
  /**
   * Takes away the locks on a block whose holders are over, and answers their ids. The locks are read before anybody is asked whether
   * a holder is over, and written only as they were read: one who comes to hold numbers meanwhile keeps them, and the next try
   * sees to the rest.
   */
  readonly releaseLocks: (
    block: string,
    isOver: (portRequestId: string) => Promise<boolean>,
  ) => Promise<readonly string[]>;
}

/** A request as the overview has it; undefined: it is not under way. */
export const standingRequestOf = (request: PortRequest): StandingRequest | undefined => {
  const { id, tenant, version, statusSince, updatedAt, dueAt } = request;
  const status = standingStatuses.find((each) => each === request.status);
  const attempt = currentAttempt(request);
  if (status === undefined || attempt === undefined) return undefined;
  return {
    id,
    tenant,
    status,
    statusSince,
    updatedAt,
    version,
    dueAt,
    attempt: attempt.number,
    lateFrom: lateFromOf(request),
  };
};

/**
 * The limit of an answer depends on closed days that may be added yet, so only what was recorded counts: that is done at 09:00
 * of the working day after it (F18).
 */
const lateFromOf = (request: PortRequest): InstantText | null => {
  const attempt = currentAttempt(request);
  if (attempt === undefined) return null;
  if (request.status === 'awaiting_answer')
    return attempt.overdueRecordedOn === null || isAnswerPutOff(attempt) ? null : request.updatedAt;
  const end = request.status === 'in_progress' ? completionDueAt(request, attempt) : undefined;
  return end === undefined ? null : toInstantText(end);
};
