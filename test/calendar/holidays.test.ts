import Holidays from 'date-holidays';
import { describe, expect, test } from 'vitest';
import { easterSundayOf, holidayNames, holidayOn, holidaysOf } from '../../functions/calendar/holidays.ts';
import { compareDates } from '../../functions/calendar/local-date.ts';
import { languages } from '../../functions/language.ts';

const years = Array.from({ length: 101 }, (_, index) => 2000 + index);

describe('Easter Sunday', () => {
  // The second group are the earliest and latest dates there are, and the exceptions of the algorithm.
  test.each([
    '2025-04-20',
    '2026-04-05',
    '2027-03-28',
    '2028-04-16',
    '1818-03-22',
    '1943-04-25',
    '1954-04-18',
    '1961-04-02',
    '1981-04-19',
    '2000-04-23',
    '2008-03-23',
    '2038-04-25',
    '2049-04-18',
    '2076-04-19',
    '2100-03-28',
  ])('is on %s', (date) => {
    expect(easterSundayOf(Number(date.slice(0, 4)))).toBe(date);
  });
});

describe('the legal holidays', () => {
  test('of 2026 are these ten', () => {
    expect(holidaysOf(2026)).toEqual([
      { date: '2026-01-01', key: 'newYearsDay' },
      { date: '2026-04-06', key: 'easterMonday' },
      { date: '2026-05-01', key: 'labourDay' },
      { date: '2026-05-14', key: 'ascensionDay' },
      { date: '2026-05-25', key: 'whitMonday' },
      { date: '2026-07-21', key: 'nationalDay' },
      { date: '2026-08-15', key: 'assumptionDay' },
      { date: '2026-11-01', key: 'allSaintsDay' },
      { date: '2026-11-11', key: 'armisticeDay' },
      { date: '2026-12-25', key: 'christmasDay' },
    ]);
  });

  // The library agrees on all its `public` days: it moves none off a weekend either. What else it lists (Easter and
  // Whit Sunday, 2 and 15 November, Saint Nicholas) it calls `observance`; those are no legal holidays.
  test.each(years)('of %i are those of an independent list', (year) => {
    const independent = new Holidays('BE', { timezone: 'Europe/Brussels' })
      .getHolidays(year)
      .filter(({ type }) => type === 'public')
      .map(({ date }) => date.slice(0, 10));
    expect(holidaysOf(year).map(({ date }) => date)).toEqual(independent);
  });

  test('come by date, each kind once a year', () => {
    for (const year of years) {
      const holidays = holidaysOf(year);
      expect(holidays).toEqual([...holidays].sort((one, other) => compareDates(one.date, other.date)));
      expect(new Set(holidays.map(({ key }) => key)).size).toBe(10);
    }
  });

  test('are found by their day', () => {
    for (const { date, key } of years.filter((year) => year !== 2008).flatMap(holidaysOf))
      expect(holidayOn(date)).toBe(key);
  });

  test('keep the fixed one where Ascension falls on 1 May', () => {
    expect(holidaysOf(2008).filter(({ date }) => date === '2008-05-01')).toEqual([
      { date: '2008-05-01', key: 'labourDay' },
      { date: '2008-05-01', key: 'ascensionDay' },
    ]);
    expect(holidayOn('2008-05-01')).toBe('labourDay');
  });

  test.each([
    ['Good Friday', '2026-04-03'],
    ['Easter Sunday', '2026-04-05'],
    ['the bridge day after Ascension', '2026-05-15'],
    ['Whit Sunday', '2026-05-24'],
    ['the day of the Flemish Community', '2026-07-11'],
    ['the day of the French Community', '2026-09-27'],
    ['All Souls', '2026-11-02'],
    ['King’s Feast', '2026-11-15'],
    ['Christmas Eve', '2026-12-24'],
    ['Boxing Day', '2026-12-26'],
    ['New Year’s Eve', '2026-12-31'],
    ['the Monday after a holiday on a Saturday', '2026-08-17'],
    ['the Monday after a holiday on a Sunday', '2027-08-16'],
  ])('do not include %s (%s)', (_, date) => {
    expect(holidayOn(date)).toBeUndefined();
  });

  test('have their own name in every language', () => {
    for (const language of languages) {
      const names = Object.values(holidayNames).map((name) => name[language]);
      expect(new Set(names).size).toBe(10);
      expect(names.every((name) => name.trim().length > 0)).toBe(true);
    }
  });

  test('have these English names', () => {
    expect(holidaysOf(2026).map(({ key }) => holidayNames[key].en)).toEqual([
      "New Year's Day",
      'Easter Monday',
      'Labour Day',
      'Ascension Day',
      'Whit Monday',
      'Belgian National Day',
      'Assumption Day',
      "All Saints' Day",
      'Armistice Day',
      'Christmas Day',
    ]);
  });
});
