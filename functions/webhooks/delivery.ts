import { Temporal } from 'temporal-polyfill';
import { type InstantText, toInstantText } from '../calendar/clock.ts';
import type { HistoryEntry } from '../port-request/history.ts';
import { type WebhookEndpoint, wants } from './webhook-endpoint.ts';

/** Why an attempt got no answer. */
export const deliveryErrors = [
  'timeout',
  'address_not_public',
  'name_not_resolved',
  'connection_failed',
  'connection_closed',
  'tls_failed',
] as const;

export type DeliveryError = (typeof deliveryErrors)[number];

/** What came of one attempt: the status that was answered, or why there was none. */
export type AttemptOutcome =
  | { readonly status: number; readonly error: null }
  | { readonly status: null; readonly error: DeliveryError };

/** One attempt, as the log of deliveries keeps it. */
export type DeliveryAttempt = AttemptOutcome & { readonly at: InstantText };

/** One event on its way to one endpoint. */
export type Delivery = {
  readonly endpointId: string;
  /** The event's position in the feed of its tenant; also what tells an endpoint's deliveries apart. */
  readonly position: number;
  readonly eventId: string;
  readonly type: HistoryEntry['type'];
  readonly portRequestId: string;
  readonly status: 'pending' | 'delivered' | 'failed';
  /** Whether it was asked for once more. Nothing that happened since is made to wait for it. */
  readonly isReplay: boolean;
  /** Oldest first; the newest ones of very many. */
  readonly attempts: readonly DeliveryAttempt[];
  /** When the attempts began that are under way, from which its 72 hours count; null before the first. */
  readonly triedSince: InstantText | null;
  /** Null where none comes: it is done, or waits for the one before it. */
  readonly nextAttemptAt: InstantText | null;
};

/**
 * The deliveries of one request to one endpoint: they are sent one after the other, in the order in which the events happened,
 * and whatever holds up a lane holds up no other.
 */
export type Lane = { readonly endpointId: string; readonly portRequestId: string };

/** A delivery to be kept with the event it is of; its lane is due from `dueAt` on, unless it is waiting already. */
export type NewDelivery = Delivery & { readonly dueAt: InstantText };

/** What is to be sent of entries that get the positions after `head`, to every endpoint that asked for it. */
export const newDeliveriesOf = (
  endpoints: readonly WebhookEndpoint[],
  entries: readonly HistoryEntry[],
  head: number,
  dueAt: InstantText,
): readonly NewDelivery[] =>
  entries.flatMap(({ id, type, portRequestId }, index) =>
    endpoints
      .filter((endpoint) => endpoint.status === 'enabled' && wants(endpoint, type))
      .map((endpoint) => ({
        endpointId: endpoint.id,
        position: head + index + 1,
        eventId: id,
        type,
        portRequestId,
        status: 'pending' as const,
        isReplay: false,
        attempts: [],
        triedSince: null,
        nextAttemptAt: null,
        dueAt,
      })),
  );

/** Hours for which a delivery is tried, and without any answer after which an endpoint is given up. */
export const triedForHours = 72;

/**
 * Minutes from one attempt to the next; the last one holds on. No longer than an hour: what happens meanwhile waits behind it, also
 * when the receiver is back.
 */
const retryMinutes = [1, 5, 15, 30, 60] as const;

/** The part by which a pause is shorter or longer, so that a receiver that comes back is not met by all at once. */
const jitter = 0.2;

/** Attempts that a delivery keeps: more than 72 hours take. */
const mostAttemptsKept = 120;

/** Whether an attempt was answered 2xx. */
export const wasAcknowledged = ({ status }: AttemptOutcome): boolean =>
  status !== null && status >= 200 && status < 300;

const nextAttemptAfter = (
  attemptsOfRun: number,
  since: Temporal.Instant,
  now: Temporal.Instant,
  random: () => number,
): Temporal.Instant | undefined => {
  const over = since.add({ hours: triedForHours });
  if (Temporal.Instant.compare(now, over) >= 0) return undefined;
  const minutes = retryMinutes[Math.min(attemptsOfRun, retryMinutes.length) - 1] ?? retryMinutes[0];
  const seconds = Math.round(minutes * 60 * (1 - jitter + 2 * jitter * random()));
  const next = now.add({ seconds });
  // The last one is made at the very end, so that nothing is given up early.
  return Temporal.Instant.compare(next, over) < 0 ? next : over;
};

/**
 * A delivery after an attempt: delivered, failed when its 72 hours are over, or to be tried again after a pause that grows.
 * @param random from 0 to 1, for the length of the pause.
 */
export const afterAttempt = (
  delivery: Delivery,
  outcome: AttemptOutcome,
  now: Temporal.Instant,
  random: () => number,
): Delivery => {
  const triedSince = delivery.triedSince ?? toInstantText(now);
  const attempts = [...delivery.attempts, { at: toInstantText(now), ...outcome }].slice(-mostAttemptsKept);
  const tried = { ...delivery, attempts, triedSince };
  if (wasAcknowledged(outcome)) return { ...tried, status: 'delivered', nextAttemptAt: null };
  const ofRun = attempts.filter(({ at }) => at >= triedSince).length;
  const next = nextAttemptAfter(ofRun, Temporal.Instant.from(triedSince), now, random);
  return next === undefined
    ? { ...tried, status: 'failed', nextAttemptAt: null }
    : { ...tried, status: 'pending', nextAttemptAt: toInstantText(next) };
};

/** A delivery that is not tried any more. */
export const givenUp = (delivery: Delivery): Delivery => ({
  ...delivery,
  status: 'failed',
  nextAttemptAt: null,
});

/** A delivery whose next attempt is made at once. */
export const dueNow = (delivery: Delivery, now: Temporal.Instant): Delivery => ({
  ...delivery,
  nextAttemptAt: toInstantText(now),
});

/** A delivery that is sent once more, with all its time before it. */
export const sentAgain = (delivery: Delivery): Delivery => ({
  ...delivery,
  status: 'pending',
  isReplay: true,
  triedSince: null,
  nextAttemptAt: null,
});
