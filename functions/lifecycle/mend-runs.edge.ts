import type { Temporal } from 'temporal-polyfill';
import { type Now, toInstantText } from '../calendar/clock.ts';
import { measured } from '../metrics/metrics.ts';
import type { PortRequest } from '../port-request/port-request.ts';
import type { PortRequests } from '../port-request/port-requests.ts';
import { restartOf } from '../repair/restart.ts';
import type { Telemetry } from '../runtime/telemetry.ts';
import { patience, type SuspectRun, type Suspects, suspectRunsOf } from './findings.ts';
import type { Lifecycle, LifecycleRun, Waits } from './lifecycle.ts';
import { type FeedDeps, mendFeeds } from './mend-feeds.edge.ts';
import { longestMendingMinutes, type Mending } from './mending.edge.ts';
import type { Overview, Standing, StandingWait } from './standing.ts';

/** What mending waits and runs needs. */
export type RunDeps = Telemetry &
  FeedDeps & {
    readonly now: Now;
    readonly wallClock: Now;
    readonly requests: Pick<PortRequests, 'find'>;
    readonly standing: Standing;
    readonly waits: Waits;
    readonly lifecycle: Lifecycle;
  };

/** What breaks each of these breaks the next one too: then somebody has to look, and may start more. */
const mostRunsByItself = 5;

/** Asking about runs takes its time, and is slowed down where it is done too often. Those that are left have their turn in the next sweeps. */
const runsAskedAbout = 200;

/** A run that broke earlier belongs to a request somebody has long been called for. */
const brokenDays = 30;

const isPast = ({ updatedAt }: PortRequest, now: Temporal.Instant, minutes: number): boolean =>
  updatedAt <= toInstantText(now.subtract({ minutes }));

type WaitFound =
  | { readonly kind: 'nothing' | 'woken' | 'gone' }
  /** Its run has nothing left to do. */
  | { readonly kind: 'ended'; readonly request: PortRequest };

/** Looks into a wait, and ends it where its request has moved on without it. */
const lookIntoWait = async (
  { now, requests, waits, lifecycle }: RunDeps,
  { portRequestId, attempt: number }: StandingWait,
): Promise<WaitFound> => {
  // In this order: a wait that begins between the two reads has seen what the request is read with.
  const request = await requests.find(portRequestId);
  const wait = await waits.find(portRequestId, number);
  const attempt = request?.attempts.find((each) => each.number === number);
  if (request === undefined || attempt === undefined || wait === undefined) return { kind: 'nothing' };
  if (!isPast(request, now(), patience.waitMinutes)) return { kind: 'nothing' };
  if (attempt.outcome === null)
    return wait.seenVersion < request.version
      ? { kind: await lifecycle.wake(wait.token) }
      : { kind: 'nothing' };
  const newest = await lifecycle.newestRun(portRequestId, number);
  if (newest?.isRunning) return { kind: await lifecycle.wake(wait.token) };
  return newest !== undefined && restartOf(request, number, newest).kind === 'ready'
    ? { kind: 'gone' }
    : { kind: 'ended', request };
};

/**
 * Ends the waits whose requests have moved on without them, and takes those out of what stands whose runs have come to their end.
 * Answers the attempts whose wait was gone. How many were behind is counted by what ending them came to: where the machine retries
 * a step, the token of the wait before it is used up, and nobody can tell by looking.
 */
export const mendWaits = async (
  real: RunDeps,
  mending: Mending,
  { waitsBehind, waitsLeft }: Pick<Suspects, 'waitsBehind' | 'waitsLeft'>,
): Promise<readonly SuspectRun[]> => {
  const gone: SuspectRun[] = [];
  const ended: { readonly wait: StandingWait; readonly request: PortRequest }[] = [];
  let behind = 0;
  for (const wait of [...waitsBehind, ...waitsLeft]) {
    if (mending.isOver(longestMendingMinutes)) break;
    const { portRequestId, attempt } = wait;
    const looked: WaitFound[] = [];
    const outcome = await mending.mend('wait_woken', { portRequestId, attempt }, async () => {
      const found = await lookIntoWait(real, wait);
      looked.push(found);
      return found.kind === 'woken' ? 1 : 0;
    });
    if (outcome === 'failed') behind += 1;
    for (const found of looked) {
      if (found.kind === 'woken') behind += 1;
      if (found.kind === 'gone') gone.push({ portRequestId, attempt });
      if (found.kind === 'ended') ended.push({ wait, request: found.request });
    }
  }
  real.metrics.put([measured('WaitsBehindRecord', {}, behind)]);
  await closeWaits(real, mending, ended);
  return gone;
};

/** Nothing stands of an attempt that is over and told of: its last entries are looked for in the feed before it is forgotten here. */
const closeWaits = async (
  real: RunDeps,
  mending: Mending,
  ended: readonly { readonly wait: StandingWait; readonly request: PortRequest }[],
): Promise<void> => {
  const settled = ended.filter(({ request }) => isPast(request, real.now(), patience.feedMinutes));
  const isBehind = await mendFeeds(
    real,
    mending,
    settled.map(({ request }) => request),
  );
  for (const { wait, request } of settled) if (!isBehind.has(request.id)) await real.standing.closeWait(wait);
};

/** Of more than can be asked about, others at each sweep, whatever their order. */
const inTurn = (suspects: readonly SuspectRun[], wallClock: Temporal.Instant): readonly SuspectRun[] => {
  if (suspects.length <= runsAskedAbout) return suspects;
  const sweeps = Math.floor(wallClock.epochMilliseconds / 60_000 / 5);
  const first = (sweeps * runsAskedAbout) % suspects.length;
  return [...suspects.slice(first), ...suspects.slice(0, first)].slice(0, runsAskedAbout);
};

/** The run to start for an attempt; undefined: one runs, or has nothing left to do. */
const runNeeded = async (
  { requests, lifecycle }: RunDeps,
  { portRequestId, attempt, from }: SuspectRun,
): Promise<LifecycleRun | undefined> => {
  const newest = await lifecycle.newestRun(portRequestId, attempt, from);
  if (newest?.isRunning) return undefined;
  const request = await requests.find(portRequestId);
  const plan = request && restartOf(request, attempt, newest);
  return plan?.kind === 'ready' ? { portRequestId, attempt, run: plan.run } : undefined;
};

/**
 * Starts the next run of each attempt of which none runs that should. Its first step reads the record, so it goes on where the
 * request stands.
 * @param gone attempts whose wait had ended when it was to be ended.
 */
export const mendRuns = async (
  real: RunDeps,
  mending: Mending,
  overview: Overview,
  gone: readonly SuspectRun[],
): Promise<void> => {
  const { lifecycle, metrics, now, wallClock } = real;
  const broken = await lifecycle.brokenRuns(wallClock().subtract({ hours: brokenDays * 24 }));
  const suspects = suspectRunsOf(overview, broken, gone, now(), wallClock());
  const needed: LifecycleRun[] = [];
  for (const suspect of inTurn(suspects, wallClock())) {
    if (mending.isOver(longestMendingMinutes)) break;
    const { portRequestId, attempt } = suspect;
    await mending.mend('run_restarted', { portRequestId, attempt }, async () => {
      const run = await runNeeded(real, suspect);
      if (run !== undefined) needed.push(run);
      return 0;
    });
  }
  metrics.put([measured('RunsGone', {}, needed.length)]);
  for (const run of needed.filter((each) => each.run <= mostRunsByItself)) {
    const { portRequestId, attempt } = run;
    await mending.mend('run_restarted', { portRequestId, attempt }, async () => {
      await lifecycle.start(run);
      return 1;
    });
  }
};
