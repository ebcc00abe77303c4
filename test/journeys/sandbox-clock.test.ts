import { describe, expect, test } from 'vitest';
import { exampleBody } from '../support/example-body.ts';
import { awaitingRequest, cancel, mustBe, startedRequest, startNow } from '../support/journey.ts';
import { SandboxClient } from '../support/sandbox-client.ts';

const accountOf = (accountNumber: string) =>
  exampleBody({ losingOperator: { name: 'Sandbox', accountNumber } });

/** Moves on to the next thing that happens: when, and what. */
const next = async (client: SandboxClient): Promise<string> => {
  const { now, happened } = await client.clock({ to: 'next' });
  return [now, ...happened.map(({ type }: { type: string }) => type.replace('port_request.', ''))].join(' ');
};

describe('moving to the next thing that happens', () => {
  test('goes through a whole life, from the request to its completion', async () => {
    const client = await SandboxClient.start();
    const id = await awaitingRequest(client, accountOf('approve'));

    const untilTheStart = [await next(client), await next(client), await next(client), await next(client)];
    mustBe(await startNow(client, id), 200);
    const afterTheStart = [await next(client), await next(client), await next(client)];

    expect(untilTheStart).toEqual([
      '2026-04-02T08:00:00Z approved',
      '2026-04-14T07:00:00Z window_opened',
      '2026-04-21T07:00:00Z reminded',
      '2026-04-27T07:00:00Z reminded',
    ]);
    expect(afterTheStart).toEqual([
      '2026-04-27T07:40:00Z completed',
      '2026-04-28T07:00:00Z reminded',
      '2026-04-28T07:00:00Z',
    ]);
  });

  test('goes to the end of a window that nobody uses, and stays there', async () => {
    const client = await SandboxClient.start();
    await awaitingRequest(client, accountOf('approve'));
    for (let step = 0; step < 4; step += 1) await next(client);

    expect([await next(client), await next(client)]).toEqual([
      '2026-04-27T13:00:00Z expired',
      '2026-04-27T13:00:00Z',
    ]);
  });

  test('goes from working day to working day while an operator is silent', async () => {
    const client = await SandboxClient.start();
    await awaitingRequest(client, accountOf('silent'));

    expect([await next(client), await next(client), await next(client), await next(client)]).toEqual([
      '2026-04-15T07:00:00Z answer_overdue',
      '2026-04-16T07:00:00Z answer_overdue',
      '2026-04-17T07:00:00Z answer_overdue',
      '2026-04-20T07:00:00Z answer_overdue',
    ]);
  });

  test('warns of a port that takes long, says when it is overdue, and then waits for somebody', async () => {
    const client = await SandboxClient.start();
    await startedRequest(client);

    expect([await next(client), await next(client), await next(client)]).toEqual([
      '2026-04-15T01:00:00Z interruption_warned',
      '2026-04-15T07:00:00Z interruption_overrun incident.opened',
      '2026-04-15T07:00:00Z',
    ]);
  });

  test.each(['draft', 'cancelled'])('stands still where only somebody can act: %s', async (status) => {
    const client = await SandboxClient.start();
    if (status === 'draft') await awaitingRequest(client, exampleBody({ submit: false }));
    if (status === 'cancelled') mustBe(await cancel(client, await awaitingRequest(client)), 200);
    const { now } = await client.clock({ by: 'PT0S' });

    expect(await next(client)).toBe(now);
  });
});

describe('the clock', () => {
  test('never goes back', async () => {
    const client = await SandboxClient.start();

    const refused = await client.post('/sandbox/clock', { to: '2026-03-30T07:59:59Z' }, { token: null });

    expect(refused).toMatchObject({
      status: 422,
      json: { code: 'clock.cannot_go_back', errors: [{ pointer: '/to' }] },
    });
    expect((await client.get('/sandbox/clock', { token: null })).json).toEqual({
      now: '2026-03-30T08:00:00Z',
      happened: [],
    });
  });

  test.each([
    ['no instant', { to: 'tomorrow' }],
    ['a duration that is negative', { by: '-PT1H' }],
    ['both at once', { to: 'next', by: 'PT1H' }],
    ['nothing', {}],
  ])('does not take %s', async (_, body) => {
    const client = await SandboxClient.start();

    expect((await client.post('/sandbox/clock', body, { token: null })).status).toBe(400);
  });

  test('stands still while calls are made, however many', async () => {
    const client = await SandboxClient.start();
    const id = await awaitingRequest(client);
    for (let calls = 0; calls < 10; calls += 1) await client.read(id);

    expect((await client.get('/sandbox/clock', { token: null })).json.now).toBe('2026-03-30T08:00:00Z');
  });

  test('moves by days of the Belgian calendar: a day over the start of summer time has 23 hours', async () => {
    const client = await SandboxClient.start('2026-03-28T09:00:00Z');

    expect((await client.clock({ by: 'P1D' })).now).toBe('2026-03-29T08:00:00Z');
    expect((await client.clock({ by: 'PT24H' })).now).toBe('2026-03-30T08:00:00Z');
  });

  test('lists what happened on the way as the history has it', async () => {
    const client = await SandboxClient.start();
    const id = await awaitingRequest(client, accountOf('approve'));

    const { happened } = await client.clock({ to: '2026-04-14T07:00:00Z' });

    expect(happened).toEqual((await client.history(id)).slice(3));
    expect(happened).toHaveLength(2);
  });

  test('moves only when no call is under way: whoever calls meanwhile sees one instant', async () => {
    const client = await SandboxClient.start();
    const id = await awaitingRequest(client, accountOf('approve'));

    const status = async () => (await client.get(`/v1/port-requests/${id}`)).json.status;

    const [before, , after] = await Promise.all([
      status(),
      client.clock({ to: '2026-04-14T07:00:00Z' }),
      status(),
    ]);

    expect([before, after]).toEqual(['awaiting_answer', 'ready_to_start']);
  });
});

describe('a reset', () => {
  test('empties the world, goes back to the first instant, and leaves the tokens good', async () => {
    const client = await SandboxClient.start();
    const id = await awaitingRequest(client, accountOf('approve'));
    await client.clock({ to: '2026-04-14T07:00:00Z' });

    const reset = await client.post('/sandbox/reset', undefined, { token: null });

    expect(reset).toMatchObject({ status: 200, json: { now: '2026-03-30T08:00:00Z' } });
    expect((await client.get('/v1/port-requests')).json).toEqual({ items: [], nextCursor: null });
    expect((await client.get(`/v1/port-requests/${id}`)).status).toBe(404);
    expect(await client.mails()).toEqual([]);
    expect((await client.get('/sandbox/operators/colt/outbox', { token: null })).json.items).toEqual([]);
    expect((await client.get(`/sandbox/port-requests/${id}/executions`, { token: null })).status).toBe(404);
    expect(await next(client)).toBe('2026-03-30T08:00:00Z');
  });

  test('frees every number and every key', async () => {
    const client = await SandboxClient.start();
    const create = () => client.create(exampleBody(), { headers: { 'idempotency-key': 'acme-42' } });
    const first = await create();
    mustBe(await client.post('/sandbox/reset', {}, { token: null }), 200);

    const second = await create();

    expect(second.status).toBe(201);
    expect(second.headers).not.toHaveProperty('idempotency-replayed');
    expect(second.json.id).not.toBe(first.json.id);
  });

  test('sets the clock to any instant, earlier ones too, and operators sign on', async () => {
    const client = await SandboxClient.start();
    mustBe(await client.post('/sandbox/reset', { now: '2026-03-29T08:00:00Z' }, { token: null }), 200);

    const id = await awaitingRequest(client);

    expect((await client.read(id)).createdAt).toBe('2026-03-29T08:00:00Z');
    expect((await client.event(id, 'request.approved', {})).status).toBe(202);
  });
});
