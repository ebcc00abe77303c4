import type { NewestRun } from '../lifecycle/lifecycle.ts';
import { type LifecycleDecision, lifecycleDecisionOf } from '../lifecycle/next-step.ts';
import { type Attempt, currentAttempt, type PortRequest } from '../port-request/port-request.ts';
import { holdsNumbers } from '../port-request/status.ts';

/** Why no run is started. */
export const restartRefusals = [
  'never_submitted',
  'no_such_attempt',
  'run_is_running',
  'nothing_left_to_do',
  'record_is_at_odds',
] as const;

export type RestartRefusal = (typeof restartRefusals)[number];

/** What asking for a restart comes to. */
export type RestartPlan =
  | {
      readonly kind: 'ready';
      readonly attempt: number;
      readonly run: number;
      /** Where the run goes on: what the record says comes next. */
      readonly phase: LifecycleDecision;
    }
  | { readonly kind: 'refused'; readonly why: RestartRefusal };

/** Ends of an attempt that the carrier is told of by the run; the others it brought about itself. */
const endsToldToCarrier: readonly LifecycleDecision[] = ['expired', 'cancelled', 'replanned'];

/** What a run finds to do for an attempt; undefined where the record contradicts itself, so that no run can tell. */
export const phaseOf = (request: PortRequest, attempt: Attempt): LifecycleDecision | undefined =>
  attempt.outcome !== null || holdsNumbers(request.status)
    ? lifecycleDecisionOf(request, attempt, '')
    : undefined;

/**
 * Which run to start for an attempt: the next one, because a name cannot be used twice, and never a second one beside one that runs.
 * Its first step reads the record, so it goes on where the request stands. An attempt that is over is worth a run where its own broke
 * before the carrier heard of the end.
 * @param number the attempt; the newest where undefined.
 * @param newest undefined: no run of it was ever started.
 */
export const restartOf = (
  request: PortRequest,
  number: number | undefined,
  newest: NewestRun | undefined,
): RestartPlan => {
  const attempt =
    number === undefined ? currentAttempt(request) : request.attempts.find((each) => each.number === number);
  if (attempt === undefined)
    return { kind: 'refused', why: number === undefined ? 'never_submitted' : 'no_such_attempt' };
  if (newest?.isRunning === true) return { kind: 'refused', why: 'run_is_running' };
  const phase = phaseOf(request, attempt);
  if (phase === undefined) return { kind: 'refused', why: 'record_is_at_odds' };
  if (attempt.outcome !== null && (newest?.hasEnded === true || !endsToldToCarrier.includes(phase)))
    return { kind: 'refused', why: 'nothing_left_to_do' };
  return { kind: 'ready', attempt: attempt.number, run: (newest?.run ?? 0) + 1, phase };
};
