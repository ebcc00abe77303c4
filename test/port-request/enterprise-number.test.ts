import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { enterpriseNumberProblem, hasValidChecksum } from '../../functions/port-request/enterprise-number.ts';

const invalid = [{ code: 'enterprise_number.invalid', pointer: '/subscriber/enterpriseNumber' }];

describe('an enterprise number', () => {
  test.each([
    [null, []],
    ['0999999922', []],
    ['1000000026', []],
    ['0999.999.922', []],
    ['BE 0999.999.922', []],
    ['be0999999922', []],
    [' BE 0999 999 922 ', []],
    ['0999-999-922', []],
    ['0999999923', []],
    ['999999922', invalid],
    ['2999999922', invalid],
    ['09999999220', invalid],
    ['', invalid],
    ['NL 0999999922', invalid],
    ['099999992X', invalid],
    ['٠٩٩٩٩٩٩٩٢٢', invalid],
    ['unknown', invalid],
  ])('written %j has %j', (written, problems) => {
    expect(enterpriseNumberProblem(written)).toEqual(problems);
  });

  test.each([
    ['0999999922', true],
    ['BE 0999.999.922', true],
    ['0999999923', false],
    ['0202239951', true],
    ['0202239915', false],
    ['0000000097', true],
    // Not well formed: that is said already.
    ['unknown', true],
  ])('%s has the right last two digits: %s', (written, isValid) => {
    expect(hasValidChecksum(written)).toBe(isValid);
  });

  test('with one digit changed is noticed', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 19_999_999 }),
        fc.integer({ min: 1, max: 9 }),
        fc.integer({ min: 1, max: 9 }),
        (stem, position, difference) => {
          const first = `${stem}`.padStart(8, '0');
          const number = `${first}${`${97 - (stem % 97)}`.padStart(2, '0')}`;
          const digit = (Number(number.charAt(position)) + difference) % 10;
          const changed = `${number.slice(0, position)}${digit}${number.slice(position + 1)}`;
          expect(hasValidChecksum(number)).toBe(true);
          expect(hasValidChecksum(changed)).toBe(false);
        },
      ),
    );
  });
});
