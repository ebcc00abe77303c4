import * as z from 'zod';
import type { InstantText } from '../calendar/clock.ts';
import { entryTypes, type HistoryEntry } from '../port-request/history.ts';
import { actorKinds, statuses, theClock } from '../port-request/status.ts';

/** Every type of event: what happens to requests, and that an endpoint for webhooks was given up. */
export const eventTypes = [...entryTypes, 'webhook_endpoint.disabled'] as const;

/** An endpoint for webhooks was given up: the one event that belongs to no request, and to no chain of hashes. */
export type EndpointDisabledEvent = {
  readonly sequence: null;
  readonly id: string;
  readonly type: 'webhook_endpoint.disabled';
  readonly occurredAt: InstantText;
  readonly portRequestId: null;
  readonly status: null;
  readonly previousStatus: null;
  readonly actor: HistoryEntry['actor'];
  readonly attempt: null;
  readonly data: { readonly endpointId: string };
  readonly previousHash: null;
  readonly hash: null;
};

/** Something a tenant is told: a history entry of one of its requests, or what became of an endpoint. One envelope for all. */
export type FeedEvent = HistoryEntry | EndpointDisabledEvent;

/** The event that says an endpoint was given up. */
export const endpointDisabled = (
  endpointId: string,
  { id, occurredAt }: Pick<EndpointDisabledEvent, 'id' | 'occurredAt'>,
): EndpointDisabledEvent => ({
  sequence: null,
  id,
  type: 'webhook_endpoint.disabled',
  occurredAt,
  portRequestId: null,
  status: null,
  previousStatus: null,
  actor: theClock,
  attempt: null,
  data: { endpointId },
  previousHash: null,
  hash: null,
});

const datum = z.union([z.string(), z.number(), z.boolean(), z.null()]);

const actorShape = { kind: z.enum(actorKinds), id: z.string().nullable() };

const requestEventShape = {
  sequence: z.int().describe('1, 2, 3 … per port request'),
  id: z.string().describe('The same wherever the event is seen: what to recognise a repeat by'),
  type: z.string().meta({ example: 'port_request.approved', 'x-extensible-enum': entryTypes }),
  occurredAt: z.string().meta({ format: 'date-time' }),
  portRequestId: z.string(),
  status: z.enum(statuses),
  previousStatus: z.enum(statuses).nullable(),
  actor: z.looseObject(actorShape),
  attempt: z.int().nullable().describe('Null before the first submission'),
  data: z.record(z.string(), z.union([datum, z.array(z.union([z.string(), z.number()]))])),
};

/** An event as the feed gives it. */
export const feedEventView = z
  .strictObject({
    ...requestEventShape,
    sequence: z.int().nullable().describe('1, 2, 3 … per port request; null for an event of none'),
    type: z.enum(eventTypes),
    portRequestId: z.string().nullable(),
    status: z.enum(statuses).nullable(),
    actor: z.strictObject(actorShape),
    previousHash: z.string().nullable(),
    hash: z.string().nullable().describe('As in the history of the request; null for an event of none'),
  })
  .meta({ id: 'Event' });

/**
 * An event as a receiver of webhooks is sent it: always one of a request. Open, since members and types are added, and a receiver
 * that judges by this description must not refuse them.
 */
export const webhookBodyView = z.looseObject(requestEventShape).meta({ id: 'WebhookEvent' });

/** An event as a receiver of webhooks is sent it: without hashes, since a receiver does not see the whole chain. */
export const webhookBodyOf = ({ hash: _, previousHash: __, ...event }: FeedEvent) => event;
