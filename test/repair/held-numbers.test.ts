import { describe, expect, test } from 'vitest';
import { heldNumbersOf, maskedNumbers, wholeNumbers } from '../../functions/repair/held-numbers.ts';
import { requestIn } from '../support/port-request-life.ts';

const range = { from: 3225805050, to: 3225805059 };
const single = { from: 3225805070, to: 3225805070 };
const other = { from: 3225805090, to: 3225805090 };

describe('The numbers that a request holds', () => {
  test.each([
    ['all, where it is under way', 'approved', [single, range], [], []],
    ['too few, where a lock is missing', 'approved', [range], [single], []],
    [
      'too few, where part of a range is missing',
      'approved',
      [single, { ...range, to: 3225805058 }],
      [range],
      [],
    ],
    ['some for nothing, which it names no more', 'approved', [single, range, other], [], [other]],
    ['all for nothing, where it is over', 'cancelled', [single, range], [], [range, single]],
    ['none, where it is over', 'completed', [], [], []],
    ['none, where it was never submitted', 'draft', [], [], []],
  ] as const)('are %s', (_, status, locks, missing, leftBehind) => {
    expect(heldNumbersOf(requestIn(status), locks)).toMatchObject({ missing, leftBehind });
  });

  test('are shown without their ends, and whole only where that is wanted', () => {
    expect([range, single].map(maskedNumbers)).toEqual(['0258050** (10 numbers)', '0258050**']);
    expect([range, single].map(wholeNumbers)).toEqual(['025805050 - 025805059', '025805070']);
  });
});
