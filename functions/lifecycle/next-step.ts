import type { Temporal } from 'temporal-polyfill';
import { type Attempt, type PortRequest, startNumberOf } from '../port-request/port-request.ts';

/** What the machine does next for an attempt; each is one branch of its `WhatIsNext`. */
export const lifecycleDecisions = [
  'send_to_operator',
  'await_answer',
  'await_window',
  'await_start',
  'execute',
  'await_completion',
  'completed',
  'rejected',
  'expired',
  'cancelled',
  'replanned',
] as const;

export type LifecycleDecision = (typeof lifecycleDecisions)[number];

/**
 * What the machine remembers of the start that the carrier was told of; of none it is empty. Of a first start it is the moment,
 * as runs of earlier definitions have it; a later one of the same second is told apart by its number.
 */
export const startMarkOf = (attempt: Attempt): string => {
  if (attempt.startedAt === null) return '';
  const start = startNumberOf(attempt);
  return start === 1 ? attempt.startedAt : `${attempt.startedAt} ${start}`;
};

/**
 * Reads off the record what the machine has to do for an attempt. The record alone decides, so a run can be started at
 * any point of a request's life and finds its place by itself.
 * @param toldOfStart the start the carrier was told of by this run: a failed port that is started again is told anew.
 */
export const lifecycleDecisionOf = (
  request: PortRequest,
  attempt: Attempt,
  toldOfStart: string,
): LifecycleDecision => {
  if (attempt.outcome !== null) return attempt.outcome;
  switch (request.status) {
    case 'submitted':
      return 'send_to_operator';
    case 'awaiting_answer':
      return 'await_answer';
    case 'approved':
      return 'await_window';
    case 'ready_to_start':
      return 'await_start';
    case 'in_progress':
      return startMarkOf(attempt) === toldOfStart ? 'await_completion' : 'execute';
    case 'draft':
    case 'rejected':
    case 'completed':
    case 'expired':
    case 'cancelled':
      throw new Error(
        `Attempt ${attempt.number} of ${request.id} is open in a request that is ${request.status}`,
      );
  }
};

/** The schedules open and close windows; the machine looks by itself only when they are this late. */
const safetyNetMinutes = 30;

/**
 * How long the machine waits before it looks by itself: until the clock has something to do (`dueAt`), at most
 * `longestSeconds`. An early look is harmless.
 */
export const waitSecondsOf = (
  dueAt: Temporal.Instant | undefined,
  decision: LifecycleDecision,
  now: Temporal.Instant,
  longestSeconds: number,
): number => {
  if (dueAt === undefined) return longestSeconds;
  // An overdue answer and a port that takes long are nobody's schedule: the machine's own wait sees them first.
  const isOwnWait = decision === 'await_answer' || decision === 'await_completion';
  const lookAt = isOwnWait ? dueAt : dueAt.add({ minutes: safetyNetMinutes });
  const seconds = now.until(lookAt).total('second');
  return Math.min(Math.max(1, Math.ceil(seconds)), longestSeconds);
};
