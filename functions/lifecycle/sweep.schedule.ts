import { Temporal } from 'temporal-polyfill';
import type { Now } from '../calendar/clock.ts';
import type { PortRequests } from '../port-request/port-requests.ts';
import { schedule } from '../runtime/task.ts';
import type { Telemetry } from '../runtime/telemetry.ts';
import { type DueQueue, queueDue } from '../window/due-queue.ts';
import { type FollowUpDeps, followUp } from './follow-up.ts';

type SweepDeps = FollowUpDeps &
  Telemetry & {
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

/** Less than the function may run: a sweep that is cut off reports nothing. */
const longestSweepMinutes = 2;

/** Thrown at the end of a sweep in which something could not be done, so that the function's errors show it. */
export class SweepIncompleteError extends Error {
  override readonly name = 'SweepIncompleteError';
}

/** Follows up the entries that the relay did not; how many of them could not be. */
const followUpLeft = async (real: SweepDeps): Promise<number> => {
  const { log, wallClock, outbox } = real;
  const begunAt = wallClock();
  const isTimeUp = () =>
    Temporal.Instant.compare(wallClock(), begunAt.add({ minutes: longestSweepMinutes })) > 0;
  const writtenBefore = begunAt.subtract({ minutes: relayMinutes });
  let failures = 0;
  for (const entry of await outbox.unhandled(writtenBefore, entriesPerSweep)) {
    if (isTimeUp()) break;
    const { portRequestId, sequence, type } = entry;
    try {
      await followUp(real, entry);
      log.info('sweep.followed_up', { portRequestId, sequence, type });
    } catch (error) {
      failures += 1;
      log.error('work.failed', { work: 'sweep', portRequestId, sequence, type }, error);
      // Behind all that are old enough now, which so come next, however many fail. No longer: mails are to keep their order.
      await outbox.postpone(entry, writtenBefore);
    }
  }
  return failures;
};

/**
 * Answers: what was left lying? Queues the requests whose time came and that nobody looked at, and follows up the entries
 * that the relay did not. Neither waits for the other, and one entry that cannot be followed up holds back none.
 */
export const newHandler = (deps: () => SweepDeps) =>
  schedule('sweep', deps, async (real) => {
    const [queued, followedUp] = await Promise.allSettled([
      queueDue(real, real.now().subtract({ minutes: dueMinutes })),
      followUpLeft(real),
    ]);
    for (const done of [queued, followedUp]) if (done.status === 'rejected') throw done.reason;
    const failures = followedUp.status === 'fulfilled' ? followedUp.value : 0;
    if (failures > 0) throw new SweepIncompleteError(`${failures} entries could not be followed up`);
  });
