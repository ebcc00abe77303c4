import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, test } from 'vitest';
import { toInstantText } from '../../functions/calendar/clock.ts';
import { addDays, localDateOf, localTimeOf } from '../../functions/calendar/local-date.ts';
import { noClosedDays, workingCalendar } from '../../functions/calendar/working-calendar.ts';
import { currentRules } from '../../functions/port-request/porting-rules.ts';
import {
  isOpenNow,
  nextStartHours,
  type StartWindow,
  startWindowOf,
} from '../../functions/window/start-window.ts';
import { anyDay } from '../calendar/days.ts';

const calendar = workingCalendar(noClosedDays);
const windowFor = (approvedDate: string) => startWindowOf(approvedDate, currentRules, calendar);

const openAt = (approvedDate: string, now: string): boolean =>
  isOpenNow(windowFor(approvedDate), Temporal.Instant.from(now), currentRules, calendar);

describe('a start window', () => {
  // The vectors of the calendar: approved on, last day.
  test.each([
    ['2026-01-05', '2026-01-16', '2026-01-05T08:00:00Z', '2026-01-16T14:00:00Z'],
    ['2026-04-14', '2026-04-27', '2026-04-14T07:00:00Z', '2026-04-27T13:00:00Z'],
    ['2026-05-18', '2026-06-01', '2026-05-18T07:00:00Z', '2026-06-01T13:00:00Z'],
    ['2026-05-28', '2026-06-10', '2026-05-28T07:00:00Z', '2026-06-10T13:00:00Z'],
    ['2028-04-28', '2028-05-12', '2028-04-28T07:00:00Z', '2028-05-12T13:00:00Z'],
    ['2026-03-20', '2026-04-02', '2026-03-20T08:00:00Z', '2026-04-02T13:00:00Z'],
    ['2026-10-19', '2026-10-30', '2026-10-19T07:00:00Z', '2026-10-30T14:00:00Z'],
  ])('for %s lasts until %s, from 09:00 to 15:00 in Brussels', (firstDay, lastDay, opensAt, closesAt) => {
    const window = windowFor(firstDay);
    expect({
      ...window,
      opensAt: toInstantText(window.opensAt),
      closesAt: toInstantText(window.closesAt),
    }).toMatchObject({
      firstDay,
      lastDay,
      opensAt,
      closesAt,
    });
  });
});

describe('whether a port can be started', () => {
  test.each([
    ['one second before 09:00 of the first day', '2026-04-14T06:59:59Z', false],
    ['at 09:00 of the first day', '2026-04-14T07:00:00Z', true],
    ['one second before 15:00', '2026-04-14T12:59:59Z', true],
    ['at 15:00', '2026-04-14T13:00:00Z', false],
    ['the day before', '2026-04-13T08:00:00Z', false],
    ['at night', '2026-04-15T22:00:00Z', false],
    ['one second before 09:00 of a later day', '2026-04-15T06:59:59Z', false],
    ['at 09:00 of a later day', '2026-04-15T07:00:00Z', true],
    ['on a Saturday', '2026-04-18T08:00:00Z', false],
    ['on a Sunday', '2026-04-19T08:00:00Z', false],
    ['on the Monday after', '2026-04-20T08:00:00Z', true],
    ['at 09:00 of day 9', '2026-04-27T07:00:00Z', true],
    ['one second before 15:00 of day 9', '2026-04-27T12:59:59Z', true],
    ['at 15:00 of day 9', '2026-04-27T13:00:00Z', false],
    ['in the hours of day 10', '2026-04-28T08:00:00Z', false],
  ])('approved for 14 April 2026, %s', (_, now, isOpen) => {
    expect(openAt('2026-04-14', now)).toBe(isOpen);
  });

  test.each([
    ['Ascension inside the window', '2026-05-12', '2026-05-14T08:00:00Z', false],
    ['the bridge day after it, which is none unless closed', '2026-05-12', '2026-05-15T08:00:00Z', true],
    ['Friday before the clock goes forward, 09:00 is 08:00Z', '2026-03-20', '2026-03-27T07:59:59Z', false],
    ['Friday before the clock goes forward, 09:00 is 08:00Z', '2026-03-20', '2026-03-27T08:00:00Z', true],
    ['Monday after it, 09:00 is 07:00Z', '2026-03-20', '2026-03-30T06:59:59Z', false],
    ['Monday after it, 09:00 is 07:00Z', '2026-03-20', '2026-03-30T07:00:00Z', true],
    ['the Sunday of the change itself', '2026-03-20', '2026-03-29T08:00:00Z', false],
    ['Friday before the clock goes back, 15:00 is 13:00Z', '2026-10-19', '2026-10-23T12:59:59Z', true],
    ['Friday before the clock goes back, 15:00 is 13:00Z', '2026-10-19', '2026-10-23T13:00:00Z', false],
    ['Monday after it, 15:00 is 14:00Z', '2026-10-19', '2026-10-26T13:59:59Z', true],
    ['Monday after it, 15:00 is 14:00Z', '2026-10-19', '2026-10-26T14:00:00Z', false],
  ])('on %s (approved for %s) at %s: %s', (_, approvedDate, now, isOpen) => {
    expect(openAt(approvedDate, now)).toBe(isOpen);
  });

  test('is no on days that were closed after the approval, yes on the days that they add, also for the first day', () => {
    const closed = workingCalendar({
      version: 'closed-days-1',
      days: [{ date: '2026-04-14' }, { date: '2026-04-20' }],
    });
    const window = startWindowOf('2026-04-14', currentRules, closed);
    const isOpen = (now: string) => isOpenNow(window, Temporal.Instant.from(now), currentRules, closed);
    expect(
      ['2026-04-14', '2026-04-15', '2026-04-20', '2026-04-28', '2026-04-29', '2026-04-30'].map((day) =>
        isOpen(`${day}T08:00:00Z`),
      ),
    ).toEqual([false, true, false, true, true, false]);
    expect(window).toMatchObject({ firstDay: '2026-04-15', lastDay: '2026-04-29' });
    expect(window.skipped.filter(({ why }) => why === 'closed').map(({ date }) => date)).toEqual([
      '2026-04-14',
      '2026-04-20',
    ]);
  });
});

/** Counted by the calendar alone, without any notion of a window: what is a start day, and which hours. */
const isOpenByCounting = (approvedDate: string, now: Temporal.Instant): boolean => {
  const today = localDateOf(now);
  const time = localTimeOf(now);
  return (
    today >= approvedDate &&
    calendar.isWorkingDay(today) &&
    calendar.workingDaysBetween(approvedDate, today) <= 9 &&
    time >= '09:00' &&
    time < '15:00'
  );
};

/** A window of any working day, and an instant within two hours of one of its edges, to the second. */
const nearAnEdge = fc
  .record({
    day: anyDay,
    edge: fc.constantFrom('opensAt', 'closesAt'),
    days: fc.integer({ min: -2, max: 16 }),
    seconds: fc.integer({ min: -7200, max: 7200 }),
  })
  .map(({ day, edge, days, seconds }) => {
    const window = windowFor(calendar.firstWorkingDayFrom(day));
    const now = window[edge]
      .toZonedDateTimeISO('Europe/Brussels')
      .add({ days: edge === 'opensAt' ? days : -days })
      .toInstant()
      .add({ seconds });
    return { window, now };
  });

const hoursOf = (window: StartWindow, now: Temporal.Instant) =>
  nextStartHours(window, now, currentRules, calendar);

describe('the hours of a window', () => {
  test('minute by minute over a month, agree with counting days', () => {
    const window = windowFor('2026-05-12');
    const from = Temporal.Instant.from('2026-05-11T00:00:00Z');
    const disagreeing = Array.from({ length: 20 * 24 * 60 }, (_, minutes) => from.add({ minutes })).filter(
      (now) => isOpenNow(window, now, currentRules, calendar) !== isOpenByCounting('2026-05-12', now),
    );
    expect(disagreeing.map(String)).toEqual([]);
  });

  test('around the edges of any window of the century, agree with counting days', () => {
    fc.assert(
      fc.property(nearAnEdge, ({ window, now }) => {
        expect(isOpenNow(window, now, currentRules, calendar)).toBe(isOpenByCounting(window.firstDay, now));
      }),
      { numRuns: 500 },
    );
  });

  test('that come next are never over and never begin before the window, and there are none after it', () => {
    fc.assert(
      fc.property(nearAnEdge, ({ window, now }) => {
        const hours = hoursOf(window, now);
        const isOver = Temporal.Instant.compare(now, window.closesAt) >= 0;
        expect(hours === undefined).toBe(isOver);
        if (hours === undefined) return;
        expect(Temporal.Instant.compare(now, hours.closesAt)).toBe(-1);
        expect(Temporal.Instant.compare(hours.opensAt, window.opensAt)).toBeGreaterThanOrEqual(0);
        expect(Temporal.Instant.compare(hours.closesAt, window.closesAt)).toBeLessThanOrEqual(0);
        expect(localTimeOf(hours.opensAt)).toBe('09:00');
        expect(localTimeOf(hours.closesAt)).toBe('15:00');
        expect(localDateOf(hours.opensAt)).toBe(localDateOf(hours.closesAt));
        expect(calendar.isWorkingDay(localDateOf(hours.opensAt))).toBe(true);
      }),
      { numRuns: 500 },
    );
  });

  test('that come next leave out no working day in between', () => {
    fc.assert(
      fc.property(nearAnEdge, ({ window, now }) => {
        const hours = hoursOf(window, now);
        fc.pre(hours !== undefined);
        const next = localDateOf(hours?.opensAt ?? now);
        for (let day = addDays(localDateOf(now), 1); day < next; day = addDays(day, 1))
          expect(day < window.firstDay || !calendar.isWorkingDay(day)).toBe(true);
        expect(next >= window.firstDay).toBe(true);
      }),
      { numRuns: 200 },
    );
  });
});
