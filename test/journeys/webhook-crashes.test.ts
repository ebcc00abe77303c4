import { Temporal } from 'temporal-polyfill';
import { describe, expect, test } from 'vitest';
import type { AdapterCall, AroundCall } from '../../sandbox/adapter-calls.ts';
import { type FaultMode, failingCall } from '../../sandbox/faults.ts';
import { inMemoryStores } from '../../sandbox/in-memory-stores.ts';
import type { VirtualClock } from '../../sandbox/virtual-clock.ts';
import type { Plan } from '../support/receiver.ts';
import {
  addEndpoint,
  contactEmail,
  deliveriesOf,
  draftOf,
  webhookWorld,
  wholeFeed,
} from '../support/webhook-world.ts';

/** What came of a life, for whoever asks afterwards. */
type Outcome = {
  readonly feed: readonly string[];
  /** What the request's receiver took, in order. */
  readonly taken: readonly string[];
  readonly deliveries: readonly string[];
  readonly endpoint: string;
  /** Endpoints that count as failing. */
  readonly failing: number;
  readonly mails: number;
  readonly leftInLanes: number;
};

type Life = { readonly plan: Plan; readonly events: number };

const lives: Readonly<Record<string, Life>> = {
  'takes everything at the second attempt': { plan: ({ number }) => (number === 1 ? 500 : 200), events: 2 },
  'takes nothing': { plan: () => 503, events: 2 },
  'does not take the only event there is': { plan: () => 503, events: 1 },
};

type AroundAt = (...given: [...Parameters<AroundCall>, now: Temporal.Instant]) => Promise<unknown>;

/** Events a minute apart, and four days. Whatever the API itself calls on the way is left in peace. */
const live = async ({ plan, events }: Life, around: AroundAt): Promise<Outcome> => {
  let isInPeace = true;
  let clock: VirtualClock | undefined;
  const { client, receiver } = await webhookWorld(plan, {
    options: {
      openStores: inMemoryStores(),
      doubles: {
        around: (call, perform) => {
          // Ticks that look for what is due have nothing to do with events.
          if (isInPeace || clock === undefined || call.method === 'due') return perform();
          return around(call, perform, clock.now());
        },
      },
    },
  });
  clock = client.sandbox.world().clock;
  const id = await draftOf(client);
  const { id: endpointId } = await addEndpoint(client, receiver.url());
  const write = async (text: string) => {
    isInPeace = true;
    // Answered before any of it has gone further.
    const { status } = await client.sandbox.world().gateway({
      method: 'POST',
      target: `/v1/port-requests/${id}/notes`,
      headers: { authorization: [`Bearer ${client.token}`], 'content-type': ['application/json'] },
      body: Buffer.from(JSON.stringify({ text })),
    });
    expect(status).toBe(201);
    isInPeace = false;
  };
  for (let written = 1; written <= events; written += 1) {
    await write(`${written}`);
    await client.clock({ by: 'PT1M' });
  }
  await client.clock({ by: 'P4D' });
  isInPeace = true;
  const feed = await wholeFeed(client);
  const placeOf = (eventId: string) => feed.findIndex((event) => event.id === eventId);
  const deliveries = await deliveriesOf(client, endpointId);
  const kept = client.sandbox.save()?.world.stores.feed.endpoints ?? [];
  const endpoints = kept.flatMap(([, ofTenant]) => ofTenant.endpoints);
  return {
    feed: feed.map(({ type, sequence }) => `${type} ${sequence}`),
    taken: receiver.taken().map((eventId) => `${placeOf(eventId)}`),
    deliveries: deliveries.map(
      ({ eventId, status }: { eventId: string; status: string }) => `${placeOf(eventId)} ${status}`,
    ),
    endpoint: (await client.get(`/v1/webhook-endpoints/${endpointId}`)).json.status,
    failing: endpoints.filter(({ failingSince }) => failingSince !== null).length,
    mails: (await client.mails(`to=${contactEmail}`)).length,
    leftInLanes: client.sandbox
      .world()
      .clock.timers()
      .filter(({ what }) => what === 'webhooks').length,
  };
};

/** Calls that leave something behind: whether a read was done before its caller died makes no difference. */
const writes = [
  'append',
  'write',
  'take',
  'advance',
  'release',
  'put',
  'post',
  'send',
  'begin',
  'sent',
  'handled',
];

const mayRepeatMail = ({ target, method }: AdapterCall, mode: FaultMode): boolean =>
  mode === 'crash_after' ? target === 'mail' : method === 'sent';

const isOfDelivery = ({ given: [first] }: AdapterCall): boolean =>
  typeof first === 'object' && first !== null && 'attempts' in first;

/** An event comes twice only where its sender died between the answer and writing it down. */
const mayRepeatEvent = (call: AdapterCall, mode: FaultMode): boolean =>
  mode === 'crash_after' ? call.target === 'receivers' : call.method === 'write' && isOfDelivery(call);

/** Lives in which every call in turn fails once: what differs from peace, with the call. */
const livesStruck = async (life: Life, mode: FaultMode): Promise<readonly string[]> => {
  const calls: AdapterCall[] = [];
  const inPeace = await live(life, (call, perform) => {
    calls.push(call);
    return perform();
  });
  const wrong: string[] = [];
  // Of many attempts that are alike, the first ones and the last ones.
  const places = [...calls.keys()].filter((index) => index < 20 || index > calls.length - 20);
  for (const place of places) {
    const struck = calls[place];
    if (struck === undefined || (mode === 'crash_after' && !writes.includes(struck.method))) continue;
    let index = -1;
    const outcome = await live(life, (call, perform) => {
      index += 1;
      return index === place ? failingCall(call.target, mode, perform) : perform();
    });
    const excused = { ...outcome };
    // A mail whose sender died after it went out may come twice: the mail service cannot be asked.
    if (mayRepeatMail(struck, mode) && outcome.mails === inPeace.mails + 1) excused.mails = inPeace.mails;
    if (mayRepeatEvent(struck, mode)) excused.taken = [...new Set(outcome.taken)];
    const [given, expected] = [JSON.stringify(excused), JSON.stringify(inPeace)];
    if (given !== expected)
      wrong.push(`${place} ${struck.target} ${struck.method}: ${given} instead of ${expected}`);
  }
  expect(calls.length).toBeGreaterThan(30);
  return wrong;
};

describe.each(Object.entries(lives))('where a receiver %s', (_, life) => {
  test('all comes to its end', async () => {
    const outcome = await live(life, (__, perform) => perform());
    const isTaken = life === lives['takes everything at the second attempt'];
    const positions = life.events === 1 ? ['1'] : ['1', '2'];
    expect(outcome).toEqual({
      feed: [
        'port_request.created 1',
        ...positions.map((position) => `port_request.noted ${Number(position) + 1}`),
        ...(isTaken ? [] : ['webhook_endpoint.disabled null']),
      ],
      taken: isTaken ? positions : [],
      deliveries: positions.map((position) => `${position} ${isTaken ? 'delivered' : 'failed'}`),
      endpoint: isTaken ? 'enabled' : 'disabled',
      failing: isTaken ? 0 : 1,
      mails: isTaken ? 0 : 1,
      leftInLanes: 0,
    });
  });

  test.each(['error', 'crash_after'] as const)(
    'it comes to the same wherever one call fails: %s',
    async (mode) => {
      expect(await livesStruck(life, mode)).toEqual([]);
    },
  );

  test.each(['queues', 'records'] as const)(
    'it comes to the same after an hour without %s',
    async (target) => {
      const inPeace = await live(life, (__, perform) => perform());
      for (const from of [0, 5, 20, 40]) {
        let index = -1;
        let endsAt: Temporal.Instant | undefined;
        const outcome = await live(life, (call, perform, now) => {
          index += 1;
          if (index === from) endsAt = now.add({ hours: 1 });
          const isOut = endsAt !== undefined && Temporal.Instant.compare(now, endsAt) < 0;
          return isOut && call.target === target ? failingCall(target, 'error', perform) : perform();
        });
        expect({ ...outcome, taken: [...new Set(outcome.taken)] }, `from call ${from} on`).toEqual(inPeace);
      }
    },
  );
});
