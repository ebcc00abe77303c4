import Holidays from 'date-holidays';
import { Temporal } from 'temporal-polyfill';

/** Why a day does not count. */
type Why = 'weekend' | 'holiday' | 'closed';

/** A day that was passed over. */
export type Passed = { readonly date: string; readonly why: Why };

/** Where a count ended, and what it passed over. */
export type Counted = { readonly date: string; readonly skipped: readonly Passed[] };

const belgium = new Holidays('BE', { timezone: 'Europe/Brussels' });

const holidaysByYear = new Map<number, ReadonlySet<string>>();

const holidaysIn = (year: number): ReadonlySet<string> => {
  const known = holidaysByYear.get(year);
  if (known !== undefined) return known;
  const days = belgium
    .getHolidays(year)
    .filter(({ type }) => type === 'public')
    .map(({ date }) => date.slice(0, 10));
  const found = new Set(days);
  holidaysByYear.set(year, found);
  return found;
};

const saturday = 6;

const whyPassed = (day: Temporal.PlainDate, closed: ReadonlySet<string>): Why | undefined => {
  if (day.dayOfWeek >= saturday) return 'weekend';
  if (holidaysIn(day.year).has(day.toString())) return 'holiday';
  return closed.has(day.toString()) ? 'closed' : undefined;
};

/** Whether anybody works on a day, by a list of holidays that is not the product's. */
export const isWorked = (date: string, closed: ReadonlySet<string>): boolean =>
  whyPassed(Temporal.PlainDate.from(date), closed) === undefined;

/** The n-th working day after a day, counted one by one. */
export const countOn = (from: string, workingDays: number, closed: ReadonlySet<string>): Counted => {
  const skipped: Passed[] = [];
  let day = Temporal.PlainDate.from(from);
  for (let left = workingDays; left > 0; ) {
    day = day.add({ days: 1 });
    const why = whyPassed(day, closed);
    if (why === undefined) left -= 1;
    else skipped.push({ date: day.toString(), why });
  }
  return { date: day.toString(), skipped };
};

/** The day itself where it is worked on, else the next one that is. */
export const workedFrom = (from: string, closed: ReadonlySet<string>): Counted => {
  const day = Temporal.PlainDate.from(from);
  const why = whyPassed(day, closed);
  if (why === undefined) return { date: from, skipped: [] };
  const next = countOn(from, 1, closed);
  return { date: next.date, skipped: [{ date: from, why }, ...next.skipped] };
};

const zone = 'Europe/Brussels';

/** The day of an instant in Brussels. */
export const dayOf = (instant: string): string =>
  Temporal.Instant.from(instant).toZonedDateTimeISO(zone).toPlainDate().toString();

/** The time of an instant in Brussels, to the second. */
export const timeOf = (instant: string): string =>
  Temporal.Instant.from(instant).toZonedDateTimeISO(zone).toPlainTime().toString({ smallestUnit: 'second' });

/** A time of a day in Brussels, as it is sent. */
export const instantAt = (date: string, time: string): string =>
  Temporal.PlainDate.from(date)
    .toZonedDateTime({ timeZone: zone, plainTime: time })
    .toInstant()
    .toString({ smallestUnit: 'second' });

/** A day so many calendar days later. */
export const daysAfter = (date: string, days: number): string =>
  Temporal.PlainDate.from(date).add({ days }).toString();

/** An instant so many minutes earlier. */
export const minutesBefore = (instant: string, minutes: number): string =>
  Temporal.Instant.from(instant).subtract({ minutes }).toString({ smallestUnit: 'second' });
