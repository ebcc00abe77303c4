import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readCursor, writeCursor } from '../../functions/runtime/cursor.ts';
import { ProblemError } from '../../functions/runtime/problem.ts';

describe('A cursor', () => {
  test('names the place it was written for, under the same key and binding only', () => {
    fc.assert(
      fc.property(
        fc.string(),
        fc.string(),
        fc.string(),
        fc.string(),
        fc.jsonValue(),
        (key, binding, otherKey, other, place) => {
          fc.pre(key !== otherKey && binding !== other);
          const cursor = writeCursor(key, binding, place);
          expect(readCursor(key, binding, cursor)).toEqual(JSON.parse(JSON.stringify(place)));
          expect(() => readCursor(otherKey, binding, cursor)).toThrow(ProblemError);
          expect(() => readCursor(key, other, cursor)).toThrow(ProblemError);
        },
      ),
    );
  });

  test('can stand in a URL as it is', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (place) => {
        const cursor = writeCursor('key', 'list', place);
        expect(encodeURIComponent(cursor)).toBe(cursor);
      }),
    );
  });

  test('of anybody’s making is refused, whatever it is', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(() => readCursor('key', 'list', text)).toThrow('cursor.invalid');
      }),
    );
  });

  test('with a part more is refused', () => {
    expect(() => readCursor('key', 'list', `${writeCursor('key', 'list', 1)}.x`)).toThrow('cursor.invalid');
  });
});
