import { describe, expect, test } from 'vitest';
import { exampleBody, singleNumberBody } from '../support/example-body.ts';
import {
  completedRequest,
  confirmation,
  happenedTo,
  machinePath,
  mailed,
  mustBe,
  openLink,
  readyRequest,
  recipients,
  startedRequest,
  startNow,
  toldCarrier,
} from '../support/journey.ts';
import { SandboxClient } from '../support/sandbox-client.ts';

const { contact, starter } = recipients;

describe('a range of ten and a single number, ported on the first day', () => {
  test('takes every step once, and mails, tells and waits accordingly', async () => {
    const client = await SandboxClient.start();
    const id = await completedRequest(client);

    expect(await client.read(id)).toMatchObject({ status: 'completed', attempt: 1, nextStep: null });
    expect(await happenedTo(client, id)).toEqual([
      'created',
      'submitted',
      'sent_to_operator',
      'approved',
      'window_opened',
      'started',
      'completed',
    ]);
    expect(await mailed(client, id)).toEqual([
      `request_received ${contact}`,
      `approved ${contact}`,
      `window_opened ${starter}`,
      `started ${contact}`,
      `completed ${contact}`,
    ]);
    expect(await toldCarrier(client, id)).toEqual(['request.submitted 1', 'port.started 1']);
    expect(await machinePath(client, id)).toEqual([
      'BeginAttempt',
      'SendRequestToOperator',
      'AwaitOperatorAnswer',
      'AwaitPortingWindow',
      'AwaitCustomerStart',
      'ExecutePort',
      'AwaitPortCompletion',
      'PortCompleted',
    ]);
    expect(client.sandbox.world().deadLetters()).toEqual([]);
  });

  test('has its clocks: ten working days to answer, nine to start, 24 hours to complete', async () => {
    const client = await SandboxClient.start();
    const id = await readyRequest(client);
    const ready = await client.read(id);

    expect(ready.deadlines.earliestDate?.date).toBe('2026-04-14');
    expect(ready.deadlines.answerDue).toMatchObject({ at: '2026-04-14T22:00:00Z', overdue: false });
    expect(ready.deadlines.startWindow).toMatchObject({
      firstDay: '2026-04-14',
      lastDay: '2026-04-27',
      from: '09:00',
      until: '15:00',
      openNow: true,
    });
    expect(ready.deadlines.completionDue).toBeNull();
    expect(ready.nextStep).toMatchObject({
      actor: 'subscriber',
      action: 'start',
      by: '2026-04-27T13:00:00Z',
    });
    expect(ready.installation).toEqual({ type: 'complex', because: 'range' });

    mustBe(await client.confirm(await client.startLink(id), confirmation), 200);

    expect((await client.read(id)).deadlines.completionDue).toEqual({
      at: '2026-04-15T07:00:00Z',
      overdue: false,
    });
  });

  test('gives each number the time at which it was done', async () => {
    const client = await SandboxClient.start();
    const { numbers, attempts } = await client.read(await completedRequest(client));

    expect(numbers).toMatchObject([
      { completedAt: '2026-04-14T07:20:00Z' },
      { completedAt: '2026-04-14T07:20:00Z' },
    ]);
    expect(attempts).toMatchObject([{ outcome: 'completed', completedAt: '2026-04-14T07:20:00Z' }]);
  });

  test('is past its limit when the 24 hours are over, and stays in progress', async () => {
    const client = await SandboxClient.start();
    const id = await startedRequest(client);

    await client.clock({ to: '2026-04-15T06:59:59Z' });
    expect((await client.read(id)).deadlines.completionDue?.overdue).toBe(false);
    await client.clock({ by: 'PT1S' });

    expect(await client.read(id)).toMatchObject({
      status: 'in_progress',
      deadlines: { completionDue: { overdue: true } },
    });
  });
});

test('a single number is a simple port, with two hours from its start', async () => {
  const client = await SandboxClient.start();
  const id = await readyRequest(client, singleNumberBody());

  mustBe(await startNow(client, id), 200);

  expect(await client.read(id)).toMatchObject({
    status: 'in_progress',
    installation: { type: 'simple', because: 'single_number' },
    deadlines: { completionDue: { at: '2026-04-14T09:00:00Z', overdue: false } },
  });
});

test('the API starts a port as the link does, and says by whom', async () => {
  const client = await SandboxClient.start();
  const id = await readyRequest(client);

  const started = await startNow(client, id);

  expect(started.json).toMatchObject({ status: 'in_progress', attempts: [{ startedBy: 'reseller' }] });
  expect((await client.history(id)).at(-1)?.actor).toEqual({ kind: 'reseller', id: 'acme-user' });
  expect((await openLink(client, await client.startLink(id))).status).toBe(200);
});

test('a started port cannot be started again, by the API or by the link', async () => {
  const client = await SandboxClient.start();
  const id = await startedRequest(client);

  const again = await startNow(client, id);
  const byLink = await client.confirm(await client.startLink(id), confirmation);

  expect(again).toMatchObject({
    status: 409,
    json: { code: 'port_request.move_not_allowed', requestStatus: 'in_progress' },
  });
  expect(byLink.status).toBe(200);
  expect((await happenedTo(client, id)).filter((type) => type === 'started')).toHaveLength(1);
  expect(await toldCarrier(client, id)).toEqual(['request.submitted 1', 'port.started 1']);
});

test('of two starts at once, one starts the port and the other is told so', async () => {
  const client = await SandboxClient.start();
  const id = await readyRequest(client);

  const answers = await Promise.all([startNow(client, id), startNow(client, id)]);

  expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
  expect((await happenedTo(client, id)).filter((type) => type === 'started')).toHaveLength(1);
});

test('without a starter, the links go to the contact, in the language of the contact', async () => {
  const client = await SandboxClient.start();
  const id = await readyRequest(client, exampleBody({ starter: null }));

  expect((await mailed(client, id)).at(-1)).toBe(`window_opened ${contact}`);
});

test('the longest example of the contract is accepted, with what deserves a second look', async () => {
  const client = await SandboxClient.start();
  const body = exampleBody({
    submit: true,
    quote: { reference: 'Q-2026-118', approvedOn: '2026-03-30' },
    losingOperator: { name: 'Proximus', accountNumber: '612345678', easySwitchId: null },
    desiredDate: '2026-04-14',
    contract: {
      numbersLeftBehind: ['025805099'],
      knownRanges: [{ start: '025805050', size: 10 }],
      linkedServices: [{ number: '025805070', services: ['internet', 'tv'] }],
      protectedLines: [],
      cancelAfterPort: ['025805058', '025805059'],
    },
    acknowledgements: {
      numbersCheckedWithOperator: true,
      linkedServicesMayStop: true,
      numbersLeftBehindMayDelay: true,
      noProtectedLines: true,
    },
    noteToOperator: 'The fax line stays with you.',
  });

  const created = mustBe(await client.create(body), 201);

  expect(created.json).toMatchObject({ status: 'submitted', version: 2, attempt: 1, submissionBlockers: [] });
  expect(created.json.losingOperator.code).toBe('proximus');
  expect(created.json.numbers).toEqual([
    { kind: 'single', number: '+3225805070', national: '02 580 50 70', zone: '02', completedAt: null },
    {
      kind: 'range',
      start: '+3225805050',
      end: '+3225805059',
      size: 10,
      national: '02 580 50 50 - 02 580 50 59',
      zone: '02',
      completedAt: null,
    },
  ]);
  expect(
    created.json.warnings.map(({ code, pointer }: Record<string, string>) => `${code} ${pointer}`),
  ).toEqual([
    'range.maybe_incomplete /numbers/0',
    'numbers.left_behind /contract/numbersLeftBehind',
    'linked_service.will_stop /contract/linkedServices/0',
  ]);
});
