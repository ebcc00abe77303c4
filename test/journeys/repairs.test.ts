import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  beginMail,
  type DamagedWorld,
  damagedWorld,
  dueWorkOf,
  gauge,
  mailOf,
  publicationOf,
  repairsOf,
} from '../support/damaged-world.ts';
import { singleNumberBody } from '../support/example-body.ts';
import {
  approvedRequest,
  awaitingRequest,
  cancel,
  completedRequest,
  confirmation,
  moments,
  mustBe,
  readyRequest,
  startedRequest,
  toldCarrier,
} from '../support/journey.ts';
import type { SandboxClient } from '../support/sandbox-client.ts';

const runsOf = (client: SandboxClient, id: string): readonly string[] =>
  client.sandbox
    .world()
    .lifecycle.executionsOf(id)
    .map(({ name, status, states }) => `${name.replace(id, '')} ${status} ${states.at(-1)}`);

const abort = (client: SandboxClient, id: string, run = 1): void =>
  client.sandbox.world().lifecycle.abort(`${id}-1-${run}`);

/** Two sweeps. */
const tenMinutes = { by: 'PT10M' } as const;

const complete = async (client: SandboxClient, id: string): Promise<void> => {
  const { now } = await client.clock({ by: 'PT20M' });
  mustBe(await client.event(id, 'port.completed', { completedAt: now }), 202);
};

const start = async (client: SandboxClient, id: string): Promise<void> => {
  mustBe(await client.confirm(await client.startLink(id), confirmation), 200);
};

/** From each phase: how a request comes there, where its run waits then, and how it goes on to its end. */
const phases = {
  awaiting_answer: {
    arrive: awaitingRequest,
    waitsIn: 'AwaitOperatorAnswer',
    goOn: async (client: SandboxClient, id: string) => {
      mustBe(await client.event(id, 'request.approved', { date: '2026-04-14' }), 202);
      await client.clock({ to: moments.windowOpens });
      await start(client, id);
      await complete(client, id);
    },
  },
  approved: {
    arrive: approvedRequest,
    waitsIn: 'AwaitPortingWindow',
    goOn: async (client: SandboxClient, id: string) => {
      await client.clock({ to: moments.windowOpens });
      await start(client, id);
      await complete(client, id);
    },
  },
  ready_to_start: {
    arrive: readyRequest,
    waitsIn: 'AwaitCustomerStart',
    goOn: async (client: SandboxClient, id: string) => {
      await start(client, id);
      await complete(client, id);
    },
  },
  in_progress: { arrive: startedRequest, waitsIn: 'AwaitPortCompletion', goOn: complete },
} as const;

describe('a run that is gone', () => {
  test.each(Object.entries(phases))(
    'is begun anew where the request stands: %s',
    async (_, { arrive, waitsIn, goOn }) => {
      const { client } = await damagedWorld();
      const id = await arrive(client);
      await client.clock(tenMinutes);
      abort(client, id);
      await client.clock(tenMinutes);
      expect(runsOf(client, id)).toEqual([`-1-1 ABORTED ${waitsIn}`, `-1-2 RUNNING ${waitsIn}`]);
      expect([repairsOf(client), gauge(client, 'RunsGone').filter((value) => value > 0)]).toEqual([
        { run_restarted: 1 },
        [1],
      ]);
      await goOn(client, id);
      await client.clock(tenMinutes);
      const { status } = await client.read(id);
      expect([status, runsOf(client, id)[1], repairsOf(client)]).toEqual([
        'completed',
        '-1-2 SUCCEEDED PortCompleted',
        { run_restarted: 1 },
      ]);
      expect(await toldCarrier(client, id)).toEqual(
        // A run that begins anew in a started port tells of the start again, under the same id.
        waitsIn === 'AwaitPortCompletion'
          ? ['request.submitted 1', 'port.started 1', 'port.started 1']
          : ['request.submitted 1', 'port.started 1'],
      );
      expect(new Set(await client.templates(id)).size).toBe((await client.templates(id)).length);
    },
  );

  test('before the carrier was told of the end is begun anew to tell it', async () => {
    const { client } = await damagedWorld();
    const id = await awaitingRequest(client);
    abort(client, id);
    mustBe(await cancel(client, id), 200);
    expect(await toldCarrier(client, id)).toEqual(['request.submitted 1']);
    await client.clock(tenMinutes);
    expect(await toldCarrier(client, id)).toEqual(['request.submitted 1', 'request.cancelled 1']);
    expect(repairsOf(client)).toEqual({ run_restarted: 1 });
  });

  test('is begun anew by itself four times, and then left to whoever is called', async () => {
    const { client } = await damagedWorld();
    const id = await awaitingRequest(client);
    for (let run = 1; run <= 5; run += 1) {
      abort(client, id, run);
      await client.clock({ by: 'PT15M' });
    }
    expect(runsOf(client, id).map((run) => run.split(' ')[1])).toEqual(Array(5).fill('ABORTED'));
    expect([repairsOf(client), gauge(client, 'RunsGone').at(-1)]).toEqual([{ run_restarted: 4 }, 1]);
  });

  test('is none where nobody can tell the carrier: it tries again by itself', async () => {
    const { client } = await damagedWorld();
    const fault = { target: 'operator', mode: 'error', times: 1000 };
    mustBe(await client.post('/sandbox/faults', fault, { token: null }), 200);
    const id = await awaitingRequest(client);
    await client.clock({ by: 'PT6H' });
    expect([(await client.read(id)).status, repairsOf(client)]).toEqual(['submitted', {}]);
    expect(gauge(client, 'RunsGone').every((value) => value === 0)).toBe(true);
  });
});

type Damage = {
  /** Brings a request to where it is damaged, and damages it. The id of the request. */
  readonly harm: (world: DamagedWorld, index: number) => Promise<string>;
  readonly repair: string;
  readonly gauge: string | undefined;
  readonly isHealed: (world: DamagedWorld, id: string) => Promise<boolean>;
};

const numberOf = (index: number): string => `0258050${50 + index}`;

/** All that can be damaged of requests which have been approved. */
const damages: Readonly<Record<string, Damage>> = {
  'a run that was aborted': {
    harm: async ({ client }, index) => {
      const id = await approvedRequest(client, { body: singleNumberBody(numberOf(index)) });
      abort(client, id);
      return id;
    },
    repair: 'run_restarted',
    gauge: 'RunsGone',
    isHealed: async ({ client }, id) => runsOf(client, id).includes('-1-2 RUNNING AwaitPortingWindow'),
  },
  'numbers that are held for nobody': {
    harm: async ({ client }, index) => {
      const id = await awaitingRequest(client, singleNumberBody(numberOf(index)));
      mustBe(await cancel(client, id), 200);
      const [left] = (await client.sandbox.world().records.find(id))?.content.numbers ?? [];
      const digits = left?.kind === 'single' ? left.number.slice(1) : '';
      await client.sandbox
        .world()
        .records.leaveLocks(digits.slice(0, -3), [
          { from: Number(digits), to: Number(digits), portRequestId: id, tenant: 'acme' },
        ]);
      return id;
    },
    repair: 'lock_released',
    gauge: 'LocksWithoutRequest',
    isHealed: async ({ stores }, id) =>
      (await stores().standing.read()).locks.every(({ holders }) => !holders.includes(id)),
  },
  'a wake-up that was lost': {
    harm: async ({ client, lose }, index) => {
      const id = await awaitingRequest(client, singleNumberBody(numberOf(index)));
      lose(({ method }) => method === 'wake');
      mustBe(await client.event(id, 'request.approved', { date: '2026-04-14' }), 202);
      lose(() => false);
      return id;
    },
    repair: 'wait_woken',
    gauge: 'WaitsBehindRecord',
    isHealed: async ({ client }, id) => runsOf(client, id).includes('-1-1 RUNNING AwaitPortingWindow'),
  },
  'a mail whose sender died with its message': {
    harm: async (world, index) => {
      const { client, lose } = world;
      const id = await awaitingRequest(client, singleNumberBody(numberOf(index)));
      lose(mailOf(id, 'approved'));
      mustBe(await client.event(id, 'request.approved', { date: '2026-04-14' }), 202);
      lose(() => false);
      await beginMail(world, id, 'approved');
      return id;
    },
    repair: 'mail_queued_again',
    gauge: 'MailsNotSent',
    isHealed: async ({ client }, id) =>
      (await client.templates(id)).filter((each) => each === 'approved').length === 1,
  },
  'a publication that was lost': {
    harm: async ({ client, lose }, index) => {
      const id = await awaitingRequest(client, singleNumberBody(numberOf(index)));
      lose(publicationOf(id));
      mustBe(await client.event(id, 'request.approved', { date: '2026-04-14' }), 202);
      lose(() => false);
      return id;
    },
    repair: 'publication_queued_again',
    gauge: undefined,
    isHealed: async ({ client, stores }, id) => {
      const { version } = await client.read(id);
      return (await stores().standing.publishedThrough([id])).get(id) === version;
    },
  },
};

describe('what was left lying', () => {
  test.each(Object.entries(damages))('is seen, mended and counted once: %s', async (_, damage) => {
    const world = await damagedWorld();
    const id = await damage.harm(world, 0);
    expect(await damage.isHealed(world, id)).toBe(false);
    await world.client.clock({ by: 'PT20M' });
    expect([await damage.isHealed(world, id), repairsOf(world.client)]).toEqual([
      true,
      { [damage.repair]: 1 },
    ]);
    if (damage.gauge !== undefined)
      expect(gauge(world.client, damage.gauge).filter((value) => value > 0)).toEqual([1]);
    await world.client.clock({ by: 'P1D' });
    expect(repairsOf(world.client)).toEqual({ [damage.repair]: 1 });
  });

  test('are windows that nobody opened: open ten minutes later, with one mail each', async () => {
    const world = await damagedWorld();
    const { client } = world;
    const id = await approvedRequest(client);
    world.lose(dueWorkOf(id));
    await client.clock({ to: '2026-04-14T07:09:59Z' });
    expect((await client.read(id)).status).toBe('approved');
    world.lose(() => false);
    await client.clock({ to: '2026-04-14T07:16:00Z' });
    expect((await client.read(id)).status).toBe('ready_to_start');
    expect(gauge(client, 'WindowsNotOpened').filter((value) => value > 0)).toEqual([1]);
    const mails = (await client.templates(id)).filter((template) => template === 'window_opened');
    expect(mails).toHaveLength(1);
    await client.clock({ by: 'PT1H' });
    expect(gauge(client, 'WindowsNotOpened').at(-1)).toBe(0);
  });

  test('is healed within two sweeps, whatever of it there is at once, and nothing is sent twice', async () => {
    await fc.assert(
      fc.asyncProperty(fc.shuffledSubarray(Object.keys(damages), { minLength: 2 }), async (names) => {
        const world = await damagedWorld();
        const { client } = world;
        const harmed: { readonly damage: Damage; readonly id: string }[] = [];
        for (const [index, name] of names.entries()) {
          const damage = damages[name];
          if (damage !== undefined) harmed.push({ damage, id: await damage.harm(world, index) });
        }
        // A mail is given a quarter of an hour before anybody asks after it.
        await client.clock({ by: 'PT21M' });
        for (const { damage, id } of harmed) {
          expect(await damage.isHealed(world, id)).toBe(true);
          const templates = await client.templates(id);
          expect(new Set(templates).size).toBe(templates.length);
          const told = await toldCarrier(client, id);
          expect(new Set(told).size).toBe(told.length);
        }
        expect(repairsOf(client)).toEqual(Object.fromEntries(harmed.map(({ damage }) => [damage.repair, 1])));
      }),
      { numRuns: 8 },
    );
  });
});

describe('what stands', () => {
  test('is measured after the last thing that happened, and nothing is left of a port that is done', async () => {
    const { client, stores } = await damagedWorld();
    const id = await startedRequest(client);
    await client.clock(tenMinutes);
    expect(gauge(client, 'RequestsStanding', 'in_progress').at(-1)).toBe(1);
    await complete(client, id);
    await client.clock(tenMinutes);
    expect(gauge(client, 'RequestsStanding', 'in_progress').at(-1)).toBe(0);
    expect(await stores().standing.read()).toEqual({
      requests: [],
      waits: [],
      locks: [],
      mails: [],
      desk: { waiting: 0, oldestSince: null },
    });
    expect(repairsOf(client)).toEqual({});
  });

  test('is not looked through when nothing happens', async () => {
    const { client } = await damagedWorld();
    await completedRequest(client);
    await client.clock({ by: 'P60D' });
    expect(gauge(client, 'RequestsStanding', 'submitted').length).toBeLessThan(20);
  });
});
