import { describe, expect, test } from 'vitest';
import { exampleBody } from '../support/example-body.ts';
import { approvedRequest, happenedTo, mailed, recipients, startNow } from '../support/journey.ts';
import { SandboxClient } from '../support/sandbox-client.ts';

const { contact, starter } = recipients;

const ahead = [
  { what: 'no date', at: '2026-04-02T09:12:00Z', data: {}, approved: '2026-04-14', stated: null },
  {
    what: 'the desired date',
    at: '2026-04-02T09:12:00Z',
    data: { date: '2026-04-14' },
    approved: '2026-04-14',
    stated: '2026-04-14',
  },
  {
    what: 'a Saturday',
    at: '2026-04-02T09:12:00Z',
    data: { date: '2026-04-18' },
    approved: '2026-04-20',
    stated: '2026-04-18',
  },
  {
    what: 'Easter Sunday, before another holiday',
    at: '2026-04-02T09:12:00Z',
    data: { date: '2026-04-05' },
    approved: '2026-04-07',
    stated: '2026-04-05',
  },
  {
    what: 'a holiday on a Friday',
    at: '2026-04-02T09:12:00Z',
    data: { date: '2026-05-01' },
    approved: '2026-05-04',
    stated: '2026-05-01',
  },
  {
    what: 'a date before the desired one',
    at: '2026-04-02T09:12:00Z',
    data: { date: '2026-04-08' },
    approved: '2026-04-08',
    stated: '2026-04-08',
  },
  {
    what: 'a day that has passed, on a Saturday',
    at: '2026-04-04T10:00:00Z',
    data: { date: '2026-04-01' },
    approved: '2026-04-07',
    stated: '2026-04-01',
  },
  {
    what: 'no date, when the desired one has passed, on a Saturday',
    at: '2026-04-18T10:00:00Z',
    data: {},
    approved: '2026-04-20',
    stated: null,
  },
  {
    what: 'today, at 08:59:59',
    at: '2026-04-08T06:59:59Z',
    data: { date: '2026-04-08' },
    approved: '2026-04-08',
    stated: '2026-04-08',
  },
] as const;

describe.each(ahead)('an approval that states $what', ({ at, data, approved, stated }) => {
  test(`grants ${approved} and keeps what was stated`, async () => {
    const client = await SandboxClient.start();
    const id = await approvedRequest(client, { at, data });

    expect(await client.read(id)).toMatchObject({
      status: 'approved',
      approvedDate: approved,
      desiredDate: '2026-04-14',
      attempts: [{ approvedDate: approved, approvedDateStated: stated }],
      deadlines: { startWindow: { firstDay: approved, openNow: false } },
      nextStep: { actor: 'clock', action: 'wait_for_window', by: `${approved}T07:00:00Z` },
    });
    expect((await client.history(id)).at(-1)).toMatchObject({
      type: 'port_request.approved',
      data: { approvedDate: approved, statedDate: stated },
    });
  });
});

const openAlready = [
  { what: 'today, at 09:00', at: '2026-04-08T07:00:00Z', data: { date: '2026-04-08' }, startable: true },
  { what: 'today, after three', at: '2026-04-08T13:30:00Z', data: { date: '2026-04-08' }, startable: false },
  {
    what: 'a day that has passed',
    at: '2026-04-08T10:00:00Z',
    data: { date: '2026-04-01' },
    startable: true,
  },
  {
    what: 'no date, when the desired one has passed',
    at: '2026-04-20T10:00:00Z',
    data: {},
    startable: true,
  },
] as const;

describe.each(openAlready)('an approval that states $what', ({ at, data, startable }) => {
  test('opens the window at once, and mails the link after the approval', async () => {
    const client = await SandboxClient.start();
    const id = await approvedRequest(client, { at, data });

    expect(await client.read(id)).toMatchObject({ status: 'ready_to_start', approvedDate: at.slice(0, 10) });
    expect((await happenedTo(client, id)).slice(-2)).toEqual(['approved', 'window_opened']);
    expect((await client.history(id)).slice(-2).map(({ occurredAt }) => occurredAt)).toEqual([at, at]);
    expect((await mailed(client, id)).slice(-2)).toEqual([`approved ${contact}`, `window_opened ${starter}`]);
    expect((await client.statesOf(id)).at(-1)).toBe('AwaitCustomerStart');
    expect((await startNow(client, id)).status).toBe(startable ? 200 : 409);
  });
});

test('the day granted counts from then on, not the desired one: nine working days follow it', async () => {
  const client = await SandboxClient.start();
  const body = exampleBody({ desiredDate: '2026-04-30' });
  const id = await approvedRequest(client, { body, data: { date: '2026-04-10' } });

  await client.clock({ to: '2026-04-23T12:59:59Z' });
  expect((await client.read(id)).status).toBe('ready_to_start');
  await client.clock({ by: 'PT1S' });

  expect((await client.read(id)).status).toBe('expired');
});
