import type { Now } from '../calendar/clock.ts';
import type { PortRequests } from '../port-request/port-requests.ts';
import { schedule } from '../runtime/task.ts';
import type { Telemetry } from '../runtime/telemetry.ts';
import { type DueQueue, queueDue } from './due-queue.ts';

type LookDeps = Telemetry & {
  readonly now: Now;
  readonly requests: PortRequests;
  readonly dueQueue: DueQueue;
};

/**
 * Answers: which requests have something due now? Windows to open, to remind of, to close; answers overdue. Asks the
 * clock and the records, never the tick that woke it: a late, doubled or extra tick changes nothing.
 */
export const newHandler = (deps: () => LookDeps) =>
  schedule('look-for-due', deps, (real) => queueDue(real, real.now()));
