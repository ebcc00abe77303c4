import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { signMessage } from '../../functions/signatures/webhook-signature.ts';
import { awaitingRequest, moments, mustBe, startNow } from '../support/journey.ts';
import { SandboxClient } from '../support/sandbox-client.ts';

type Body = Readonly<Record<string, unknown>>;

/** A published sample of COLT's own form, about this request; members of its order replaced. */
const sample = (name: string, customerReference: string, changes: Body = {}) => {
  const path = `../../docs/examples/operators/colt/${name}.json`;
  const payload = JSON.parse(readFileSync(new URL(path, import.meta.url), 'utf8'));
  return { ...payload, order: { ...payload.order, customerReference, ...changes } };
};

/** Sends a payload as COLT does: signed as it is, nothing added. */
const send = async (client: SandboxClient, payload: unknown, id: string, signedText?: string) => {
  const { secret } = (await client.get('/sandbox/operators/colt', { token: null })).json;
  const text = JSON.stringify(payload);
  const timestamp = `${Math.floor(client.sandbox.world().clock.now().epochMilliseconds / 1000)}`;
  const signature = signMessage(secret, { id, timestamp, body: Buffer.from(signedText ?? text) });
  return client.call('POST', '/v1/operators/colt/events', {
    token: null,
    rawBody: text,
    headers: {
      'content-type': 'application/json',
      'webhook-id': id,
      'webhook-timestamp': timestamp,
      'webhook-signature': signature,
    },
  });
};

const applied = { status: 202, json: { outcome: 'applied' } };

describe('an operator that reports in a form of its own', () => {
  test('carries a port from its acknowledgement to its completion', async () => {
    const client = await SandboxClient.start();
    const id = await awaitingRequest(client);

    mustBe(await send(client, sample('accepted', id), 'colt-1'), 202);
    expect((await client.read(id)).attempts).toMatchObject([{ operatorReference: 'C-99' }]);
    expect(await send(client, sample('delayed', id), 'colt-2')).toMatchObject(applied);
    await client.clock({ to: moments.approved });
    expect(await send(client, sample('confirmed', id), 'colt-3')).toMatchObject(applied);
    await client.clock({ to: '2026-04-14T07:00:00Z' });
    mustBe(await startNow(client, id), 200);
    await client.clock({ by: 'PT21M' });
    expect(await send(client, sample('completed-in-part', id), 'colt-4')).toMatchObject(applied);
    expect(await send(client, sample('completed', id), 'colt-5')).toMatchObject(applied);

    expect(await client.read(id)).toMatchObject({
      status: 'completed',
      approvedDate: '2026-04-14',
      numbers: [{ completedAt: '2026-04-14T07:20:00Z' }, { completedAt: '2026-04-14T07:20:00Z' }],
    });
  });

  test('refuses with its own codes, which are kept beside ours', async () => {
    const client = await SandboxClient.start();
    const id = await awaitingRequest(client);

    expect(await send(client, sample('rejected', id), 'colt-1')).toMatchObject(applied);

    expect((await client.read(id)).attempts[0]?.rejections).toMatchObject([
      {
        code: 'account_number_mismatch',
        operatorCode: 'CUSTOMER_NUMBER_MISMATCH',
        operatorText: 'Client number unknown',
      },
      { code: 'pending_order_at_donor', operatorCode: 'PENDING_ORDER', numbers: ['+3225805070'] },
    ]);
  });

  test('is judged as any other: the same again is a duplicate, under a new id a repeat', async () => {
    const client = await SandboxClient.start();
    const id = await awaitingRequest(client);
    const own = await client.event(id, 'request.approved', { date: '2026-04-14' });

    expect(own.json.outcome).toBe('applied');
    expect((await send(client, sample('confirmed', id), 'colt-1')).json.outcome).toBe('recorded');
    expect((await send(client, sample('confirmed', id), 'colt-1')).json.outcome).toBe('duplicate');
  });

  test('is told in its own names what is wrong, and what it sent is kept as it was', async () => {
    const client = await SandboxClient.start();
    const id = await awaitingRequest(client);
    const numberRanges = [{ rangeStart: '+3225805070' }, { rangeStart: '+3225805099' }];
    const payload = sample('rejected', id, { rejections: [{ reasonCode: 'CEASED', numberRanges }] });

    const refused = await send(client, payload, 'colt-1');

    expect(refused).toMatchObject({
      status: 422,
      json: {
        errors: [{ code: 'number.not_in_request', pointer: '/order/rejections/0/numberRanges/1' }],
      },
    });
    const kept = await client.get(`/v1/port-requests/${id}/refused-events`, {
      token: await client.deskToken(),
    });
    expect(kept.json.items).toMatchObject([
      { webhookId: 'colt-1', type: 'request.rejected', attempt: 1, code: 'request.refused' },
    ]);
    expect(kept.json.items[0].body).toEqual(payload);
  });

  test.each([
    ['a payload that fits none of its forms', { notificationType: 'port-out' }, '/notificationType'],
    ['one that lacks something', { notificationType: 'port-in-order-status' }, '/order/status'],
    ['one that names no form, and is no event', { order: { status: 'CONFIRMED' } }, '/type'],
  ])('is told what is missing: %s', async (_, payload, pointer) => {
    const client = await SandboxClient.start();

    const { status, json } = await send(client, payload, 'colt-1');

    expect([status, json.code]).toEqual([400, 'request.malformed']);
    expect(json.errors.map((entry: { readonly pointer: string }) => entry.pointer)).toContain(pointer);
  });

  test('has to sign what it sends, not what it means', async () => {
    const client = await SandboxClient.start();
    const id = await awaitingRequest(client);
    const event = { type: 'request.approved', portRequestId: id, attempt: 1, occurredAt: moments.approved };

    const forged = await send(client, sample('confirmed', id), 'colt-1', JSON.stringify(event));

    expect([forged.status, forged.json.code]).toEqual([401, 'webhook.signature_invalid']);
    expect((await client.read(id)).status).toBe('awaiting_answer');
  });
});
