import { Temporal } from 'temporal-polyfill';
import { type InstantText, toInstantText } from '../calendar/clock.ts';
import { sendingLeaseMinutes } from '../correspondence/mail-ledger.ts';
import { standingStatuses } from '../metrics/metric-catalogue.ts';
import { type Measurement, measured } from '../metrics/metrics.ts';
import type { BrokenRun } from './lifecycle.ts';
import type {
  Overview,
  StandingLock,
  StandingMail,
  StandingRequest,
  StandingStatus,
  StandingWait,
} from './standing.ts';

/**
 * Minutes that each thing is given before it is looked into: what a healthy service takes, and more. All are assumptions. A window
 * is called closed after the sweeper has had its try (`dueMinutes`), a mail after its queue has had several.
 */
export const patience = {
  relayMinutes: 2,
  dueMinutes: 5,
  windowMinutes: 10,
  waitMinutes: 2,
  runMinutes: 10,
  mailMinutes: 15,
  feedMinutes: 5,
  /** The sweeper comes every five minutes: a change is old enough for it once, and hardly twice. */
  feedOverMinutes: 10,
} as const;

/** What an overview gives cause to look into. Nothing of it is certain before it was read anew. */
export type Suspects = {
  readonly windows: readonly StandingRequest[];
  /** Held for somebody who is not under way. */
  readonly locks: readonly StandingLock[];
  readonly mails: readonly StandingMail[];
  /** Changed long enough ago to stand in their feeds. */
  readonly feeds: readonly StandingRequest[];
  /** Of attempts under way, begun before the newest change. */
  readonly waitsBehind: readonly StandingWait[];
  /** Of attempts that are not under way. */
  readonly waitsLeft: readonly StandingWait[];
};

/** An attempt of which a run may be gone. */
export type SuspectRun = {
  readonly portRequestId: string;
  readonly attempt: number;
  /** A run of it that is known to have been. */
  readonly from?: number;
};

const minutesBefore = (instant: Temporal.Instant, minutes: number): InstantText =>
  toInstantText(instant.subtract({ minutes }));

const hoursSince = (since: InstantText | undefined | null, now: Temporal.Instant): number =>
  since === undefined || since === null
    ? 0
    : Math.max(0, Temporal.Instant.from(since).until(now).total('hours'));

/** What an attempt is told apart by. */
export const attemptKey = (portRequestId: string, attempt: number): string => `${portRequestId} ${attempt}`;

const earliest = (instants: readonly InstantText[]): InstantText | undefined => {
  const [first, ...others] = instants;
  return others.reduce((found, each) => (found === undefined || each < found ? each : found), first);
};

const isLate = ({ lateFrom }: StandingRequest, now: Temporal.Instant): boolean =>
  lateFrom !== null && lateFrom <= toInstantText(now);

/** What stands just now, as it is seen without looking any closer. Nothing is told by 0, so that a gauge that is missing is seen. */
export const gaugesOf = ({ requests, desk }: Overview, now: Temporal.Instant): readonly Measurement[] => {
  const inStatus = Map.groupBy(requests, ({ status }) => status);
  const of = (status: StandingStatus) => inStatus.get(status) ?? [];
  const late = (status: StandingStatus) => of(status).filter((request) => isLate(request, now)).length;
  return [
    ...standingStatuses.flatMap((status) => [
      measured('RequestsStanding', { Status: status }, of(status).length),
      measured(
        'OldestRequestHours',
        { Status: status },
        hoursSince(earliest(of(status).map(({ statusSince }) => statusSince)), now),
      ),
    ]),
    measured('AnswersOverdue', {}, late('awaiting_answer')),
    measured('LinesDeadTooLong', {}, late('in_progress')),
    measured('DeskTasksWaiting', {}, desk.waiting),
    measured('OldestDeskTaskHours', {}, hoursSince(desk.oldestSince, now)),
  ];
};

/** What may have been left lying, by what stands. */
export const suspectsOf = (
  { requests, waits, locks, mails }: Overview,
  now: Temporal.Instant,
  wallClock: Temporal.Instant,
): Suspects => {
  const byId = new Map(requests.map((request) => [request.id, request]));
  const windowLimit = minutesBefore(now, patience.windowMinutes);
  const waitLimit = minutesBefore(now, patience.waitMinutes);
  const feedLimit = minutesBefore(now, patience.feedMinutes);
  const feedEnd = minutesBefore(now, patience.feedOverMinutes);
  const leaseLimit = minutesBefore(wallClock, patience.mailMinutes - sendingLeaseMinutes);
  const isUnderWay = ({ portRequestId, attempt }: StandingWait) =>
    byId.get(portRequestId)?.attempt === attempt;
  return {
    windows: requests.filter(
      ({ status, dueAt }) => status === 'approved' && dueAt !== null && dueAt <= windowLimit,
    ),
    locks: locks.flatMap(({ block, holders }) => {
      const others = holders.filter((holder) => !byId.has(holder));
      return others.length === 0 ? [] : [{ block, holders: others }];
    }),
    mails: mails.filter(({ leasedUntil }) => leasedUntil <= leaseLimit),
    feeds: requests.filter(({ updatedAt }) => updatedAt <= feedLimit && updatedAt > feedEnd),
    waitsBehind: waits.filter((wait) => {
      const request = byId.get(wait.portRequestId);
      return (
        request?.attempt === wait.attempt &&
        wait.seenVersion < request.version &&
        request.updatedAt <= waitLimit
      );
    }),
    waitsLeft: waits.filter((wait) => !isUnderWay(wait)),
  };
};

const brokenDaysOfEnded = 1;

/**
 * The attempts of which a run may be gone, the likeliest first: whose wait turned out to be gone, whose run broke after they last
 * began to wait, and those that have been under way for long and never waited. That a later wait began than the run broke shows
 * that another run has taken its place, so that runs that were begun anew cost no look for the weeks they live.
 * @param gone whose wait had ended when it was to be ended.
 */
export const suspectRunsOf = (
  { requests, waits }: Overview,
  broken: readonly BrokenRun[],
  gone: readonly SuspectRun[],
  now: Temporal.Instant,
  wallClock: Temporal.Instant,
): readonly SuspectRun[] => {
  const waitsByAttempt = new Map(waits.map((wait) => [attemptKey(wait.portRequestId, wait.attempt), wait]));
  const underWay = new Set(requests.map(({ id, attempt }) => attemptKey(id, attempt)));
  const endedLimit = wallClock.subtract({ hours: brokenDaysOfEnded * 24 });
  const isInDoubt = ({ portRequestId, attempt, brokenAt }: BrokenRun) => {
    const key = attemptKey(portRequestId, attempt);
    const wait = waitsByAttempt.get(key);
    if (wait !== undefined)
      return Temporal.Instant.compare(Temporal.Instant.from(wait.waitingSince), brokenAt) <= 0;
    return underWay.has(key) || Temporal.Instant.compare(brokenAt, endedLimit) >= 0;
  };
  const newestBroken = new Map<string, BrokenRun>();
  for (const run of broken) {
    const key = attemptKey(run.portRequestId, run.attempt);
    if ((newestBroken.get(key)?.run ?? 0) < run.run) newestBroken.set(key, run);
  }
  const newestFirst = [...newestBroken.values()]
    .filter(isInDoubt)
    .toSorted((one, other) => Temporal.Instant.compare(other.brokenAt, one.brokenAt));
  const runLimit = minutesBefore(now, patience.runMinutes);
  const neverWaited = requests.filter(
    ({ id, attempt, updatedAt }) => updatedAt <= runLimit && !waitsByAttempt.has(attemptKey(id, attempt)),
  );
  const suspects: readonly SuspectRun[] = [
    ...gone.map((suspect) => {
      const known = newestBroken.get(attemptKey(suspect.portRequestId, suspect.attempt));
      return known === undefined ? suspect : { ...suspect, from: known.run };
    }),
    ...newestFirst.map(({ portRequestId, attempt, run }) => ({ portRequestId, attempt, from: run })),
    ...neverWaited.map(({ id, attempt }) => ({ portRequestId: id, attempt })),
  ];
  const seen = new Set<string>();
  return suspects.filter(({ portRequestId, attempt }) => {
    const key = attemptKey(portRequestId, attempt);
    return !seen.has(key) && seen.add(key);
  });
};
