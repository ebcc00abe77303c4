import { Temporal } from 'temporal-polyfill';
import { holidaysOf } from '../../functions/calendar/holidays.ts';
import {
  atLocalTime,
  endOfDay,
  formatLocalDate,
  localDateOf,
  localTimeOf,
  startOfDay,
} from '../../functions/calendar/local-date.ts';
import { noClosedDays, workingCalendar } from '../../functions/calendar/working-calendar.ts';
import { languages } from '../../functions/language.ts';

const instants = [
  '2026-03-29T00:59:59Z',
  '2026-03-29T01:00:00Z',
  '2026-07-20T22:30:00Z',
  '2026-12-31T23:00:00Z',
];
const dates = ['2026-03-28', '2026-03-29', '2026-10-25', '2026-12-31'];

/** One answer of every calendar function, as text: two machines must write the same. */
export const calendarReport = (): string => {
  const { addWorkingDays } = workingCalendar(noClosedDays);
  return JSON.stringify({
    instants: instants
      .map((text) => Temporal.Instant.from(text))
      .map((instant) => [localDateOf(instant), localTimeOf(instant)]),
    dates: dates.map((date) => [
      startOfDay(date).toString(),
      endOfDay(date).toString(),
      atLocalTime(date, '09:00').toString(),
      addWorkingDays(date, 10),
      languages.map((language) => formatLocalDate(date, language)),
    ]),
    holidays: holidaysOf(2026),
  });
};
