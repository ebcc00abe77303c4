import { describe, expect, test } from 'vitest';
import { signMessage } from '../../functions/operator/webhook-signature.ts';
import {
  approvedRequest,
  awaitingRequest,
  cancel,
  completedRequest,
  happenedTo,
  mailed,
  mustBe,
  rejectedRequest,
  resubmit,
  startedRequest,
} from '../support/journey.ts';
import { SandboxClient } from '../support/sandbox-client.ts';

const mismatch = { reasons: [{ code: 'account_number_mismatch' }] };

/** Everything about a request that an event may not change. */
const stateOf = async (client: SandboxClient, id: string) => ({
  request: await client.read(id),
  history: await client.history(id),
  mails: await mailed(client, id),
  states: await client.statesOf(id),
});

describe('an event that comes twice', () => {
  test.each([
    ['request.acknowledged', { operatorReference: 'C-99' }],
    ['request.approved', { date: '2026-04-14' }],
    ['request.rejected', mismatch],
  ])('under one id (%s) is a duplicate and changes nothing', async (type, data) => {
    const client = await SandboxClient.start();
    const id = await awaitingRequest(client);
    mustBe(await client.event(id, type, data, { webhookId: 'msg_1' }), 202);
    const before = await stateOf(client, id);

    const again = await client.event(id, type, data, { webhookId: 'msg_1' });

    expect(again).toMatchObject({ status: 202, json: { outcome: 'duplicate' } });
    expect(await stateOf(client, id)).toEqual(before);
  });

  test.each([
    ['request.acknowledged', { operatorReference: 'C-99' }],
    ['request.approved', { date: '2026-04-14' }],
    ['request.rejected', mismatch],
  ])('under a new id (%s) is noted and changes nothing', async (type, data) => {
    const client = await SandboxClient.start();
    const id = await awaitingRequest(client);
    mustBe(await client.event(id, type, data, { webhookId: 'msg_1' }), 202);
    const before = await stateOf(client, id);

    const again = await client.event(id, type, data, { webhookId: 'msg_2' });
    const third = await client.event(id, type, data, { webhookId: 'msg_2' });

    expect(again).toMatchObject({ status: 202, json: { outcome: 'recorded' } });
    expect(third).toMatchObject({ status: 202, json: { outcome: 'duplicate' } });
    expect(await stateOf(client, id)).toEqual(before);
  });

  test('at once is applied once', async () => {
    const client = await SandboxClient.start();
    const id = await awaitingRequest(client);
    const send = () => client.event(id, 'request.approved', {}, { webhookId: 'msg_1' });

    const answers = await Promise.all([send(), send(), send()]);

    expect(answers.map(({ json }) => json.outcome).sort()).toEqual(['applied', 'duplicate', 'duplicate']);
    expect(await happenedTo(client, id)).toEqual(['created', 'submitted', 'sent_to_operator', 'approved']);
  });

  test('after the port went on still is only noted', async () => {
    const client = await SandboxClient.start();
    const id = await completedRequest(client);

    const approved = await client.event(id, 'request.approved', { date: '2026-04-14' });
    const completed = await client.event(id, 'port.completed', { completedAt: '2026-04-14T07:20:00Z' });

    expect([approved, completed].map(({ json }) => json.outcome)).toEqual(['recorded', 'recorded']);
    expect((await client.read(id)).status).toBe('completed');
  });
});

describe('an event that does not fit', () => {
  test('is refused with what would fit', async () => {
    const client = await SandboxClient.start();
    const id = await awaitingRequest(client);

    const refused = await client.event(id, 'port.completed', { completedAt: '2026-03-30T08:00:00Z' });

    expect(refused).toMatchObject({
      status: 409,
      json: {
        code: 'operator_event.not_expected',
        requestStatus: 'awaiting_answer',
        attempt: 1,
        allowedEvents: ['request.acknowledged', 'request.approved', 'request.rejected'],
      },
    });
  });

  test.each([
    ['request.approved', { date: '2026-04-20' }],
    ['request.acknowledged', { operatorReference: 'C-1' }],
  ])('contradicts the approval that was given: %s', async (type, data) => {
    const client = await SandboxClient.start();
    const id = await approvedRequest(client);

    const refused = await client.event(id, type, data);

    expect(refused).toMatchObject({
      status: 409,
      json: { requestStatus: 'approved', allowedEvents: ['request.rejected'] },
    });
    expect((await client.read(id)).approvedDate).toBe('2026-04-14');
  });

  test.each([
    ['request.approved', { date: '2026-04-14' }],
    ['request.rejected', { reasons: [{ code: 'address_mismatch' }] }],
  ])('contradicts the refusal that was given: %s', async (type, data) => {
    const client = await SandboxClient.start();
    const id = await rejectedRequest(client);

    const refused = await client.event(id, type, data);

    expect(refused).toMatchObject({ status: 409, json: { requestStatus: 'rejected', allowedEvents: [] } });
    expect((await client.read(id)).attempts[0].rejections).toMatchObject([
      { code: 'account_number_mismatch' },
    ]);
  });

  test('concerns an attempt that is closed, while the next one is judged', async () => {
    const client = await SandboxClient.start();
    const id = await rejectedRequest(client);
    mustBe(await resubmit(client, id), 200);

    const late = await client.event(id, 'request.approved', { date: '2026-04-14' }, { attempt: 1 });
    const ahead = await client.event(id, 'request.approved', { date: '2026-04-14' }, { attempt: 3 });

    expect(late).toMatchObject({
      status: 409,
      json: { requestStatus: 'awaiting_answer', attempt: 2, allowedEvents: expect.any(Array) },
    });
    expect(ahead.status).toBe(409);
    expect((await client.read(id)).status).toBe('awaiting_answer');
  });

  test('cannot take back a port that runs, is cancelled or done', async () => {
    const client = await SandboxClient.start();
    const started = await startedRequest(client);
    expect((await client.event(started, 'request.rejected', mismatch)).status).toBe(409);

    mustBe(await client.event(started, 'port.completed', { completedAt: '2026-04-14T07:00:00Z' }), 202);
    expect((await client.event(started, 'request.rejected', mismatch)).status).toBe(409);

    const cancelled = await awaitingRequest(client);
    mustBe(await cancel(client, cancelled), 200);
    expect((await client.event(cancelled, 'request.rejected', mismatch)).status).toBe(409);
  });

  test('is judged anew under the same id, once it fits', async () => {
    const client = await SandboxClient.start();
    const id = await approvedRequest(client);
    const completed = () =>
      client.event(id, 'port.completed', { completedAt: '2026-04-14T07:20:00Z' }, { webhookId: 'msg_early' });
    const early = await completed();

    await client.clock({ to: '2026-04-14T07:00:00Z' });
    mustBe(await client.confirm(await client.startLink(id), '5050'), 200);

    expect(early.status).toBe(409);
    expect(await completed()).toMatchObject({ status: 202, json: { outcome: 'applied' } });
  });
});

describe('an approval', () => {
  test('can be withdrawn', async () => {
    const client = await SandboxClient.start();
    const id = await approvedRequest(client);

    const withdrawn = await client.event(id, 'request.rejected', mismatch);

    expect(withdrawn).toMatchObject({ status: 202, json: { outcome: 'applied' } });
    expect(await client.read(id)).toMatchObject({ status: 'rejected', attempts: [{ outcome: 'rejected' }] });
  });
});

describe('an acknowledgement', () => {
  test('is noted with the reference of the operator, and changes no status', async () => {
    const client = await SandboxClient.start();
    const id = await awaitingRequest(client);

    const taken = await client.event(id, 'request.acknowledged', { operatorReference: 'C-99' });

    expect(taken).toMatchObject({ status: 202, json: { outcome: 'recorded' } });
    expect(await client.read(id)).toMatchObject({
      status: 'awaiting_answer',
      attempts: [{ operatorReference: 'C-99' }],
    });
    expect((await client.history(id)).at(-1)).toMatchObject({
      type: 'port_request.acknowledged',
      actor: { kind: 'carrier', id: 'colt' },
    });
    expect((await client.statesOf(id)).at(-1)).toBe('AwaitOperatorAnswer');
  });
});

describe('a sender', () => {
  const eventFor = (portRequestId: string) =>
    JSON.stringify({
      type: 'request.approved',
      portRequestId,
      attempt: 1,
      occurredAt: '2026-03-30T08:00:00Z',
      data: {},
    });

  const deliver = async (
    client: SandboxClient,
    body: string,
    { operator = 'colt', secondsOff = 0, secret = '', sent = body } = {},
  ) => {
    const known = (await client.get('/sandbox/operators/colt', { token: null })).json.secret;
    const now = Math.floor(client.sandbox.world().clock.now().epochMilliseconds / 1000);
    const message = { id: 'msg_signed', timestamp: `${now + secondsOff}`, body: Buffer.from(body) };
    return client.call('POST', `/v1/operators/${operator}/events`, {
      token: null,
      rawBody: sent,
      headers: {
        'content-type': 'application/json',
        'webhook-id': message.id,
        'webhook-timestamp': message.timestamp,
        'webhook-signature': signMessage(secret === '' ? known : secret, message),
      },
    });
  };

  test.each([-300, 0, 300])('whose clock is %i seconds off is believed', async (secondsOff) => {
    const client = await SandboxClient.start();
    const id = await awaitingRequest(client);

    expect(await deliver(client, eventFor(id), { secondsOff })).toMatchObject({
      status: 202,
      json: { outcome: 'applied' },
    });
  });

  test.each([-301, 301])('whose clock is %i seconds off is not', async (secondsOff) => {
    const client = await SandboxClient.start();
    const id = await awaitingRequest(client);

    expect(await deliver(client, eventFor(id), { secondsOff })).toMatchObject({
      status: 401,
      json: { code: 'webhook.timestamp_outside_tolerance' },
    });
    expect((await client.read(id)).status).toBe('awaiting_answer');
  });

  test.each([
    ['signs with another secret', { secret: 'whsec_c29tZWJvZHkgZWxzZQ==' }],
    ['sends another body than the one signed', { sent: '{"type":"port.completed"}' }],
    ['is an operator nobody knows', { operator: 'unknown' }],
  ])('that %s is not believed', async (_, how) => {
    const client = await SandboxClient.start();
    const id = await awaitingRequest(client);

    expect(await deliver(client, eventFor(id), how)).toMatchObject({
      status: 401,
      json: { code: 'webhook.signature_invalid' },
    });
    expect((await client.read(id)).status).toBe('awaiting_answer');
  });

  test('that is believed is told nothing of a request that does not exist', async () => {
    const client = await SandboxClient.start();

    expect(await deliver(client, eventFor('prt_00000000000000000000000000'))).toMatchObject({
      status: 404,
      json: { code: 'port_request.not_found' },
    });
  });

  test('that does not carry the request is told that there is none', async () => {
    const client = await SandboxClient.start();
    const id = await awaitingRequest(client);
    const { records } = client.sandbox.world();
    const before = await records.find(id);
    if (before === undefined) throw new Error('The request was not stored');
    await records.commit({ before, after: { ...before, carrier: 'another' }, entries: [] });

    expect(await deliver(client, eventFor(id))).toMatchObject({
      status: 404,
      json: { code: 'port_request.not_found' },
    });
    expect((await client.read(id)).status).toBe('awaiting_answer');
  });
});

describe('an answer that came by phone', () => {
  const enter = (client: SandboxClient, id: string, token: string, portRequestId = id) =>
    client.post(
      `/v1/port-requests/${id}/operator-events`,
      {
        type: 'request.approved',
        portRequestId,
        attempt: 1,
        occurredAt: '2026-04-02T09:00:00Z',
        data: { date: '2026-04-14' },
      },
      { token },
    );

  test('is entered by the desk, which acts under its own name', async () => {
    const client = await SandboxClient.start();
    const id = await awaitingRequest(client);

    const entered = await enter(client, id, await client.deskToken());

    expect(entered).toMatchObject({ status: 202, json: { outcome: 'applied' } });
    expect(await client.read(id)).toMatchObject({ status: 'approved', approvedDate: '2026-04-14' });
    expect((await client.history(id)).at(-1)).toMatchObject({
      type: 'port_request.approved',
      actor: { kind: 'desk', id: 'fonzer-user' },
    });
    expect(await client.templates(id)).toEqual(['request_received', 'approved']);
  });

  test('is only noted when the operator sends it too', async () => {
    const client = await SandboxClient.start();
    const id = await awaitingRequest(client);
    mustBe(await enter(client, id, await client.deskToken()), 202);

    const sent = await client.event(id, 'request.approved', { date: '2026-04-14' });

    expect(sent).toMatchObject({ status: 202, json: { outcome: 'recorded' } });
  });

  test('is not entered by a reseller', async () => {
    const client = await SandboxClient.start();
    const id = await awaitingRequest(client);

    expect(await enter(client, id, client.token)).toMatchObject({
      status: 403,
      json: { code: 'auth.scope_missing', requiredScope: 'desk' },
    });
  });

  test('is not entered for another request than the path names', async () => {
    const client = await SandboxClient.start();
    const id = await awaitingRequest(client);

    const refused = await enter(client, id, await client.deskToken(), 'prt_another');

    expect(refused).toMatchObject({ status: 400, json: { errors: [{ pointer: '/portRequestId' }] } });
    expect((await client.read(id)).status).toBe('awaiting_answer');
  });
});
