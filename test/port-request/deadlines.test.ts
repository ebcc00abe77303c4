import { Temporal } from 'temporal-polyfill';
import { describe, expect, test } from 'vitest';
import { type ClosedDays, noClosedDays, workingCalendar } from '../../functions/calendar/working-calendar.ts';
import { deadlinesOf } from '../../functions/port-request/deadlines.ts';
import type { PortRequest } from '../../functions/port-request/port-request.ts';
import { aContent, anAttempt, aPortRequest } from '../support/port-request-builder.ts';
import { answered, events, instantIn, requestAfter, requestIn } from '../support/port-request-life.ts';

const deadlinesAt = (request: PortRequest, now: string, closedDays: ClosedDays = noClosedDays) =>
  deadlinesOf(request, Temporal.Instant.from(now), workingCalendar(closedDays));

const weekend = (...dates: readonly string[]) => dates.map((date) => ({ date, why: 'weekend' }));
const easter = { date: '2026-04-06', why: 'holiday', name: 'Easter Monday' };

const counted = {
  rulesVersion: 'fonzer-2026-01',
  closedDaysVersion: 'closed-days-0',
  from: '2026-03-30',
  workingDays: 10,
  skipped: [...weekend('2026-04-04', '2026-04-05'), easter, ...weekend('2026-04-11', '2026-04-12')],
};

describe('the deadlines of a request of 30 March 2026', () => {
  test('explain themselves: day 0, the days counted, each day skipped, the versions', () => {
    expect(deadlinesAt(requestIn('ready_to_start'), instantIn.ready_to_start)).toEqual({
      earliestDate: { date: '2026-04-14', explanation: { rule: 'earliest-date', ...counted } },
      answerDue: {
        date: '2026-04-14',
        at: '2026-04-14T22:00:00Z',
        overdue: false,
        explanation: { rule: 'operator-answer', ...counted },
      },
      startWindow: {
        firstDay: '2026-04-14',
        lastDay: '2026-04-27',
        from: '09:00',
        until: '15:00',
        timeZone: 'Europe/Brussels',
        openNow: true,
        explanation: {
          rule: 'start-window',
          rulesVersion: 'fonzer-2026-01',
          closedDaysVersion: 'closed-days-0',
          from: '2026-04-14',
          workingDays: 9,
          skipped: weekend('2026-04-18', '2026-04-19', '2026-04-25', '2026-04-26'),
        },
      },
      completionDue: null,
    });
  });

  test.each([
    ['draft', ['earliestDate']],
    ['submitted', ['earliestDate', 'answerDue']],
    ['awaiting_answer', ['earliestDate', 'answerDue']],
    ['rejected', ['earliestDate']],
    ['approved', ['earliestDate', 'answerDue', 'startWindow']],
    ['ready_to_start', ['earliestDate', 'answerDue', 'startWindow']],
    ['in_progress', ['earliestDate', 'answerDue', 'startWindow', 'completionDue']],
    ['completed', ['earliestDate', 'answerDue', 'startWindow', 'completionDue']],
    ['expired', ['earliestDate', 'startWindow']],
    ['cancelled', []],
  ] as const)('in %s are %j, the others null', (status, there) => {
    const deadlines = deadlinesAt(requestIn(status), instantIn[status]);
    const given = Object.entries(deadlines).filter(([, part]) => part !== null);
    expect(given.map(([name]) => name)).toEqual(there);
  });

  test('count the earliest date of a draft from the day on which it is looked at', () => {
    const { earliestDate } = deadlinesAt(requestIn('draft'), '2026-07-20T22:30:00Z');
    expect(earliestDate).toMatchObject({ date: '2026-08-04', explanation: { from: '2026-07-21' } });
  });

  test('count the earliest date from the approval of the quote when that is later, the answer never', () => {
    const content = aContent({ quote: { reference: 'Q-1', approvedOn: '2026-04-02' } });
    const { earliestDate, answerDue } = deadlinesAt(aPortRequest({ content }), '2026-03-30T09:00:00Z');
    expect(earliestDate).toMatchObject({ date: '2026-04-17', explanation: { from: '2026-04-02' } });
    expect(answerDue).toMatchObject({ date: '2026-04-14', explanation: { from: '2026-03-30' } });
  });

  test('move with a closed day that is added while they run, and name it', () => {
    const closedDays: ClosedDays = {
      version: 'closed-days-1',
      days: [{ date: '2026-04-10', name: 'Bridge day' }],
    };
    const { answerDue, startWindow } = deadlinesAt(requestIn('approved'), instantIn.approved, closedDays);
    expect(answerDue).toMatchObject({ date: '2026-04-15', at: '2026-04-15T22:00:00Z' });
    expect(answerDue?.explanation).toMatchObject({ closedDaysVersion: 'closed-days-1' });
    expect(answerDue?.explanation.skipped).toContainEqual({
      date: '2026-04-10',
      why: 'closed',
      name: 'Bridge day',
    });
    expect(startWindow).toMatchObject({ firstDay: '2026-04-14', lastDay: '2026-04-27' });
  });
});

describe('the start window', () => {
  test.each(['approved', 'ready_to_start'] as const)(
    'in %s is none any more once the approval is withdrawn',
    (status) => {
      const request = requestIn(status);
      const withdrawn = requestAfter(answered(request, events.rejected(request), instantIn[status]));
      expect(withdrawn).toMatchObject({ status: 'rejected', attempts: [{ approvedDate: '2026-04-14' }] });
      expect(deadlinesAt(withdrawn, instantIn[status]).startWindow).toBeNull();
    },
  );
});

describe('an answer is overdue', () => {
  test.each([
    ['awaiting_answer', '2026-04-14T21:59:59Z', false],
    ['awaiting_answer', '2026-04-14T22:00:00Z', true],
    ['submitted', '2026-04-14T22:00:00Z', true],
    ['approved', '2026-04-14T22:00:00Z', false],
    ['in_progress', '2026-04-14T22:00:00Z', false],
    ['completed', '2026-06-01T00:00:00Z', false],
  ] as const)('in %s at %s: %s', (status, now, overdue) => {
    expect(deadlinesAt(requestIn(status), now).answerDue?.overdue).toBe(overdue);
  });

  test('in winter time an hour later by UTC: submitted on 18 December 2025, due at the end of 5 January', () => {
    const request = aPortRequest({ attempts: [anAttempt({ submittedAt: '2025-12-18T09:00:00Z' })] });
    expect(deadlinesAt(request, '2026-01-05T22:59:59Z').answerDue).toMatchObject({
      at: '2026-01-05T23:00:00Z',
      overdue: false,
    });
    expect(deadlinesAt(request, '2026-01-05T23:00:00Z').answerDue?.overdue).toBe(true);
  });
});

describe('the end of an interruption', () => {
  const simple = aContent({ numbers: [{ kind: 'single', number: '+3225805070' }] });
  const complex = aContent();
  const startedAt = (instant: string, content = complex): PortRequest =>
    aPortRequest({
      status: 'in_progress',
      content,
      attempts: [anAttempt({ approvedDate: '2026-03-27', startedAt: instant })],
    });

  test.each([
    ['two hours for one number', simple, '2026-04-14T07:20:00Z', '2026-04-14T09:20:00Z'],
    ['two hours past 15:00', simple, '2026-04-14T12:59:59Z', '2026-04-14T14:59:59Z'],
    ['24 hours for a range', complex, '2026-04-14T07:20:00Z', '2026-04-15T07:20:00Z'],
    ['24 hours into a Saturday', complex, '2026-04-17T12:59:59Z', '2026-04-18T12:59:59Z'],
    // A port can be started on the Friday before, so 24 hours never meet a clock change by rule; they are elapsed anyhow.
    [
      '24 elapsed hours over the night that loses one',
      complex,
      '2026-03-28T08:00:00Z',
      '2026-03-29T08:00:00Z',
    ],
    [
      '24 elapsed hours over the night that gains one',
      complex,
      '2026-10-24T08:00:00Z',
      '2026-10-25T08:00:00Z',
    ],
  ])('is %s', (_, content, started, at) => {
    expect(deadlinesAt(startedAt(started, content), started).completionDue).toEqual({ at, overdue: false });
  });

  test('follows what the desk decided rather than the numbers', () => {
    const content = aContent({ installation: { type: 'simple', reason: 'One line with a switchboard.' } });
    const { completionDue } = deadlinesAt(startedAt('2026-04-14T07:20:00Z', content), '2026-04-14T07:20:00Z');
    expect(completionDue?.at).toBe('2026-04-14T09:20:00Z');
  });

  test.each([
    ['2026-04-15T07:19:59Z', false],
    ['2026-04-15T07:20:00Z', true],
    ['2026-04-15T07:20:01Z', true],
  ])('at %s: overdue %s', (now, overdue) => {
    expect(deadlinesAt(startedAt('2026-04-14T07:20:00Z'), now).completionDue?.overdue).toBe(overdue);
  });

  test.each([
    ['2026-04-15T07:20:00Z', false],
    ['2026-04-15T07:20:01Z', true],
  ])('is judged by the completion once there is one, at %s: overdue %s', (completedAt, overdue) => {
    const request = aPortRequest({
      status: 'completed',
      attempts: [
        anAttempt({
          approvedDate: '2026-04-14',
          startedAt: '2026-04-14T07:20:00Z',
          completedAt,
          closedAt: completedAt,
          outcome: 'completed',
        }),
      ],
    });
    expect(deadlinesAt(request, '2026-06-01T00:00:00Z').completionDue?.overdue).toBe(overdue);
  });
});
