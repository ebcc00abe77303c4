import { Temporal } from 'temporal-polyfill';
import type { Language } from '../language.ts';
import type { LocalDate } from './clock.ts';

/** The one zone in which days and hours are counted, whatever the zone of the machine. */
export const timeZone = 'Europe/Brussels';

/** A time of day in Europe/Brussels, 24-hour clock, `09:00`. */
export type LocalTime = string;

const earliestYear = 1900;
const latestYear = 2200;

/** The day in Brussels on which an instant falls: day 0 of what happened then (assumption). */
export const localDateOf = (instant: Temporal.Instant): LocalDate =>
  instant.toZonedDateTimeISO(timeZone).toPlainDate().toString();

/** The time of day in Brussels at an instant, seconds dropped: 14:59:59 is `14:59`, still before 15:00. */
export const localTimeOf = (instant: Temporal.Instant): LocalTime =>
  instant.toZonedDateTimeISO(timeZone).toPlainTime().toString({ smallestUnit: 'minute' });

/** The first instant of a day. RangeError for a text that is no date. */
export const startOfDay = (date: LocalDate): Temporal.Instant =>
  Temporal.PlainDate.from(date).toZonedDateTime(timeZone).toInstant();

/** The first instant after a day: a day is half-open, and 23 or 25 hours long when the clock changes. */
export const endOfDay = (date: LocalDate): Temporal.Instant => startOfDay(addDays(date, 1));

/**
 * The instant of a time of day on a day. RangeError for a text that is no date or no time. A time that the clock
 * change skips counts as one hour later, a time that comes twice as its first.
 */
export const atLocalTime = (date: LocalDate, time: LocalTime): Temporal.Instant =>
  Temporal.PlainDate.from(date).toZonedDateTime({ timeZone, plainTime: time }).toInstant();

/**
 * Whether a text is an existing day written `YYYY-MM-DD`, from 1900 to 2200. The limits catch slips of the pen
 * (`0206-04-14`) before anything counts through centuries (assumption).
 */
export const isLocalDate = (text: string): boolean => {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const year = yearOf(text);
  if (year < earliestYear || year > latestYear) return false;
  try {
    Temporal.PlainDate.from(text);
    return true;
  } catch {
    return false;
  }
};

/** The calendar year of a day. */
export const yearOf = (date: LocalDate): number => Number(date.slice(0, 4));

/** Whether a day is a Saturday or a Sunday. */
export const isWeekend = (date: LocalDate): boolean => Temporal.PlainDate.from(date).dayOfWeek >= 6;

/** The day a number of calendar days later, or earlier when negative. */
export const addDays = (date: LocalDate, days: number): LocalDate =>
  Temporal.PlainDate.from(date).add({ days }).toString();

/** The same day of another month, or that month's last: 31 January and one month is 28 February. */
export const addMonths = (date: LocalDate, months: number): LocalDate =>
  Temporal.PlainDate.from(date).add({ months }).toString();

/** Calendar days from one day to another, negative when the second is the earlier. */
export const daysBetween = (from: LocalDate, to: LocalDate): number =>
  Temporal.PlainDate.from(from).until(to, { largestUnit: 'day' }).days;

/** Orders days, earliest first, as `sort` wants it. Days sort as text: every part has a fixed width. */
export const compareDates = (one: LocalDate, other: LocalDate): -1 | 0 | 1 => {
  if (one === other) return 0;
  return one < other ? -1 : 1;
};

const localeOf: Readonly<Record<Language, string>> = { nl: 'nl-BE', fr: 'fr-BE', en: 'en-GB', de: 'de-BE' };

const newNames = (locale: string) => ({
  weekday: new Intl.DateTimeFormat(locale, { weekday: 'long', timeZone: 'UTC' }),
  month: new Intl.DateTimeFormat(locale, { month: 'long', timeZone: 'UTC' }),
});

const namesByLanguage = new Map<Language, ReturnType<typeof newNames>>();

/** Made when a language is first written: all four together take longer than loading a third of the code. */
const namesIn = (language: Language): ReturnType<typeof newNames> => {
  const names = namesByLanguage.get(language) ?? newNames(localeOf[language]);
  namesByLanguage.set(language, names);
  return names;
};

/**
 * A day as a person reads it, with its weekday: `dinsdag 14 april 2026`, `Dienstag, 14. April 2026`. Only the names
 * come from the platform; its commas differ between versions, and a mail must read the same after an upgrade.
 */
export const formatLocalDate = (date: LocalDate, language: Language): string => {
  const plainDate = Temporal.PlainDate.from(date);
  const { epochMilliseconds } = plainDate.toZonedDateTime('UTC');
  const weekday = namesIn(language).weekday.format(epochMilliseconds);
  const month = namesIn(language).month.format(epochMilliseconds);
  const { day, year } = plainDate;
  if (language === 'de') return `${weekday}, ${day}. ${month} ${year}`;
  if (language === 'fr' && day === 1) return `${weekday} 1er ${month} ${year}`;
  return `${weekday} ${day} ${month} ${year}`;
};

/** The time of day of an instant as a person reads it: all four languages write `09:00` in Belgium. */
export const formatLocalTime = (instant: Temporal.Instant): string => localTimeOf(instant);
