import { type InstantText, toInstantText } from '../functions/calendar/clock.ts';
import type { EventFeed, PublishedEvent } from '../functions/events/event-feed.ts';
import { UnavailableError } from '../functions/problems/unavailable-error.ts';
import type { RememberedAnswer, RememberedAnswers } from '../functions/remembered-answers.ts';
import type { Deliveries, DueLane } from '../functions/webhooks/deliveries.ts';
import {
  type Delivery,
  dueNow,
  type Lane,
  type NewDelivery,
  sentAgain,
} from '../functions/webhooks/delivery.ts';
import type { WebhookEndpoint } from '../functions/webhooks/webhook-endpoint.ts';
import type {
  EndpointsChange,
  TenantEndpoints,
  WebhookEndpoints,
} from '../functions/webhooks/webhook-endpoints.ts';
import { mostActionsAtOnce } from './items-written.ts';

/** A lane with what waits in it; one that is empty is not kept. */
type KeptLane = DueLane & {
  readonly tenant: string;
  readonly waiting: readonly number[];
  readonly holder: string | null;
};

/** Feeds, endpoints and deliveries as data. */
export type SavedFeed = {
  readonly feeds: readonly (readonly [tenant: string, events: readonly PublishedEvent[]])[];
  readonly through: readonly (readonly [portRequestId: string, sequence: number])[];
  readonly endpoints: readonly (readonly [
    tenant: string,
    kept: { readonly version: number; readonly endpoints: readonly WebhookEndpoint[] },
  ])[];
  readonly deliveries: readonly Delivery[];
  readonly lanes: readonly KeptLane[];
};

/** Feeds, endpoints and deliveries in memory. */
export type InMemoryFeed = {
  readonly feed: EventFeed;
  readonly endpoints: WebhookEndpoints;
  readonly deliveries: Deliveries;
  /** Items written so far: what a table would be charged for. */
  readonly itemsWritten: () => number;
  readonly save: () => SavedFeed;
};

const nothing: SavedFeed = { feeds: [], through: [], endpoints: [], deliveries: [], lanes: [] };

const laneKey = ({ endpointId, portRequestId }: Lane): string => `${endpointId} ${portRequestId}`;

const deliveryKey = (endpointId: string, position: number): string => `${endpointId} ${position}`;

const placeOf = (lane: DueLane): string => `${lane.dueAt} ${laneKey(lane)}`;

/**
 * Feeds, endpoints and deliveries in memory. Each call checks and writes without a pause in between, which is its transaction.
 */
export const createInMemoryFeed = (
  answers: Pick<RememberedAnswers, 'find' | 'keep'>,
  saved: SavedFeed = nothing,
): InMemoryFeed => {
  const feeds = new Map(saved.feeds.map(([tenant, events]) => [tenant, [...events]]));
  const through = new Map(saved.through);
  const kept = new Map(saved.endpoints);
  const deliveries = new Map(
    saved.deliveries.map((delivery) => [deliveryKey(delivery.endpointId, delivery.position), delivery]),
  );
  const lanes = new Map(saved.lanes.map((lane) => [laneKey(lane), lane]));
  let itemsWritten = 0;

  const eventsOf = (tenant: string): readonly PublishedEvent[] => feeds.get(tenant) ?? [];

  const endpointsOf = (tenant: string): TenantEndpoints => ({
    tenant,
    ...(kept.get(tenant) ?? { version: 0, endpoints: [] }),
  });

  const isCurrent = ({ before }: EndpointsChange): boolean =>
    endpointsOf(before.tenant).version === before.version;

  const writeEndpoints = ({ before, after }: EndpointsChange): void => {
    kept.set(before.tenant, { version: before.version + 1, endpoints: after });
    itemsWritten += 1;
  };

  const setLane = (lane: KeptLane): void => {
    if (lane.waiting.length === 0) lanes.delete(laneKey(lane));
    else lanes.set(laneKey(lane), lane);
    itemsWritten += 1;
  };

  const enqueue = (lane: Lane, tenant: string, position: number, dueAt: InstantText): void => {
    const { endpointId, portRequestId } = lane;
    const before = lanes.get(laneKey(lane)) ?? {
      endpointId,
      portRequestId,
      tenant,
      dueAt,
      waiting: [],
      holder: null,
    };
    setLane({ ...before, waiting: [...before.waiting, position] });
  };

  const putDelivery = (delivery: Delivery): Delivery => {
    deliveries.set(deliveryKey(delivery.endpointId, delivery.position), delivery);
    itemsWritten += 1;
    return delivery;
  };

  const keepNew = (tenant: string, { dueAt, ...delivery }: NewDelivery): void => {
    putDelivery(delivery);
    enqueue(delivery, tenant, delivery.position, dueAt);
  };

  const heldBy = (lane: Lane, holder: string): KeptLane | undefined => {
    const found = lanes.get(laneKey(lane));
    return found?.holder === holder ? found : undefined;
  };

  return {
    feed: {
      state: async (tenant, portRequestId) => ({
        head: eventsOf(tenant).length,
        through: portRequestId === undefined ? 0 : (through.get(portRequestId) ?? 0),
      }),
      append: async ({ tenant, head, events, request, deliveries: sent, endpoints }) => {
        const isOvertaken =
          eventsOf(tenant).length !== head ||
          (request !== undefined && (through.get(request.id) ?? 0) !== request.through) ||
          (endpoints !== undefined && !isCurrent(endpoints));
        if (isOvertaken) return 'overtaken';
        const lanesTouched = new Set(sent.map(laneKey)).size;
        const actions = 1 + (request === undefined ? 0 : 1) + events.length + sent.length + lanesTouched;
        if (actions > mostActionsAtOnce)
          throw new RangeError(`${actions} actions in one transaction; DynamoDB takes ${mostActionsAtOnce}`);
        const feed = feeds.get(tenant) ?? [];
        feed.push(...events.map((event, index) => ({ position: head + index + 1, event })));
        feeds.set(tenant, feed);
        if (request !== undefined) through.set(request.id, request.throughAfter);
        itemsWritten += 1 + (request === undefined ? 0 : 1) + events.length;
        for (const delivery of sent) keepNew(tenant, delivery);
        if (endpoints !== undefined) writeEndpoints(endpoints);
        return 'appended';
      },
      read: async (tenant, after, limit) => eventsOf(tenant).slice(after, after + limit),
    },
    endpoints: {
      of: async (tenant) => endpointsOf(tenant),
      tenantOf: async (endpointId) =>
        [...kept].find(([, { endpoints }]) => endpoints.some(({ id }) => id === endpointId))?.[0],
      write: async (change, remember?: RememberedAnswer) => {
        const answered = async () => remember && (await answers.find(remember.scope, remember.key));
        const before = await answered();
        if (before !== undefined) return { kind: 'already_answered', answer: before };
        if (!isCurrent(change)) {
          // Whoever was faster under the same key wrote while this one looked.
          const meanwhile = await answered();
          return meanwhile === undefined
            ? { kind: 'stale' }
            : { kind: 'already_answered', answer: meanwhile };
        }
        writeEndpoints(change);
        if (remember !== undefined) await answers.keep(remember);
        return { kind: 'written' };
      },
    },
    deliveries: {
      dueLanes: async (until, { limit, after }) => {
        const latest = toInstantText(until);
        const due: (DueLane & { readonly place: string })[] = [];
        for (const [key, { endpointId, portRequestId, dueAt }] of lanes) {
          const place = `${dueAt} ${key}`;
          if (dueAt > latest || (after !== undefined && place <= placeOf(after))) continue;
          // Asked for the first one after every delivery, which may be one of thousands that wait.
          const [first] = due;
          if (limit === 1 && first !== undefined)
            due[0] = place < first.place ? { endpointId, portRequestId, dueAt, place } : first;
          else due.push({ endpointId, portRequestId, dueAt, place });
        }
        return due
          .sort((one, other) => (one.place < other.place ? -1 : 1))
          .slice(0, limit)
          .map(({ place: _, ...lane }) => lane);
      },
      take: async (lane, holder, { now, until }) => {
        const found = lanes.get(laneKey(lane));
        if (found === undefined || found.dueAt > toInstantText(now)) return undefined;
        setLane({ ...found, holder, dueAt: toInstantText(until) });
        return { tenant: found.tenant, waiting: found.waiting };
      },
      advance: async (lane, holder, position) => {
        const found = heldBy(lane, holder);
        if (found?.waiting[0] !== position) return undefined;
        const waiting = found.waiting.slice(1);
        setLane({ ...found, waiting });
        return waiting;
      },
      release: async (lane, holder, at) => {
        const found = heldBy(lane, holder);
        if (found !== undefined) setLane({ ...found, holder: null, dueAt: toInstantText(at) });
      },
      find: async (endpointId, position) => deliveries.get(deliveryKey(endpointId, position)),
      write: async (delivery) => {
        putDelivery(delivery);
      },
      list: async (endpointId, { limit, before }) =>
        [...deliveries.values()]
          .filter((delivery) => delivery.endpointId === endpointId)
          .filter(({ position }) => before === undefined || position < before)
          .sort((one, other) => other.position - one.position)
          .slice(0, limit),
      again: async (asked, tenant, now) => {
        const { endpointId, position } = asked;
        const delivery = deliveries.get(deliveryKey(endpointId, position)) ?? asked;
        const found = lanes.get(laneKey(asked));
        if (found?.waiting.includes(position)) {
          if (delivery.status !== 'pending')
            throw new UnavailableError(`A worker is just taking ${position} off its lane`);
          if (found.holder !== null) return delivery;
          setLane({ ...found, dueAt: toInstantText(now) });
          return found.waiting[0] === position ? putDelivery(dueNow(delivery, now)) : delivery;
        }
        enqueue(asked, tenant, position, toInstantText(now));
        return putDelivery(sentAgain(delivery));
      },
    },
    itemsWritten: () => itemsWritten,
    save: () => ({
      feeds: [...feeds].map(([tenant, events]) => [tenant, [...events]]),
      through: [...through],
      endpoints: [...kept],
      deliveries: [...deliveries.values()],
      lanes: [...lanes.values()],
    }),
  };
};
