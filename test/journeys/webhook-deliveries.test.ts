import { describe, expect, test } from 'vitest';
import { mustBe } from '../support/journey.ts';
import type { Plan } from '../support/receiver.ts';
import {
  addEndpoint,
  deliveriesOf,
  draftOf,
  noteOn,
  replay,
  webhookWorld,
} from '../support/webhook-world.ts';

const under = (key: string) => ({ headers: { 'idempotency-key': key } });

describe('a delivery', () => {
  const begun = async (plan?: Plan) => {
    const world = await webhookWorld(plan);
    const { id: endpointId } = await addEndpoint(world.client, world.receiver.url());
    const id = await draftOf(world.client);
    return { ...world, endpointId, id };
  };

  test('is listed newest first, page after page, as it stands', async () => {
    const { client, endpointId, id } = await begun(({ number }) => (number === 1 ? 503 : 200));
    await noteOn(client, id);
    await noteOn(client, id);
    await client.clock({ by: 'PT1M' });
    const path = `/v1/webhook-endpoints/${endpointId}/deliveries`;
    const first = (await client.get(`${path}?limit=2`)).json;
    const second = (await client.get(`${path}?limit=2&cursor=${encodeURIComponent(first.nextCursor)}`)).json;
    expect(second.nextCursor).toBeNull();
    const history = await client.history(id);
    expect([...first.items, ...second.items]).toEqual([
      {
        id: expect.stringMatching(/^whd_/),
        eventId: history[2]?.id,
        type: 'port_request.noted',
        portRequestId: id,
        status: 'pending',
        attempts: [],
        nextAttemptAt: null,
      },
      {
        id: expect.stringMatching(/^whd_/),
        eventId: history[1]?.id,
        type: 'port_request.noted',
        portRequestId: id,
        status: 'pending',
        attempts: [{ at: '2026-03-30T08:01:00Z', status: 503, error: null }],
        nextAttemptAt: '2026-03-30T08:02:00Z',
      },
      {
        id: expect.stringMatching(/^whd_/),
        eventId: history[0]?.id,
        type: 'port_request.created',
        portRequestId: id,
        status: 'delivered',
        attempts: [
          { at: '2026-03-30T08:00:00Z', status: 503, error: null },
          { at: '2026-03-30T08:01:00Z', status: 200, error: null },
        ],
        nextAttemptAt: null,
      },
    ]);
    for (const cursor of ['x', first.nextCursor.slice(0, -2)]) {
      const answer = await client.get(`${path}?cursor=${encodeURIComponent(cursor)}`);
      expect(answer).toMatchObject({ status: 400, json: { code: 'cursor.invalid' } });
    }
  });

  test('that was delivered is sent again under its id when that is asked for, once under one key', async () => {
    const { client, receiver, endpointId } = await begun();
    const [{ id: deliveryId, eventId }] = await deliveriesOf(client, endpointId);
    const first = await replay(client, endpointId, deliveryId, under('again'));
    expect(first).toMatchObject({ status: 202, json: { id: deliveryId, status: 'pending' } });
    const second = await replay(client, endpointId, deliveryId, under('again'));
    expect([second.text, second.headers['idempotency-replayed']]).toEqual([first.text, 'true']);
    expect(receiver.taken()).toEqual([eventId, eventId]);
    expect(new Set(receiver.received.map(({ text }) => text)).size).toBe(1);
    const [delivery] = await deliveriesOf(client, endpointId);
    expect([delivery.status, delivery.attempts.length]).toEqual(['delivered', 2]);
    await replay(client, endpointId, deliveryId);
    expect(receiver.taken()).toHaveLength(3);
  });

  test('that waits for its next attempt is sent now when that is asked for, before what waits behind it', async () => {
    const { client, receiver, endpointId, id } = await begun(() => 500);
    await noteOn(client, id);
    await client.clock({ by: 'PT1H' });
    receiver.plan(() => 200);
    const [{ id: deliveryId }] = await deliveriesOf(client, endpointId);
    expect(receiver.taken()).toEqual([]);
    const asked = mustBe(await replay(client, endpointId, deliveryId), 202).json;
    expect(asked).toMatchObject({ status: 'pending', nextAttemptAt: '2026-03-30T09:00:00Z' });
    expect(receiver.taken()).toEqual((await client.history(id)).map((entry) => entry.id));
  });

  test('that is sent again and not taken is given up as soon as another waits, which goes at once', async () => {
    const { client, receiver, endpointId, id } = await begun();
    const [{ id: deliveryId, eventId }] = await deliveriesOf(client, endpointId);
    receiver.plan(({ event }) => (event.id === eventId ? 500 : 200));
    await client.clock({ by: 'PT1H' });
    mustBe(await replay(client, endpointId, deliveryId), 202);
    await noteOn(client, id);
    const [alone, behind] = await deliveriesOf(client, endpointId);
    expect(alone).toMatchObject({ status: 'pending', nextAttemptAt: '2026-03-30T09:01:00Z' });
    expect(behind).toMatchObject({ status: 'pending', attempts: [] });
    await client.clock({ by: 'PT1M' });
    const [givenUp, gone] = await deliveriesOf(client, endpointId);
    expect(givenUp).toMatchObject({ status: 'failed', nextAttemptAt: null });
    expect(givenUp.attempts).toHaveLength(3);
    expect(gone).toMatchObject({
      status: 'delivered',
      attempts: [{ at: '2026-03-30T09:01:00Z', status: 200 }],
    });
    expect(receiver.taken()).toEqual([eventId, gone.eventId]);
  });

  test('is sent again by the desk too, and by no other tenant', async () => {
    const { client, receiver, endpointId } = await begun();
    const [{ id: deliveryId }] = await deliveriesOf(client, endpointId);
    const other = { token: await client.tokenFor('other') };
    expect(await replay(client, endpointId, deliveryId, other)).toMatchObject({
      status: 404,
      json: { code: 'webhook_endpoint.not_found' },
    });
    expect(receiver.taken()).toHaveLength(1);
    mustBe(await replay(client, endpointId, deliveryId, { token: await client.deskToken() }), 202);
    expect(receiver.taken()).toHaveLength(2);
  });

  test.each(['whd_000000000099', 'whd_1', 'whd_', 'x'])(
    'that there is none of is not sent: %s',
    async (deliveryId) => {
      const { client, endpointId } = await begun();
      expect(await replay(client, endpointId, deliveryId)).toMatchObject({
        status: 404,
        json: { code: 'webhook_delivery.not_found' },
      });
    },
  );

  test('of a disabled endpoint is not sent again before it is enabled', async () => {
    const { client, endpointId } = await begun(() => 500);
    await client.clock({ by: 'P4D' });
    const [{ id: deliveryId, status }] = await deliveriesOf(client, endpointId);
    expect(status).toBe('failed');
    expect(await replay(client, endpointId, deliveryId)).toMatchObject({
      status: 409,
      json: { code: 'webhook_endpoint.disabled' },
    });
  });
});
