import { Temporal } from 'temporal-polyfill';
import type { EventFeed } from '../functions/events/event-feed.ts';
import type { Deliveries } from '../functions/webhooks/deliveries.ts';
import type { VirtualClock } from './virtual-clock.ts';

type Lanes = { readonly feed: EventFeed; readonly deliveries: Deliveries };

const endOfTime = Temporal.Instant.from('9999-01-01T00:00:00Z');

/**
 * The same feed and deliveries, with a timer for the next moment at which a webhook is due. On AWS a schedule looks every minute;
 * a clock that is moved by days would stop thousands of times for nothing.
 * @param sweep looks for what is due and queues it.
 */
export const withLaneTimers = (
  { feed, deliveries }: Lanes,
  clock: VirtualClock,
  sweep: () => Promise<void>,
): Lanes & { readonly arm: () => Promise<void> } => {
  let cancel = () => {};
  let turns = 0;

  /** Sets the timer, for no moment before `earliest`. Of several at once the last one, which sees all that was written, does. */
  const armFrom = async (earliest: Temporal.Instant): Promise<void> => {
    turns += 1;
    const turn = turns;
    const [next] = await deliveries.dueLanes(endOfTime, { limit: 1, after: undefined });
    if (turn !== turns) return;
    cancel();
    if (next === undefined) return;
    const at = Temporal.Instant.from(next.dueAt);
    const timer = clock.at(Temporal.Instant.compare(at, earliest) > 0 ? at : earliest, 'webhooks', look);
    cancel = timer.cancel;
  };

  const look = async (): Promise<void> => {
    await sweep();
    // What could not be queued, or was lost on the way, is found a minute later, as on AWS.
    await armFrom(clock.now().add({ minutes: 1 }));
  };

  const arm = () => armFrom(clock.now());

  const armed = async <Result>(result: Promise<Result>): Promise<Result> => {
    const given = await result;
    await arm();
    return given;
  };

  return {
    arm,
    feed: {
      ...feed,
      append: (publication) =>
        publication.deliveries.length === 0 ? feed.append(publication) : armed(feed.append(publication)),
    },
    deliveries: {
      ...deliveries,
      take: (...given) => armed(deliveries.take(...given)),
      advance: (...given) => armed(deliveries.advance(...given)),
      release: (...given) => armed(deliveries.release(...given)),
      again: (...given) => armed(deliveries.again(...given)),
    },
  };
};
