import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import * as z from 'zod';
import { parseWith, readJson } from '../../functions/runtime/json-body.ts';
import { ProblemError } from '../../functions/runtime/problem.ts';

/** The faults a call throws, as code and pointer. */
const faultsOf = (call: () => unknown): readonly string[] => {
  try {
    call();
    return [];
  } catch (error) {
    if (!(error instanceof ProblemError)) throw error;
    const errors = error.problem.members?.['errors'];
    return Array.isArray(errors) ? errors.map(({ code, pointer }) => `${code} ${pointer}`) : [];
  }
};

/** The part of a value that a JSON pointer names (RFC 6901). */
const pointedAt = (value: unknown, pointer: string): unknown =>
  pointer
    .split('/')
    .slice(1)
    .map((part) => part.replaceAll('~1', '/').replaceAll('~0', '~'))
    .reduce<unknown>((part, name) => Object(part)[name], value);

describe('Parsing with a schema', () => {
  test('points at the very member that is wrong, whatever its name', () => {
    fc.assert(
      fc.property(
        fc.array(fc.oneof(fc.string(), fc.constantFrom('~', '/', '~1', '~0/', '', '0', 'a/b~c')), {
          minLength: 1,
          maxLength: 4,
        }),
        (names) => {
          fc.pre(!names.includes('__proto__'));
          const wrap = <Inner>(inner: Inner, around: (name: string, inner: Inner) => Inner) =>
            names.reduceRight((built, name) => around(name, built), inner);
          const schema = wrap<z.ZodType>(z.number(), (name, inner) => z.strictObject({ [name]: inner }));
          const input = wrap<unknown>('here', (name, inner) => ({ [name]: inner }));
          const [fault = ''] = faultsOf(() => parseWith(schema, input));
          expect(pointedAt(input, fault.slice('field.wrong_type '.length))).toBe('here');
        },
      ),
    );
  });

  test('points at what is missing, unknown and wrong at once', () => {
    const schema = z.strictObject({ a: z.string(), b: z.array(z.strictObject({ c: z.int() })), d: z.null() });
    const parse = () => parseWith(schema, { b: [{ c: 1 }, { c: null, e: 1 }, 5], d: 1, f: 1 });
    expect(faultsOf(parse).toSorted()).toEqual([
      'field.required /a',
      'field.required /b/1/c',
      'field.unknown /b/1/e',
      'field.unknown /f',
      'field.wrong_type /b/2',
      'field.wrong_type /d',
    ]);
  });

  test('points below a prefix where the value is no body', () => {
    expect(faultsOf(() => parseWith(z.object({ limit: z.int() }), {}, ['query']))).toEqual([
      'field.required /query/limit',
    ]);
  });

  test('gives back what the schema makes of the value', () => {
    expect(parseWith(z.object({ name: z.string().trim().default('x') }), { other: 1 })).toEqual({
      name: 'x',
    });
  });
});

describe('Reading JSON', () => {
  const read = (text: string | Uint8Array) => readJson({ rawBody: Buffer.from(text) });
  const nested = (levels: number) => `${'['.repeat(levels)}${']'.repeat(levels)}`;

  test('gives any JSON value that is not nested beyond reason', () => {
    fc.assert(
      fc.property(fc.jsonValue({ stringUnit: 'binary' }), (value) => {
        expect(read(JSON.stringify(value))).toEqual(JSON.parse(JSON.stringify(value)));
      }),
    );
  });

  test.each(['', ' ', '{', "{'a':1}", 'undefined', '01', '{"a":1,}', 'NaN', '"\t"'])(
    'refuses %j, which is no JSON',
    (text) => {
      expect(faultsOf(() => read(text))).toEqual(['field.wrong_type ']);
    },
  );

  test.each([[[0xff]], [[0xc0, 0x80]], [[0x22, 0xed, 0xa0, 0x80, 0x22]]])(
    'refuses the bytes %j, which are no UTF-8',
    (bytes) => {
      expect(faultsOf(() => read(Uint8Array.from(bytes)))).toEqual(['field.wrong_type ']);
    },
  );

  test('takes 32 levels and no more, so that nothing behind it overflows', () => {
    expect(faultsOf(() => read(nested(32)))).toEqual([]);
    expect(faultsOf(() => read(nested(33)))).toEqual(['field.wrong_type ']);
    expect(faultsOf(() => read(nested(100_000)))).toEqual(['field.wrong_type ']);
  });
});
