import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { installationTypeOf } from '../../functions/numbers/installation-type.ts';
import { blocksOf } from '../../functions/numbers/number-blocks.ts';
import { type NumberItem, readNumberItem } from '../../functions/numbers/number-item.ts';
import {
  containsNumber,
  exceededLimitsOf,
  maybeIncompleteRanges,
  numbersCoveredBy,
  overlapsIn,
  problemsOfList,
  splitRanges,
} from '../../functions/numbers/number-list.ts';
import { crowdedItem, crowdedItems } from './arbitraries.ts';
import { numbersOfItem } from './numbers-of-item.ts';

const read = (...inputs: readonly unknown[]): readonly NumberItem[] => inputs.map(readNumberItem);
const setOf = (items: readonly NumberItem[]): ReadonlySet<string> =>
  new Set(items.flatMap((item) => numbersOfItem(item)));
const share = (one: readonly NumberItem[], other: readonly NumberItem[]): boolean => {
  const numbers = setOf(other);
  return [...setOf(one)].some((number) => numbers.has(number));
};

const severalHundredItems = Array.from({ length: 500 }, (_, at) =>
  readNumberItem({ start: `+${3225000000 + at * 1000}`, size: 1000 }),
);

describe('overlap', () => {
  test.each([
    [['025805050', '025805051'], []],
    [['025805050', '02 580 50 50'], [[1, 0]]],
    [
      ['025805050', '025805050', '025805050'],
      [
        [1, 0],
        [2, 0],
      ],
    ],
    [['025805055', '025805050-059'], [[1, 0]]],
    [['025805050-059', '025805055'], [[1, 0]]],
    [['025805050-059', '025805060-069'], []],
    [['025805060-069', '025805055', '025805000-099'], [[2, 0]]],
    [['nonsense', 'nonsense'], []],
  ])('of %j is %j (position, earlier position)', (inputs, expected) => {
    expect(overlapsIn(read(...inputs))).toEqual(
      expected.map(([index, overlapsIndex]) => ({
        code: 'numbers.overlap',
        index,
        parameters: { overlapsIndex },
      })),
    );
  });

  test('agrees with sets of numbers', () => {
    fc.assert(
      fc.property(crowdedItems, (items) => {
        const bySets = items.flatMap((item, index) => {
          const overlapsIndex = items.slice(0, index).findIndex((earlier) => share([earlier], [item]));
          return overlapsIndex < 0 ? [] : [{ code: 'numbers.overlap', index, parameters: { overlapsIndex } }];
        });
        expect(overlapsIn(items)).toEqual(bySets);
      }),
    );
  });

  test('is symmetric', () => {
    fc.assert(
      fc.property(crowdedItem, crowdedItem, (one, other) => {
        expect(overlapsIn([one, other]).length).toBe(overlapsIn([other, one]).length);
      }),
    );
  });
});

describe('too many', () => {
  const singles = (count: number) => Array.from({ length: count }, (_, at) => `+${3225805000 + at}`);
  const thousands = (count: number) =>
    Array.from({ length: count }, (_, at) => ({ start: `+${3225000000 + at * 1000}`, size: 1000 }));
  const spread = (count: number) => Array.from({ length: count }, (_, at) => `+${3225000000 + at * 1000}`);

  test.each([
    ['no numbers', [], []],
    ['500 items', singles(500), []],
    ['501 items', singles(501), [{ limit: 'items', count: 501, maximum: 500 }]],
    ['10,000 numbers', thousands(10), []],
    [
      '10,001 numbers',
      [...thousands(10), '031234567'],
      [{ limit: 'numbers', count: 10_001, maximum: 10_000 }],
    ],
    ['40 blocks', spread(40), []],
    ['41 blocks', spread(41), [{ limit: 'blocks', count: 41, maximum: 40 }]],
  ])('judges %s', (_, inputs, expected) => {
    expect(exceededLimitsOf(read(...inputs))).toEqual(
      expected.map((parameters) => ({ code: 'numbers.too_many', index: undefined, parameters })),
    );
  });

  test('names every limit that is exceeded', () => {
    const items = [...severalHundredItems, ...read('031234567')];
    expect(exceededLimitsOf(items).map(({ parameters }) => parameters.limit)).toEqual([
      'numbers',
      'items',
      'blocks',
    ]);
  });
});

describe('split ranges', () => {
  const range = { start: '+3225805050', end: '+3225805059', size: 10 };

  test.each([
    ['a single number out of it', ['031234567', '025805055'], ['025805050-059'], [1]],
    ['all of it', ['025805050-059'], ['025805050-059'], []],
    ['more than all of it', ['025805000-099'], ['025805050-059'], []],
    ['none of it', ['025805060'], ['025805050-059'], []],
    ['all of it as ten singles', [...'0123456789'].map((last) => `02580505${last}`), ['025805050-059'], []],
    ['nine of ten', [...'123456789'].map((last) => `02580505${last}`), ['025805050-059'], [0]],
    [
      'nine of ten, one of them twice',
      [...'1234567899'].map((last) => `02580505${last}`),
      ['025805050-059'],
      [0],
    ],
    ['a number beside a known single', ['025805055'], ['025805056'], []],
    ['an unreadable item', ['nonsense'], ['025805050-059', 'nonsense'], []],
  ])('%s', (_, wanted, known, indexes) => {
    expect(splitRanges(read(...wanted), read(...known))).toEqual(
      indexes.map((index) => ({ code: 'range.split', index, parameters: range })),
    );
  });

  test('agree with sets of numbers', () => {
    fc.assert(
      fc.property(crowdedItems, crowdedItems, (wanted, known) => {
        const numbers = setOf(wanted);
        const bySets = known.flatMap((item) => {
          if (item.kind !== 'range') return [];
          const held = numbersOfItem(item).filter((number) => numbers.has(number)).length;
          const { start, end, size } = item;
          const index = wanted.findIndex((each) => share([each], [item]));
          return held > 0 && held < size
            ? [{ code: 'range.split', index, parameters: { start, end, size } }]
            : [];
        });
        expect(splitRanges(wanted, known)).toEqual(bySets);
      }),
    );
  });
});

test('every problem of a list is told at once', () => {
  const items = [...severalHundredItems, ...read('025000005', '031234561')];
  const codes = problemsOfList(items, read('031234560-569')).map(({ code }) => code);
  expect(new Set(codes)).toEqual(new Set(['numbers.too_many', 'numbers.overlap', 'range.split']));
});

describe('numbers covered by others', () => {
  test.each([
    [
      ['025805050', '025805060-069', '031234567'],
      ['025805065', '031234567'],
      [1, 2],
    ],
    [['025805050'], ['025805000-099'], [0]],
    [['025805050'], [], []],
    [['nonsense'], ['nonsense'], []],
  ])('%j by %j: %j', (items, others, expected) => {
    expect(numbersCoveredBy(read(...items), read(...others))).toEqual(expected);
  });

  test('agree with sets of numbers', () => {
    fc.assert(
      fc.property(crowdedItems, crowdedItems, (items, others) => {
        const bySets = items.flatMap((item, index) => (share([item], others) ? [index] : []));
        expect(numbersCoveredBy(items, others)).toEqual(bySets);
      }),
    );
  });
});

test.each([
  ['+3225805049', false],
  ['+3225805050', true],
  ['+3225805059', true],
  ['+3225805060', false],
  ['+3231234567', true],
])('%s is in the list: %s', (number, expected) => {
  expect(containsNumber(read('nonsense', '025805050-059', '031234567'), number)).toBe(expected);
});

describe('ranges that may be incomplete', () => {
  const warning = (index: number, ten: number) => ({
    code: 'range.maybe_incomplete',
    index,
    parameters: { start: `+${ten}`, end: `+${ten + 9}`, size: 10 },
  });

  test.each([
    ['one number that ends in 0', ['025805050'], [warning(0, 3225805050)]],
    ['one number that does not', ['025805055'], []],
    ['two in one ten', ['031234567', '025805055', '025805056'], [warning(1, 3225805050)]],
    ['the same number twice', ['025805055', '025805055'], []],
    ['two in neighbouring tens', ['025805059', '025805061'], []],
    ['one that ends in 0, after another of its ten', ['025805055', '025805050'], [warning(0, 3225805050)]],
    ['ten that fill a ten', [...'0123456789'].map((last) => `02580505${last}`), [warning(0, 3225805050)]],
    ['two tens', ['025805060', '025805050'], [warning(0, 3225805060), warning(1, 3225805050)]],
    ['a number in a wanted range of ten', ['025805050', '025805050-059'], []],
    ['a number in a wanted range of a hundred', ['025805050', '025805000-099'], []],
    ['a number beside a wanted range', ['025805060', '025805050-059'], [warning(0, 3225805060)]],
    ['a mobile number that ends in 0', ['0475123450'], []],
    ['an unreadable number', ['nonsense'], []],
  ])('%s', (_, inputs, expected) => {
    expect(maybeIncompleteRanges(read(...inputs))).toEqual(expected);
  });
});

describe('the installation', () => {
  test.each([
    [['025805055'], 'simple', 'single_number'],
    [['025805055', '025805056'], 'complex', 'several_numbers'],
    [['025805050-059'], 'complex', 'range'],
    [['025805070', '025805050-059'], 'complex', 'range'],
    [[], 'complex', 'several_numbers'],
  ])('of %j is %s because of %s', (inputs, type, because) => {
    expect(installationTypeOf(read(...inputs))).toEqual({ type, because });
  });
});

describe('blocks', () => {
  test.each([
    [['025805050'], ['3225805']],
    [
      ['031234567', '025805000-5999', '025805050', '025806000'],
      ['3225805', '3225806', '3231234'],
    ],
    [['nonsense'], []],
    [[], []],
  ])('of %j are %j', (inputs, expected) => {
    expect(blocksOf(read(...inputs))).toEqual(expected);
  });

  test('cover exactly the numbers of the items', () => {
    fc.assert(
      fc.property(crowdedItems, (items) => {
        const bySets = new Set([...setOf(items)].map((number) => number.slice(1, -3)));
        expect(blocksOf(items)).toEqual([...bySets].sort());
      }),
    );
  });
});

test('500 ranges of 1,000 beside as many known ones are judged without counting numbers one by one', () => {
  expect(overlapsIn(severalHundredItems)).toEqual([]);
  expect(splitRanges(severalHundredItems, severalHundredItems)).toEqual([]);
  expect(numbersCoveredBy(severalHundredItems, severalHundredItems).length).toBe(500);
}, 1000);
