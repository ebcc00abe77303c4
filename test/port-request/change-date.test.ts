import { describe, expect, test } from 'vitest';
import { workingCalendar } from '../../functions/calendar/working-calendar.ts';
import { changeDate } from '../../functions/port-request/change-date.ts';
import type { PortRequest } from '../../functions/port-request/port-request.ts';
import { statuses } from '../../functions/port-request/status.ts';
import { factsAt, instantIn, recordingOf, requestIn, reseller } from '../support/port-request-life.ts';

// Approved for Tuesday 14 April 2026: its window lasts until Monday 27 April.
const ask = (request: PortRequest, date: string, now = instantIn[request.status]) =>
  changeDate(request, date, factsAt(now), reseller);

const problemsOf = (request: PortRequest, date: string, now?: string) => {
  const decision = ask(request, date, now);
  if (decision.kind !== 'refused') throw new Error(`Not refused: ${decision.kind}`);
  return decision.problems.map(({ code, pointer, members }) => {
    expect(pointer).toBe('/date');
    return [code, members?.['earliestDate'], members?.['nextWorkingDay'], members?.['holiday']];
  });
};

describe('another day', () => {
  test.each(statuses.filter((status) => status !== 'approved' && status !== 'ready_to_start'))(
    'cannot be asked for in %s',
    (status) => {
      expect(ask(requestIn(status), '2026-05-20')).toMatchObject({ kind: 'move_not_allowed', status });
    },
  );
});

describe.each(['approved', 'ready_to_start'] as const)('a working day of the window, in %s', (status) => {
  test.each(['2026-04-14', '2026-04-20', '2026-04-27'])('is only noted: %s', (date) => {
    const request = requestIn(status);
    const { after, entries } = recordingOf(ask(request, date));
    expect(after).toMatchObject({ status, plannedDate: date, attempts: request.attempts });
    expect(entries).toMatchObject([{ type: 'port_request.date_planned', data: { date } }]);
  });

  test('is noted anew for another one, and not a second time for the same', () => {
    const { after } = recordingOf(ask(requestIn(status), '2026-04-20'));
    expect(ask(after, '2026-04-20').kind).toBe('nothing_new');
    expect(recordingOf(ask(after, '2026-04-17')).after.plannedDate).toBe('2026-04-17');
  });
});

describe.each(['approved', 'ready_to_start'] as const)('a day after the window, in %s', (status) => {
  test('closes the attempt as replanned and opens the next one for that day', () => {
    const planned = recordingOf(ask(requestIn(status), '2026-04-20')).after;
    const { after, entries } = recordingOf(ask(planned, '2026-05-20'));
    expect(entries).toMatchObject([
      { type: 'port_request.replanned', attempt: 1, data: { date: '2026-05-20' }, status: 'submitted' },
      { type: 'port_request.submitted', attempt: 2, data: { desiredDate: '2026-05-20' } },
    ]);
    expect(after).toMatchObject({ status: 'submitted', plannedDate: null });
    expect(after.content.desiredDate).toBe('2026-05-20');
    expect(after.attempts).toMatchObject([
      { outcome: 'replanned', closedAt: instantIn[status], approvedDate: '2026-04-14' },
      { outcome: null, desiredDate: '2026-05-20', approvedDate: null, submittedAt: instantIn[status] },
    ]);
  });
});

describe('a day that cannot be', () => {
  test.each([
    // Before the window, on a weekend of it, and on a holiday after it.
    ['2026-04-13', [['date.too_early', '2026-04-14', '2026-04-14', null]]],
    ['2026-04-18', [['date.not_a_working_day', '2026-04-14', '2026-04-20', null]]],
    ['2026-05-01', [['date.not_a_working_day', '2026-04-17', '2026-05-04', 'Labour Day']]],
    // 120 days after 2 April is 31 July.
    ['2026-07-31', undefined],
    [
      '2026-08-01',
      [
        ['date.not_a_working_day', '2026-04-17', null, null],
        ['date.too_far', '2026-04-17', null, null],
      ],
    ],
    ['2026-08-03', [['date.too_far', '2026-04-17', null, null]]],
  ] as const)('while approved: %s', (date, problems) => {
    if (problems === undefined) return expect(ask(requestIn('approved'), date).kind).toBe('change');
    expect(problemsOf(requestIn('approved'), date)).toEqual(problems);
  });

  test('is one of the window that has passed: the next good one is today', () => {
    expect(problemsOf(requestIn('ready_to_start'), '2026-04-15', '2026-04-16T06:00:00Z')).toEqual([
      ['date.too_early', '2026-04-16', '2026-04-16', null],
    ]);
  });

  test('on a Saturday of the window is one that has passed: the next good one is the Monday', () => {
    expect(problemsOf(requestIn('ready_to_start'), '2026-04-17', '2026-04-18T10:00:00Z')).toEqual([
      ['date.too_early', '2026-04-20', '2026-04-20', null],
    ]);
  });

  test.each([
    // Ten working days after 14 April, past no holiday: 28 April.
    ['2026-04-28', undefined],
    ['2026-04-27', undefined],
  ])('is none of those from the last day of the window on, seen from its first day: %s', (date) => {
    expect(ask(requestIn('ready_to_start'), date).kind).toBe('change');
  });

  test('is one after the window that is less than ten working days away', () => {
    // From 22 April: ten working days, past 1 May, are 7 May.
    const now = '2026-04-22T08:00:00Z';
    expect(problemsOf(requestIn('ready_to_start'), '2026-05-06', now)).toEqual([
      ['date.too_early', '2026-05-07', '2026-05-07', null],
    ]);
    expect(ask(requestIn('ready_to_start'), '2026-05-07', now).kind).toBe('change');
  });

  test('is any once the window is over, which the clock records first', () => {
    expect(ask(requestIn('ready_to_start'), '2026-05-20', '2026-04-27T13:00:00Z')).toMatchObject({
      kind: 'move_not_allowed',
      status: 'expired',
    });
  });

  test('was a good one until a closed day was added, and is then named as such', () => {
    const calendar = workingCalendar({ version: 'closed-days-1', days: [{ date: '2026-04-20' }] });
    const facts = { ...factsAt('2026-04-14T08:00:00Z'), calendar };
    expect(changeDate(requestIn('ready_to_start'), '2026-04-20', facts, reseller)).toMatchObject({
      kind: 'refused',
      problems: [{ code: 'date.not_a_working_day', members: { nextWorkingDay: '2026-04-21' } }],
    });
    // The window ends a day later, so that day is inside it.
    expect(
      recordingOf(changeDate(requestIn('ready_to_start'), '2026-04-28', facts, reseller)).after,
    ).toMatchObject({
      status: 'ready_to_start',
      plannedDate: '2026-04-28',
    });
  });
});
