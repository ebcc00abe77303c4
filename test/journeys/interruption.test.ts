import { describe, expect, test } from 'vitest';
import { singleNumberBody } from '../support/example-body.ts';
import {
  approvedRequest,
  confirmation,
  happenedTo,
  machinePath,
  mailed,
  moments,
  mustBe,
  openLink,
  readyRequest,
  recipients,
  startedRequest,
  startLinks,
  startNow,
  toldCarrier,
} from '../support/journey.ts';
import { SandboxClient } from '../support/sandbox-client.ts';

const { contact, desk: deskMail, starter } = recipients;

/** One number, started as soon as its window opens: at 09:00 in Brussels. */
const startedSimple = async (client: SandboxClient): Promise<string> => {
  const id = await approvedRequest(client, { body: singleNumberBody() });
  await client.clock({ to: moments.windowOpens });
  mustBe(await startNow(client, id), 200);
  return id;
};

const waiting = async (client: SandboxClient): Promise<string[]> => {
  const { items } = (await client.get('/v1/desk/queue', { token: await client.deskToken() })).json;
  return items.map(
    ({ since, what }: { readonly since: string; readonly what: string }) => `${since} ${what}`,
  );
};

const happenedWhen = async (client: SandboxClient, id: string) =>
  (await client.history(id)).map(({ occurredAt, type }) => `${occurredAt} ${type}`);

const outcome = async (client: SandboxClient, id: string, body: unknown) =>
  client.post(`/v1/port-requests/${id}/outcome`, body, { token: await client.deskToken() });

describe('a normal port takes at most two hours (F28)', () => {
  test('so the desk is warned after an hour and a half, and an incident is open after two', async () => {
    const client = await SandboxClient.start();
    const id = await startedSimple(client);
    expect((await client.read(id)).deadlines.completionDue).toEqual({
      at: '2026-04-14T09:00:00Z',
      overdue: false,
    });

    await client.clock({ to: '2026-04-14T08:30:00Z' });
    expect(await waiting(client)).toEqual(['2026-04-14T08:30:00Z interruption_warned']);

    await client.clock({ to: '2026-04-14T09:00:00Z' });
    const request = await client.read(id);
    expect(request).toMatchObject({ status: 'in_progress', openIncidents: [expect.stringMatching(/^inc_/)] });
    expect((await happenedWhen(client, id)).slice(-3)).toEqual([
      '2026-04-14T08:30:00Z port_request.interruption_warned',
      '2026-04-14T09:00:00Z port_request.interruption_overrun',
      '2026-04-14T09:00:00Z incident.opened',
    ]);
    expect(await waiting(client)).toEqual([
      '2026-04-14T08:30:00Z interruption_warned',
      '2026-04-14T09:00:00Z incident',
    ]);
    expect((await mailed(client, id)).slice(-2)).toEqual([
      `interruption_overrun ${contact}`,
      `desk_interruption_overrun ${deskMail}`,
    ]);
  });

  test('and one that is completed after that has its incident resolved, and waits for nobody', async () => {
    const client = await SandboxClient.start();
    const id = await startedSimple(client);
    const { now } = await client.clock({ by: 'PT3H' });

    mustBe(await client.event(id, 'port.completed', { completedAt: now }), 202);

    expect(await client.read(id)).toMatchObject({
      status: 'completed',
      openIncidents: [],
      compensation: null,
      deadlines: { completionDue: { overdue: true } },
    });
    expect((await happenedTo(client, id)).slice(-2)).toEqual(['completed', 'incident.resolved']);
    expect(await waiting(client)).toEqual([]);
  });

  test('and one that is done in time is neither warned of nor reported', async () => {
    const client = await SandboxClient.start();
    const id = await startedSimple(client);
    await client.clock({ to: '2026-04-14T08:29:59Z' });
    mustBe(await client.event(id, 'port.completed', { completedAt: '2026-04-14T08:29:00Z' }), 202);

    await client.clock({ to: '2026-04-14T12:00:00Z' });

    expect((await happenedTo(client, id)).filter((type) => /interruption|incident/.test(type))).toEqual([]);
    expect(await waiting(client)).toEqual([]);
  });
});

describe('in a complicated port the losing operator has 24 hours (F29)', () => {
  test('so the clock runs through the night: warned after 18 hours, reported after 24', async () => {
    const client = await SandboxClient.start();
    const id = await startedRequest(client);
    await client.clock({ to: '2026-04-15T07:00:00Z' });

    expect((await happenedWhen(client, id)).slice(-3)).toEqual([
      '2026-04-15T01:00:00Z port_request.interruption_warned',
      '2026-04-15T07:00:00Z port_request.interruption_overrun',
      '2026-04-15T07:00:00Z incident.opened',
    ]);
  });

  test('and one that was started on a Friday may end on the Saturday', async () => {
    const client = await SandboxClient.start();
    const id = await readyRequest(client);
    await client.clock({ to: '2026-04-17T12:00:00Z' });
    mustBe(await startNow(client, id), 200);
    expect((await client.read(id)).deadlines.completionDue?.at).toBe('2026-04-18T12:00:00Z');

    await client.clock({ to: '2026-04-18T11:00:00Z' });
    mustBe(await client.event(id, 'port.completed', { completedAt: '2026-04-18T10:30:00Z' }), 202);

    expect(await client.read(id)).toMatchObject({
      status: 'completed',
      openIncidents: [],
      deadlines: { completionDue: { overdue: false } },
    });
  });
});

describe('a port that failed', () => {
  test('is rolled back, mails a new link, and can be started again while its window lasts', async () => {
    const client = await SandboxClient.start();
    const id = await startedRequest(client);
    const [oldLink = ''] = await startLinks(client, id);
    await client.clock({ by: 'PT1H' });

    mustBe(await client.event(id, 'port.failed', { reason: 'The switch did not answer.' }), 202);

    expect(await client.read(id)).toMatchObject({
      status: 'ready_to_start',
      openIncidents: [expect.any(String)],
      deadlines: { completionDue: null },
    });
    expect((await openLink(client, oldLink)).status).toBe(404);
    expect((await mailed(client, id)).includes(`start_link_renewed ${starter}`)).toBe(true);
    mustBe(await client.confirm(await client.startLink(id), confirmation), 200);
    const { now } = await client.clock({ by: 'PT20M' });
    mustBe(await client.event(id, 'port.completed', { completedAt: now }), 202);
    expect((await client.read(id)).status).toBe('completed');
    expect((await toldCarrier(client, id)).filter((type) => type.startsWith('port.started'))).toHaveLength(2);
  });

  test('as the desk was told by phone, after some numbers were confirmed, has none of them any more', async () => {
    const client = await SandboxClient.start();
    const id = await startedRequest(client);
    const { now } = await client.clock({ by: 'PT20M' });
    mustBe(await client.event(id, 'port.completed', { completedAt: now, numbers: ['025805070'] }), 202);

    const failed = await outcome(client, id, { outcome: 'failed', at: now, reason: 'COLT rolled it back.' });

    expect(mustBe(failed, 200).json).toMatchObject({
      status: 'ready_to_start',
      numbers: [{ completedAt: null }, { completedAt: null }],
    });
    expect(JSON.stringify(await client.history(id))).not.toContain('rolled it back');
  });

  test('after its window was over has expired', async () => {
    const client = await SandboxClient.start();
    const id = await readyRequest(client);
    await client.clock({ to: '2026-04-27T12:59:59Z' });
    mustBe(await startNow(client, id), 200);
    await client.clock({ by: 'PT1H' });

    mustBe(await client.event(id, 'port.failed', { reason: 'Too late.' }), 202);

    expect(await client.read(id)).toMatchObject({ status: 'expired', attempts: [{ outcome: 'expired' }] });
    // A link would start nothing any more.
    expect((await client.templates(id)).at(-1)).not.toBe('start_link_renewed');
  });
});

describe('a start from two devices at once', () => {
  test('is one start: one is told that it started, the other that it is under way', async () => {
    const client = await SandboxClient.start();
    const id = await readyRequest(client);
    const link = await client.startLink(id);

    const pages = await Promise.all([client.confirm(link, confirmation), client.confirm(link, confirmation)]);
    const api = await startNow(client, id);

    expect(pages.map(({ status }) => status)).toEqual([200, 200]);
    expect([api.status, api.json.code, api.json.requestStatus]).toEqual([
      409,
      'port_request.move_not_allowed',
      'in_progress',
    ]);
    expect((await happenedTo(client, id)).filter((type) => type === 'started')).toHaveLength(1);
    expect((await toldCarrier(client, id)).filter((type) => type.startsWith('port.started'))).toHaveLength(1);
    expect((await client.templates(id)).filter((template) => template === 'started')).toHaveLength(1);
  });
});

describe('a completion that no event could report', () => {
  const ways = {
    approved: approvedRequest,
    ready_to_start: readyRequest,
    in_progress: startedRequest,
    expired: async (client: SandboxClient) => {
      const id = await readyRequest(client);
      await client.clock({ to: moments.windowCloses });
      return id;
    },
  } as const;

  test.each(Object.entries(ways))(
    'is recorded by the desk in %s, for the numbers that moved',
    async (status, bring) => {
      const client = await SandboxClient.start();
      const id = await bring(client);
      expect((await client.read(id)).status).toBe(status);
      const { now } = await client.clock({ by: 'PT1M' });

      const completed = await outcome(client, id, {
        outcome: 'completed',
        numbers: [{ start: '025805050', size: 10 }],
        at: now,
        reason: 'COLT went first.',
      });

      expect(mustBe(completed, 200).json).toMatchObject({
        status: 'completed',
        numbers: [
          { number: '+3225805070', completedAt: null },
          { start: '+3225805050', completedAt: now },
        ],
        attempts: [{ outcome: 'completed', completedAt: now }],
        nextStep: null,
      });
      expect((await client.templates(id)).filter((template) => template === 'completed')).toHaveLength(1);
      const notes = await client.get(`/v1/port-requests/${id}/notes`, { token: await client.deskToken() });
      expect(notes.json.items).toMatchObject([{ text: 'COLT went first.', visibility: 'desk' }]);
      expect((await client.get(`/v1/port-requests/${id}/notes`)).json.items).toEqual([]);
      for (const link of await startLinks(client, id))
        expect((await openLink(client, link)).status).toBe(status === 'in_progress' ? 200 : 404);
      expect((await startNow(client, id)).json.requestStatus).toBe('completed');
      expect((await machinePath(client, id)).at(-1)).toBe(
        status === 'expired' ? 'WindowExpired' : 'PortCompleted',
      );
    },
  );

  test.each([
    ['in the future', { at: '2026-04-14T07:00:01Z' }, ['time.implausible /at']],
    ['before the attempt', { at: '2026-03-30T07:59:59Z' }, ['time.implausible /at']],
    [
      'of numbers of another request, and of half a range',
      { numbers: ['025806070', '025805051'] },
      ['number.not_in_request /numbers/0', 'number.not_in_request /numbers/1'],
    ],
  ])('is refused %s', async (_, body, problems) => {
    const client = await SandboxClient.start();
    const id = await readyRequest(client);

    const refused = await outcome(client, id, {
      outcome: 'completed',
      at: moments.windowOpens,
      reason: 'Told by phone.',
      ...body,
    });

    expect(refused.status).toBe(422);
    expect(
      refused.json.errors.map(
        ({ code, pointer }: { readonly code: string; readonly pointer: string }) => `${code} ${pointer}`,
      ),
    ).toEqual(problems);
    expect((await client.read(id)).status).toBe('ready_to_start');
  });
});
