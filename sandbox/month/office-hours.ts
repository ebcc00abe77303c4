import { Temporal } from 'temporal-polyfill';
import type { LocalDate } from '../../functions/calendar/clock.ts';
import { atLocalTime, localDateOf } from '../../functions/calendar/local-date.ts';
import { noClosedDays, workingCalendar } from '../../functions/calendar/working-calendar.ts';
import type { Chance } from './chance.ts';

/** The days on which people of the month work. */
export const calendar = workingCalendar(noClosedDays);

/** A moment as the agenda counts them: milliseconds since 1970. */
export const atTime = (date: LocalDate, time: string): number => atLocalTime(date, time).epochMilliseconds;

export const dateAt = (at: number): LocalDate => localDateOf(Temporal.Instant.fromEpochMilliseconds(at));

export const minutesMs = (minutes: number): number => Math.round(minutes * 60) * 1000;

const openingMinutes = 8 * 60;
const closingMinutes = 18 * 60;

/** When people in offices write and answer: most in the middle of the morning and of the afternoon. */
export const officeMoment = (chance: Chance, date: LocalDate): number => {
  const around = chance.happens(0.55) ? 10.4 * 60 : 14.6 * 60;
  const minutes = around + (chance.next() + chance.next() + chance.next() - 1.5) * 130;
  const within = Math.min(closingMinutes, Math.max(openingMinutes, minutes));
  return atTime(date, '00:00') + minutesMs(within);
};

/** In office hours, so many working days later; of none, later on the same day or on the next one. */
export const workingDaysLater = (chance: Chance, from: number, days: number): number => {
  const at = officeMoment(chance, calendar.addWorkingDays(dateAt(from), days).date);
  if (at > from) return at;
  return officeMoment(chance, calendar.addWorkingDays(dateAt(from), Math.max(days, 1)).date);
};
