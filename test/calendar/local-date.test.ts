import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, test } from 'vitest';
import {
  addDays,
  addMonths,
  atLocalTime,
  compareDates,
  daysBetween,
  endOfDay,
  formatLocalDate,
  formatLocalTime,
  isLocalDate,
  isWeekend,
  localDateOf,
  localTimeOf,
  startOfDay,
} from '../../functions/calendar/local-date.ts';
import { anyDay } from './days.ts';

const hoursLong = (date: string): number => startOfDay(date).until(endOfDay(date)).total('hours');

describe('an instant falls on a day and at a time in Brussels', () => {
  test.each([
    { instant: '2026-07-20T21:59:59Z', date: '2026-07-20', time: '23:59' },
    { instant: '2026-07-20T22:00:00Z', date: '2026-07-21', time: '00:00' },
    { instant: '2026-07-20T22:30:00Z', date: '2026-07-21', time: '00:30' },
    { instant: '2025-12-31T22:59:59Z', date: '2025-12-31', time: '23:59' },
    { instant: '2025-12-31T23:00:00Z', date: '2026-01-01', time: '00:00' },
    { instant: '2026-04-14T12:59:59Z', date: '2026-04-14', time: '14:59' },
    { instant: '2026-04-14T13:00:00Z', date: '2026-04-14', time: '15:00' },
    { instant: '2026-03-29T00:59:59Z', date: '2026-03-29', time: '01:59' },
    { instant: '2026-03-29T01:00:00Z', date: '2026-03-29', time: '03:00' },
    { instant: '2026-10-25T00:59:59Z', date: '2026-10-25', time: '02:59' },
    { instant: '2026-10-25T01:00:00Z', date: '2026-10-25', time: '02:00' },
  ])('$instant is $date $time', ({ instant, date, time }) => {
    const moment = Temporal.Instant.from(instant);
    expect(localDateOf(moment)).toBe(date);
    expect(localTimeOf(moment)).toBe(time);
    expect(formatLocalTime(moment)).toBe(time);
  });
});

describe('a local time is an instant', () => {
  test.each([
    { date: '2026-03-27', time: '09:00', instant: '2026-03-27T08:00:00Z' },
    { date: '2026-03-30', time: '09:00', instant: '2026-03-30T07:00:00Z' },
    { date: '2026-10-23', time: '15:00', instant: '2026-10-23T13:00:00Z' },
    { date: '2026-10-26', time: '15:00', instant: '2026-10-26T14:00:00Z' },
    { date: '2026-03-29', time: '02:30', instant: '2026-03-29T01:30:00Z' },
    { date: '2026-10-25', time: '02:30', instant: '2026-10-25T00:30:00Z' },
  ])('$date $time is $instant', ({ date, time, instant }) => {
    expect(atLocalTime(date, time).toString()).toBe(instant);
  });

  test.each(['9 o’clock', '25:00'])('%s is no time', (time) => {
    expect(() => atLocalTime('2026-04-14', time)).toThrow(RangeError);
  });
});

describe('a day is as long as the clock makes it', () => {
  test.each([
    { date: '2026-03-28', hours: 24 },
    { date: '2026-03-29', hours: 23 },
    { date: '2026-10-25', hours: 25 },
    { date: '2027-03-28', hours: 23 },
    { date: '2027-10-31', hours: 25 },
  ])('$date has $hours hours', ({ date, hours }) => {
    expect(hoursLong(date)).toBe(hours);
  });

  test('a day starts on itself and its end belongs to the next day', () => {
    fc.assert(
      fc.property(anyDay, (date) => {
        expect(localDateOf(startOfDay(date))).toBe(date);
        expect(localTimeOf(startOfDay(date))).toBe('00:00');
        expect(localDateOf(endOfDay(date).subtract({ seconds: 1 }))).toBe(date);
        expect(endOfDay(date).equals(startOfDay(addDays(date, 1)))).toBe(true);
      }),
    );
  });
});

describe('a text is a day or it is not', () => {
  test.each(['2026-04-14', '2028-02-29', '1900-01-01', '2200-12-31'])('%s is a day', (text) => {
    expect(isLocalDate(text)).toBe(true);
  });

  test.each([
    '',
    '2026-02-29',
    '2100-02-29',
    '2026-04-31',
    '2026-00-10',
    '2026-13-01',
    '2026-04-00',
    '1899-12-31',
    '2201-01-01',
    '0206-04-14',
    '2026-4-14',
    '20260414',
    '14/04/2026',
    ' 2026-04-14',
    '2026-04-14\n',
    '2026-04-14T09:00',
    '2026-04-14[u-ca=hebrew]',
    '+002026-04-14',
    '２０２６-04-14',
  ])('%j is no day', (text) => {
    expect(isLocalDate(text)).toBe(false);
  });

  test('a text that is no day starts nowhere', () => {
    expect(() => startOfDay('2026-02-29')).toThrow(RangeError);
  });
});

describe('days are counted on the calendar', () => {
  test.each([
    { date: '2026-03-28', days: 2, result: '2026-03-30' },
    { date: '2026-10-26', days: -2, result: '2026-10-24' },
    { date: '2028-02-28', days: 1, result: '2028-02-29' },
    { date: '2026-12-31', days: 1, result: '2027-01-01' },
    { date: '2026-03-30', days: 120, result: '2026-07-28' },
    { date: '2026-03-30', days: 0, result: '2026-03-30' },
  ])('$date and $days days is $result', ({ date, days, result }) => {
    expect(addDays(date, days)).toBe(result);
    expect(daysBetween(date, result)).toBe(days);
  });

  test.each([
    { date: '2026-01-31', months: 1, result: '2026-02-28' },
    { date: '2028-01-31', months: 1, result: '2028-02-29' },
    { date: '2026-05-31', months: -3, result: '2026-02-28' },
    { date: '2026-10-15', months: 6, result: '2027-04-15' },
  ])('$date and $months months is $result', ({ date, months, result }) => {
    expect(addMonths(date, months)).toBe(result);
  });

  test('the order of days is the sign of the days between them', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: -400, max: 400 }), (date, days) => {
        expect(compareDates(addDays(date, days), date)).toBe(days === 0 ? 0 : Math.sign(days));
        expect(daysBetween(date, addDays(date, days))).toBe(days);
      }),
    );
  });

  test.each([
    { date: '2026-04-10', weekend: false },
    { date: '2026-04-11', weekend: true },
    { date: '2026-04-12', weekend: true },
    { date: '2026-04-13', weekend: false },
  ])('$date is a weekend day: $weekend', ({ date, weekend }) => {
    expect(isWeekend(date)).toBe(weekend);
  });
});

describe('a day is written for its reader', () => {
  test.each([
    { language: 'nl', date: '2026-04-14', text: 'dinsdag 14 april 2026' },
    { language: 'fr', date: '2026-04-14', text: 'mardi 14 avril 2026' },
    { language: 'en', date: '2026-04-14', text: 'Tuesday 14 April 2026' },
    { language: 'de', date: '2026-04-14', text: 'Dienstag, 14. April 2026' },
    { language: 'nl', date: '2026-08-01', text: 'zaterdag 1 augustus 2026' },
    { language: 'fr', date: '2026-08-01', text: 'samedi 1er août 2026' },
    { language: 'en', date: '2027-02-03', text: 'Wednesday 3 February 2027' },
    { language: 'de', date: '2027-03-01', text: 'Montag, 1. März 2027' },
  ] as const)('$date in $language is $text', ({ language, date, text }) => {
    expect(formatLocalDate(date, language)).toBe(text);
  });
});
