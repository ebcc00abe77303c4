/** Axes: round values, units that read well, and the days below a graph. */

import { toInstant, toLocalText } from './moments.js';

const numberFormat = new Intl.NumberFormat('en-GB', { maximumFractionDigits: 1 });

/** @param {number} value @returns {string} e.g. `1,250` or `3.5` */
export const numberText = (value) => numberFormat.format(value);

// From how much on a larger unit reads better, and how many of the smaller one it is.
const largerUnits = {
  milliseconds: { from: 3_000, divisor: 1_000, unit: 'seconds' },
  seconds: { from: 600, divisor: 60, unit: 'minutes' },
  minutes: { from: 600, divisor: 60, unit: 'hours' },
  hours: { from: 100, divisor: 24, unit: 'days' },
};

/**
 * The unit in which values up to a largest one are written.
 * @param {string} unit @param {number} largest
 * @returns {{ unit: string, divisor: number }}
 */
export const unitFor = (unit, largest) => {
  const larger = largerUnits[unit];
  if (larger === undefined || largest < larger.from) return { unit, divisor: 1 };
  const next = unitFor(larger.unit, largest / larger.divisor);
  return { unit: next.unit, divisor: next.divisor * larger.divisor };
};

const steps = [1, 2, 5, 10];

/**
 * Round values from 0 to at least the largest, about four of them.
 * @param {number} largest @param {boolean} isWhole whether halves make no sense
 * @returns {number[]}
 */
export const ticksUpTo = (largest, isWhole) => {
  const rough = Math.max(largest, isWhole ? 1 : 0.1) / 4;
  const power = 10 ** Math.floor(Math.log10(rough));
  const nice = steps.map((step) => step * power).find((step) => step >= rough * 0.999) ?? rough;
  const step = isWhole ? Math.max(1, Math.round(nice)) : nice;
  const count = Math.max(1, Math.ceil(largest / step - 1e-9));
  return Array.from({ length: count + 1 }, (_, index) => Number((index * step).toPrecision(12)));
};

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;
const dayMs = 24 * hourMs;

const brussels = { timeZone: 'Europe/Brussels' };
const hourFormat = new Intl.DateTimeFormat('en-GB', { ...brussels, hour: '2-digit', minute: '2-digit' });
const dayFormat = new Intl.DateTimeFormat('en-GB', { ...brussels, day: 'numeric', month: 'short' });
const weekdayFormat = new Intl.DateTimeFormat('en-GB', {
  ...brussels,
  weekday: 'short',
  day: 'numeric',
  month: 'short',
});
const weekdayOnly = new Intl.DateTimeFormat('en-GB', { ...brussels, weekday: 'short' });

/** Every midnight in Brussels from one moment to another, in milliseconds. @param {number} from @param {number} to */
export const midnightsBetween = (from, to) => {
  const midnights = [];
  // From noon to noon a day is a day, also when the clocks change.
  for (
    let noon = Date.parse(toInstant(`${toLocalText(new Date(from)).slice(0, 10)}T12:00`));
    ;
    noon += dayMs
  ) {
    const midnight = Date.parse(toInstant(`${toLocalText(new Date(noon)).slice(0, 10)}T00:00`));
    if (midnight > to) return midnights;
    if (midnight >= from) midnights.push(midnight);
  }
};

/** @param {number} at */
export const isWeekend = (at) => ['Sat', 'Sun'].includes(weekdayOnly.format(at));

const everyNth = (all, most) => all.filter((_, index) => index % Math.ceil(all.length / most) === 0);

/**
 * What stands below the time axis.
 * @param {number} from @param {number} to milliseconds @param {number} most labels that there is room for
 * @returns {{ at: number, text: string }[]}
 */
export const timeTicks = (from, to, most) => {
  const days = (to - from) / dayMs;
  if (days <= 2) {
    const hours = [1, 2, 3, 6, 12].find((each) => (to - from) / (each * hourMs) <= most) ?? 12;
    const first = Math.ceil(from / (hours * hourMs)) * hours * hourMs;
    const count = Math.max(0, Math.floor((to - first) / (hours * hourMs)) + 1);
    return Array.from({ length: count }, (_, index) => first + index * hours * hourMs).map((at) => ({
      at,
      text: hourFormat.format(at),
    }));
  }
  const midnights = midnightsBetween(from, to);
  if (days <= 9) return everyNth(midnights, most).map((at) => ({ at, text: weekdayFormat.format(at) }));
  const mondays = midnights.filter((at) => weekdayOnly.format(at) === 'Mon');
  return everyNth(mondays, most).map((at) => ({ at, text: dayFormat.format(at) }));
};

/** A length in words: `5 minutes`, `an hour`, `12 hours`, `a day`. @param {number} minutes */
export const lengthText = (minutes) => {
  if (minutes % 10_080 === 0) return minutes === 10_080 ? 'week' : `${minutes / 10_080} weeks`;
  if (minutes % 1440 === 0) return minutes === 1440 ? 'day' : `${minutes / 1440} days`;
  if (minutes % 60 === 0) return minutes === 60 ? 'hour' : `${minutes / 60} hours`;
  return minutes === 1 ? 'minute' : `${minutes} minutes`;
};
