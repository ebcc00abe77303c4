import { randomUUID } from 'node:crypto';
import { exampleBody, singleNumberBody } from '../support/example-body.ts';
import { confirmation, moments, mustBe } from '../support/journey.ts';
import { eventually } from './eventually.ts';
import {
  approve,
  awaitingRequest,
  recipients,
  type Trip,
  untilEnded,
  untilMailed,
  untilStartLink,
  untilTold,
} from './trip.ts';

const { contact, starter } = recipients;

const completedAt = '2026-04-14T07:20:00Z';

/** The order for the example request as docs/carrier-orders.md describes it. */
const exampleOrder = {
  subscriber: {
    name: 'Boulangerie Dupont SRL',
    enterpriseNumber: '0999999922',
    language: 'fr',
    email: 'info@dupont.example',
    address: { street: 'Rue Neuve', houseNumber: '12', box: null, postcode: '1000', city: 'Bruxelles' },
  },
  losingOperator: { name: 'Proximus', accountNumber: '612345678', easySwitchId: null },
  series: [
    { start: '+3225805070', end: '+3225805070', national: '02 580 50 70' },
    { start: '+3225805050', end: '+3225805059', national: '02 580 50 50 - 02 580 50 59' },
  ],
  mainNumber: '+3225805050',
  installationType: 'complex',
  desiredDate: '2026-04-14',
  authorisation: { signedBy: 'Marie Dupont', signedOn: '2026-03-28' },
  note: null,
  submittedAt: moments.submitted,
};

/** A range and a number, from the request to the completion mail. */
export const isCompleted = async (trip: Trip): Promise<void> => {
  const { service, clock, expect } = trip;
  await clock.until(moments.submitted);
  const once = { headers: { 'idempotency-key': randomUUID() } };
  const answers = await Promise.all([
    service.create(exampleBody(), once),
    service.create(exampleBody(), once),
  ]);
  const { id } = mustBe(answers[0], 201).json;
  expect(answers[1]).toMatchObject({ status: 201, json: answers[0].json });
  expect(answers.map(({ headers }) => headers['idempotency-replayed']).toSorted()).toEqual([
    'true',
    undefined,
  ]);
  expect(await service.create(exampleBody(), once)).toMatchObject({
    status: 201,
    headers: { 'idempotency-replayed': 'true' },
    json: answers[0].json,
  });
  await service.untilStatus(id, 'awaiting_answer');
  await untilMailed(trip, id, 1);

  await clock.until(moments.approved);
  const approval = { webhookId: randomUUID() };
  const data = { date: '2026-04-14' };
  const outcomes = [];
  for (let sent = 0; sent < 2; sent += 1)
    outcomes.push(mustBe(await service.event(id, 'request.approved', data, approval), 202).json.outcome);
  expect(outcomes).toEqual(['applied', 'duplicate']);
  await untilMailed(trip, id, 2);

  await clock.until(moments.windowOpens);
  await service.untilStatus(id, 'ready_to_start');
  const link = await untilStartLink(trip, id);
  const page = await service.get(link, { token: null });
  const looked = await service.call('HEAD', link, { token: null });
  const mistyped = await service.confirm(link, '0505');
  const before = (await service.read(id)).status;
  const confirmed = await service.confirm(link, confirmation);
  expect(page).toMatchObject({ status: 200, text: expect.stringContaining('lang="fr"') });
  expect([looked.status, looked.text, mistyped.status, before]).toEqual([200, '', 422, 'ready_to_start']);
  expect(confirmed.status).toBe(200);
  await untilTold(trip, id, 2);
  await untilMailed(trip, id, 4);

  await clock.until(completedAt);
  mustBe(await service.event(id, 'port.completed', { completedAt }), 202);
  expect(await untilMailed(trip, id, 5)).toEqual([
    `request_received ${contact}`,
    `approved ${contact}`,
    `window_opened ${starter}`,
    `started ${contact}`,
    `completed ${contact}`,
  ]);
  expect(await untilEnded(trip, `${id}-1-1`)).toEqual({
    status: 'SUCCEEDED',
    path: [
      'BeginAttempt',
      'SendRequestToOperator',
      'AwaitOperatorAnswer',
      'AwaitPortingWindow',
      'AwaitCustomerStart',
      'ExecutePort',
      'AwaitPortCompletion',
      'PortCompleted',
    ],
  });
  expect(await service.history(id)).toEqual([
    `${moments.submitted} created`,
    `${moments.submitted} submitted`,
    `${moments.submitted} sent_to_operator`,
    `${moments.approved} approved`,
    `${moments.windowOpens} window_opened`,
    `${moments.windowOpens} started`,
    `${completedAt} completed`,
  ]);
  expect((await service.ordersOf(id)).map(({ type, attempt, body }) => ({ type, attempt, body }))).toEqual([
    { type: 'request.submitted', attempt: 1, body: exampleOrder },
    { type: 'port.started', attempt: 1, body: { start: 1, startedAt: moments.windowOpens } },
  ]);
  expect(await service.read(id)).toMatchObject({ status: 'completed', nextStep: null });
};

/**
 * The machine of one attempt dies while it waits for the window, as often as the sweeper begins it anew, so that nobody but the
 * schedule's own path (the tick, the look, the queue, the worker) can open it. Then somebody does what the runbook says.
 */
export const outlivesItsRun = async (trip: Trip): Promise<void> => {
  const { service, parts, clock, expect } = trip;
  await clock.until(moments.submitted);
  const id = await awaitingRequest(trip, '025806001');
  const [first, last, next] = [`${id}-1-1`, `${id}-1-5`, `${id}-1-6`];
  await clock.until(moments.approved);
  await approve(trip, id, '2026-04-14');
  const { input } = await parts.run(first);
  await parts.stopRun(first);
  for (const run of [2, 3, 4, 5]) {
    // The sweeper may have been first, which comes to the same.
    await parts.startRun(`${id}-1-${run}`, { ...input, run });
    await parts.stopRun(`${id}-1-${run}`);
  }

  await clock.until(moments.windowOpens);
  await service.untilStatus(id, 'ready_to_start');
  const link = await untilStartLink(trip, id);
  expect((await parts.run(last)).status).toBe('ABORTED');
  const lines = await eventually(
    `a line of the worker about ${id}`,
    () => parts.logged('WindowDoWhatIsDue', id),
    ({ length }) => length > 0,
  );
  expect(lines[0]).toMatch(/"work":"do-what-is-due"/);

  await parts.startRun(next, { ...input, run: 6 });
  await eventually(
    `${next} waiting for the start`,
    () => parts.path(next),
    (path) => path.includes('AwaitCustomerStart'),
  );
  mustBe(await service.confirm(link, '6001'), 200);
  await untilTold(trip, id, 2);

  await clock.until(completedAt);
  mustBe(await service.event(id, 'port.completed', { completedAt }), 202);
  expect(await untilEnded(trip, next)).toEqual({
    status: 'SUCCEEDED',
    path: ['BeginAttempt', 'AwaitCustomerStart', 'ExecutePort', 'AwaitPortCompletion', 'PortCompleted'],
  });
  expect(await untilTold(trip, id, 2)).toEqual(['request.submitted 1', 'port.started 1']);
  expect(await service.read(id)).toMatchObject({ status: 'completed' });
};

/** Two reasons against it, both mended; the second attempt is approved. */
export const isCorrected = async (trip: Trip): Promise<void> => {
  const { service, parts, clock, expect } = trip;
  await clock.until(moments.submitted);
  const body = singleNumberBody('025806002', {
    contract: { linkedServices: [{ number: '025806002', services: ['internet'] }] },
  });
  const id = await awaitingRequest(trip, '025806002', { body });
  await clock.until(moments.approved);
  const reasons = [
    { code: 'account_number_mismatch', text: 'Client number unknown' },
    { code: 'linked_service', numbers: ['025806002'] },
  ];
  mustBe(await service.event(id, 'request.rejected', { reasons }), 202);
  const rejected = await service.read(id);
  expect(rejected).toMatchObject({
    status: 'rejected',
    attempts: [
      { outcome: 'rejected', rejections: [{ code: 'account_number_mismatch' }, { code: 'linked_service' }] },
    ],
  });
  expect(await untilEnded(trip, `${id}-1-1`)).toMatchObject({ status: 'SUCCEEDED' });
  expect((await parts.path(`${id}-1-1`)).at(-1)).toBe('RequestRejected');
  await untilMailed(trip, id, 2);

  const patch = (version: number) =>
    service.call('PATCH', `/v1/port-requests/${id}`, {
      body: { losingOperator: { accountNumber: '612345679' }, contract: { linkedServices: [] } },
      headers: { 'if-match': `"${version}"` },
    });
  expect((await patch(rejected.version - 1)).status).toBe(412);
  mustBe(await patch(rejected.version), 200);
  const submitted = mustBe(await service.post(`/v1/port-requests/${id}/submission`), 200);
  expect(submitted.json).toMatchObject({ status: 'submitted', attempt: 2 });
  await service.untilStatus(id, 'awaiting_answer');
  expect((await parts.run(`${id}-2-1`)).status).toBe('RUNNING');
  await untilMailed(trip, id, 3);

  await approve(trip, id, '2026-04-20', 2);
  expect(await untilMailed(trip, id, 4)).toEqual([
    `request_received ${contact}`,
    `rejected ${contact}`,
    `request_received ${contact}`,
    `approved ${contact}`,
  ]);
  expect(await service.read(id)).toMatchObject({
    status: 'approved',
    attempts: [{ outcome: 'rejected' }, { outcome: null }],
  });
  const orders = await service.ordersOf(id);
  expect(orders.map(({ attempt, body: order }) => [attempt, order['losingOperator']])).toEqual([
    [1, { name: 'Proximus', accountNumber: '612345678', easySwitchId: null }],
    [2, { name: 'Proximus', accountNumber: '612345679', easySwitchId: null }],
  ]);
};

/** The operator's ten working days go by; the answer comes all the same. */
export const isAnsweredLate = async (trip: Trip): Promise<void> => {
  const { service, clock, expect } = trip;
  await clock.until(moments.submitted);
  const id = await awaitingRequest(trip, '025806003');
  await untilMailed(trip, id, 1);

  await clock.until('2026-04-15T07:00:00Z');
  const overdue = await untilMailed(trip, id, 3);
  // Two mails of one entry: either may go out first.
  expect(overdue.toSorted()).toEqual([
    `answer_overdue ${contact}`,
    `desk_answer_overdue ${recipients.desk}`,
    `request_received ${contact}`,
  ]);
  expect(await service.read(id)).toMatchObject({
    status: 'awaiting_answer',
    deadlines: { answerDue: { overdue: true } },
  });

  await approve(trip, id, '2026-04-20');
  expect((await untilMailed(trip, id, 4)).at(-1)).toBe(`approved ${contact}`);
  expect((await service.history(id)).slice(3)).toEqual([
    '2026-04-15T07:00:00Z answer_overdue',
    '2026-04-15T07:00:00Z approved',
  ]);
};
