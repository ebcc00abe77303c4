import { describe, expect, test } from 'vitest';
import { firstBrokenSequence } from '../../functions/port-request/history.ts';
import { exampleBody } from '../support/example-body.ts';
import { approvedRequest, awaitingRequest, happenedTo, mustBe, startNow } from '../support/journey.ts';
import { SandboxClient } from '../support/sandbox-client.ts';

type Skipped = { readonly date: string; readonly why: string; readonly name?: string };

const holidaysIn = (explanation: { readonly skipped: readonly Skipped[] } | undefined) =>
  explanation?.skipped.flatMap(({ date, why, name }) => (why === 'holiday' ? [`${date} ${name}`] : []));

const submittedAt = (day: string) =>
  exampleBody({ authorisation: { signedBy: 'Marie Dupont', signedOn: day } });

const roads = [
  {
    name: 'Christmas and New Year',
    submitted: '2025-12-18',
    due: '2026-01-05T23:00:00Z',
    date: '2026-01-05',
    lastDay: '2026-01-16',
    waiting: ['2025-12-25 Christmas Day', "2026-01-01 New Year's Day"],
    inWindow: [],
    mailSays: ['Kerstmis', 'Nieuwjaar'],
  },
  {
    name: 'Easter',
    submitted: '2026-03-30',
    due: '2026-04-14T22:00:00Z',
    date: '2026-04-14',
    lastDay: '2026-04-27',
    waiting: ['2026-04-06 Easter Monday'],
    inWindow: [],
    mailSays: ['Paasmaandag'],
  },
  {
    name: 'Labour Day and Ascension',
    submitted: '2026-04-30',
    due: '2026-05-18T22:00:00Z',
    date: '2026-05-18',
    lastDay: '2026-06-01',
    waiting: ['2026-05-01 Labour Day', '2026-05-14 Ascension Day'],
    inWindow: ['2026-05-25 Whit Monday'],
    mailSays: ['Dag van de Arbeid', 'Hemelvaart'],
  },
] as const;

describe.each(roads)('a waiting time over $name', (road) => {
  test('is longer by its holidays, and names them', async () => {
    const client = await SandboxClient.start(`${road.submitted}T09:00:00Z`);
    const id = await awaitingRequest(client, submittedAt(road.submitted));
    mustBe(await client.event(id, 'request.approved', {}), 202);

    const { deadlines } = await client.read(id);

    expect(deadlines).toMatchObject({
      earliestDate: { date: road.date },
      answerDue: { at: road.due },
      startWindow: { firstDay: road.date, lastDay: road.lastDay },
    });
    expect(holidaysIn(deadlines.answerDue?.explanation)).toEqual(road.waiting);
    expect(holidaysIn(deadlines.earliestDate?.explanation)).toEqual(road.waiting);
    expect(holidaysIn(deadlines.startWindow?.explanation)).toEqual(road.inWindow);
  });

  test('is explained to the contact, in Dutch', async () => {
    const client = await SandboxClient.start(`${road.submitted}T09:00:00Z`);
    const id = await awaitingRequest(client, submittedAt(road.submitted));

    const [{ text }] = await client.mails(`portRequestId=${id}&template=request_received`);

    for (const holiday of road.mailSays) expect(text).toContain(holiday);
  });
});

describe('summer time that begins while the operator thinks', () => {
  test('moves no local hour: submitted in winter time, started at nine in summer time', async () => {
    const client = await SandboxClient.start('2026-03-20T08:00:00Z');
    const id = await approvedRequest(client, {
      body: submittedAt('2026-03-20'),
      at: '2026-03-28T10:00:00Z',
      data: {},
    });

    expect((await client.read(id)).deadlines).toMatchObject({
      answerDue: { at: '2026-04-03T22:00:00Z' },
      startWindow: { firstDay: '2026-04-03', lastDay: '2026-04-17' },
    });
    await client.clock({ to: '2026-04-03T06:59:59Z' });
    expect((await startNow(client, id)).status).toBe(409);
    await client.clock({ to: '2026-04-03T07:00:00Z' });
    expect((await startNow(client, id)).status).toBe(200);
    expect((await client.read(id)).deadlines.completionDue?.at).toBe('2026-04-04T07:00:00Z');
  });
});

describe('a window over the weekend on which winter time begins', () => {
  const approvedOn19October = async () => {
    const client = await SandboxClient.start('2026-10-05T08:00:00Z');
    const id = await approvedRequest(client, {
      body: submittedAt('2026-10-05'),
      at: '2026-10-08T08:00:00Z',
      data: {},
    });
    return { client, id };
  };

  test('opens and closes at the same local hours, an hour later in UTC', async () => {
    const { client, id } = await approvedOn19October();

    await client.clock({ to: '2026-10-30T13:59:59Z' });
    const happened = (await client.history(id)).slice(4);

    expect(happened.map(({ type, occurredAt }) => `${type} ${occurredAt}`)).toEqual([
      'port_request.window_opened 2026-10-19T07:00:00Z',
      'port_request.reminded 2026-10-26T08:00:00Z',
      'port_request.reminded 2026-10-30T08:00:00Z',
    ]);
    expect((await client.clock({ by: 'PT1S' })).happened).toMatchObject([
      { type: 'port_request.expired', occurredAt: '2026-10-30T14:00:00Z' },
    ]);
    expect(firstBrokenSequence(await client.history(id))).toBeUndefined();
  });

  test.each([
    { at: '2026-10-23T06:59:59Z', status: 409 },
    { at: '2026-10-23T07:00:00Z', status: 200 },
    { at: '2026-10-23T13:00:00Z', status: 409 },
    { at: '2026-10-26T07:59:59Z', status: 409 },
    { at: '2026-10-26T08:00:00Z', status: 200 },
    { at: '2026-10-26T13:59:59Z', status: 200 },
    { at: '2026-10-26T14:00:00Z', status: 409 },
  ])('answers a start at $at with $status', async ({ at, status }) => {
    const { client, id } = await approvedOn19October();
    await client.clock({ to: at });

    expect((await startNow(client, id)).status).toBe(status);
  });

  test('says on its first morning that it opens at nine, 08:00 in UTC', async () => {
    const { client, id } = await approvedOn19October();
    await client.clock({ to: '2026-10-24T10:00:00Z' });

    expect((await startNow(client, id)).json).toMatchObject({
      opensAt: '2026-10-26T08:00:00Z',
      closesAt: '2026-10-26T14:00:00Z',
      lastDay: '2026-10-30',
    });
    expect(await happenedTo(client, id)).not.toContain('started');
  });
});
