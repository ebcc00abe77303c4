import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, test } from 'vitest';
import { addDays, atLocalTime, endOfDay, localDateOf } from '../../functions/calendar/local-date.ts';
import { type ClosedDays, noClosedDays, workingCalendar } from '../../functions/calendar/working-calendar.ts';
import { anyDay, daysAfterUpTo } from './days.ts';

const calendar = workingCalendar(noClosedDays);

const bridgeDay2026: ClosedDays = {
  version: 'closed-days-1',
  days: [{ date: '2026-05-15', name: 'Bridge day' }],
};

// Domain section 4: the answer is due, and the earliest date is, ten working days after the request; the last day
// to start is nine after that date. `skipped` are the days other than weekends, in either count.
const vectors = [
  { request: '2025-12-18', plus10: '2026-01-05', plus9: '2026-01-16', skipped: ['2025-12-25', '2026-01-01'] },
  { request: '2026-03-30', plus10: '2026-04-14', plus9: '2026-04-27', skipped: ['2026-04-06'] },
  {
    request: '2026-04-30',
    plus10: '2026-05-18',
    plus9: '2026-06-01',
    skipped: ['2026-05-01', '2026-05-14', '2026-05-25'],
  },
  { request: '2026-05-12', plus10: '2026-05-28', plus9: '2026-06-10', skipped: ['2026-05-14', '2026-05-25'] },
  { request: '2026-07-13', plus10: '2026-07-28', plus9: '2026-08-10', skipped: ['2026-07-21'] },
  { request: '2026-10-30', plus10: '2026-11-16', plus9: '2026-11-27', skipped: ['2026-11-11'] },
  { request: '2026-12-18', plus10: '2027-01-05', plus9: '2027-01-18', skipped: ['2026-12-25', '2027-01-01'] },
  { request: '2026-05-23', plus10: '2026-06-08', plus9: '2026-06-19', skipped: ['2026-05-25'] },
  { request: '2026-07-21', plus10: '2026-08-04', plus9: '2026-08-17', skipped: [] },
  { request: '2028-04-13', plus10: '2028-04-28', plus9: '2028-05-12', skipped: ['2028-04-17', '2028-05-01'] },
];

describe('ten working days, then nine', () => {
  test.each(vectors)('from $request: $plus10, then $plus9', ({ request, plus10, plus9, skipped }) => {
    const answerDue = calendar.addWorkingDays(request, 10);
    const lastStartDay = calendar.addWorkingDays(answerDue.date, 9);
    expect(answerDue.date).toBe(plus10);
    expect(lastStartDay.date).toBe(plus9);
    expect(
      [...answerDue.skipped, ...lastStartDay.skipped]
        .filter(({ why }) => why !== 'weekend')
        .map(({ date }) => date),
    ).toEqual(skipped);
  });

  test('a closed bridge day makes both dates later and is named as the reason', () => {
    const { version, addWorkingDays } = workingCalendar(bridgeDay2026);
    const answerDue = addWorkingDays('2026-05-12', 10);
    expect(version).toBe('closed-days-1');
    expect(answerDue.date).toBe('2026-05-29');
    expect(answerDue.skipped).toContainEqual({ date: '2026-05-15', why: 'closed', name: 'Bridge day' });
    expect(addWorkingDays(answerDue.date, 9).date).toBe('2026-06-11');
  });

  test.each([
    { request: '2025-12-18', due: '2026-01-05T23:00:00Z', closes: '2026-01-16T14:00:00Z' },
    { request: '2026-03-30', due: '2026-04-14T22:00:00Z', closes: '2026-04-27T13:00:00Z' },
  ])('from $request: due at $due, window closed at $closes', ({ request, due, closes }) => {
    const answerDue = calendar.addWorkingDays(request, 10).date;
    expect(endOfDay(answerDue).toString()).toBe(due);
    expect(atLocalTime(calendar.addWorkingDays(answerDue, 9).date, '15:00').toString()).toBe(closes);
  });

  test('a request late in the evening counts from its day in Brussels', () => {
    const request = localDateOf(Temporal.Instant.from('2026-07-20T22:30:00Z'));
    expect(calendar.addWorkingDays(request, 10).date).toBe('2026-08-04');
  });
});

describe('what a count explains', () => {
  test('every day it passed over, in order', () => {
    expect(calendar.addWorkingDays('2026-03-30', 10).skipped).toEqual([
      { date: '2026-04-04', why: 'weekend' },
      { date: '2026-04-05', why: 'weekend' },
      { date: '2026-04-06', why: 'holiday', name: 'Easter Monday' },
      { date: '2026-04-11', why: 'weekend' },
      { date: '2026-04-12', why: 'weekend' },
    ]);
  });

  test('not day 0 itself, even when that is a holiday', () => {
    expect(calendar.addWorkingDays('2026-07-21', 1)).toEqual({ date: '2026-07-22', skipped: [] });
  });

  test.each(['2026-04-14', '2026-04-12'])('zero working days from %s is that day', (date) => {
    expect(calendar.addWorkingDays(date, 0)).toEqual({ date, skipped: [] });
  });

  test.each([-1, 1.5, Number.NaN, Number.POSITIVE_INFINITY])(
    '%d is no number of working days',
    (workingDays) => {
      expect(() => calendar.addWorkingDays('2026-04-14', workingDays)).toThrow(RangeError);
    },
  );
});

describe('why a day is closed', () => {
  const { whyClosed, isWorkingDay } = workingCalendar({
    version: 'closed-days-2',
    days: [
      { date: '2026-05-15', name: 'Bridge day' },
      { date: '2026-07-20' },
      { date: '2026-07-21', name: 'Closed on a holiday' },
      { date: '2026-08-15', name: 'Closed on a weekend' },
    ],
  });

  test.each([
    ['a Saturday is a weekend', { date: '2026-04-11', why: 'weekend' }],
    ['a Sunday is a weekend', { date: '2026-04-12', why: 'weekend' }],
    ['a holiday on a Sunday is a weekend', { date: '2026-11-01', why: 'weekend' }],
    ['a closed holiday on a Saturday is a weekend', { date: '2026-08-15', why: 'weekend' }],
    ['a holiday has its name', { date: '2026-05-14', why: 'holiday', name: 'Ascension Day' }],
    ['a closed holiday is a holiday', { date: '2026-07-21', why: 'holiday', name: 'Belgian National Day' }],
    ['a closed day has its name', { date: '2026-05-15', why: 'closed', name: 'Bridge day' }],
    ['a closed day without a name has none', { date: '2026-07-20', why: 'closed' }],
  ])('%s', (_, skipped) => {
    expect(whyClosed(skipped.date)).toStrictEqual(skipped);
    expect(isWorkingDay(skipped.date)).toBe(false);
  });

  test.each(['2026-04-14', '2026-04-03', '2026-08-17', '2026-11-02'])('%s is a working day', (date) => {
    expect(whyClosed(date)).toBeUndefined();
    expect(isWorkingDay(date)).toBe(true);
  });
});

describe('the first working day from a day', () => {
  test.each([
    { date: '2026-04-14', first: '2026-04-14' },
    { date: '2026-04-11', first: '2026-04-13' },
    { date: '2026-04-04', first: '2026-04-07' },
    { date: '2026-12-25', first: '2026-12-28' },
  ])('$date gives $first', ({ date, first }) => {
    expect(calendar.firstWorkingDayFrom(date)).toBe(first);
  });
});

describe('the working days between two days', () => {
  test.each([
    { from: '2026-03-30', to: '2026-04-14', workingDays: 10 },
    { from: '2026-04-10', to: '2026-04-12', workingDays: 0 },
    { from: '2026-04-10', to: '2026-04-13', workingDays: 1 },
    { from: '2026-04-14', to: '2026-04-14', workingDays: 0 },
    { from: '2026-04-14', to: '2026-03-30', workingDays: 0 },
  ])('from $from to $to: $workingDays', ({ from, to, workingDays }) => {
    expect(calendar.workingDaysBetween(from, to)).toBe(workingDays);
  });
});

describe('with any closed days', () => {
  const anyClosedDaysNear = (date: string) =>
    fc.uniqueArray(fc.integer({ min: 0, max: 60 }), { maxLength: 12 }).map((offsets) => ({
      version: 'any',
      days: offsets.map((offset) => ({ date: addDays(date, offset) })),
    }));
  const anyCount = anyDay.chain((date) =>
    fc.record({
      date: fc.constant(date),
      closed: anyClosedDaysNear(date),
      workingDays: fc.integer({ min: 0, max: 30 }),
    }),
  );

  test('one working day more is the next working day', () => {
    fc.assert(
      fc.property(anyCount, ({ date, closed, workingDays }) => {
        const { addWorkingDays, firstWorkingDayFrom } = workingCalendar(closed);
        const counted = addWorkingDays(date, workingDays).date;
        expect(addWorkingDays(date, workingDays + 1).date).toBe(firstWorkingDayFrom(addDays(counted, 1)));
      }),
    );
  });

  test('a count of one or more ends on a working day', () => {
    fc.assert(
      fc.property(anyCount, ({ date, closed, workingDays }) => {
        const { addWorkingDays, isWorkingDay } = workingCalendar(closed);
        expect(isWorkingDay(addWorkingDays(date, workingDays + 1).date)).toBe(true);
      }),
    );
  });

  test('every day passed is either counted or skipped, once and in order', () => {
    fc.assert(
      fc.property(anyCount, ({ date: from, closed, workingDays }) => {
        const { addWorkingDays, isWorkingDay, workingDaysBetween } = workingCalendar(closed);
        const { date, skipped } = addWorkingDays(from, workingDays);
        const passed = daysAfterUpTo(from, date);
        expect(skipped.map((day) => day.date)).toEqual(passed.filter((day) => !isWorkingDay(day)));
        expect(passed.length - skipped.length).toBe(workingDays);
        expect(workingDaysBetween(from, date)).toBe(workingDays);
      }),
    );
  });

  test('a later day 0 or a larger count never ends earlier', () => {
    fc.assert(
      fc.property(anyCount, fc.nat({ max: 20 }), ({ date, closed, workingDays }, more) => {
        const { addWorkingDays } = workingCalendar(closed);
        const counted = addWorkingDays(date, workingDays).date;
        expect(addWorkingDays(addDays(date, more), workingDays).date >= counted).toBe(true);
        expect(addWorkingDays(date, workingDays + more).date >= counted).toBe(true);
      }),
    );
  });

  test('a closed day only ever moves a date later', () => {
    fc.assert(
      fc.property(anyCount, ({ date, closed, workingDays }) => {
        const withClosedDays = workingCalendar(closed).addWorkingDays(date, workingDays).date;
        expect(withClosedDays >= calendar.addWorkingDays(date, workingDays).date).toBe(true);
      }),
    );
  });

  test('the first working day from a working day is itself', () => {
    fc.assert(
      fc.property(anyCount, ({ date, closed }) => {
        const { firstWorkingDayFrom, isWorkingDay } = workingCalendar(closed);
        const first = firstWorkingDayFrom(date);
        expect(isWorkingDay(first)).toBe(true);
        expect(firstWorkingDayFrom(first)).toBe(first);
        expect(daysAfterUpTo(addDays(date, -1), addDays(first, -1)).some(isWorkingDay)).toBe(false);
      }),
    );
  });
});
