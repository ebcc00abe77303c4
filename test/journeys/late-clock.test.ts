import { Temporal } from 'temporal-polyfill';
import { describe, expect, test } from 'vitest';
import { noClosedDays, workingCalendar } from '../../functions/calendar/working-calendar.ts';
import { cancel as cancelRequest } from '../../functions/port-request/cancel.ts';
import { start } from '../../functions/port-request/start.ts';
import { singleNumberBody } from '../support/example-body.ts';
import {
  approvedRequest,
  awaitingRequest,
  machinePath,
  mailed,
  moments,
  recipients,
  toldCarrier,
} from '../support/journey.ts';
import { anAttempt, aPortRequest } from '../support/port-request-builder.ts';
import { SandboxClient } from '../support/sandbox-client.ts';

const { contact, starter } = recipients;

describe('a clock that is moved in one go from the approval to after the window', () => {
  test('fires everything in between at its own instant, once and in order', async () => {
    const client = await SandboxClient.start();
    const id = await approvedRequest(client);

    const { now, happened } = await client.clock({ to: '2026-05-04T00:00:00Z' });

    expect(now).toBe('2026-05-04T00:00:00Z');
    expect(
      happened.map(({ type, occurredAt }: { type: string; occurredAt: string }) => `${occurredAt} ${type}`),
    ).toEqual([
      '2026-04-14T07:00:00Z port_request.window_opened',
      '2026-04-21T07:00:00Z port_request.reminded',
      '2026-04-27T07:00:00Z port_request.reminded',
      '2026-04-27T13:00:00Z port_request.expired',
    ]);
    expect((await mailed(client, id)).slice(2)).toEqual([
      `window_opened ${starter}`,
      `start_reminder ${starter}`,
      `last_day ${starter}`,
      `expired ${contact}`,
    ]);
    expect(await toldCarrier(client, id)).toEqual(['request.submitted 1', 'request.expired 1']);
    expect((await machinePath(client, id)).at(-1)).toBe('WindowExpired');
  });

  test('does so for many requests, each for itself', async () => {
    const client = await SandboxClient.start();
    const numbers = ['025805070', '025805080', '025805090'];
    const ids: string[] = [];
    for (const number of numbers) {
      const body = singleNumberBody(number);
      ids.push(await approvedRequest(client, { body }));
    }

    const { happened } = await client.clock({ to: moments.windowCloses });

    for (const id of ids)
      expect(
        happened
          .filter(({ portRequestId }: { portRequestId: string }) => portRequestId === id)
          .map(({ type }: { type: string }) => type),
      ).toEqual([
        'port_request.window_opened',
        'port_request.reminded',
        'port_request.reminded',
        'port_request.expired',
      ]);
  });

  test('chases a silent operator every working day of it', async () => {
    const client = await SandboxClient.start();
    await awaitingRequest(client);

    const { happened } = await client.clock({ to: '2026-05-01T12:00:00Z' });

    // 15 April to 30 April are twelve working days; 1 May is none.
    expect(happened).toHaveLength(12);
    expect(happened.at(-1)).toMatchObject({
      occurredAt: '2026-04-30T07:00:00Z',
      data: { workingDaysLate: 12 },
    });
  });
});

describe('a schedule that has not run', () => {
  const approved = aPortRequest({
    status: 'approved',
    attempts: [anAttempt({ approvedDate: '2026-04-14', approvedDateStated: '2026-04-14' })],
  });
  const reseller = { kind: 'reseller', id: 'acme-user' } as const;
  const factsAt = (now: string) => ({
    now: Temporal.Instant.from(now),
    calendar: workingCalendar(noClosedDays),
    newId: (prefix: string) => `${prefix}_1`,
  });

  test('does not keep a port from being started: its opening is recorded first', () => {
    const decision = start(approved, factsAt('2026-04-14T07:00:00Z'), reseller);

    expect(decision).toMatchObject({
      kind: 'change',
      recording: {
        after: { status: 'in_progress', version: approved.version + 2 },
        entries: [
          { type: 'port_request.window_opened', previousStatus: 'approved', actor: { kind: 'clock' } },
          { type: 'port_request.started', previousStatus: 'ready_to_start', actor: reseller },
        ],
      },
    });
  });

  test.each([
    {
      at: '2026-04-14T06:59:59Z',
      opensAt: '2026-04-14T07:00:00Z',
      closesAt: '2026-04-14T13:00:00Z',
    },
    {
      at: '2026-04-14T13:00:00Z',
      opensAt: '2026-04-15T07:00:00Z',
      closesAt: '2026-04-15T13:00:00Z',
    },
    { at: '2026-04-27T13:00:00Z', opensAt: null, closesAt: null },
  ])('does not let a port be started at $at', ({ at, opensAt, closesAt }) => {
    expect(start(approved, factsAt(at), reseller)).toEqual({
      kind: 'window_closed',
      opensAt,
      closesAt,
      lastDay: '2026-04-27',
    });
  });

  test('leaves nothing out when somebody cancels after the window', () => {
    const decision = cancelRequest(approved, null, factsAt('2026-05-04T08:00:00Z'), reseller);

    expect(decision).toMatchObject({
      kind: 'change',
      recording: {
        after: { status: 'cancelled', attempts: [{ outcome: 'expired' }] },
        entries: [
          { type: 'port_request.window_opened' },
          { type: 'port_request.expired' },
          { type: 'port_request.cancelled' },
        ],
      },
    });
  });
});
