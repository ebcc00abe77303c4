import { describe, expect, test } from 'vitest';
import { exampleBody } from '../support/example-body.ts';
import {
  askBack,
  awaitingRequest,
  cancel,
  changeDate,
  completedRequest,
  confirmation,
  correct,
  deskQueue,
  eraseSubscriber,
  expiredRequest,
  happenedTo,
  machinePath,
  mustBe,
  recordOutcome,
  rejectedRequest,
  startedRequest,
  startNow,
  toldCarrier,
} from '../support/journey.ts';
import { SandboxClient } from '../support/sandbox-client.ts';

const queueOf = async (client: SandboxClient) => (await deskQueue(client)).map(({ what }) => what);

describe('a start that was rolled back and begun again', () => {
  test('is told to the carrier even in the same second, and no late repeat of the failure rolls it back', async () => {
    const client = await SandboxClient.start();
    const id = await startedRequest(client);
    const occurredAt = '2026-04-14T07:00:00Z';
    mustBe(await client.event(id, 'port.failed', { reason: 'No route' }, { occurredAt }), 202);
    mustBe(await startNow(client, id), 200);

    expect((await toldCarrier(client, id)).slice(-2)).toEqual(['port.started 1', 'port.started 1']);
    expect((await machinePath(client, id)).at(-1)).toBe('AwaitPortCompletion');
    const again = await client.event(id, 'port.failed', { reason: 'No route' }, { occurredAt });
    expect(again).toMatchObject({ status: 202, json: { outcome: 'recorded' } });
    expect((await client.read(id)).status).toBe('in_progress');
  });

  test('is not completed by what was reported of the first one', async () => {
    const client = await SandboxClient.start();
    const id = await startedRequest(client);
    await client.clock({ by: 'PT1H' });
    mustBe(await client.event(id, 'port.failed', { reason: 'No route' }), 202);
    await client.clock({ by: 'PT1H' });
    mustBe(await startNow(client, id), 200);

    const late = await client.event(id, 'port.completed', { completedAt: '2026-04-14T07:50:00Z' });
    expect(late).toMatchObject({ status: 409, json: { code: 'operator_event.not_expected' } });
    expect((await client.read(id)).status).toBe('in_progress');
    expect(await queueOf(client)).toContain('refused_event');
    mustBe(await client.event(id, 'port.completed', { completedAt: '2026-04-14T09:00:00Z' }), 202);
  });
});

describe('what really happened', () => {
  test('of a request that was corrected since is about the numbers that were asked for', async () => {
    const client = await SandboxClient.start();
    const id = await expiredRequest(client);
    mustBe(await correct(client, id, { numbers: ['02 580 60 60'], mainNumber: null }), 200);
    const told = { outcome: 'completed', at: '2026-04-20T08:00:00Z', reason: 'COLT went first' } as const;
    mustBe(await recordOutcome(client, id, told), 200);

    const { status, numbers } = await client.read(id);
    expect(status).toBe('completed');
    expect(numbers).toMatchObject([
      { number: '+3225805070', completedAt: told.at },
      { start: '+3225805050', completedAt: told.at },
    ]);
    const [mail] = await client.mails(`portRequestId=${id}&template=completed`);
    expect(mail.text).toContain('02 580 50 70');
    expect(mail.text).not.toContain('02 580 60 60');
  });

  test('when it is told days later is asked after on the next working day, not in the night', async () => {
    const client = await SandboxClient.start();
    const id = await expiredRequest(client);
    await client.clock({ to: '2026-05-08T20:00:00Z' });
    const told = { outcome: 'completed', at: '2026-04-20T08:00:00Z', reason: 'COLT went first' } as const;
    mustBe(await recordOutcome(client, id, told), 200);
    await client.clock({ to: '2026-05-10T22:00:00Z' });
    expect(await client.templates(id)).not.toContain('check_up');
    await client.clock({ to: 'next' });
    expect((await client.read(id)).updatedAt).toBe('2026-05-11T07:00:00Z');
    expect(await client.templates(id)).toContain('check_up');
  });

  test('is not asked after when the numbers were asked back', async () => {
    const client = await SandboxClient.start();
    const id = await completedRequest(client);
    mustBe(await askBack(client, id, 'Dead lines'), 200);
    await client.clock({ by: 'P7D' });
    expect(await client.templates(id)).not.toContain('check_up');
  });
});

describe('a delay by choice', () => {
  test('costs nobody anything, though an earlier start had failed', async () => {
    const client = await SandboxClient.start();
    const id = await startedRequest(client);
    mustBe(await client.event(id, 'port.failed', { reason: 'No route' }), 202);
    mustBe(await changeDate(client, id, '2026-06-01'), 200);
    const next = { attempt: 2 };
    mustBe(await client.event(id, 'request.approved', { date: '2026-06-01' }, next), 202);
    await client.clock({ to: '2026-06-01T07:00:00Z' });
    mustBe(await client.confirm(await client.startLink(id), confirmation), 200);
    await client.clock({ by: 'PT20M' });
    mustBe(await client.event(id, 'port.completed', { completedAt: '2026-06-01T07:20:00Z' }, next), 202);
    expect((await client.read(id)).compensation).toBeNull();
  });
});

describe('what is to be corrected', () => {
  test('moves with its number in the list, and is done with when the number is taken out', async () => {
    const client = await SandboxClient.start();
    const id = await rejectedRequest(client, [{ code: 'number_not_in_service', numbers: ['025805070'] }]);
    const range = { start: '025805050', size: 10 };
    expect((await client.read(id)).corrections).toMatchObject([
      { pointer: '/numbers/0', value: '+3225805070' },
    ]);
    mustBe(await correct(client, id, { numbers: [range, '025805070'] }), 200);
    expect((await client.read(id)).corrections).toMatchObject([
      { pointer: '/numbers/1', value: '+3225805070' },
    ]);
    mustBe(await correct(client, id, { numbers: [range] }), 200);
    expect((await client.read(id)).corrections).toEqual([]);
  });
});

describe('the desk', () => {
  test('need not ask after an answer that was put off', async () => {
    const client = await SandboxClient.start();
    const id = await awaitingRequest(client);
    await client.clock({ to: '2026-04-15T07:00:00Z' });
    expect(await queueOf(client)).toEqual(['answer_overdue']);
    mustBe(await client.event(id, 'answer.delayed', { until: '2026-04-24' }), 202);
    expect(await queueOf(client)).toEqual([]);
    await client.clock({ to: '2026-04-27T07:00:00Z' });
    expect(await queueOf(client)).toEqual(['answer_overdue']);
  });
});

describe('a slip of an operator’s pen', () => {
  test.each([
    ['request.approved', { date: '2199-04-10' }, '/data/date'],
    ['answer.delayed', { until: '2199-04-10' }, '/data/until'],
  ])('%s for a day in another century is refused', async (type, data, pointer) => {
    const client = await SandboxClient.start();
    const id = await awaitingRequest(client);
    expect(await client.event(id, type, data)).toMatchObject({
      status: 422,
      json: { errors: [{ code: 'time.implausible', pointer }] },
    });
    expect((await client.read(id)).status).toBe('awaiting_answer');
  });
});

describe('an interruption', () => {
  test('is overdue at the very moment at which it is recorded', async () => {
    const client = await SandboxClient.start();
    const id = await startedRequest(client);
    await client.clock({ to: '2026-04-15T07:00:00Z' });
    expect((await happenedTo(client, id)).slice(-2)).toEqual(['interruption_overrun', 'incident.opened']);
    expect((await client.read(id)).deadlines.completionDue?.overdue).toBe(true);
  });
});

describe('a holder who said no', () => {
  test('can be forgotten, though the request was never cancelled', async () => {
    const client = await SandboxClient.start();
    const id = await rejectedRequest(client, [{ code: 'withdrawn_by_subscriber' }]);
    mustBe(await eraseSubscriber(client, id), 200);
    expect((await client.read(id)).subscriber.name).toBe('[erased]');
  });
});

describe('the simulated operator', () => {
  test('does not answer what was cancelled', async () => {
    const client = await SandboxClient.start();
    const losingOperator = { name: 'Sandbox', accountNumber: 'approve' };
    const id = await awaitingRequest(client, exampleBody({ losingOperator }));
    mustBe(await cancel(client, id), 200);
    await client.clock({ by: 'P14D' });
    expect((await happenedTo(client, id)).at(-1)).toBe('cancelled');
    expect(await queueOf(client)).toEqual([]);
  });
});

describe('trouble', () => {
  const report = (client: SandboxClient, id: string, kind: string) =>
    client.post(`/v1/port-requests/${id}/incidents`, { kind }, { headers: { 'accept-language': 'en' } });

  test('with the Internet before any number has moved is not blamed on the port', async () => {
    const client = await SandboxClient.start();
    const waiting = await report(client, await awaitingRequest(client), 'internet_lost');
    expect(waiting.json).toMatchObject({ diagnosis: 'linked_service', actor: 'losing_operator' });
    expect(waiting.json.advice).toContain('No number has been ported yet');
  });

  test('with the Internet after the port is for the losing operator alone', async () => {
    const client = await SandboxClient.start();
    const done = await report(client, await completedRequest(client), 'internet_lost');
    expect(done.json.advice).toContain('was linked to a number that has moved');
  });

  test('with calls after the numbers went back is for the desk, not for three examples', async () => {
    const client = await SandboxClient.start();
    const id = await completedRequest(client);
    mustBe(await askBack(client, id, 'Dead'), 200);
    mustBe(await client.event(id, 'return.completed', { completedAt: '2026-04-14T07:20:00Z' }), 202);
    const { json } = await report(client, id, 'unreachable');
    expect(json).toMatchObject({ diagnosis: 'unknown', actor: 'desk', examplesMissing: 0 });
  });
});
