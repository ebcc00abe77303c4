import { describe, expect, test } from 'vitest';
import { exampleBody, singleNumberBody } from '../support/example-body.ts';
import { SandboxClient } from '../support/sandbox-client.ts';

const move = async (client: SandboxClient, body: unknown) =>
  client.post('/sandbox/clock', body, { token: null });

describe('The clock of the sandbox', () => {
  test('says what time it is, and that nothing has happened by asking', async () => {
    const client = await SandboxClient.start('2026-03-30T08:00:00Z');
    await client.create(exampleBody());
    const { status, json } = await client.get('/sandbox/clock', { token: null });
    expect([status, json]).toEqual([200, { now: '2026-03-30T08:00:00Z', happened: [] }]);
  });

  test.each([
    ['2026-03-30T08:00:00Z', { to: '2026-04-01T10:00:00Z' }, '2026-04-01T10:00:00Z'],
    ['2026-03-30T08:00:00Z', { to: '2026-04-01T10:00:00+02:00' }, '2026-04-01T08:00:00Z'],
    ['2026-03-30T08:00:00Z', { to: '2026-03-30T08:00:00Z' }, '2026-03-30T08:00:00Z'],
    ['2026-03-30T08:00:00Z', { by: 'PT2H' }, '2026-03-30T10:00:00Z'],
    ['2026-03-30T08:00:00Z', { by: 'P1M' }, '2026-04-30T08:00:00Z'],
    ['2026-03-30T08:00:00Z', { by: 'PT0S' }, '2026-03-30T08:00:00Z'],
    // Days are days of Brussels: 09:00 stays 09:00 though the night had 23 or 25 hours.
    ['2026-03-28T08:00:00Z', { by: 'P1D' }, '2026-03-29T07:00:00Z'],
    ['2026-03-28T08:00:00Z', { by: 'PT24H' }, '2026-03-29T08:00:00Z'],
    ['2026-10-24T07:00:00Z', { by: 'P1W' }, '2026-10-31T08:00:00Z'],
    ['2026-03-30T08:00:00Z', { to: 'next' }, '2026-03-30T08:00:00Z'],
  ])('at %s moves as told by %j to %s', async (now, body, expected) => {
    const client = await SandboxClient.start(now);
    const { status, json } = await move(client, body);
    expect([status, json.now]).toEqual([200, expected]);
    expect((await client.get('/sandbox/clock')).json.now).toBe(expected);
  });

  test('cannot go back', async () => {
    const client = await SandboxClient.start('2026-03-30T08:00:00Z');
    const { status, json } = await move(client, { to: '2026-03-30T07:59:59Z' });
    expect([status, json.code, json.errors[0].pointer]).toEqual([422, 'clock.cannot_go_back', '/to']);
    expect((await client.get('/sandbox/clock')).json.now).toBe('2026-03-30T08:00:00Z');
  });

  test.each([
    [{}],
    [{ to: 'tomorrow' }],
    [{ to: '2026-04-01' }],
    [{ by: 'two hours' }],
    [{ by: '-PT1H' }],
    [{ by: 'PT1H', to: 'next' }],
    [{ by: 'P999999999Y' }],
    [{ by: 'P180Y' }],
    [{ to: '+275760-09-13T00:00:00Z' }],
    [{ to: '2201-01-01T00:00:00Z' }],
  ])('does not take %j', async (body) => {
    const client = await SandboxClient.start('2026-03-30T08:00:00Z');
    const { status, json } = await move(client, body);
    expect([status, json.code]).toEqual([400, 'request.malformed']);
    expect(json.errors.length).toBeGreaterThan(0);
    expect((await client.get('/sandbox/clock')).json.now).toBe('2026-03-30T08:00:00Z');
  });

  test('tells what happened on the way, each thing at its own instant, in order', async () => {
    // Given a port that its simulated operator approves three working days later
    const client = await SandboxClient.start('2026-03-30T08:00:00Z');
    await client.create(
      singleNumberBody('025805071', { losingOperator: { name: 'Sandbox', accountNumber: 'approve' } }),
    );
    // When the clock moves past the opening of the window
    const { happened } = await client.clock({ to: '2026-04-14T12:00:00Z' });
    // Then it tells the approval and the opening
    expect(happened.map(({ occurredAt, type }: Record<string, string>) => `${occurredAt} ${type}`)).toEqual([
      '2026-04-02T08:00:00Z port_request.approved',
      '2026-04-14T07:00:00Z port_request.window_opened',
    ]);
  });

  test('moves to the next thing that is due, step by step, past ticks that find nothing', async () => {
    const client = await SandboxClient.start('2026-03-30T08:00:00Z');
    await client.create(
      singleNumberBody('025805071', { losingOperator: { name: 'Sandbox', accountNumber: 'approve' } }),
    );
    const steps: string[] = [];
    for (let step = 0; step < 5; step += 1) {
      const { now, happened } = await client.clock({ to: 'next' });
      steps.push(`${now} ${happened.map(({ type }: { type: string }) => type).join()}`);
    }
    expect(steps).toEqual([
      '2026-04-02T08:00:00Z port_request.approved',
      '2026-04-14T07:00:00Z port_request.window_opened',
      '2026-04-21T07:00:00Z port_request.reminded',
      '2026-04-27T07:00:00Z port_request.reminded',
      '2026-04-27T13:00:00Z port_request.expired',
    ]);
    expect((await client.clock({ to: 'next' })).now).toBe('2026-04-27T13:00:00Z');
  });
});

describe('A settled answer', () => {
  test('comes only when all that follows from the call is done', async () => {
    // When a request is created
    const client = await SandboxClient.start('2026-03-30T08:00:00Z');
    const created = await client.create(exampleBody());
    const { id } = created.json;
    // Then its answer is the request as written, and by then the machine has sent it and the mail is out
    expect(created.json.status).toBe('submitted');
    const { items } = (await client.get(`/sandbox/port-requests/${id}/executions`)).json;
    expect(items).toMatchObject([{ attempt: 1, status: 'RUNNING', definition: 'port-lifecycle' }]);
    expect(items[0].states.at(-1)).toBe('AwaitOperatorAnswer');
    expect((await client.get('/sandbox/operators/colt/outbox')).json.items).toHaveLength(1);
    expect(await client.templates(id)).toEqual(['request_received']);
    expect((await client.read(id)).status).toBe('awaiting_answer');
  });

  test('is given to each of many calls at once', async () => {
    const client = await SandboxClient.start('2026-03-30T08:00:00Z');
    const numbers = Array.from({ length: 10 }, (_, index) => `02580507${index}`);
    const statuses = await Promise.all(
      numbers.map(async (number) => {
        const { json } = await client.create(singleNumberBody(number));
        return (await client.read(json.id)).status;
      }),
    );
    expect(new Set(statuses)).toEqual(new Set(['awaiting_answer']));
  });

  test('is not given from a world that is on its way to another instant', async () => {
    const client = await SandboxClient.start('2026-03-30T08:00:00Z');
    const [moved, asked] = await Promise.all([client.clock({ by: 'P1D' }), client.get('/sandbox/clock')]);
    expect([moved.now, asked.json.now]).toEqual(['2026-03-31T08:00:00Z', '2026-03-31T08:00:00Z']);
  });
});

describe('A reset', () => {
  test('empties the world and sets the clock, while tokens stay good', async () => {
    const client = await SandboxClient.start('2026-03-30T08:00:00Z');
    const { json } = await client.create(exampleBody());
    await client.clock({ by: 'P1D' });
    const reset = await client.post('/sandbox/reset', { now: '2026-01-05T08:00:00Z' }, { token: null });
    expect([reset.status, reset.json.now]).toEqual([200, '2026-01-05T08:00:00Z']);
    expect((await client.get('/v1/port-requests')).json.items).toEqual([]);
    expect((await client.get(`/v1/port-requests/${json.id}`)).status).toBe(404);
    expect(await client.mails()).toEqual([]);
    expect((await client.get('/sandbox/operators/colt/outbox')).json.items).toEqual([]);
  });

  test('goes back to the first instant when no other is given', async () => {
    const client = await SandboxClient.start('2026-03-30T08:00:00Z');
    await client.clock({ by: 'P1D' });
    expect((await client.post('/sandbox/reset')).json.now).toBe('2026-03-30T08:00:00Z');
    expect((await client.post('/sandbox/reset', { now: 'x' })).status).toBe(400);
  });
});
