import { Temporal } from 'temporal-polyfill';
import type { InstantText } from '../calendar/clock.ts';
import type { WorkingCalendar } from '../calendar/working-calendar.ts';
import type { DeskTask } from '../desk/desk-task.ts';
import type { NewestRun, Wait } from '../lifecycle/lifecycle.ts';
import type { LifecycleDecision } from '../lifecycle/next-step.ts';
import type { NumberInterval } from '../numbers/number-interval.ts';
import { deadlinesOf } from '../port-request/deadlines.ts';
import type { HistoryEntry } from '../port-request/history.ts';
import { currentAttempt, type Status } from '../port-request/port-request.ts';
import type { Delivery } from '../webhooks/delivery.ts';
import { type HeldNumbers, heldNumbersOf } from './held-numbers.ts';
import {
  isMissing,
  isPastGrace,
  type MailOfRequest,
  type MailsFacts,
  mailsOf,
  nameOfMail,
} from './mails-of.ts';
import { phaseOf, restartOf } from './restart.ts';
import { isWhole, type Verification, verify } from './verification.ts';

/** What can be amiss with a request. */
export const findingCodes = [
  'history_broken',
  'run_gone',
  'wait_behind',
  'entry_not_followed_up',
  'due_not_done',
  'numbers_not_held',
  'numbers_held_for_nothing',
  'mail_missing',
  'feed_behind',
] as const;

export type FindingCode = (typeof findingCodes)[number];

/** One thing that is amiss. */
export type Finding = {
  readonly code: FindingCode;
  /** Which one, where there may be several: a mail, an entry; never a number. */
  readonly what: string | null;
  /** The command that mends it, as it is typed after `npm run desk --`; null: it is mended otherwise. */
  readonly mend: string | null;
};

/** All that an inspection looks at, as it was read. */
export type InspectionFacts = MailsFacts & {
  /** Of the newest attempt. */
  readonly wait: Wait | undefined;
  /** Of the newest attempt. */
  readonly newestRun: NewestRun | undefined;
  /** What the locks say it holds. */
  readonly locks: readonly NumberInterval[];
  /** Its entries that nobody has followed up, though the relay had its time. */
  readonly leftEntries: readonly Pick<HistoryEntry, 'sequence' | 'type'>[];
  /** The last sequence that stands in its tenant's feed. */
  readonly publishedThrough: number;
  /** Those that are not done, or failed. */
  readonly deliveries: readonly Delivery[];
  readonly now: Temporal.Instant;
  readonly calendar: WorkingCalendar;
};

/** What there is to see of a request. No token, no address, no name. */
export type Inspection = {
  readonly status: Status;
  readonly version: number;
  readonly updatedAt: InstantText;
  readonly attempt: number | null;
  readonly deadlines: {
    readonly answerDue: InstantText | null;
    readonly windowDays: string | null;
    readonly completionDue: InstantText | null;
    /** When the clock has something to do next. */
    readonly due: InstantText | null;
  };
  /** What its run finds to do; null: there is none, or the record contradicts itself. */
  readonly phase: LifecycleDecision | null;
  readonly wait: Pick<Wait, 'waitingSince' | 'seenVersion'> | null;
  readonly newestRun: NewestRun | null;
  readonly numbers: HeldNumbers;
  readonly mails: readonly MailOfRequest[];
  readonly publishedThrough: number;
  readonly deliveries: readonly Delivery[];
  readonly deskTasks: readonly DeskTask[];
  readonly verification: Verification;
  /** Empty: healthy. */
  readonly findings: readonly Finding[];
};

/** A due moment is given these minutes: a look and its worker. The sweeper gives them as long. */
const dueMinutes = 5;

const findingsOf = (facts: InspectionFacts, seen: Omit<Inspection, 'findings'>): readonly Finding[] => {
  const { request, now, leftEntries } = facts;
  const { id, version, updatedAt, dueAt } = request;
  const { wait, newestRun, phase, numbers, mails, publishedThrough, verification } = seen;
  const found = (code: FindingCode, mend: string | null = null, what: string | null = null): Finding => ({
    code,
    what,
    mend,
  });
  const isSettled = isPastGrace(updatedAt, now);
  const isOpen = currentAttempt(request)?.outcome === null;
  const isDueLong =
    dueAt !== null &&
    Temporal.Instant.compare(Temporal.Instant.from(dueAt).add({ minutes: dueMinutes }), now) <= 0;
  // Of an attempt that is over, a run that is forgotten may well have ended.
  const isRunGone =
    isSettled &&
    (isOpen || newestRun !== null) &&
    restartOf(request, undefined, newestRun ?? undefined).kind === 'ready';
  const isWaiting = isOpen && newestRun?.isRunning === true && phase?.startsWith('await_') === true;
  return [
    ...(isWhole(verification) ? [] : [found('history_broken', `verify ${id}`)]),
    ...(isRunGone ? [found('run_gone', `restart ${id}`)] : []),
    ...(isWaiting && isSettled && wait !== null && wait.seenVersion < version ? [found('wait_behind')] : []),
    ...leftEntries.map(({ sequence, type }) => found('entry_not_followed_up', null, `${sequence} ${type}`)),
    ...(isDueLong ? [found('due_not_done')] : []),
    ...(numbers.missing.length > 0 ? [found('numbers_not_held')] : []),
    ...(numbers.leftBehind.length > 0 ? [found('numbers_held_for_nothing')] : []),
    ...mails
      .filter((mail) => isMissing(mail, now))
      .map((mail) => found('mail_missing', `resend ${id} ${nameOfMail(mail)}`, nameOfMail(mail))),
    ...(isSettled && publishedThrough < version ? [found('feed_behind', 'redrive publications')] : []),
  ];
};

/** Looks at a request from all sides. What happened in the last minutes is given its time before anything is called amiss. */
export const inspect = (facts: InspectionFacts): Inspection => {
  const { request, history, wait, newestRun, locks, publishedThrough, deliveries, now, calendar } = facts;
  const attempt = currentAttempt(request);
  const { answerDue, startWindow, completionDue } = deadlinesOf(request, now, calendar);
  const seen = {
    status: request.status,
    version: request.version,
    updatedAt: request.updatedAt,
    attempt: attempt?.number ?? null,
    deadlines: {
      answerDue: answerDue?.at ?? null,
      windowDays: startWindow === null ? null : `${startWindow.firstDay} - ${startWindow.lastDay}`,
      completionDue: completionDue?.at ?? null,
      due: request.dueAt,
    },
    phase: (attempt && phaseOf(request, attempt)) ?? null,
    wait: wait === undefined ? null : { waitingSince: wait.waitingSince, seenVersion: wait.seenVersion },
    newestRun: newestRun ?? null,
    numbers: heldNumbersOf(request, locks),
    mails: mailsOf(facts),
    publishedThrough,
    deliveries,
    deskTasks: request.deskTasks,
    verification: verify(request, history),
  };
  return { ...seen, findings: findingsOf(facts, seen) };
};
