import { describe, expect, test } from 'vitest';
import { signMessage } from '../../functions/signatures/webhook-signature.ts';
import { awaitingRequest, mustBe } from '../support/journey.ts';
import { SandboxClient } from '../support/sandbox-client.ts';

/** Everything that the sandbox keeps, also what waits in queues and mailboxes; undefined where its records are kept elsewhere. */
const worldOf = (client: SandboxClient): string => JSON.stringify(client.sandbox.save()?.world);

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
    const before = worldOf(client);

    expect(await deliver(client, eventFor(id), { secondsOff })).toMatchObject({
      status: 401,
      json: { code: 'webhook.timestamp_outside_tolerance' },
    });
    expect(worldOf(client)).toBe(before);
    expect((await client.read(id)).status).toBe('awaiting_answer');
  });

  test.each([
    ['signs with another secret', { secret: 'whsec_c29tZWJvZHkgZWxzZQ==' }],
    ['sends another body than the one signed', { sent: '{"type":"port.completed"}' }],
    ['is an operator nobody knows', { operator: 'unknown' }],
  ])('that %s is not believed', async (_, how) => {
    const client = await SandboxClient.start();
    const id = await awaitingRequest(client);
    const before = worldOf(client);

    expect(await deliver(client, eventFor(id), how)).toMatchObject({
      status: 401,
      json: { code: 'webhook.signature_invalid' },
    });
    expect(worldOf(client)).toBe(before);
    expect((await client.read(id)).status).toBe('awaiting_answer');
  });

  test.each([
    ['a type that nobody knows', { type: 'request.misplaced' }],
    ['the status that it calls it by', { type: 'port.completed', data: { status: 'COMPLETED' } }],
    ['a member that nobody knows', { status: 'completed' }],
  ])('that is believed and sends %s is refused, and the request stays as it was', async (_, changes) => {
    const client = await SandboxClient.start();
    const id = await awaitingRequest(client);
    const before = await client.read(id);

    expect(await deliver(client, JSON.stringify({ ...JSON.parse(eventFor(id)), ...changes }))).toMatchObject({
      status: 400,
      json: { code: 'request.malformed' },
    });
    expect(await client.read(id)).toEqual(before);
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
    await records.commit({ before, after: { ...before, carrier: 'another' }, entries: [], enclosures: [] });

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
