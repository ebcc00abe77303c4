import { describe, expect, test } from 'vitest';
import { signMessage } from '../../functions/signatures/webhook-signature.ts';
import { exampleBody } from '../support/example-body.ts';
import { SandboxClient } from '../support/sandbox-client.ts';

const approval = (id: string) => ({
  type: 'request.approved',
  portRequestId: id,
  attempt: 1,
  data: { date: '2026-04-14' },
});

const world = async () => {
  const client = await SandboxClient.start('2026-03-30T08:00:00Z');
  const { json } = await client.create(exampleBody());
  return { client, id: String(json.id) };
};

describe('The secret of an operator', () => {
  test('is given out, so that anybody can sign as that operator', async () => {
    const { client, id } = await world();
    const { secret } = (await client.get('/sandbox/operators/colt', { token: null })).json;
    const body = JSON.stringify({ ...approval(id), occurredAt: '2026-03-30T08:00:00Z' });
    const timestamp = `${Date.parse('2026-03-30T08:00:00Z') / 1000}`;
    const send = (headers: Record<string, string>) =>
      client.call('POST', '/v1/operators/colt/events', {
        token: null,
        rawBody: body,
        headers: {
          'content-type': 'application/json',
          'webhook-id': 'e1',
          'webhook-timestamp': timestamp,
          'webhook-signature': signMessage(secret, { id: 'e1', timestamp, body: Buffer.from(body) }),
          ...headers,
        },
      });
    expect((await send({ 'webhook-signature': 'v1,AAAA' })).json.code).toBe('webhook.signature_invalid');
    expect((await send({ 'webhook-id': 'e2' })).json.code).toBe('webhook.signature_invalid');
    expect(await send({})).toMatchObject({ status: 202, json: { outcome: 'applied' } });
    expect(await send({})).toMatchObject({ status: 202, json: { outcome: 'duplicate' } });
  });

  test.each(['nobody', 'constructor', '__proto__', 'toString'])('of %s is not known', async (operator) => {
    const client = await SandboxClient.start();
    const secret = await client.get(`/sandbox/operators/${operator}`);
    const event = await client.post(`/sandbox/operators/${operator}/events`, {});
    const signed = await client.post(
      `/v1/operators/${operator}/events`,
      {},
      { headers: { 'webhook-id': 'a', 'webhook-signature': 'v1,AAAA' } },
    );
    expect([secret.status, secret.json.code]).toEqual([404, 'operator.not_found']);
    for (const { status, json } of [event, signed])
      expect([status, json.code]).toEqual([401, 'webhook.signature_invalid']);
  });

  test('stays the same over a reset', async () => {
    const client = await SandboxClient.start();
    const before = (await client.get('/sandbox/operators/colt')).json;
    await client.post('/sandbox/reset');
    expect((await client.get('/sandbox/operators/colt')).json).toEqual(before);
  });
});

describe('An event that the sandbox signs', () => {
  const report = (client: SandboxClient, body: unknown, headers: Record<string, string> = {}) =>
    client.post('/sandbox/operators/colt/events', body, { token: null, headers });

  test('gets the instant and an id of its own where none is given, and the answer of the real route', async () => {
    const { client, id } = await world();
    await client.clock({ by: 'PT1H' });
    const first = await report(client, approval(id));
    expect([first.status, first.json]).toEqual([202, { outcome: 'applied' }]);
    expect((await client.history(id)).at(-1)).toMatchObject({
      type: 'port_request.approved',
      actor: { kind: 'carrier', id: 'colt' },
      occurredAt: '2026-03-30T09:00:00Z',
    });
    // The same answer under another id is noted only.
    expect((await report(client, approval(id))).json).toEqual({ outcome: 'recorded' });
  });

  test('keeps the id that is given: the same again is a duplicate', async () => {
    const { client, id } = await world();
    const headers = { 'webhook-id': 'colt-1' };
    expect((await report(client, approval(id), headers)).json.outcome).toBe('applied');
    expect((await report(client, approval(id), headers)).json.outcome).toBe('duplicate');
  });

  test.each<[string, unknown, number, string]>([
    ['no event', {}, 400, 'request.malformed'],
    ['an event of an unknown type', { ...approval('prt_1'), type: 'request.lost' }, 400, 'request.malformed'],
    ['a list', [], 400, 'request.malformed'],
    ['an event about no request', approval('prt_none'), 404, 'port_request.not_found'],
  ])('that is %s is refused as the route refuses it', async (_, body, status, code) => {
    const client = await SandboxClient.start();
    const answer = await report(client, body);
    expect([answer.status, answer.json.code]).toEqual([status, code]);
  });

  test('does not fit in every status, and names what would', async () => {
    const { client, id } = await world();
    const { status, json } = await client.event(id, 'port.completed', {
      completedAt: '2026-03-30T08:00:00Z',
    });
    expect(status).toBe(409);
    expect(json).toMatchObject({
      code: 'operator_event.not_expected',
      requestStatus: 'awaiting_answer',
      attempt: 1,
      allowedEvents: ['request.acknowledged', 'answer.delayed', 'request.approved', 'request.rejected'],
    });
  });
});

describe('The outbox', () => {
  test('shows what the carrier was sent', async () => {
    const { client, id } = await world();
    await client.post(`/v1/port-requests/${id}/cancellation`);
    const { items } = (await client.get('/sandbox/operators/colt/outbox', { token: null })).json;
    expect(items).toMatchObject([
      {
        at: '2026-03-30T08:00:00Z',
        type: 'request.submitted',
        portRequestId: id,
        attempt: 1,
        body: { installationType: 'complex' },
      },
      { type: 'request.cancelled', portRequestId: id, attempt: 1 },
    ]);
  });

  test('of an operator that was sent nothing is empty', async () => {
    const client = await SandboxClient.start();
    expect((await client.get('/sandbox/operators/other/outbox')).json).toEqual({ items: [] });
  });
});

describe('The simulated losing operator', () => {
  const completes = async (accountNumber: string) => {
    const client = await SandboxClient.start('2026-03-30T08:00:00Z');
    const { json } = await client.create(exampleBody({ losingOperator: { name: 'SANDBOX', accountNumber } }));
    const path = `/v1/port-requests/${json.id}`;
    await client.clock({ to: '2026-04-14T08:00:00Z' });
    const approved = await client.read(json.id);
    await client.post(`${path}/start`);
    await client.clock({ by: 'PT39M' });
    const early = (await client.read(json.id)).status;
    await client.clock({ by: 'PT1M' });
    const after40 = (await client.read(json.id)).status;
    await client.clock({ by: 'PT2H20M' });
    return { answered: approved.status, early, after40, after3h: (await client.read(json.id)).status };
  };

  test.each([
    [
      'approve',
      { answered: 'ready_to_start', early: 'in_progress', after40: 'completed', after3h: 'completed' },
    ],
    [
      'slow',
      { answered: 'ready_to_start', early: 'in_progress', after40: 'in_progress', after3h: 'completed' },
    ],
    [
      'stuck',
      { answered: 'ready_to_start', early: 'in_progress', after40: 'in_progress', after3h: 'in_progress' },
    ],
    [
      'silent',
      {
        answered: 'awaiting_answer',
        early: 'awaiting_answer',
        after40: 'awaiting_answer',
        after3h: 'awaiting_answer',
      },
    ],
    [
      'constructor',
      {
        answered: 'awaiting_answer',
        early: 'awaiting_answer',
        after40: 'awaiting_answer',
        after3h: 'awaiting_answer',
      },
    ],
    ['reject-4711', { answered: 'rejected', early: 'rejected', after40: 'rejected', after3h: 'rejected' }],
  ])('with the account number %s: %j', async (accountNumber, expected) => {
    expect(await completes(accountNumber)).toEqual(expected);
  });

  test('rejects with the code in the account number, three working days later', async () => {
    const client = await SandboxClient.start('2026-04-02T08:00:00Z');
    const { json } = await client.create(
      exampleBody({ losingOperator: { name: 'Sandbox', accountNumber: 'reject-number_not_in_service' } }),
    );
    await client.clock({ to: 'next' });
    const { attempts } = await client.read(json.id);
    // Easter Monday lies in between.
    expect(attempts[0]).toMatchObject({ closedAt: '2026-04-08T08:00:00Z', outcome: 'rejected' });
    expect(attempts[0]?.rejections).toMatchObject([
      { code: 'number_not_in_service', operatorCode: 'number_not_in_service' },
    ]);
  });
});

describe('A token of the sandbox', () => {
  test('may read and write unless another scope is given, and stays good over clock moves', async () => {
    const client = await SandboxClient.start();
    const { token } = (await client.post('/sandbox/tokens', { tenant: 'umbrella' }, { token: null })).json;
    await client.clock({ by: 'P2Y' });
    expect((await client.create({ submit: false, subscriber: { name: 'A' } }, { token })).json.tenant).toBe(
      'umbrella',
    );
    expect((await client.get('/v1/port-requests', { token })).json.items).toHaveLength(1);
  });

  test('acts under the subject that is given', async () => {
    const client = await SandboxClient.start();
    const { token } = (await client.post('/sandbox/tokens', { tenant: 'acme', subject: 'user-7' })).json;
    const { json } = await client.create({ submit: false, subscriber: { name: 'A' } }, { token });
    expect((await client.history(json.id))[0]?.actor).toEqual({ kind: 'reseller', id: 'user-7' });
  });

  test.each(['1970-01-01T00:00:00Z', '1960-01-01T00:00:00Z', '2026-03-30T08:00:00Z'])(
    'that expired at %s is invalid',
    async (expiresAt) => {
      const client = await SandboxClient.start('2026-03-30T08:00:00Z');
      const { token } = (await client.post('/sandbox/tokens', { tenant: 'acme', expiresAt })).json;
      expect((await client.get('/v1/port-requests', { token })).json.code).toBe('auth.token_invalid');
    },
  );

  test.each([
    [{}],
    [{ tenant: '' }],
    [{ tenant: 5 }],
    [{ tenant: 'a', expiresAt: 'soon' }],
    [{ tenant: 'a', admin: true }],
  ])('is not given for %j', async (body) => {
    const client = await SandboxClient.start();
    expect((await client.post('/sandbox/tokens', body)).status).toBe(400);
  });
});
