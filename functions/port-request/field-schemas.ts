import { Temporal } from 'temporal-polyfill';
import * as z from 'zod';
import { toInstantText } from '../calendar/clock.ts';
import { isLocalDate, localDateOf } from '../calendar/local-date.ts';
import { languages } from '../language.ts';

/** As JSON Schema counts: a character beyond the first 65,536 is one, though it takes two places in a string. */
const hasAtMost = (value: string, mostCharacters: number): boolean =>
  value.length <= mostCharacters ||
  (value.length <= 2 * mostCharacters && [...value].length <= mostCharacters);

/** A text of at most so many characters, whatever they are. */
export const upTo = (mostCharacters: number) =>
  z
    .string()
    .refine((value) => hasAtMost(value, mostCharacters), {
      error: `must have at most ${mostCharacters} characters`,
      // What is longer is not looked at any further.
      abort: true,
    })
    .meta({ maxLength: mostCharacters });

/** Control characters and halves of characters: a line break in a name could forge a mail header. */
const isClean = (value: string): boolean => !/[\p{Cc}\p{Cs}]/u.test(value);

// What the schemas below take, for whoever reads the document only: around a text blanks of any kind, cut off before
// it is judged; in it at least one character that can be seen, and control characters nowhere or only as line breaks and tabs.
const linePattern =
  '^[ \\t\\r\\n]*[^\\s\\x00-\\x1f\\x7f-\\x9f][^\\x00-\\x1f\\x7f-\\x9f]*(?:[\\t\\r\\n][ \\t\\r\\n]*)?$';
const linesPattern = '^[ \\t\\r\\n]*[^\\s\\x00-\\x1f\\x7f-\\x9f](?:[^\\x00-\\x1f\\x7f-\\x9f]|[\\t\\r\\n])*$';

/** A line of text: at most as long as it is written, then trimmed, not empty, without control characters. */
export const text = (maxLength: number) =>
  upTo(maxLength)
    .trim()
    .min(1)
    .refine(isClean, 'must not hold control characters')
    .meta({ pattern: linePattern });

/** Free text of several lines. */
export const longText = (maxLength: number) =>
  upTo(maxLength)
    .trim()
    .min(1)
    .refine((value) => isClean(value.replaceAll(/[\t\n\r]/g, '')), 'must not hold control characters')
    .meta({ pattern: linesPattern });

/** What is longer is not looked at any further: what reads it was not made for 64 KiB. */
const tooLong = { abort: true } as const;

// A day from 1900 to 2200; that it exists, its format says.
const dayPattern = '(?:19[0-9]{2}|2[01][0-9]{2}|2200)-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12][0-9]|3[01])';
const timePattern = '(?:[01][0-9]|2[0-3])(?::[0-5][0-9]){2}(?:\\.[0-9]{1,9})?';
const offsetPattern = '(?:Z|[+-](?:[01][0-9]|2[0-3]):[0-5][0-9])';

/** An existing day, 1900 to 2200, `YYYY-MM-DD`. */
export const localDate = z
  .string()
  .max(10, tooLong)
  .refine(isLocalDate, 'must be an existing date, YYYY-MM-DD')
  .meta({ format: 'date', pattern: `^${dayPattern}$`, example: '2026-04-14' });

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
  .max(40, tooLong)
  .refine(isInstant, 'must be an instant with an offset, 2026-04-14T07:00:00Z, from 1900 to 2200')
  .transform((value) => toInstantText(Temporal.Instant.from(value)))
  .meta({
    type: 'string',
    format: 'date-time',
    pattern: `^${dayPattern}T${timePattern}${offsetPattern}$`,
    example: '2026-04-14T07:00:00Z',
  });

/** A language we write in. */
export const language = z.enum(languages);

/** An address mail can be sent to; 254 characters are what SMTP carries, 64 of them before the `@`. */
export const email = z
  .string()
  .max(254, tooLong)
  .email()
  .refine((address) => address.lastIndexOf('@') <= 64, 'must have at most 64 characters before the @');

/** A number or range as any Belgian writes it, or a range by its first number and size or last number. */
export const numberItemInput = z.union([
  upTo(64),
  z.strictObject({
    start: upTo(64),
    size: z.int().nullish(),
    end: upTo(64).nullish(),
  }),
]);
