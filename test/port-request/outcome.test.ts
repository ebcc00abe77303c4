import { describe, expect, test } from 'vitest';
import { readNumberItem } from '../../functions/numbers/number-item.ts';
import { type Outcome, outcomes, recordOutcome } from '../../functions/port-request/outcome.ts';
import type { PortRequest } from '../../functions/port-request/port-request.ts';
import { type Status, statuses } from '../../functions/port-request/status.ts';
import {
  answered,
  desk,
  events,
  factsAt,
  instantIn,
  recordingOf,
  requestAfter,
  requestIn,
} from '../support/port-request-life.ts';

const mayBeRecordedIn: Readonly<Record<Outcome['outcome'], readonly Status[]>> = {
  completed: ['approved', 'ready_to_start', 'in_progress', 'expired'],
  failed: ['in_progress'],
};

const told = (overrides: Partial<Outcome> = {}): Outcome => ({
  outcome: 'completed',
  numbers: undefined,
  at: '2026-04-02T09:12:30Z',
  reason: 'COLT called: it went first.',
  ...overrides,
});

const record = (request: PortRequest, outcome: Partial<Outcome>, now = instantIn[request.status]) =>
  recordOutcome(request, told(outcome), undefined, factsAt(now), desk);

const typesOf = (decision: ReturnType<typeof record>) =>
  recordingOf(decision).entries.map(({ type }) => type);

describe('what really happened can be recorded', () => {
  test.each(outcomes.flatMap((outcome) => statuses.map((status) => ({ outcome, status }))))(
    '$outcome in $status, or is refused with what is allowed',
    ({ outcome, status }) => {
      const request = requestIn(status);
      const decision = record(request, { outcome, at: instantIn[status] });
      if (mayBeRecordedIn[outcome].includes(status)) expect(decision.kind).toBe('change');
      else expect(decision).toMatchObject({ kind: 'move_not_allowed', status });
    },
  );
});

describe.each(mayBeRecordedIn.completed)('a port that was completed all the same, in %s', (status) => {
  test('is completed with every number at that time, by the desk', () => {
    const at = instantIn[status];
    const { after, entries, enclosures } = recordingOf(record(requestIn(status), { at }));
    expect(after).toMatchObject({
      status: 'completed',
      completedNumbers: { '+3225805070': at, '+3225805050': at },
    });
    expect(after.attempts.at(-1)).toMatchObject({ outcome: 'completed', completedAt: at, closedAt: at });
    expect(entries[0]).toMatchObject({
      type: 'port_request.completed',
      previousStatus: status,
      actor: desk,
      data: { completedAt: at, outcome: 'completed', completed: 2, of: 2, itemIndexes: [0, 1] },
    });
    expect(enclosures).toMatchObject([
      { kind: 'note', visibility: 'desk', text: 'COLT called: it went first.', id: entries[0]?.id },
    ]);
    expect(JSON.stringify(entries)).not.toContain('COLT called');
  });

  test('leaves the numbers that were not named with the old operator', () => {
    const at = instantIn[status];
    const numbers = [readNumberItem('02 580 50 50-59')];
    const { after, entries } = recordingOf(record(requestIn(status), { at, numbers }));
    expect(after.status).toBe('completed');
    expect(after.completedNumbers).toEqual({ '+3225805050': at });
    expect(entries[0]?.data).toMatchObject({ completed: 1, of: 2, itemIndexes: [1] });
  });
});

describe('a port of which some numbers were confirmed before', () => {
  const partly = (): PortRequest => {
    const request = requestIn('in_progress');
    const part = events.completed(request, { numbers: ['025805070'], completedAt: '2026-04-14T08:10:00Z' });
    return requestAfter(answered(request, part, '2026-04-14T08:10:05Z'));
  };

  test('keeps their own time when the rest is completed', () => {
    const { after } = recordingOf(record(partly(), { at: '2026-04-14T09:00:00Z' }, '2026-04-14T09:30:00Z'));
    expect(after.completedNumbers).toEqual({
      '+3225805070': '2026-04-14T08:10:00Z',
      '+3225805050': '2026-04-14T09:00:00Z',
    });
    expect(after.attempts.at(-1)?.completedAt).toBe('2026-04-14T09:00:00Z');
  });

  test('has none of them any more when it failed: a port is rolled back whole', () => {
    const decision = record(
      partly(),
      { outcome: 'failed', at: '2026-04-14T09:00:00Z' },
      '2026-04-14T09:30:00Z',
    );
    const { after, entries, enclosures } = recordingOf(decision);
    expect(after).toMatchObject({ status: 'ready_to_start', completedNumbers: {} });
    expect(entries[0]).toMatchObject({
      type: 'port_request.failed',
      data: { startedAt: '2026-04-14T08:00:00Z', outcome: 'failed', at: '2026-04-14T09:00:00Z' },
    });
    expect(enclosures).toMatchObject([{ visibility: 'desk', id: entries[0]?.id }]);
  });
});

describe('a port that failed', () => {
  test('can be started again while its window lasts, by a new link, and is an incident for the desk', () => {
    const { after } = recordingOf(
      record(requestIn('in_progress'), { outcome: 'failed', at: '2026-04-14T08:00:30Z' }),
    );
    expect(after).toMatchObject({ status: 'ready_to_start' });
    expect(after.attempts.at(-1)).toMatchObject({ startedAt: null, linkGeneration: 2, outcome: null });
    expect(after.incidents).toMatchObject([{ diagnosis: 'unknown', actor: 'desk', status: 'open' }]);
    // The reason is the desk's own; the incident is read by the reseller too.
    expect(JSON.stringify(after.incidents)).not.toContain('COLT called');
  });

  test('has expired once its window is over', () => {
    const decision = record(
      requestIn('in_progress'),
      { outcome: 'failed', at: '2026-04-15T07:00:00Z' },
      '2026-04-27T13:00:00Z',
    );
    expect(typesOf(decision)).toEqual([
      'port_request.interruption_overrun',
      'incident.opened',
      'port_request.failed',
      'incident.resolved',
      'incident.opened',
      'port_request.expired',
    ]);
    expect(recordingOf(decision).after).toMatchObject({ status: 'expired' });
  });
});

describe('what cannot have happened is refused, all of it at once', () => {
  test.each([
    ['a second before the attempt was submitted', '2026-03-30T07:59:59Z', true],
    ['at its submission', '2026-03-30T08:00:00Z', false],
    ['now', '2026-04-14T08:01:00Z', false],
    ['a second from now', '2026-04-14T08:01:01Z', true],
  ])('%s', (_, at, isRefused) => {
    const decision = record(requestIn('in_progress'), { at });
    if (!isRefused) return expect(decision.kind).toBe('change');
    expect(decision).toMatchObject({
      kind: 'refused',
      problems: [{ code: 'time.implausible', pointer: '/at' }],
    });
  });

  test('numbers outside the request, and half of a range', () => {
    const numbers = ['02 580 50 70', '02 580 50 51', '02 580 60 00'].map(readNumberItem);
    expect(record(requestIn('in_progress'), { numbers, at: '2026-05-01T00:00:00Z' })).toMatchObject({
      kind: 'refused',
      problems: [
        { code: 'number.not_in_request', pointer: '/numbers/1' },
        { code: 'number.not_in_request', pointer: '/numbers/2' },
        { code: 'time.implausible', pointer: '/at' },
      ],
    });
  });
});

describe('a completion that was recorded late', () => {
  test('is counted as late, from the day that was agreed', () => {
    const decision = record(requestIn('expired'), { at: '2026-04-17T08:00:00Z' }, '2026-04-28T08:00:00Z');
    expect(typesOf(decision)).toEqual(['port_request.completed', 'port_request.compensation_due']);
    expect(recordingOf(decision).after.compensation).toMatchObject({
      agreedDate: '2026-04-14',
      daysLate: 3,
      numbers: 11,
      amount: 99,
      claimUntil: '2026-09-30',
    });
  });

  test('resolves what was only a port that had not been done', () => {
    const decision = record(requestIn('in_progress'), { at: '2026-04-15T09:00:00Z' }, '2026-04-15T09:30:00Z');
    expect(typesOf(decision)).toEqual([
      'port_request.interruption_overrun',
      'incident.opened',
      'port_request.completed',
      'incident.resolved',
    ]);
  });
});
