import fc from 'fast-check';
import type { LocalDate } from '../../functions/calendar/clock.ts';
import { addDays } from '../../functions/calendar/local-date.ts';

/** Any day of the twenty-first century, as an arbitrary. */
export const anyDay: fc.Arbitrary<LocalDate> = fc
  .integer({ min: 0, max: 36_524 })
  .map((days) => addDays('2000-01-01', days));

/** The days after `from`, up to and including `to`. */
export const daysAfterUpTo = (from: LocalDate, to: LocalDate): readonly LocalDate[] => {
  const days: LocalDate[] = [];
  for (let day = addDays(from, 1); day <= to; day = addDays(day, 1)) days.push(day);
  return days;
};
