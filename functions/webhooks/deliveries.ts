import type { Temporal } from 'temporal-polyfill';
import type { InstantText } from '../calendar/clock.ts';
import type { Delivery, Lane } from './delivery.ts';

/** A lane with something to send from an instant on. */
export type DueLane = Lane & { readonly dueAt: InstantText };

/** A lane in the hands of one worker. */
export type HeldLane = {
  readonly tenant: string;
  /** The positions of the deliveries that wait in it, the next one first. */
  readonly waiting: readonly number[];
};

/**
 * Deliveries and their lanes. A lane is in one worker's hands at a time; one whose worker died is due again when its time is up.
 * Instants are by the wall clock, whole seconds.
 */
export interface Deliveries {
  /** Lanes that are due at an instant, the longest due first; `after` is a page's last. */
  readonly dueLanes: (
    until: Temporal.Instant,
    page: { readonly limit: number; readonly after: DueLane | undefined },
  ) => Promise<readonly DueLane[]>;
  /** Takes a lane until an instant; undefined where it is not due now, or somebody else was faster. */
  readonly take: (
    lane: Lane,
    holder: string,
    times: { readonly now: Temporal.Instant; readonly until: Temporal.Instant },
  ) => Promise<HeldLane | undefined>;
  /** The first delivery of a lane is done: what waits now. Undefined where the lane is not the holder's any more. */
  readonly advance: (lane: Lane, holder: string, position: number) => Promise<readonly number[] | undefined>;
  /** Gives a lane back, to be taken from an instant on. */
  readonly release: (lane: Lane, holder: string, at: Temporal.Instant) => Promise<void>;
  readonly find: (endpointId: string, position: number) => Promise<Delivery | undefined>;
  /** Writes what became of a delivery. Only the holder of its lane does. */
  readonly write: (delivery: Delivery) => Promise<void>;
  /** The log of an endpoint, newest first; at most `limit`, before the position `before`. */
  readonly list: (
    endpointId: string,
    page: { readonly limit: number; readonly before: number | undefined },
  ) => Promise<readonly Delivery[]>;
  /**
   * Puts a delivery that is done at the end of its lane again, due at once. One that waits there already is only made due now,
   * unless a worker is at it. Answers the delivery as it then stands.
   * @throws UnavailableError while a worker is taking it off its lane.
   */
  readonly again: (delivery: Delivery, tenant: string, now: Temporal.Instant) => Promise<Delivery>;
}
