import { describe, expect, test } from 'vitest';
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
        allowedEvents: ['request.acknowledged', 'answer.delayed', 'request.approved', 'request.rejected'],
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
    expect((await client.read(id)).attempts[0]?.rejections).toMatchObject([
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
