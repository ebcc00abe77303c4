import { Temporal } from 'temporal-polyfill';
import type { LocalDate } from './clock.ts';
import { holidayNames, holidayOn } from './holidays.ts';
import { addDays, compareDates } from './local-date.ts';

/** A day Fonzer has announced as closed, and what it is called where it has a name. */
export type ClosedDay = { readonly date: LocalDate; readonly name?: string };

/**
 * Days on which nothing is done besides weekends and legal holidays: bridge days, extra holidays. The version
 * names the list, so that a computed date can say which one it was counted with (assumption).
 */
export type ClosedDays = {
  readonly version: string;
  readonly days: readonly ClosedDay[];
};

/** The closed days of a list, under its version: the list only grows, so that its length names it. */
export const closedDaysOf = (days: readonly ClosedDay[]): ClosedDays => ({
  version: `closed-days-${days.length}`,
  days,
});

/** The list as long as Fonzer has announced no day. */
export const noClosedDays: ClosedDays = closedDaysOf([]);

/**
 * A day that does not count, and why: a holiday on a weekend is `weekend`, a closed day on a holiday is `holiday`.
 * `name` is the English name of the holiday, or the closed day's own name when it has one.
 */
export type Skipped = {
  readonly date: LocalDate;
  readonly why: 'weekend' | 'holiday' | 'closed';
  readonly name?: string;
};

/** Where a count ended, and every day it passed over, in order. */
export type CountedWorkingDays = { readonly date: LocalDate; readonly skipped: readonly Skipped[] };

/** Which days are working days: Monday to Friday, no legal holiday, not closed (F27; assumption that every rule counts by them). */
export type WorkingCalendar = {
  /** The version of the closed days it was built from. */
  readonly version: string;
  readonly isWorkingDay: (date: LocalDate) => boolean;
  /** Why a day does not count; undefined on a working day. */
  readonly whyClosed: (date: LocalDate) => Skipped | undefined;
  /**
   * The n-th working day after `from`. `from` is day 0, a working day or not; day 1 is the first working day after
   * it (assumption); 0 gives `from` itself. RangeError unless a whole number, 0 or more.
   */
  readonly addWorkingDays: (from: LocalDate, workingDays: number) => CountedWorkingDays;
  /** The day itself when it is a working day, else the first one after it, with the days passed over. */
  readonly firstOpenFrom: (date: LocalDate) => CountedWorkingDays;
  /** The day itself when it is a working day, else the first one after it. */
  readonly firstWorkingDayFrom: (date: LocalDate) => LocalDate;
  /** How many working days come after `from`, up to and including `to`; 0 when `to` is not later. */
  readonly workingDaysBetween: (from: LocalDate, to: LocalDate) => number;
};

const saturday = 6;

/** The working calendar of Belgium with these closed days; a closed day listed twice keeps its last name. */
export const workingCalendar = ({ version, days }: ClosedDays): WorkingCalendar => {
  const closedDays = new Map(days.map((day) => [day.date, day]));

  const whyClosed = (date: LocalDate): Skipped | undefined =>
    whyClosedOn(date, Temporal.PlainDate.from(date).dayOfWeek);

  const whyClosedOn = (date: LocalDate, dayOfWeek: number): Skipped | undefined => {
    if (dayOfWeek >= saturday) return { date, why: 'weekend' };
    const holiday = holidayOn(date);
    if (holiday !== undefined) return { date, why: 'holiday', name: holidayNames[holiday].en };
    const closedDay = closedDays.get(date);
    if (closedDay === undefined) return undefined;
    return closedDay.name === undefined
      ? { date, why: 'closed' }
      : { date, why: 'closed', name: closedDay.name };
  };

  const isWorkingDay = (date: LocalDate): boolean => whyClosed(date) === undefined;

  const addWorkingDays = (from: LocalDate, workingDays: number): CountedWorkingDays => {
    if (!Number.isSafeInteger(workingDays) || workingDays < 0)
      throw new RangeError(`Not a number of working days: ${workingDays}`);
    const skipped: Skipped[] = [];
    let date = Temporal.PlainDate.from(from);
    let counted = 0;
    while (counted < workingDays) {
      date = date.add({ days: 1 });
      const closed = whyClosedOn(date.toString(), date.dayOfWeek);
      if (closed === undefined) counted += 1;
      else skipped.push(closed);
    }
    return { date: date.toString(), skipped };
  };

  const firstOpenFrom = (date: LocalDate): CountedWorkingDays => {
    const closed = whyClosed(date);
    if (closed === undefined) return { date, skipped: [] };
    const next = addWorkingDays(date, 1);
    return { date: next.date, skipped: [closed, ...next.skipped] };
  };

  const firstWorkingDayFrom = (date: LocalDate): LocalDate => firstOpenFrom(date).date;

  const workingDaysBetween = (from: LocalDate, to: LocalDate): number => {
    let counted = 0;
    for (let date = addDays(from, 1); compareDates(date, to) <= 0; date = addDays(date, 1))
      if (isWorkingDay(date)) counted += 1;
    return counted;
  };

  return {
    version,
    isWorkingDay,
    whyClosed,
    addWorkingDays,
    firstOpenFrom,
    firstWorkingDayFrom,
    workingDaysBetween,
  };
};

/** The list with one more day, or why that day cannot be announced: it is over, or is none on which anybody works. */
export type Announcement =
  | { readonly kind: 'announced'; readonly closedDays: ClosedDays }
  | { readonly kind: 'past'; readonly today: LocalDate }
  | { readonly kind: 'already_closed'; readonly closed: Skipped };

/**
 * Announces a closed day. A day that is over is refused, because dates were counted with it as a working day; one that is
 * closed anyway, because it is a slip more likely than a wish.
 */
export const announced = (closedDays: ClosedDays, day: ClosedDay, today: LocalDate): Announcement => {
  if (compareDates(day.date, today) < 0) return { kind: 'past', today };
  const closed = workingCalendar(closedDays).whyClosed(day.date);
  if (closed !== undefined) return { kind: 'already_closed', closed };
  const days = [...closedDays.days, day].toSorted((one, other) => compareDates(one.date, other.date));
  return { kind: 'announced', closedDays: closedDaysOf(days) };
};
