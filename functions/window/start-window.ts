import { Temporal } from 'temporal-polyfill';
import type { LocalDate } from '../calendar/clock.ts';
import { addDays, atLocalTime, compareDates, localDateOf } from '../calendar/local-date.ts';
import type { Skipped, WorkingCalendar } from '../calendar/working-calendar.ts';
import type { PortingRules } from '../port-request/porting-rules.ts';

/**
 * When an approved port may be started: on working days from the approved date (day 0, a start day too) to the ninth
 * working day after it, 09:00 to 15:00 Brussels time (F23, F27). The window is open at night too; its hours are not.
 */
export type StartWindow = {
  readonly firstDay: LocalDate;
  readonly lastDay: LocalDate;
  readonly opensAt: Temporal.Instant;
  /** The first instant that is too late, on the last day. */
  readonly closesAt: Temporal.Instant;
  readonly skipped: readonly Skipped[];
};

/**
 * The window of a port approved for this day. A day that was closed after it was approved takes nothing away: the window
 * begins on the next working day and has as many days from there (assumption).
 */
export const startWindowOf = (
  approvedDate: LocalDate,
  rules: PortingRules,
  calendar: WorkingCalendar,
): StartWindow => {
  const first = calendar.firstOpenFrom(approvedDate);
  const last = calendar.addWorkingDays(first.date, rules.startWindowWorkingDays);
  return {
    firstDay: first.date,
    lastDay: last.date,
    opensAt: atLocalTime(first.date, rules.startHours.from),
    closesAt: atLocalTime(last.date, rules.startHours.until),
    skipped: [...first.skipped, ...last.skipped],
  };
};

type Hours = { readonly opensAt: Temporal.Instant; readonly closesAt: Temporal.Instant };

/**
 * The hours in which a port can be started now, or the next ones: their first instant and the first that is too late.
 * Undefined once the window is over.
 */
export const nextStartHours = (
  window: StartWindow,
  now: Temporal.Instant,
  rules: PortingRules,
  calendar: WorkingCalendar,
): Hours | undefined => {
  const today = localDateOf(now);
  let day = calendar.firstWorkingDayFrom(compareDates(today, window.firstDay) < 0 ? window.firstDay : today);
  while (compareDates(day, window.lastDay) <= 0) {
    const closesAt = atLocalTime(day, rules.startHours.until);
    if (Temporal.Instant.compare(now, closesAt) < 0)
      return { opensAt: atLocalTime(day, rules.startHours.from), closesAt };
    day = calendar.firstWorkingDayFrom(addDays(day, 1));
  }
  return undefined;
};

/** Whether a start would be accepted at this instant, as far as the calendar goes. */
export const isOpenNow = (
  window: StartWindow,
  now: Temporal.Instant,
  rules: PortingRules,
  calendar: WorkingCalendar,
): boolean => {
  const hours = nextStartHours(window, now, rules, calendar);
  return hours !== undefined && Temporal.Instant.compare(now, hours.opensAt) >= 0;
};
