import type { Now } from '../calendar/clock.ts';
import type { PortRequests } from '../port-request/port-requests.ts';
import type { Log } from '../runtime/log.ts';
import { schedule } from '../runtime/task.ts';
import { type DueQueue, queueDue } from '../window/due-queue.ts';
import { type FollowUpDeps, followUp } from './follow-up.ts';

type SweepDeps = FollowUpDeps & {
  readonly log: Log;
  readonly now: Now;
  readonly wallClock: Now;
  readonly requests: PortRequests;
  readonly dueQueue: DueQueue;
};

/** The relay is given this long: sooner, the sweeper would do its work twice. */
const relayMinutes = 2;

/** A tick and its worker are given this long. */
const dueMinutes = 5;

/** More than a healthy service leaves behind in five minutes; what is left comes with the next sweep. */
const entriesPerSweep = 500;

/** Thrown at the end of a sweep in which something could not be followed up, so that the function's errors show it. */
export class SweepIncompleteError extends Error {
  override readonly name = 'SweepIncompleteError';
}

/**
 * Answers: what was left lying? Follows up the entries that the relay did not, and queues the requests whose time came
 * and that nobody looked at. One entry that cannot be followed up does not hold back the others.
 */
export const newHandler = (deps: () => SweepDeps) =>
  schedule('sweep', deps, async (real) => {
    const { log, now, wallClock, outbox } = real;
    const left = await outbox.unhandled(wallClock().subtract({ minutes: relayMinutes }), entriesPerSweep);
    let failures = 0;
    for (const entry of left) {
      const { portRequestId, sequence, type } = entry;
      try {
        await followUp(real, entry);
        log.info('sweep.followed_up', { portRequestId, sequence, type });
      } catch (error) {
        failures += 1;
        log.error('work.failed', { work: 'sweep', portRequestId, sequence, type }, error);
      }
    }
    await queueDue(real, now().subtract({ minutes: dueMinutes }));
    if (failures > 0) throw new SweepIncompleteError(`${failures} entries could not be followed up`);
  });
