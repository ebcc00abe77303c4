import { Temporal } from 'temporal-polyfill';
import * as z from 'zod';
import { toInstantText } from '../calendar/clock.ts';
import { isLocalDate, localDateOf } from '../calendar/local-date.ts';
import { languages } from '../language.ts';

/** Control characters and halves of characters: a line break in a name could forge a mail header. */
const isClean = (value: string): boolean => !/[\p{Cc}\p{Cs}]/u.test(value);

/** A line of text: trimmed, not empty, without control characters. */
export const text = (maxLength: number) =>
  z.string().trim().min(1).max(maxLength).refine(isClean, 'must not hold control characters');

/** Free text of several lines. */
export const longText = (maxLength: number) =>
  z
    .string()
    .trim()
    .min(1)
    .max(maxLength)
    .refine((value) => isClean(value.replaceAll(/[\t\n\r]/g, '')), 'must not hold control characters');

/** An existing day, 1900 to 2200, `YYYY-MM-DD`. */
export const localDate = z
  .string()
  .max(10)
  .refine(isLocalDate, 'must be an existing date, YYYY-MM-DD')
  .meta({ format: 'date', example: '2026-04-14' });

/** On a day that we count with: calendars end somewhere beyond, and what is added to such an instant falls off. */
const isInstant = (value: string): boolean => {
  try {
    return isLocalDate(localDateOf(Temporal.Instant.from(value)));
  } catch {
    return false;
  }
};

/** An instant with its offset, kept in UTC and whole seconds. */
export const instant = z
  .string()
  .max(40)
  .refine(isInstant, 'must be an instant with an offset, 2026-04-14T07:00:00Z, from 1900 to 2200')
  .transform((value) => toInstantText(Temporal.Instant.from(value)))
  .meta({ type: 'string', format: 'date-time', example: '2026-04-14T07:00:00Z' });

/** A language we write in. */
export const language = z.enum(languages);

/** An address mail can be sent to; 254 characters are what SMTP carries. */
export const email = z.email().max(254);

/** A number or range as any Belgian writes it, or a range by its first number and size or last number. */
export const numberItemInput = z.union([
  z.string().max(64),
  z.strictObject({
    start: z.string().max(64),
    size: z.int().nullish(),
    end: z.string().max(64).nullish(),
  }),
]);
