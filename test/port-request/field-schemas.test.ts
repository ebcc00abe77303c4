import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import * as z from 'zod';
import { email, instant, localDate, longText, text } from '../../functions/port-request/field-schemas.ts';

/** Whether the OpenAPI document says that a value is taken, formats left out. */
const fitsDocument = (schema: z.ZodType, value: string): boolean => {
  const { pattern, maxLength = Number.POSITIVE_INFINITY } = z.toJSONSchema(schema, { io: 'input' });
  return [...value].length <= maxLength && (pattern === undefined || new RegExp(pattern).test(value));
};

const character = fc.constantFrom(
  ...['a', 'é', '💣', ' ', ' ', '\t', '\n', '\r', '\u0000', '\u001b', '\u007f', '\u0085', '\u00a0'],
);

// Blanks that nobody types are cut off too, which the document does not say.
const written = fc
  .string({ unit: character, maxLength: 12 })
  .filter((value) => !/^\s*\u00a0|\u00a0\s*$/.test(value));

describe('What the OpenAPI document says of a field is what is taken', () => {
  test.each([
    ['a line', text(8)],
    ['several lines', longText(8)],
  ])('%s', (_, schema) => {
    fc.assert(
      fc.property(written, (value) => {
        expect([value, schema.safeParse(value).success]).toEqual([value, fitsDocument(schema, value)]);
      }),
      { numRuns: 2000 },
    );
  });

  test('a character is one, however many places it takes', () => {
    expect(text(8).safeParse('💣'.repeat(8)).success).toBe(true);
    expect(text(8).safeParse('💣'.repeat(9)).success).toBe(false);
  });

  test('blanks around a text count until they are cut off', () => {
    expect(text(8).parse('  acme  ')).toBe('acme');
    expect(text(8).safeParse('  acme   ').success).toBe(false);
  });

  test.each([
    '1899-12-31',
    '1900-01-01',
    '2026-04-14',
    '2200-12-31',
    '2201-01-01',
    '9999-12-31',
    '0225-02-09',
  ])('the day %s, and an instant on it', (day) => {
    const isCounted = day >= '1900-01-01' && day <= '2200-12-31';
    const at = `${day}T10:00:00Z`;
    expect(localDate.safeParse(day).success).toBe(isCounted);
    expect(fitsDocument(localDate, day)).toBe(isCounted);
    expect(instant.safeParse(at).success).toBe(isCounted);
    expect(fitsDocument(instant, at)).toBe(isCounted);
  });

  test.each(['2026-04-14T07:00:00Z', '2026-04-14T09:00:00+02:00', '2026-04-14T07:00:00.123456789-05:30'])(
    'the instant %s',
    (at) => {
      expect(instant.safeParse(at).success).toBe(true);
      expect(fitsDocument(instant, at)).toBe(true);
    },
  );

  test('an address of mail has at most 64 characters before the @, as the format has it', () => {
    expect(email.safeParse(`${'a'.repeat(64)}@dupont.example`).success).toBe(true);
    expect(email.safeParse(`${'a'.repeat(65)}@dupont.example`).success).toBe(false);
  });
});
