import { Temporal } from 'temporal-polyfill';
import type { Now } from '../calendar/clock.ts';
import type { EndpointMails } from '../correspondence/mail-job.ts';
import { endpointMailTemplate } from '../correspondence/mail-template.ts';
import { type FeedEvent, webhookBodyOf } from '../events/feed-event.ts';
import { measured } from '../metrics/metrics.ts';
import type { Telemetry } from '../runtime/telemetry.ts';
import { queue } from '../runtime/work.ts';
import type { Deliveries, HeldLane } from './deliveries.ts';
import { type AttemptOutcome, afterAttempt, givenUp, type Lane, wasAcknowledged } from './delivery.ts';
import { type HealthDeps, noteHealth } from './endpoint-health.ts';
import { type EndpointsKey, secretOf } from './endpoint-secret.ts';
import { type LaneQueue, laneJob } from './lane-queue.ts';
import type { Receivers } from './receivers.ts';
import { signingGenerations, type WebhookEndpoint } from './webhook-endpoint.ts';

type DeliverDeps = HealthDeps &
  Telemetry & {
    /** Attempts are made and counted by it. */
    readonly wallClock: Now;
    readonly deliveries: Deliveries;
    readonly receivers: Receivers;
    readonly laneQueue: LaneQueue;
    readonly endpointMails: EndpointMails;
    readonly webhookKey: () => Promise<EndpointsKey>;
    /** From 0 to 1: how long the pauses are. */
    readonly random: () => number;
  };

/** Messages sent in one go: a receiver may take 10 seconds for each, and others wait for the worker. */
const mostAtOnce = 5;

/** How long a worker holds a lane: longer than its function may run, so that no lane ever has two. */
const holdSeconds = 120;

/** One lane in this worker's hands. */
type Work = {
  readonly real: DeliverDeps;
  readonly lane: Lane;
  readonly holder: string;
  readonly tenant: string;
};

const endpointOf = async ({ real, lane, tenant }: Work): Promise<WebhookEndpoint | undefined> =>
  (await real.endpoints.of(tenant)).endpoints.find(({ id }) => id === lane.endpointId);

const send = async ({ real }: Work, endpoint: WebhookEndpoint, event: FeedEvent): Promise<AttemptOutcome> => {
  const key = await real.webhookKey();
  return real.receivers.post({
    url: endpoint.url,
    id: event.id,
    body: JSON.stringify(webhookBodyOf(event)),
    secrets: signingGenerations(endpoint, real.wallClock()).map((generation) =>
      secretOf(key, endpoint, generation),
    ),
  });
};

/** Nothing is sent to an endpoint any more that is gone or given up: all that waits in the lane has failed. */
const giveUp = async (
  { real, lane, holder, tenant }: Work,
  endpoint: WebhookEndpoint | undefined,
  waiting: readonly number[],
): Promise<void> => {
  const position = endpoint?.disabledAtPosition ?? null;
  // From every lane of the endpoint, so that whoever dies on the way costs no mail; the ledger lets out one.
  if (position !== null)
    await real.endpointMails.put({
      template: endpointMailTemplate,
      tenant,
      endpointId: lane.endpointId,
      position,
    });
  for (let left: readonly number[] | undefined = waiting; left?.[0] !== undefined; ) {
    const [first] = left;
    const delivery = await real.deliveries.find(lane.endpointId, first);
    if (delivery?.status === 'pending') await real.deliveries.write(givenUp(delivery));
    left = await real.deliveries.advance(lane, holder, first);
  }
};

/**
 * Makes one attempt at the first delivery of a lane. `done`: the next one may come; `later`: the lane waits; `given_up`: the endpoint
 * is sent nothing any more.
 */
const deliverFirst = async (
  work: Work,
  endpoint: WebhookEndpoint,
  [position, ...behind]: readonly [number, ...number[]],
): Promise<'done' | 'later' | 'given_up'> => {
  const { real, lane, holder, tenant } = work;
  const of = { tenant, endpointId: lane.endpointId };
  const delivery = await real.deliveries.find(lane.endpointId, position);
  // One whose worker died after the answer arrived, and is not sent again. That it did may not be noted yet: without it an endpoint
  // that answered would count as one that does not.
  if (delivery?.status === 'delivered') await noteHealth(real, of, true, real.wallClock());
  if (delivery?.status !== 'pending') return 'done';
  const [published] = await real.feed.read(tenant, position - 1, 1);
  if (published === undefined) throw new Error(`No event at ${position} for ${lane.endpointId}`);
  const outcome = await send(work, endpoint, published.event);
  const at = real.wallClock();
  const isTaken = wasAcknowledged(outcome);
  real.metrics.put([measured('WebhookAttempts', { Outcome: isTaken ? 'acknowledged' : 'failed' })]);
  const tried = afterAttempt(delivery, outcome, at, real.random);
  const after = delivery.isReplay && !isTaken && behind.length > 0 ? givenUp(tried) : tried;
  // A failure is noted before it is written: noted late, the endpoint's 72 hours would end after those of its last delivery, and
  // nobody would be left to see it. What was taken is written first, so that it is not sent again.
  const noted = isTaken ? undefined : await noteHealth(real, of, false, at);
  await real.deliveries.write(after);
  const health = noted ?? (await noteHealth(real, of, true, at));
  real.log.info('webhook.attempted', {
    endpointId: lane.endpointId,
    portRequestId: lane.portRequestId,
    type: delivery.type,
    status: outcome.status,
    error: outcome.error,
    delivery: after.status,
  });
  if (health === 'given_up') return 'given_up';
  if (after.status !== 'pending') return 'done';
  await real.deliveries.release(
    lane,
    holder,
    after.nextAttemptAt === null ? real.wallClock() : Temporal.Instant.from(after.nextAttemptAt),
  );
  return 'later';
};

/** Sends what waits in a lane, one after the other, until it is empty or has to wait. */
const work = async (held: Work, first: HeldLane): Promise<void> => {
  const { real, lane, holder } = held;
  let { waiting } = first;
  for (let sent = 0; ; sent += 1) {
    const [position, ...behind] = waiting;
    if (position === undefined) return;
    // Read before each: it may be deleted, disabled or given another secret at any time.
    const endpoint = await endpointOf(held);
    if (endpoint?.status !== 'enabled') return giveUp(held, endpoint, waiting);
    if (sent === mostAtOnce) {
      await real.deliveries.release(lane, holder, real.wallClock());
      return real.laneQueue.put([lane]);
    }
    const came = await deliverFirst(held, endpoint, [position, ...behind]);
    if (came === 'later') return;
    // Read again before the lane moves on: with its last delivery done, nobody would be left to say that the endpoint is given up.
    if (came === 'given_up') continue;
    const left = await real.deliveries.advance(lane, holder, position);
    if (left === undefined) return;
    waiting = left;
  }
};

/** Works on a lane unless it is not due or somebody else does. A message that comes twice finds it so. */
const deliver = async (real: DeliverDeps, lane: Lane): Promise<void> => {
  const holder = real.newId('wrk');
  const now = real.wallClock();
  const held = await real.deliveries.take(lane, holder, { now, until: now.add({ seconds: holdSeconds }) });
  if (held !== undefined) await work({ real, lane, holder, tenant: held.tenant }, held);
};

export const newHandler = (deps: () => DeliverDeps) =>
  queue({ name: 'deliver-webhook', message: laneJob }, deps, deliver);
