import { describe, expect, test } from 'vitest';
import { toInstantText } from '../../functions/calendar/clock.ts';
import type { ClosedDays } from '../../functions/calendar/working-calendar.ts';
import { nextDueAt } from '../../functions/port-request/due.ts';
import type { PortRequest } from '../../functions/port-request/port-request.ts';
import { aContent, anAttempt, aPortRequest } from '../support/port-request-builder.ts';
import {
  answered,
  caughtUp,
  events,
  factsAt,
  recordingOf,
  requestAfter,
  requestIn,
} from '../support/port-request-life.ts';

/** What the clock records at an instant, each with the data that its mails are written from. */
const recorded = (request: PortRequest, now: string, closedDays?: ClosedDays) => {
  const decision = caughtUp(request, now, closedDays);
  if (decision.kind === 'nothing_new') return [];
  return recordingOf(decision).entries.map(({ type, data }) => {
    const detail = data['reminder'] ?? data['workingDaysLate'];
    return [type.replace('port_request.', ''), ...(detail === undefined ? [] : [detail])].join(' ');
  });
};

/** What is recorded when the clock looks at each of these instants in turn. */
const recordedInTurn = (request: PortRequest, instants: readonly string[]): readonly string[] => {
  let current = request;
  return instants.flatMap((now) => {
    const entries = recorded(current, now);
    current = requestAfter(caughtUp(current, now));
    return entries.map((entry) => `${now} ${entry}`);
  });
};

describe('an answer that does not come', () => {
  // Due at the end of Tuesday 14 April 2026.
  test.each([
    ['2026-04-14T21:59:59Z', []],
    ['2026-04-14T22:00:00Z', []],
    ['2026-04-15T06:59:59Z', []],
    ['2026-04-15T07:00:00Z', ['answer_overdue 1']],
    ['2026-04-15T18:00:00Z', ['answer_overdue 1']],
    ['2026-04-16T07:00:00Z', ['answer_overdue 2']],
    ['2026-04-18T10:00:00Z', ['answer_overdue 3']],
    ['2026-04-20T07:00:00Z', ['answer_overdue 4']],
    ['2026-05-29T07:00:00Z', ['answer_overdue 30']],
  ])('is recorded at %s as %j when the clock looks for the first time', (now, entries) => {
    expect(recorded(requestIn('awaiting_answer'), now)).toEqual(entries);
  });

  test('is recorded every working day at 09:00, over a weekend and a holiday, in summer time', () => {
    const mornings = Array.from({ length: 18 }, (_, day) => `${15 + day}`)
      .map((day) => (Number(day) <= 30 ? `2026-04-${day}` : `2026-05-0${Number(day) - 30}`))
      .flatMap((day) => [`${day}T06:59:59Z`, `${day}T07:00:00Z`, `${day}T07:05:00Z`]);
    expect(recordedInTurn(requestIn('awaiting_answer'), mornings)).toEqual([
      '2026-04-15T07:00:00Z answer_overdue 1',
      '2026-04-16T07:00:00Z answer_overdue 2',
      '2026-04-17T07:00:00Z answer_overdue 3',
      '2026-04-20T07:00:00Z answer_overdue 4',
      '2026-04-21T07:00:00Z answer_overdue 5',
      '2026-04-22T07:00:00Z answer_overdue 6',
      '2026-04-23T07:00:00Z answer_overdue 7',
      '2026-04-24T07:00:00Z answer_overdue 8',
      '2026-04-27T07:00:00Z answer_overdue 9',
      '2026-04-28T07:00:00Z answer_overdue 10',
      '2026-04-29T07:00:00Z answer_overdue 11',
      '2026-04-30T07:00:00Z answer_overdue 12',
    ]);
  });

  test('is told as the first time once', () => {
    const first = recordingOf(caughtUp(requestIn('awaiting_answer'), '2026-04-15T07:00:00Z'));
    const second = recordingOf(caughtUp(first.after, '2026-04-16T07:00:00Z'));
    expect(first.entries.map(({ data }) => data)).toEqual([
      { dueOn: '2026-04-14', losingOperator: 'proximus', workingDaysLate: 1, first: true },
    ]);
    expect(second.entries.map(({ data }) => data)).toEqual([
      { dueOn: '2026-04-14', losingOperator: 'proximus', workingDaysLate: 2, first: false },
    ]);
  });

  test('changes no status', () => {
    expect(requestAfter(caughtUp(requestIn('awaiting_answer'), '2026-05-29T07:00:00Z')).status).toBe(
      'awaiting_answer',
    );
  });

  test('is waited for over a holiday: 11 November 2026 is no morning to record', () => {
    // Submitted on Tuesday 27 October, so due at the end of Tuesday 10 November.
    const request = aPortRequest({ attempts: [anAttempt({ submittedAt: '2026-10-27T08:00:00Z' })] });
    expect(
      recordedInTurn(request, ['2026-11-11T08:00:00Z', '2026-11-12T07:59:59Z', '2026-11-12T08:00:00Z']),
    ).toEqual(['2026-11-12T08:00:00Z answer_overdue 1']);
  });
});

describe('an approved request, for Tuesday 14 April 2026', () => {
  test.each([
    ['2026-04-14T06:59:59Z', []],
    ['2026-04-14T07:00:00Z', ['window_opened']],
    ['2026-04-20T23:00:00Z', ['window_opened']],
    ['2026-04-21T06:59:59Z', ['window_opened']],
    ['2026-04-21T07:00:00Z', ['window_opened', 'reminded start_reminder']],
    ['2026-04-27T07:00:00Z', ['window_opened', 'reminded last_day']],
    ['2026-04-27T12:59:59Z', ['window_opened', 'reminded last_day']],
    ['2026-04-27T13:00:00Z', ['window_opened', 'expired']],
    ['2026-06-01T07:00:00Z', ['window_opened', 'expired']],
  ])('records by %s %j, when the clock had not looked before', (now, entries) => {
    expect(recorded(requestIn('approved'), now)).toEqual(entries);
  });
});

describe('a request that is ready to start', () => {
  test('is reminded of on the fifth and the ninth working day, then expires at 15:00', () => {
    const instants = Array.from({ length: 14 }, (_, day) => `2026-04-${14 + day}`).flatMap((day) => [
      `${day}T06:59:59Z`,
      `${day}T07:00:00Z`,
      `${day}T12:59:59Z`,
      `${day}T13:00:00Z`,
    ]);
    expect(recordedInTurn(requestIn('ready_to_start'), instants)).toEqual([
      '2026-04-21T07:00:00Z reminded start_reminder',
      '2026-04-27T07:00:00Z reminded last_day',
      '2026-04-27T13:00:00Z expired',
    ]);
  });

  test('is reminded of on days that holidays move: approved for 30 April, past 1 May and Ascension', () => {
    const request = aPortRequest({
      status: 'ready_to_start',
      attempts: [anAttempt({ approvedDate: '2026-04-30' })],
    });
    const mornings = Array.from(
      { length: 16 },
      (_, day) => `2026-05-${String(day + 1).padStart(2, '0')}`,
    ).flatMap((day) => [`${day}T07:00:00Z`, `${day}T13:00:00Z`]);
    // Working days after 30 April: 4, 5, 6, 7, 8, 11, 12, 13 and, past Ascension on the 14th, 15 May.
    expect(recordedInTurn(request, mornings)).toEqual([
      '2026-05-08T07:00:00Z reminded start_reminder',
      '2026-05-15T07:00:00Z reminded last_day',
      '2026-05-15T13:00:00Z expired',
    ]);
  });

  test('skips the halfway reminder when the clock is so late that the last day has come', () => {
    expect(
      recordedInTurn(requestIn('ready_to_start'), ['2026-04-27T08:00:00Z', '2026-04-27T08:01:00Z']),
    ).toEqual(['2026-04-27T08:00:00Z reminded last_day']);
  });

  test('is told of no reminder once its window has closed', () => {
    expect(recorded(requestIn('ready_to_start'), '2026-04-28T07:00:00Z')).toEqual(['expired']);
  });

  test('expires one working day later when a closed day is added while its window is open', () => {
    const closedDays = { version: 'closed-days-1', days: [{ date: '2026-04-24' }] };
    const request = requestIn('ready_to_start');
    expect(recorded(request, '2026-04-27T13:00:00Z', closedDays)).toEqual(['reminded start_reminder']);
    expect(recorded(request, '2026-04-28T13:00:00Z', closedDays)).toEqual(['expired']);
  });
});

describe('a port that was started at 10:00', () => {
  const simple = aContent({ numbers: [{ kind: 'single', number: '+3225805070' }], mainNumber: null });

  test('of one number is warned of after an hour and a half, and reported after two hours', () => {
    expect(
      recordedInTurn(requestIn('in_progress', simple), [
        '2026-04-14T09:29:59Z',
        '2026-04-14T09:30:00Z',
        '2026-04-14T09:59:59Z',
        '2026-04-14T10:00:00Z',
        '2026-04-14T10:00:01Z',
      ]),
    ).toEqual([
      '2026-04-14T09:30:00Z interruption_warned',
      '2026-04-14T10:00:00Z interruption_overrun',
      '2026-04-14T10:00:00Z incident.opened',
    ]);
  });

  test('with a range is warned of after 18 elapsed hours, and reported after 24, at whatever hour that is', () => {
    expect(
      recordedInTurn(requestIn('in_progress'), [
        '2026-04-15T01:59:59Z',
        '2026-04-15T02:00:00Z',
        '2026-04-15T07:59:59Z',
        '2026-04-15T08:00:00Z',
        '2026-05-15T08:00:00Z',
      ]),
    ).toEqual([
      '2026-04-15T02:00:00Z interruption_warned',
      '2026-04-15T08:00:00Z interruption_overrun',
      '2026-04-15T08:00:00Z incident.opened',
    ]);
  });

  test('is not warned of any more when the clock is so late that its time is over', () => {
    const late = recordingOf(caughtUp(requestIn('in_progress', simple), '2026-04-14T10:30:00Z'));
    expect(late.entries.map(({ type }) => type)).toEqual([
      'port_request.interruption_overrun',
      'incident.opened',
    ]);
    expect(late.after.status).toBe('in_progress');
    expect(late.after.incidents).toMatchObject([
      { diagnosis: 'port_overrun', actor: 'desk', status: 'open' },
    ]);
  });
});

describe('a completed port', () => {
  test('is asked after once, at 09:00 of the next working day', () => {
    expect(
      recordedInTurn(requestIn('completed'), [
        '2026-04-15T06:59:59Z',
        '2026-04-15T07:00:00Z',
        '2026-04-16T07:00:00Z',
      ]),
    ).toEqual(['2026-04-15T07:00:00Z reminded check_up']);
  });

  test('is asked after on the Monday, when it was done on a Friday evening', () => {
    const started = aPortRequest({
      status: 'in_progress',
      attempts: [
        anAttempt({ approvedDate: '2026-04-14', startedAt: '2026-04-17T08:00:00Z', startedBy: 'subscriber' }),
      ],
    });
    const done = requestAfter(
      answered(
        started,
        events.completed(started, { completedAt: '2026-04-17T21:30:00Z' }),
        '2026-04-17T21:31:00Z',
      ),
    );
    expect(recordedInTurn(done, ['2026-04-18T07:00:00Z', '2026-04-20T07:00:00Z'])).toEqual([
      '2026-04-20T07:00:00Z reminded check_up',
    ]);
  });
});

describe('when the clock next has something to do', () => {
  test.each([
    ['draft', undefined],
    ['submitted', undefined],
    ['awaiting_answer', '2026-04-15T07:00:00Z'],
    ['rejected', undefined],
    ['approved', '2026-04-14T07:00:00Z'],
    ['ready_to_start', '2026-04-21T07:00:00Z'],
    ['in_progress', '2026-04-15T02:00:00Z'],
    ['completed', '2026-04-15T07:00:00Z'],
    ['expired', undefined],
    ['cancelled', '2028-03-30T07:00:00Z'],
  ] as const)('in %s: %s, which is kept on the request', (status, at) => {
    const request = requestIn(status);
    const next = nextDueAt(request, factsAt('2026-03-30T08:00:00Z').calendar);
    expect(next === undefined ? undefined : toInstantText(next)).toBe(at);
    expect(request.dueAt).toBe(at ?? null);
  });
});
