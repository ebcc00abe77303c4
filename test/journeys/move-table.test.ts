import { describe, expect, test } from 'vitest';
import { type Status, statuses } from '../../functions/port-request/status.ts';
import { exampleBody } from '../support/example-body.ts';
import { confirmation, correct, moments, mustBe, openLink } from '../support/journey.ts';
import { type Answer, SandboxClient } from '../support/sandbox-client.ts';

/** The example without a date of its own: it can be submitted again on any day. */
const body = () => ({ ...exampleBody(), desiredDate: null });

type Situation = { readonly client: SandboxClient; readonly id: string; readonly link: string | undefined };

const create = async (client: SandboxClient, more: object = {}): Promise<string> =>
  String(mustBe(await client.create({ ...body(), ...more }), 201).json.id);

const approve = async (client: SandboxClient, id: string) => {
  await client.clock({ to: moments.approved });
  mustBe(await client.event(id, 'request.approved', { date: '2026-04-14' }), 202);
};

const waitForWindow = async (client: SandboxClient, id: string): Promise<string> => {
  await approve(client, id);
  await client.clock({ to: moments.windowOpens });
  return client.startLink(id);
};

const startedBy = async (client: SandboxClient, id: string): Promise<string> => {
  const link = await waitForWindow(client, id);
  mustBe(await client.confirm(link, confirmation), 200);
  return link;
};

/** How a request comes into each status, with the start link that was mailed on the way. */
const waysInto: Readonly<Record<Status, (client: SandboxClient) => Promise<Omit<Situation, 'client'>>>> = {
  draft: async (client) => ({ id: await create(client, { submit: false }), link: undefined }),
  submitted: async (client) => {
    // The carrier cannot be reached, so that it does not take the request over.
    const fault = { target: 'operator', mode: 'error', times: 1000 };
    mustBe(await client.post('/sandbox/faults', fault, { token: null }), 200);
    return { id: await create(client), link: undefined };
  },
  awaiting_answer: async (client) => ({ id: await create(client), link: undefined }),
  rejected: async (client) => {
    const id = await create(client);
    const link = await waitForWindow(client, id);
    const reasons = [{ code: 'account_number_mismatch' }];
    mustBe(await client.event(id, 'request.rejected', { reasons }), 202);
    return { id, link };
  },
  approved: async (client) => {
    const id = await create(client);
    await approve(client, id);
    return { id, link: undefined };
  },
  ready_to_start: async (client) => {
    const id = await create(client);
    return { id, link: await waitForWindow(client, id) };
  },
  in_progress: async (client) => {
    const id = await create(client);
    return { id, link: await startedBy(client, id) };
  },
  completed: async (client) => {
    const id = await create(client);
    const link = await startedBy(client, id);
    mustBe(await client.event(id, 'port.completed', { completedAt: moments.windowOpens }), 202);
    return { id, link };
  },
  expired: async (client) => {
    const id = await create(client);
    const link = await waitForWindow(client, id);
    await client.clock({ to: moments.windowCloses });
    return { id, link };
  },
  cancelled: async (client) => {
    const id = await create(client);
    const link = await waitForWindow(client, id);
    mustBe(await client.post(`/v1/port-requests/${id}/cancellation`), 200);
    return { id, link };
  },
};

const situationIn = async (status: Status): Promise<Situation> => {
  // The carrier that cannot be reached is no news here.
  const log = { info: () => {}, error: () => {} };
  const client = await SandboxClient.start(moments.submitted, { log });
  const situation = await waysInto[status](client);
  expect((await client.read(situation.id)).status).toBe(status);
  return { client, ...situation };
};

type Given = Situation & { readonly token: string };

const command =
  (path: string, sent?: object) =>
  ({ client, id, token }: Given) =>
    client.post(`/v1/port-requests/${id}/${path}`, sent, { token });

const past = moments.submitted;

/** Every command that a person with a token gives. */
const commands = {
  submit: command('submission'),
  edit: ({ client, id, token }: Given) =>
    token === client.token
      ? correct(client, id, { noteToOperator: 'Corrected.' })
      : client.call('PATCH', `/v1/port-requests/${id}`, {
          token,
          body: { noteToOperator: 'Corrected.' },
          headers: { 'if-match': '*' },
        }),
  cancel: command('cancellation', { reason: 'The customer stays' }),
  'plan a day of the window': command('date', { date: '2026-04-20' }),
  'ask for a later date': command('date', { date: '2026-05-18' }),
  start: command('start'),
  'ask for a start link': command('start-link'),
  'say that it was ported': command('outcome', { outcome: 'completed', at: past, reason: 'Heard by phone' }),
  'say that it failed': command('outcome', { outcome: 'failed', at: past, reason: 'Heard by phone' }),
  'ask the numbers back': command('emergency-return', { reason: 'Nobody can call' }),
  'write a note': command('notes', { text: 'Called the customer' }),
  'report an incident': command('incidents', { kind: 'tv_lost', description: '' }),
  erase: command('erasure'),
} as const;

type CommandName = keyof typeof commands;

/** Only Fonzer's desk may. */
const deskOnly: readonly CommandName[] = [
  'say that it was ported',
  'say that it failed',
  'ask the numbers back',
  'erase',
];

const same = 'same';

/** Where a command leads from each status; from every other one it is refused, with what is allowed. */
const documented: Readonly<Record<CommandName, Readonly<Partial<Record<Status, Status | typeof same>>>>> = {
  submit: { draft: 'submitted', rejected: 'submitted', expired: 'submitted' },
  edit: { draft: same, rejected: same, expired: same },
  cancel: {
    draft: 'cancelled',
    submitted: 'cancelled',
    awaiting_answer: 'cancelled',
    rejected: 'cancelled',
    approved: 'cancelled',
    ready_to_start: 'cancelled',
    expired: 'cancelled',
  },
  'plan a day of the window': { approved: same, ready_to_start: same },
  'ask for a later date': { approved: 'submitted', ready_to_start: 'submitted' },
  start: { ready_to_start: 'in_progress' },
  'ask for a start link': { ready_to_start: same },
  'say that it was ported': {
    approved: 'completed',
    ready_to_start: 'completed',
    in_progress: 'completed',
    expired: 'completed',
  },
  'say that it failed': { in_progress: 'ready_to_start' },
  'ask the numbers back': { completed: same },
  'write a note': Object.fromEntries(statuses.map((status) => [status, same])),
  'report an incident': Object.fromEntries(
    statuses.filter((status) => status !== 'draft' && status !== 'cancelled').map((status) => [status, same]),
  ),
  erase: { completed: same, cancelled: same },
};

/** What a refused command is answered with: a start is refused by the window where there is one. */
const refusalOf = (name: CommandName, status: Status): string =>
  name === 'start' && (status === 'approved' || status === 'expired')
    ? 'window.closed'
    : 'port_request.move_not_allowed';

const actors = ['reseller', 'desk'] as const;

const names = Object.keys(commands).filter((name): name is CommandName => name in documented);

const everyCommand = statuses.flatMap((status) =>
  names.flatMap((name) => actors.map((actor) => ({ status, name, actor }))),
);

const expectRefusal = async (
  { client, id }: Situation,
  answer: Answer,
  code: string,
  before: { readonly status: string; readonly version: number; readonly allowedActions: readonly string[] },
) => {
  expect(answer).toMatchObject({ status: 409, json: { code } });
  if (code === 'port_request.move_not_allowed')
    expect(answer.json).toMatchObject({
      requestStatus: before.status,
      allowedActions: before.allowedActions,
    });
  expect(await client.read(id)).toMatchObject({ status: before.status, version: before.version });
};

describe('every command in every status, by everybody who has a token', () => {
  test.each(everyCommand)('$name in $status by the $actor', async ({ status, name, actor }) => {
    const situation = await situationIn(status);
    const { client, id } = situation;
    const token = actor === 'desk' ? await client.deskToken() : client.token;
    const before = await client.read(id);
    const answer = await commands[name]({ ...situation, token });
    if (actor === 'reseller' && deskOnly.includes(name)) {
      expect(answer).toMatchObject({
        status: 403,
        json: { code: 'auth.scope_missing', requiredScope: 'desk' },
      });
      expect((await client.read(id)).version).toBe(before.version);
      return;
    }
    const to = documented[name][status];
    if (to === undefined) {
      await expectRefusal(situation, answer, refusalOf(name, status), before);
      return;
    }
    expect([200, 201]).toContain(answer.status);
    const after = to === same ? status : to;
    // What the carrier does at once comes after the answer, which is the request as it was written.
    const written = (await client.history(id)).find(({ sequence }) => sequence > before.version);
    expect(written).toMatchObject({ previousStatus: status, actor: { kind: actor } });
    if (answer.json.status !== undefined && name !== 'report an incident')
      expect(answer.json.status).toBe(after);
    if (to === same) expect((await client.read(id)).status).toBe(status);
  });
});

const reasons = [{ code: 'holder_name_mismatch' }];

/** Every event of an operator, none of which repeats what a request of `waysInto` has been told already. */
const events = {
  'request.acknowledged': { operatorReference: 'C-100' },
  'answer.delayed': { until: '2026-04-20', reason: 'Many requests' },
  'request.approved': { date: '2026-04-20' },
  'request.rejected': { reasons },
  'port.completed': { completedAt: '2026-04-14T06:59:00Z' },
  'port.failed': { reason: 'No route' },
  'return.completed': { completedAt: '2026-04-14T08:00:00Z' },
  'return.refused': { reason: 'Too late' },
} as const;

type EventName = keyof typeof events;

const documentedEvents: Readonly<Record<EventName, Readonly<Partial<Record<Status, Status>>>>> = {
  'request.acknowledged': { submitted: 'awaiting_answer', awaiting_answer: 'awaiting_answer' },
  'answer.delayed': { submitted: 'awaiting_answer', awaiting_answer: 'awaiting_answer' },
  'request.approved': { submitted: 'approved', awaiting_answer: 'approved' },
  'request.rejected': {
    submitted: 'rejected',
    awaiting_answer: 'rejected',
    approved: 'rejected',
    ready_to_start: 'rejected',
  },
  'port.completed': { in_progress: 'completed' },
  'port.failed': { in_progress: 'ready_to_start' },
  // Only while a return is asked for, which is another test's.
  'return.completed': {},
  'return.refused': {},
};

const everyEvent = statuses.flatMap((status) =>
  Object.keys(events).flatMap((type) =>
    type in documentedEvents ? (['carrier', 'desk'] as const).map((actor) => ({ status, type, actor })) : [],
  ),
);

const isEventName = (type: string): type is EventName => type in events;

describe('every event of an operator in every status, signed by it or entered by the desk', () => {
  test.each(everyEvent)('$type in $status by the $actor', async ({ status, type, actor }) => {
    if (!isEventName(type)) throw new Error(`No event ${type}`);
    const { client, id } = await situationIn(status);
    const { version } = await client.read(id);
    const data = events[type];
    const event = { type, portRequestId: id, attempt: 1, occurredAt: moments.approved, data };
    const answer =
      actor === 'carrier'
        ? await client.event(id, type, data)
        : await client.post(`/v1/port-requests/${id}/operator-events`, event, {
            token: await client.deskToken(),
          });
    const to = documentedEvents[type][status];
    if (to === undefined) {
      expect(answer).toMatchObject({
        status: 409,
        json: { code: 'operator_event.not_expected', requestStatus: status },
      });
      const allowed = Object.entries(documentedEvents)
        .filter(([, from]) => from[status] !== undefined)
        .map(([name]) => name);
      expect(answer.json.allowedEvents).toEqual(allowed);
      expect((await client.read(id)).status).toBe(status);
      return;
    }
    expect(answer.status).toBe(202);
    expect((await client.read(id)).status).toBe(to);
    expect((await client.history(id)).slice(version).map((entry) => entry.actor.kind)).toContain(actor);
  });
});

/** What the page behind a mailed link answers, and whether pressing its button starts the port. */
const documentedLink: Readonly<Record<Status, number | 'no link'>> = {
  draft: 'no link',
  submitted: 'no link',
  awaiting_answer: 'no link',
  rejected: 404,
  approved: 'no link',
  ready_to_start: 200,
  in_progress: 200,
  completed: 200,
  expired: 409,
  cancelled: 404,
};

describe('the start link in every status, pressed by the subscriber', () => {
  test.each(statuses)('of a request that is %s', async (status) => {
    const { client, id, link } = await situationIn(status);
    const expected = documentedLink[status];
    if (link === undefined) {
      expect(expected).toBe('no link');
      return;
    }
    expect((await openLink(client, link)).status).toBe(expected);
    const { version } = await client.read(id);
    expect((await client.confirm(link, confirmation)).status).toBe(expected);
    const after = await client.read(id);
    if (status === 'ready_to_start') {
      expect(after.status).toBe('in_progress');
      expect((await client.history(id)).at(-1)).toMatchObject({ actor: { kind: 'subscriber' } });
    } else expect(after).toMatchObject({ status, version });
  });
});

/** Months later; a port under way waits for its carrier or its desk, however long it takes. */
const documentedClock: Readonly<Record<Status, Status>> = {
  draft: 'draft',
  // Once the carrier can be reached again.
  submitted: 'awaiting_answer',
  awaiting_answer: 'awaiting_answer',
  rejected: 'rejected',
  approved: 'expired',
  ready_to_start: 'expired',
  in_progress: 'in_progress',
  completed: 'completed',
  expired: 'expired',
  cancelled: 'cancelled',
};

describe('the clock', () => {
  test.each(statuses)('leads a request that is %s where it should', async (status) => {
    const { client, id } = await situationIn(status);
    mustBe(await client.call('DELETE', '/sandbox/faults', { token: null }), 204);
    await client.clock({ to: '2026-05-29T12:00:00Z' });
    expect((await client.read(id)).status).toBe(documentedClock[status]);
  });
});
