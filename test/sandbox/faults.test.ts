import { describe, expect, test } from 'vitest';
import { structuredLog } from '../../functions/runtime/log.ts';
import { exampleBody } from '../support/example-body.ts';
import { SandboxClient } from '../support/sandbox-client.ts';

const start = () => SandboxClient.start(undefined, { log: structuredLog('test', 'SILENT') });

const fault = (client: SandboxClient, body: unknown) => client.post('/sandbox/faults', body, { token: null });

const underWay = async (client: SandboxClient) => (await client.get('/sandbox/faults')).json.items;

const create = (client: SandboxClient) =>
  client.create(exampleBody(), { headers: { 'idempotency-key': 'acme-42' } });

describe('Faults of the sandbox', () => {
  test('are listed, counted down by the calls they let fail, and ended', async () => {
    const client = await start();
    await fault(client, { target: 'records', mode: 'error', times: 2 });
    expect((await fault(client, { target: 'mail', mode: 'throttle' })).json.items).toEqual([
      { target: 'records', mode: 'error', times: 2 },
      { target: 'mail', mode: 'throttle', times: 1 },
    ]);
    await client.get('/v1/port-requests');
    expect((await underWay(client))[0]).toEqual({ target: 'records', mode: 'error', times: 1 });
    expect((await client.call('DELETE', '/sandbox/faults')).status).toBe(204);
    expect(await underWay(client)).toEqual([]);
    expect((await client.get('/v1/port-requests')).status).toBe(200);
  });

  test('end with the world', async () => {
    const client = await start();
    await fault(client, { target: 'records', mode: 'error' });
    await client.post('/sandbox/reset', {});
    expect(await underWay(client)).toEqual([]);
  });

  test.each<[string, unknown]>([
    ['no target', { mode: 'error' }],
    ['another target', { target: 'clock', mode: 'error' }],
    ['another mode', { target: 'mail', mode: 'slow' }],
    ['no times', { target: 'mail', mode: 'error', times: 0 }],
    ['too many times', { target: 'mail', mode: 'error', times: 1001 }],
    ['half a time', { target: 'mail', mode: 'error', times: 1.5 }],
    ['something else', { target: 'mail', mode: 'error', portRequestId: 'prt_1' }],
  ])('are not taken with %s', async (_, body) => {
    const client = await start();
    const { status, json } = await fault(client, body);
    expect([status, json.code]).toEqual([400, 'request.malformed']);
    expect(await underWay(client)).toEqual([]);
  });

  test.each(['error', 'throttle'])(
    'of the records are answered 503 and nothing is done: %s',
    async (mode) => {
      const client = await start();
      await fault(client, { target: 'records', mode });
      const { status, json, headers } = await create(client);
      expect([status, json.code, headers['retry-after']]).toEqual([503, 'service.unavailable', '1']);
      expect(client.sandbox.world().records.all()).toEqual([]);
      expect((await create(client)).status).toBe(201);
    },
  );

  test('of the records may come after a call was done: 500, and the same key is taken again', async () => {
    const client = await start();
    await fault(client, { target: 'records', mode: 'crash_after' });
    const { status, json } = await create(client);
    expect([status, json.code]).toEqual([500, 'internal.error']);
    expect((await create(client)).status).toBe(201);
    expect(client.sandbox.world().records.all()).toHaveLength(1);
  });

  const mailsAfter = async (mode: string, by: string) => {
    const client = await start();
    await fault(client, { target: 'mail', mode });
    await create(client);
    await client.clock({ by });
    return (await client.mails()).map(({ template }) => template);
  };

  test('of the mail service hold a mail back until its lease is over, or only until the queue brings it again', async () => {
    expect(await mailsAfter('error', 'PT1M')).toEqual([]);
    expect(await mailsAfter('error', 'PT3M')).toEqual(['request_received']);
    expect(await mailsAfter('throttle', 'PT1M')).toEqual(['request_received']);
    expect(await mailsAfter('crash_after', 'PT3M')).toEqual(['request_received', 'request_received']);
  });

  test('of the carrier keep a request from it for seconds', async () => {
    const client = await start();
    await fault(client, { target: 'operator', mode: 'error' });
    const { id } = (await create(client)).json;
    expect((await client.read(id)).status).toBe('submitted');
    await client.clock({ by: 'PT5S' });
    expect((await client.read(id)).status).toBe('awaiting_answer');
  });

  test('of the machine keep a run from starting until the entry comes again', async () => {
    const client = await start();
    await fault(client, { target: 'lifecycle', mode: 'throttle' });
    const { id } = (await create(client)).json;
    expect(await client.statesOf(id)).toEqual([]);
    await client.clock({ by: 'PT1M' });
    expect((await client.read(id)).status).toBe('awaiting_answer');
  });
});

describe('An operator that answers by itself', () => {
  test('reports again what could not be taken in, and once only', async () => {
    const client = await start();
    const { json } = await client.create(
      exampleBody({ losingOperator: { name: 'Sandbox', accountNumber: 'approve' } }),
    );
    await client.clock({ to: '2026-04-02T07:59:00Z' });
    await fault(client, { target: 'records', mode: 'crash_after', times: 3 });
    await client.clock({ to: '2026-04-02T08:10:00Z' });
    const types = (await client.history(json.id)).map(({ type }) => type);
    expect(types.filter((type) => type === 'port_request.approved')).toHaveLength(1);
    expect(types).toHaveLength(4);
  });

  test('does not answer an order that it was sent twice a second time', async () => {
    const client = await start();
    await fault(client, { target: 'operator', mode: 'crash_after' });
    const { json } = await client.create(
      exampleBody({ losingOperator: { name: 'Sandbox', accountNumber: 'approve' } }),
    );
    await client.clock({ to: '2026-04-03T08:00:00Z' });
    const { items } = (await client.get('/sandbox/operators/colt/outbox')).json;
    expect(items.map(({ type }: { type: string }) => type)).toEqual([
      'request.submitted',
      'request.submitted',
    ]);
    expect(await client.history(json.id)).toHaveLength(4);
  });
});
