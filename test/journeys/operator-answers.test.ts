import { describe, expect, test } from 'vitest';
import { structuredLog } from '../../functions/runtime/log.ts';
import {
  approvedRequest,
  awaitingRequest,
  cancel,
  completedRequest,
  happenedTo,
  mustBe,
  openLink,
  readyRequest,
  rejectedRequest,
  resubmit,
  startLinks,
} from '../support/journey.ts';
import { SandboxClient } from '../support/sandbox-client.ts';

const kept = async (client: SandboxClient, id: string) =>
  (await client.get(`/v1/port-requests/${id}/refused-events`, { token: await client.deskToken() })).json
    .items;

const waitingForDesk = async (client: SandboxClient): Promise<string[]> =>
  (await client.get('/v1/desk/queue', { token: await client.deskToken() })).json.items.map(
    ({ what }: { what: string }) => what,
  );

const answerDue = async (client: SandboxClient, id: string) => (await client.read(id)).deadlines.answerDue;

describe('the losing provider has 10 working days to answer, and says that it needs longer', () => {
  test('the answer is due on the day it names, and the explanation says why', async () => {
    const client = await SandboxClient.start();
    const id = await awaitingRequest(client);
    expect(await answerDue(client, id)).toMatchObject({ at: '2026-04-14T22:00:00Z' });

    const told = await client.event(id, 'answer.delayed', { until: '2026-05-01', reason: 'Our archive' });

    expect(told).toMatchObject({ status: 202, json: { outcome: 'applied' } });
    // Friday 1 May is a holiday.
    expect(await answerDue(client, id)).toMatchObject({
      at: '2026-05-04T22:00:00Z',
      overdue: false,
      explanation: {
        rule: 'answer-delayed',
        from: '2026-05-01',
        skipped: [{ date: '2026-05-01', why: 'holiday' }, { date: '2026-05-02' }, { date: '2026-05-03' }],
      },
    });
    expect((await client.history(id)).at(-1)).toMatchObject({
      type: 'port_request.answer_delayed',
      data: { until: '2026-05-01', answerDueOn: '2026-05-04' },
    });
  });

  test('nobody is told that the answer is overdue before that day has passed', async () => {
    const client = await SandboxClient.start();
    const id = await awaitingRequest(client);
    mustBe(await client.event(id, 'answer.delayed', { until: '2026-04-17' }), 202);

    await client.clock({ to: '2026-04-20T06:59:00Z' });
    expect(await happenedTo(client, id)).not.toContain('answer_overdue');
    await client.clock({ to: '2026-04-20T07:00:00Z' });

    expect((await happenedTo(client, id)).at(-1)).toBe('answer_overdue');
  });

  test('an earlier day than the present one is noted, and changes nothing', async () => {
    const client = await SandboxClient.start();
    const id = await awaitingRequest(client);

    const told = await client.event(id, 'answer.delayed', { until: '2026-04-10' });

    expect(told.json.outcome).toBe('recorded');
    expect(await answerDue(client, id)).toMatchObject({
      at: '2026-04-14T22:00:00Z',
      explanation: { rule: 'operator-answer' },
    });
  });

  test('the answer counts all the same, late or not', async () => {
    const client = await SandboxClient.start();
    const id = await awaitingRequest(client);
    await client.clock({ to: '2026-04-16T10:00:00Z' });
    expect(await waitingForDesk(client)).toContain('answer_overdue');
    mustBe(await client.event(id, 'answer.delayed', { until: '2026-04-20' }), 202);
    expect(await waitingForDesk(client)).not.toContain('answer_overdue');

    await client.clock({ to: '2026-04-23T10:00:00Z' });
    expect(await waitingForDesk(client)).toContain('answer_overdue');
    mustBe(await client.event(id, 'request.approved', { date: '2026-04-28' }), 202);

    expect(await client.read(id)).toMatchObject({ status: 'approved', approvedDate: '2026-04-28' });
    expect(await waitingForDesk(client)).not.toContain('answer_overdue');
  });
});

describe('the losing provider answers number by number', () => {
  const range = { start: '025805050', size: 10 };
  const number = { start: '025805070' };

  test('yes to all of them, from different days on: the latest is the approved date', async () => {
    const client = await SandboxClient.start();
    const id = await awaitingRequest(client);

    const series = [
      { ...number, outcome: 'approved', firstPossibleDate: '2026-04-15' },
      { ...range, outcome: 'approved', firstPossibleDate: '2026-04-22' },
    ];
    mustBe(await client.event(id, 'request.approved', { series }), 202);

    expect(await client.read(id)).toMatchObject({ status: 'approved', approvedDate: '2026-04-22' });
  });

  test.each(['request.approved', 'request.rejected'])(
    'yes to some and no to others, told as %s, is a refusal that names the numbers',
    async (type) => {
      const client = await SandboxClient.start();
      const id = await awaitingRequest(client);

      const series = [
        { ...number, outcome: 'rejected', reasons: [{ code: 'linked_service', text: 'Internet' }] },
        { ...range, outcome: 'approved' },
      ];
      mustBe(await client.event(id, type, { series }), 202);

      expect(await client.read(id)).toMatchObject({
        status: 'rejected',
        approvedDate: null,
        attempts: [
          {
            outcome: 'rejected',
            rejections: [
              {
                code: 'linked_service',
                numbers: ['+3225805070'],
                field: '/numbers/0',
                operatorText: 'Internet',
              },
            ],
          },
        ],
      });
    },
  );

  test('and leaves some out, or divides a range: refused with pointers, and kept for the desk', async () => {
    const client = await SandboxClient.start();
    const id = await awaitingRequest(client);

    const series = [
      { ...number, outcome: 'rejected' },
      { start: '025805055', outcome: 'approved' },
    ];
    const refused = await client.event(id, 'request.approved', { series });

    expect(refused).toMatchObject({
      status: 422,
      json: {
        code: 'request.refused',
        errors: [
          { code: 'field.required', pointer: '/data/series/0/reasons' },
          { code: 'number.not_in_request', pointer: '/data/series/1' },
        ],
      },
    });
    expect((await client.read(id)).status).toBe('awaiting_answer');
    expect(await kept(client, id)).toMatchObject([{ code: 'request.refused', body: { data: { series } } }]);
  });

  test('with neither reasons nor series is no answer at all', async () => {
    const client = await SandboxClient.start();
    const id = await awaitingRequest(client);

    const refused = await client.event(id, 'request.rejected', {});

    expect(refused).toMatchObject({
      status: 400,
      json: { code: 'request.malformed', errors: [{ code: 'field.required', pointer: '/data/reasons' }] },
    });
    expect(await kept(client, id)).toEqual([]);
  });
});

describe('an answer that does not fit', () => {
  test('because it contradicts the first is not applied; the desk finds it as it came', async () => {
    const client = await SandboxClient.start();
    const id = await approvedRequest(client);

    const refused = await client.event(
      id,
      'request.approved',
      { date: '2026-04-20' },
      { webhookId: 'msg_2' },
    );

    expect(refused).toMatchObject({ status: 409, json: { allowedEvents: ['request.rejected'] } });
    expect((await client.read(id)).approvedDate).toBe('2026-04-14');
    expect(await kept(client, id)).toMatchObject([
      {
        at: '2026-04-02T09:12:00Z',
        webhookId: 'msg_2',
        type: 'request.approved',
        attempt: 1,
        code: 'operator_event.not_expected',
        body: { type: 'request.approved', data: { date: '2026-04-20' } },
      },
    ]);
    expect(await waitingForDesk(client)).toEqual(['refused_event']);
    expect((await client.get(`/v1/port-requests/${id}/refused-events`)).status).toBe(403);
  });

  test('and is sent again and again is kept once', async () => {
    const client = await SandboxClient.start();
    const id = await approvedRequest(client);
    const send = () => client.event(id, 'request.approved', { date: '2026-04-20' }, { webhookId: 'msg_2' });

    const answers = [await send(), await send(), await send()];

    expect(answers.map(({ status }) => status)).toEqual([409, 409, 409]);
    expect(await kept(client, id)).toHaveLength(1);
    expect((await happenedTo(client, id)).filter((type) => type === 'operator_event_refused')).toHaveLength(
      1,
    );
  });

  test('after the cancellation is kept, and cancels nothing back', async () => {
    const client = await SandboxClient.start();
    const id = await awaitingRequest(client);
    mustBe(await cancel(client, id), 200);

    const refused = await client.event(id, 'request.approved', { date: '2026-04-14' });

    expect(refused).toMatchObject({ status: 409, json: { requestStatus: 'cancelled', allowedEvents: [] } });
    expect((await client.read(id)).status).toBe('cancelled');
    expect(await kept(client, id)).toHaveLength(1);
  });

  test('because its attempt is closed is kept, while the next one waits for its own answer', async () => {
    const client = await SandboxClient.start();
    const id = await rejectedRequest(client);
    mustBe(await resubmit(client, id), 200);

    const late = await client.event(id, 'request.approved', { date: '2026-04-14' }, { attempt: 1 });

    expect(late).toMatchObject({
      status: 409,
      json: {
        attempt: 2,
        allowedEvents: ['request.acknowledged', 'answer.delayed', 'request.approved', 'request.rejected'],
      },
    });
    expect(await kept(client, id)).toMatchObject([{ attempt: 1 }]);
    expect((await client.history(id)).at(-1)).toMatchObject({
      type: 'port_request.operator_event_refused',
      attempt: 2,
      data: { attempt: 1 },
    });
  });

  test('by a bad signature is nobody’s and not kept', async () => {
    const client = await SandboxClient.start();
    const id = await awaitingRequest(client);

    const refused = await client.post(
      '/v1/operators/colt/events',
      { type: 'port.failed', portRequestId: id, attempt: 1, occurredAt: '2026-03-30T08:00:00Z', data: {} },
      { token: null, headers: { 'webhook-id': 'a', 'webhook-signature': 'v1,AAAA' } },
    );

    expect(refused.status).toBe(401);
    expect(await kept(client, id)).toEqual([]);
  });
});

describe('the approval', () => {
  test('for a later date than was asked moves the window there', async () => {
    const client = await SandboxClient.start();
    const id = await approvedRequest(client, { data: { date: '2026-04-23' } });

    expect(await client.read(id)).toMatchObject({
      desiredDate: '2026-04-14',
      approvedDate: '2026-04-23',
      deadlines: { startWindow: { firstDay: '2026-04-23' } },
    });
    await client.clock({ to: '2026-04-14T07:00:00Z' });
    expect((await client.read(id)).status).toBe('approved');
  });

  test('for the very day after 09:00 opens the window at once', async () => {
    const client = await SandboxClient.start();
    const id = await approvedRequest(client, { at: '2026-04-14T08:30:00Z', data: { date: '2026-04-14' } });

    expect((await client.read(id)).status).toBe('ready_to_start');
    expect(await startLinks(client, id)).toHaveLength(1);
  });

  test('whose window ends before the desired date stands, and waits for the desk', async () => {
    const client = await SandboxClient.start();
    const id = await awaitingRequest(client);
    mustBe(await client.event(id, 'request.approved', { date: '2026-03-30' }), 202);

    expect(await waitingForDesk(client)).toEqual(['approval_misses_desired_date']);
  });

  test('that is withdrawn voids the start link, and the attempt keeps both answers', async () => {
    const client = await SandboxClient.start();
    const id = await readyRequest(client);
    const [link = ''] = await startLinks(client, id);

    mustBe(await client.event(id, 'request.rejected', { reasons: [{ code: 'date_expired' }] }), 202);

    expect((await openLink(client, link)).status).toBe(404);
    expect((await client.read(id)).attempts).toMatchObject([
      { approvedDate: '2026-04-14', outcome: 'rejected', rejections: [{ code: 'date_expired' }] },
    ]);
  });
});

describe('an emergency return', () => {
  const ask = async (client: SandboxClient, id: string) =>
    client.post(
      `/v1/port-requests/${id}/emergency-return`,
      { reason: 'Nobody can call the customer' },
      { token: await client.deskToken() },
    );

  test('is told to the carrier, whose answer is noted', async () => {
    const client = await SandboxClient.start();
    const id = await completedRequest(client);
    mustBe(await ask(client, id), 200);
    const { items } = (await client.get('/sandbox/operators/colt/outbox', { token: null })).json;
    expect(items.at(-1)).toMatchObject({
      type: 'return.requested',
      portRequestId: id,
      attempt: 1,
      body: { reason: 'Nobody can call the customer', completedAt: '2026-04-14T07:20:00Z' },
    });

    const refused = await client.event(id, 'return.refused', { reason: 'Too late' });

    expect(refused.json).toEqual({ outcome: 'applied' });
    expect(await client.read(id)).toMatchObject({
      status: 'completed',
      emergencyReturn: { status: 'refused' },
    });
    expect(await waitingForDesk(client)).toContain('return_refused');
    const opposite = await client.event(id, 'return.completed', { completedAt: '2026-04-14T07:20:00Z' });
    expect(opposite).toMatchObject({ status: 409, json: { allowedEvents: [] } });
  });

  test('reaches the carrier as soon as it can be reached again, once', async () => {
    const client = await SandboxClient.start(undefined, { log: structuredLog('test', 'SILENT') });
    const id = await completedRequest(client);
    await client.post('/sandbox/faults', { target: 'operator', mode: 'error', times: 3 }, { token: null });
    mustBe(await ask(client, id), 200);
    const told = async () =>
      (await client.get('/sandbox/operators/colt/outbox', { token: null })).json.items.filter(
        ({ type }: { type: string }) => type === 'return.requested',
      ).length;
    expect(await told()).toBe(0);

    await client.clock({ by: 'PT10M' });

    expect(await told()).toBe(1);
  });
});
