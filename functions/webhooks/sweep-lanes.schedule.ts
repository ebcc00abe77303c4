import type { Now } from '../calendar/clock.ts';
import { schedule } from '../runtime/task.ts';
import type { Telemetry } from '../runtime/telemetry.ts';
import type { Deliveries, DueLane } from './deliveries.ts';
import type { LaneQueue } from './lane-queue.ts';

type SweepDeps = Telemetry & {
  readonly wallClock: Now;
  readonly deliveries: Deliveries;
  readonly laneQueue: LaneQueue;
};

const pageSize = 100;

/** What is left comes a minute later, with what has become due since. */
const mostPages = 20;

/**
 * Answers: which webhooks are to be tried again? No queue delays a message for 72 hours, so lanes carry the moment they are due
 * at. Finds as well what a publisher or a worker that died left behind.
 */
export const newHandler = (deps: () => SweepDeps) =>
  schedule('sweep-lanes', deps, async ({ wallClock, deliveries, laneQueue }) => {
    const now = wallClock();
    let after: DueLane | undefined;
    for (let pages = 0; pages < mostPages; pages += 1) {
      const page: readonly DueLane[] = await deliveries.dueLanes(now, { limit: pageSize, after });
      await laneQueue.put(page.map(({ endpointId, portRequestId }) => ({ endpointId, portRequestId })));
      if (page.length < pageSize) return;
      after = page.at(-1);
    }
  });
