import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { singleNumberBody } from '../support/example-body.ts';
import { awaitingRequest, cancel, moments, mustBe } from '../support/journey.ts';
import type { Act, Plan } from '../support/receiver.ts';
import type { SandboxClient } from '../support/sandbox-client.ts';
import {
  addEndpoint,
  contactEmail,
  deliveriesOf,
  draftOf,
  noteOn,
  webhookWorld,
  wholeFeed,
} from '../support/webhook-world.ts';

/** A world with a receiver that is told of everything. */
const begin = async (plan?: Plan, more: Readonly<Record<string, unknown>> = {}) => {
  const { client, receiver } = await webhookWorld(plan);
  const { id: endpointId } = await addEndpoint(client, receiver.url(), more);
  return { client, receiver, endpointId };
};

const idsOf = async (client: SandboxClient, id: string): Promise<string[]> =>
  (await client.history(id)).map(({ id: eventId }) => eventId);

/** The ids in the order in which they were first seen. */
const inOrder = (ids: readonly string[]): string[] => [...new Set(ids)];

const ofRequest =
  (id: string) =>
  ({ event }: { readonly event: { readonly portRequestId: string | null } }): boolean =>
    event.portRequestId === id;

describe('a receiver that answers', () => {
  test('is sent every event of a port, once and in order, as the history has it', async () => {
    const { client, receiver, endpointId } = await begin();
    const id = await awaitingRequest(client);
    await client.clock({ to: moments.approved });
    mustBe(await client.event(id, 'request.approved', { date: '2026-04-14' }), 202);
    await client.clock({ to: moments.windowOpens });

    const history = await client.history(id);
    expect(history.length).toBeGreaterThan(4);
    expect(receiver.received.map(({ event }) => event)).toEqual(
      history.map(({ hash: _, previousHash: __, ...event }) => event),
    );
    expect(receiver.received.map(({ id: webhookId }) => webhookId)).toEqual(history.map((entry) => entry.id));
    const deliveries = await deliveriesOf(client, endpointId);
    expect(
      deliveries.map(({ status, eventId }: { status: string; eventId: string }) => [eventId, status]),
    ).toEqual(history.map((entry) => [entry.id, 'delivered']));
  });

  test('is told before whoever made it happen is answered, so that nobody has to wait', async () => {
    const { client, receiver } = await begin();
    const id = await draftOf(client, '025805071');
    expect(receiver.taken()).toEqual(await idsOf(client, id));
    await noteOn(client, id);
    expect(receiver.taken()).toEqual(await idsOf(client, id));
  });

  test('may call the API before it answers, also while the clock is moved', async () => {
    const found: unknown[] = [];
    const world = await begin(async ({ event, number }) => {
      if (event.sequence !== 1) return 200;
      const path = `/v1/port-requests/${event.portRequestId}`;
      const read = await world.client.get(path);
      const feed = await world.client.get('/v1/events');
      const written = await world.client.post(`${path}/notes`, { text: 'Seen' });
      const clock = await world.client.get('/sandbox/clock', { token: null });
      found.push([read.status, feed.json.items[0]?.id === event.id, written.status, clock.json.now]);
      return number === 1 ? 500 : 200;
    });
    const id = await draftOf(world.client, '025805071');
    expect(found).toEqual([[200, true, 201, '2026-03-30T08:00:00Z']]);
    await world.client.clock({ by: 'PT5M' });
    expect(found).toEqual([
      [200, true, 201, '2026-03-30T08:00:00Z'],
      [200, true, 201, '2026-03-30T08:01:00Z'],
    ]);
    expect((await world.client.history(id)).map(({ type }) => type)).toEqual([
      'port_request.created',
      'port_request.noted',
      'port_request.noted',
    ]);
    expect(world.receiver.taken()).toEqual(await idsOf(world.client, id));
  });
});

describe('while a receiver is waited for', () => {
  test('it may act as the operator, and is answered when all but deliveries is done', async () => {
    const found: unknown[] = [];
    const world = await begin(async ({ event }) => {
      if (event.type !== 'port_request.sent_to_operator') return 200;
      const path = `/v1/port-requests/${event.portRequestId}`;
      mustBe(
        await world.client.event(`${event.portRequestId}`, 'request.approved', { date: '2026-04-14' }),
        202,
      );
      const mails = await world.client.mails(`portRequestId=${event.portRequestId}&template=approved`);
      found.push((await world.client.get(path)).json.status, mails.length);
      return 200;
    });
    const id = await awaitingRequest(world.client);
    expect(found).toEqual(['approved', 1]);
    expect(world.receiver.taken()).toEqual(await idsOf(world.client, id));
  });

  test('everybody else is answered from a world in which only deliveries are open', async () => {
    const others: unknown[] = [];
    const world = await begin(async ({ event }) => {
      if (event.sequence !== 1) return 200;
      const token = await world.client.tokenFor('umbra');
      const id = mustBe(await world.client.create(singleNumberBody('025805072'), { token }), 201).json.id;
      const read = await world.client.get(`/v1/port-requests/${id}`, { token });
      const mails = await world.client.mails(`portRequestId=${id}`);
      const feed = await wholeFeed(world.client, token);
      others.push(read.json.status, mails.length, feed.length);
      return 200;
    });
    await draftOf(world.client, '025805071');
    expect(others).toEqual(['awaiting_answer', 1, 3]);
  });
});

describe('a receiver that fails', () => {
  const acts: readonly Act[] = [200, 204, 500, 404, 'hang', 'drip', 'close', 'reset', 'garbage', 'redirect'];

  const errorOf: Readonly<Record<string, string>> = {
    hang: 'timeout',
    drip: 'timeout',
    close: 'connection_closed',
    reset: 'connection_closed',
    garbage: 'connection_closed',
  };

  const attemptOf = (act: Act) =>
    typeof act === 'number'
      ? { status: act, error: null }
      : act === 'redirect'
        ? { status: 307, error: null }
        : { status: null, error: errorOf[act] };

  /** What it does in turn, then 200; acts that take no event come seldom enough for 72 hours. */
  const turns = fc.array(fc.nat({ max: acts.length - 1 }), { minLength: 20, maxLength: 40 });

  test.each(fc.sample(turns, { seed: 20260330, numRuns: 4 }))(
    'in every way, for hours, is sent everything in the end, in order, and nothing that it took: %#',
    async (...indexes) => {
      const left = indexes.map((index) => acts[index] ?? 200);
      const { client, receiver, endpointId } = await begin(() => left.shift() ?? 200);
      const ids = [await draftOf(client, '025805071'), await draftOf(client, '025805072')];
      for (let hour = 0; hour < 6; hour += 1) {
        for (const id of ids) await noteOn(client, id);
        await client.clock({ by: 'PT1H' });
      }
      await client.clock({ by: 'P3D' });

      expect(left).toEqual([]);
      expect(receiver.redirected()).toBe(0);
      for (const id of ids) {
        const own = receiver.tried.filter(ofRequest(id));
        const sent = own.map(({ event }) => event.id);
        const events = await idsOf(client, id);
        expect(inOrder(sent)).toEqual(events);
        // Each is sent until it is taken, and no other of its request meanwhile.
        for (const [index, { event, act }] of own.entries())
          expect(sent[index + 1] === event.id, `${index} ${act}`).toBe(act !== 200 && act !== 204);
        const texts = receiver.received.filter(ofRequest(id)).map(({ text }) => text);
        expect(new Set(texts).size).toBe(events.length);
      }
      const deliveries = await deliveriesOf(client, endpointId);
      for (const { eventId, status, nextAttemptAt, attempts } of deliveries) {
        expect([status, nextAttemptAt]).toEqual(['delivered', null]);
        const own = receiver.tried.filter(({ event }) => event.id === eventId);
        expect(attempts.map(({ at: _, ...outcome }: { at: string }) => outcome)).toEqual(
          own.map(({ act }) => attemptOf(act)),
        );
      }
    },
  );

  test('for 72 hours with one event is then sent the next one of that request, and others all the time', async () => {
    const { client, receiver, endpointId } = await begin();
    const began = client.sandbox.world().clock.now();
    const going = await draftOf(client, '025805071');
    receiver.plan(({ event }) => (event.portRequestId !== going && event.sequence === 1 ? 503 : 200));
    const waiting = await draftOf(client, '025805072');
    await noteOn(client, waiting);
    for (let day = 0; day < 3; day += 1) {
      await noteOn(client, going);
      expect(receiver.taken()).toEqual(await idsOf(client, going));
      await client.clock({ to: `${began.add({ hours: 24 * day + 23 })}` });
    }
    await client.clock({ to: `${began.add({ hours: 72 }).subtract({ seconds: 1 })}` });
    expect(receiver.taken()).toEqual(await idsOf(client, going));
    const [first, second] = (await deliveriesOf(client, endpointId)).filter(
      ({ portRequestId }: { portRequestId: string }) => portRequestId === waiting,
    );
    expect(first).toMatchObject({ status: 'pending', nextAttemptAt: `${began.add({ hours: 72 })}` });
    expect(second).toMatchObject({ status: 'pending', attempts: [], nextAttemptAt: null });

    await client.clock({ by: 'PT1S' });
    const [failed, next] = (await deliveriesOf(client, endpointId)).filter(
      ({ portRequestId }: { portRequestId: string }) => portRequestId === waiting,
    );
    expect(failed).toMatchObject({ status: 'failed', nextAttemptAt: null });
    expect(failed.attempts.at(-1)).toEqual({ at: `${began.add({ hours: 72 })}`, status: 503, error: null });
    expect(next).toMatchObject({ status: 'delivered', attempts: [{ status: 200 }] });
    const [, secondId] = await idsOf(client, waiting);
    expect(receiver.taken().at(-1)).toBe(secondId);
  });
});

describe('an endpoint at which nothing arrives for 72 hours', () => {
  /** One is given up at three days after its first event. */
  const giveUp = async (requests: number, language: string) => {
    const { client, receiver, endpointId } = await begin(() => 500, { language });
    const ids: string[] = [];
    for (let index = 0; index < requests; index += 1) {
      ids.push(await draftOf(client, `02580507${index + 1}`));
      await client.clock({ by: 'PT30M' });
    }
    await client.clock({ to: '2026-04-02T07:59:59Z' });
    return { client, receiver, endpointId, ids };
  };

  const statusOf = async (client: SandboxClient, endpointId: string) =>
    (await client.get(`/v1/webhook-endpoints/${endpointId}`)).json.status;

  const disabledIn = async (client: SandboxClient) =>
    (await wholeFeed(client)).filter(({ type }) => type === 'webhook_endpoint.disabled');

  test.each([1, 3])(
    'is disabled with an event and a mail, once, whatever waits for it: %i',
    async (requests) => {
      const { client, receiver, endpointId } = await giveUp(requests, 'de');
      expect(await statusOf(client, endpointId)).toBe('enabled');
      expect([await disabledIn(client), await client.mails(`to=${contactEmail}`)]).toEqual([[], []]);

      const { happened } = await client.clock({ by: 'PT1S' });
      expect(happened.map(({ type }: { type: string }) => type)).toEqual(['webhook_endpoint.disabled']);
      expect(await statusOf(client, endpointId)).toBe('disabled');
      await client.clock({ by: 'P10D' });
      expect(await disabledIn(client)).toEqual([
        {
          sequence: null,
          id: expect.stringMatching(/^evt_/),
          type: 'webhook_endpoint.disabled',
          occurredAt: '2026-04-02T08:00:00Z',
          portRequestId: null,
          status: null,
          previousStatus: null,
          actor: { kind: 'clock', id: null },
          attempt: null,
          data: { endpointId },
          previousHash: null,
          hash: null,
        },
      ]);
      const mails = await client.mails(`to=${contactEmail}`);
      expect(mails).toHaveLength(1);
      expect(mails[0]).toMatchObject({
        template: 'webhook_endpoint_disabled',
        language: 'de',
        portRequestId: null,
        subject: 'Ihr Webhook ist abgeschaltet',
      });
      expect(mails[0].text).toContain(receiver.url());
      expect(mails[0].text).toContain(endpointId);
      expect(mails[0].at).toBe('2026-04-02T08:00:00Z');
    },
  );

  test('is sent nothing more, while the ports go on and the feed has all of it', async () => {
    const { client, receiver, endpointId, ids } = await giveUp(3, 'nl');
    await client.clock({ by: 'PT1S' });
    const sentBefore = receiver.received.length;
    receiver.plan(() => 200);
    const [first = ''] = ids;
    await noteOn(client, first);
    mustBe(await cancel(client, first), 200);
    await client.clock({ by: 'P5D' });
    expect(receiver.received).toHaveLength(sentBefore);
    const entries = (await wholeFeed(client)).filter(({ portRequestId }) => portRequestId === first);
    expect(entries).toEqual(await client.history(first));
    const deliveries = await deliveriesOf(client, endpointId);
    expect(deliveries).toHaveLength(3);
    expect(new Set(deliveries.map(({ status }: { status: string }) => status))).toEqual(new Set(['failed']));
  });

  test('is sent what happens from its enablement on, and what failed when that is asked for', async () => {
    const { client, receiver, endpointId, ids } = await giveUp(1, 'fr');
    const [id = ''] = ids;
    await client.clock({ by: 'PT1S' });
    await noteOn(client, id);
    receiver.plan(() => 200);
    const enabled = await client.post(`/v1/webhook-endpoints/${endpointId}/enablement`);
    expect([enabled.status, enabled.json.status]).toEqual([200, 'enabled']);
    await noteOn(client, id);
    const [created, missed, seen] = await idsOf(client, id);
    expect(receiver.taken()).toEqual([seen]);
    const [failed] = await deliveriesOf(client, endpointId);
    const replayed = await client.post(`/v1/webhook-endpoints/${endpointId}/deliveries/${failed.id}/replay`);
    expect([replayed.status, replayed.json.status]).toEqual([202, 'pending']);
    expect(receiver.taken()).toEqual([seen, created]);
    // What happened while it was disabled is nobody's delivery: the feed has it.
    expect((await wholeFeed(client)).map(({ id: eventId }) => eventId)).toContain(missed);
    expect(await deliveriesOf(client, endpointId)).toHaveLength(2);
  });

  test('is given up again, with another event and another mail, when it fails again after its enablement', async () => {
    const { client, endpointId, ids } = await giveUp(1, 'en');
    await client.clock({ by: 'P1D' });
    mustBe(await client.post(`/v1/webhook-endpoints/${endpointId}/enablement`), 200);
    await noteOn(client, ids[0] ?? '');
    await client.clock({ by: 'PT71H' });
    expect(await statusOf(client, endpointId)).toBe('enabled');
    await client.clock({ by: 'PT1H' });
    expect(await statusOf(client, endpointId)).toBe('disabled');
    expect(await disabledIn(client)).toHaveLength(2);
    expect(await client.mails(`to=${contactEmail}`)).toHaveLength(2);
  });

  test('is not given up where any event arrives meanwhile', async () => {
    const { client, receiver, endpointId, ids } = await giveUp(1, 'en');
    receiver.plan(({ event }) => (event.portRequestId === ids[0] ? 500 : 204));
    await noteOn(client, await draftOf(client, '025805079'));
    await client.clock({ by: 'PT12H' });
    expect(await statusOf(client, endpointId)).toBe('enabled');
    expect(await disabledIn(client)).toEqual([]);
  });
});
