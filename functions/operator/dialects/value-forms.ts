import { Temporal } from 'temporal-polyfill';
import { toInstantText } from '../../calendar/clock.ts';
import { timeZone } from '../../calendar/local-date.ts';

/** The ways of writing a value that operators may use where ours is another. */
export const valueForms = [
  'whole_number',
  'day_month_year',
  'compact_date',
  'brussels_time',
  'unix_seconds',
] as const;

export type ValueForm = (typeof valueForms)[number];

type Form = { readonly expected: string; readonly read: (value: unknown) => string | number | undefined };

const matched = (pattern: RegExp, value: unknown): Readonly<Record<string, string>> | undefined =>
  typeof value === 'string' ? pattern.exec(value)?.groups : undefined;

/** Whether the day exists is for the event's own schema to say. */
const dateOf = (parts: Readonly<Record<string, string>> | undefined): string | undefined =>
  parts && `${parts['year']}-${parts['month']}-${parts['day']}`;

/** A time that comes twice when the clock changes is taken as its first, one that is skipped as an hour later. */
const brusselsTime = (value: unknown): string | undefined => {
  if (typeof value !== 'string' || !/^\d{4}-\d\d-\d\d[T ]\d\d:\d\d(?::\d\d)?$/.test(value)) return undefined;
  try {
    return toInstantText(Temporal.PlainDateTime.from(value).toZonedDateTime(timeZone).toInstant());
  } catch {
    return undefined;
  }
};

/** A number, or its digits as text, of so many digits at most. */
const wholeNumber = (value: unknown, mostDigits: number): number | undefined => {
  const text = typeof value === 'number' ? String(value) : value;
  if (typeof text !== 'string' || text.length > mostDigits || !/^\d+$/.test(text)) return undefined;
  return Number(text);
};

/** Eleven digits reach beyond any year that we count with; thirteen would be milliseconds. */
const unixSeconds = (value: unknown): string | undefined => {
  const seconds = wholeNumber(value, 11);
  return seconds === undefined
    ? undefined
    : toInstantText(Temporal.Instant.fromEpochMilliseconds(seconds * 1000));
};

const forms: Readonly<Record<ValueForm, Form>> = {
  whole_number: {
    expected: 'must be a whole number, or its digits',
    read: (value) => wholeNumber(value, 9),
  },
  day_month_year: {
    expected: 'must be a date, DD/MM/YYYY',
    read: (value) => dateOf(matched(/^(?<day>\d\d)\/(?<month>\d\d)\/(?<year>\d{4})$/, value)),
  },
  compact_date: {
    expected: 'must be a date, YYYYMMDD',
    read: (value) => dateOf(matched(/^(?<year>\d{4})(?<month>\d\d)(?<day>\d\d)$/, value)),
  },
  brussels_time: { expected: 'must be a time in Brussels, YYYY-MM-DDThh:mm:ss', read: brusselsTime },
  unix_seconds: { expected: 'must be seconds since 1970', read: unixSeconds },
};

/** What a value means that was written in a form; undefined where it was not written so. */
export const readForm = (form: ValueForm, value: unknown): string | number | undefined =>
  forms[form].read(value);

/** What a form expects, for whoever sent something else. */
export const expectedBy = (form: ValueForm): string => forms[form].expected;
