import type { NewDelivery } from '../webhooks/delivery.ts';
import type { EndpointsChange } from '../webhooks/webhook-endpoints.ts';
import type { FeedEvent } from './feed-event.ts';

/** An event at its place in its tenant's feed. */
export type PublishedEvent = { readonly position: number; readonly event: FeedEvent };

/** Where a tenant's feed ends, and how far the history of one request stands in it. */
export type FeedState = {
  /** The last position; 0: the feed is empty. */
  readonly head: number;
  /** The last sequence of the request that was published; 0: none. */
  readonly through: number;
};

/** What is added to a feed at once: all of it or nothing. */
export type Publication = {
  readonly tenant: string;
  /** The feed as it was read. Where it has moved on since, nothing is written. */
  readonly head: number;
  /** They get the positions after `head`, in this order. */
  readonly events: readonly FeedEvent[];
  /** The request whose entries these are, and how far it was and will be published; undefined for an event of none. */
  readonly request:
    | { readonly id: string; readonly through: number; readonly throughAfter: number }
    | undefined;
  /** What receivers are to be sent of it; each waits behind those of the same request to the same endpoint. */
  readonly deliveries: readonly NewDelivery[];
  /** The endpoints of the tenant, where the event is that one of them changed. */
  readonly endpoints?: EndpointsChange;
};

/**
 * The feed of each tenant: everything that happened, at positions 1, 2, 3 … without a gap. Positions are given by adding at
 * the end of what was read, so that of several writers at once one wins and the others read again.
 */
export interface EventFeed {
  readonly state: (tenant: string, portRequestId: string | undefined) => Promise<FeedState>;
  /** `overtaken`: somebody else wrote meanwhile; nothing was written. */
  readonly append: (publication: Publication) => Promise<'appended' | 'overtaken'>;
  /**
   * The events after a position, oldest first, at most `limit`; never past a position that is missing, so that a reader who
   * goes on from the last one has seen all before it.
   */
  readonly read: (tenant: string, after: number, limit: number) => Promise<readonly PublishedEvent[]>;
}

/** The events up to the first missing position: what a read at the moment of a write may hold beyond it is left out. */
export const withoutGap = (events: readonly PublishedEvent[], after: number): readonly PublishedEvent[] => {
  const gap = events.findIndex(({ position }, index) => position !== after + index + 1);
  return gap === -1 ? events : events.slice(0, gap);
};
