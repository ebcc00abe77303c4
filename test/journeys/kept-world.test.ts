import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { PortRequestCreation } from '../../client/src/index.ts';
import { structuredLog } from '../../functions/runtime/log.ts';
import { inMemoryStores } from '../../sandbox/in-memory-stores.ts';
import { readWorldFile, writeWorldFile } from '../../sandbox/world-file.ts';
import { exampleBody } from '../support/example-body.ts';
import { cancel, confirmation, correct, moments, mustBe, resubmit } from '../support/journey.ts';
import { SandboxClient } from '../support/sandbox-client.ts';

let folder = '';

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'kept-world-'));
});

afterEach(() => rmSync(folder, { recursive: true }));

const start = (more = {}) =>
  SandboxClient.start(moments.submitted, {
    openStores: inMemoryStores(),
    log: structuredLog('test', 'SILENT'),
    ...more,
  });

/** Closes a sandbox, and opens what it left in its folder. */
const closeAndOpen = async (client: SandboxClient): Promise<SandboxClient> => {
  const saved = client.sandbox.save();
  if (saved === undefined) throw new Error('Nothing was saved');
  writeWorldFile(folder, saved);
  return start({ saved: readWorldFile(folder) });
};

type Step = (client: SandboxClient, id: string) => Promise<unknown>;

const fault = (client: SandboxClient, target: string, times: number) =>
  client.post('/sandbox/faults', { target, mode: 'error', times }, { token: null });

const accountOf = (accountNumber: string) =>
  exampleBody({ losingOperator: { name: 'Sandbox', accountNumber } });

const create =
  (body: PortRequestCreation): Step =>
  async (client) =>
    mustBe(await client.create(body), 201);

const goTo =
  (to: string): Step =>
  (client) =>
    client.clock({ to });

const startByLink: Step = async (client, id) =>
  mustBe(await client.confirm(await client.startLink(id), confirmation), 200);

/** Lives whose steps, put together, stop in every status. */
const lives: Readonly<Record<string, readonly Step[]>> = {
  'completed, by an operator that answers by itself': [
    create(accountOf('approve')),
    goTo(moments.approved),
    goTo(moments.windowOpens),
    startByLink,
    goTo('2026-04-14T07:30:00Z'),
    goTo('2026-04-14T08:30:00Z'),
  ],
  'corrected, and expired': [
    create(exampleBody({ submit: false })),
    resubmit,
    (client, id) => client.event(id, 'request.rejected', { reasons: [{ code: 'account_number_mismatch' }] }),
    (client, id) => correct(client, id, { losingOperator: { accountNumber: '998877' } }),
    resubmit,
    goTo('2026-04-03T08:00:00Z'),
    (client, id) => client.event(id, 'request.approved', { date: '2026-04-14' }, { attempt: 2 }),
    goTo('2026-04-16T06:00:00Z'),
    goTo(moments.windowCloses),
  ],
  'submitted and cancelled while the carrier cannot be reached': [
    async (client, id) => {
      await fault(client, 'operator', 3);
      await create(exampleBody())(client, id);
    },
    (client) => client.clock({ by: 'PT1H' }),
    async (client, id) => {
      await fault(client, 'operator', 3);
      mustBe(await cancel(client, id), 200);
    },
    (client) => client.clock({ by: 'PT1H' }),
  ],
  'mailed while the mail service gives no answer': [
    async (client, id) => {
      await fault(client, 'mail', 3);
      await create(exampleBody())(client, id);
    },
    (client) => client.clock({ by: 'PT6H' }),
    (client, id) => client.event(id, 'request.approved', { date: '2026-04-14' }),
  ],
};

const idIn = (client: SandboxClient): string => client.sandbox.world().records.all()[0]?.id ?? '';

/** What everybody was told in the end; of each attempt, how its newest run of the machine stands. */
const outcomeOf = async (client: SandboxClient) => {
  const id = idIn(client);
  const told = client.sandbox.world().operator.outbox('colt');
  const executions = client.sandbox.world().lifecycle.executionsOf(id);
  return {
    history: (await client.history(id)).map(({ type, status }) => `${type} ${status}`),
    mails: (await client.mails()).map(({ template, to }) => `${template} ${to}`),
    told: [...new Set(told.map(({ type, attempt }) => `${type} ${attempt}`))],
    newestRuns: Object.values(Object.groupBy(executions, ({ name }) => name.split('-').at(-2) ?? '')).map(
      (runs = []) => runs.at(-1)?.status,
    ),
    left: client.sandbox.world().records.unhandledCount(),
  };
};

const liveWith = async (steps: readonly Step[], isClosedAfter: (step: number) => boolean) => {
  let client = await start();
  for (const [index, step] of steps.entries()) {
    await step(client, idIn(client));
    if (isClosedAfter(index)) client = await closeAndOpen(client);
  }
  await client.clock({ by: 'P1D' });
  return { client, outcome: await outcomeOf(client) };
};

describe.each(Object.entries(lives))('a request that is %s', (_, steps) => {
  test('comes to the same wherever its sandbox is closed and opened again', async () => {
    const { outcome: whole } = await liveWith(steps, () => false);
    for (const [index] of steps.entries()) {
      const { outcome } = await liveWith(steps, (step) => step === index);
      expect(outcome).toEqual(whole);
    }
  });

  test('comes to the same where it is closed after every step', async () => {
    const { outcome: whole } = await liveWith(steps, () => false);
    expect((await liveWith(steps, () => true)).outcome).toEqual(whole);
  });
});

describe('a sandbox that is opened again', () => {
  test('stands where it stood, and takes its tokens, its keys and its operators back', async () => {
    const client = await start();
    const first = await client.create(exampleBody(), { headers: { 'idempotency-key': 'once' } });
    await client.clock({ to: '2026-04-01T09:30:00Z' });
    const opened = await closeAndOpen(client);
    expect((await opened.get('/sandbox/clock', { token: null })).json.now).toBe('2026-04-01T09:30:00Z');
    const again = await opened.create(exampleBody(), {
      token: client.token,
      headers: { 'idempotency-key': 'once' },
    });
    expect([again.text, again.headers['idempotency-replayed']]).toEqual([first.text, 'true']);
    const secretOf = async (of: SandboxClient) => (await of.get('/sandbox/operators/colt')).json.secret;
    expect(await secretOf(opened)).toBe(await secretOf(client));
    expect((await opened.create(exampleBody())).json.code).toBe('numbers.already_porting');
  });

  test('starts the next run for each open attempt, and shows those before', async () => {
    const client = await start();
    const id = String((await client.create(exampleBody())).json.id);
    const twice = await closeAndOpen(await closeAndOpen(client));
    const { items } = (await twice.get(`/sandbox/port-requests/${id}/executions`)).json;
    expect(
      items.map(({ name, status }: { name: string; status: string }) => [name.slice(id.length), status]),
    ).toEqual([
      ['-1-1', 'ABORTED'],
      ['-1-2', 'ABORTED'],
      ['-1-3', 'RUNNING'],
    ]);
  });

  test('follows up what was left in its outbox', async () => {
    const client = await start({ doubles: { isStreamed: () => false } });
    await client.create(exampleBody({ submit: false }));
    mustBe(await cancel(client, idIn(client)), 200);
    const opened = await closeAndOpen(client);
    expect(await opened.mails()).toEqual([]);
    await opened.clock({ by: 'PT5M' });
    expect((await opened.mails()).map(({ template }) => template)).toEqual(['cancelled']);
    expect(opened.sandbox.world().records.unhandledCount()).toBe(0);
  });

  test('gives pages on under a cursor of the run before', async () => {
    const client = await start();
    for (const number of ['025805070', '025805071'])
      mustBe(
        await client.create(
          exampleBody({ numbers: [number], mainNumber: number, contract: { linkedServices: [] } }),
        ),
        201,
      );
    const { nextCursor } = (await client.get('/v1/port-requests?limit=1')).json;
    const opened = await closeAndOpen(client);
    const rest = await opened.get(`/v1/port-requests?limit=1&cursor=${nextCursor}`);
    expect([rest.status, rest.json.items.length]).toEqual([200, 1]);
  });

  test('is empty after a reset, and stays so', async () => {
    const client = await closeAndOpen(await start());
    await client.create(exampleBody());
    const opened = await closeAndOpen(client);
    await opened.post('/sandbox/reset', {}, { token: null });
    expect((await (await closeAndOpen(opened)).get('/v1/port-requests')).json.items).toEqual([]);
  });
});

describe('what changes a world', () => {
  const changes = async (act: (client: SandboxClient) => Promise<unknown>): Promise<number> => {
    let told = 0;
    const client = await start({
      onChange: () => {
        told += 1;
      },
    });
    await client.create(exampleBody());
    const before = told;
    await act(client);
    return told - before;
  };

  test.each<[string, number, (client: SandboxClient) => Promise<unknown>]>([
    ['a call of the API', 1, (client) => cancel(client, idIn(client))],
    ['a clock that is moved', 1, (client) => client.clock({ by: 'PT1S' })],
    ['a mailbox that is cleared', 1, (client) => client.call('DELETE', '/sandbox/mailbox')],
    ['reading', 0, (client) => client.mails()],
    [
      'a running clock that stops at nothing',
      0,
      (client) => client.sandbox.catchUpWith(client.sandbox.world().clock.now().add({ seconds: 1 })),
    ],
    [
      'a running clock that stops at a tick',
      1,
      (client) => client.sandbox.catchUpWith(client.sandbox.world().clock.now().add({ hours: 24 })),
    ],
  ])('is told where it is kept, before the answer: %s', async (_, times, act) => {
    expect(await changes(act)).toBe(times);
  });
});
