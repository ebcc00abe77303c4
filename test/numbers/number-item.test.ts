import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { rangeSizes } from '../../functions/numbers/ddi-range.ts';
import { checkNumberItem } from '../../functions/numbers/number-check.ts';
import {
  countOf,
  intervalOf,
  isPortable,
  nationalOf,
  problemsOf,
  readNumberItem,
  warningsOf,
  zoneOf,
} from '../../functions/numbers/number-item.ts';
import { nationalForm } from '../../functions/numbers/phone-number.ts';
import { geographicNumber } from './arbitraries.ts';
import { numbersOfItem } from './numbers-of-item.ts';

const ten = { kind: 'range', start: '+3225805050', end: '+3225805059', size: 10 };
const hundred = { kind: 'range', start: '+3225805000', end: '+3225805099', size: 100 };
const thousand = { kind: 'range', start: '+3225805000', end: '+3225805999', size: 1000 };

describe('a single number', () => {
  test.each(['025805050', '02-580-50-50', '02/580-50-50', '02–580–50–50', '025805050-', '-025805050'])(
    '"%s" is one, whatever its dashes',
    (text) => {
      expect(readNumberItem(text)).toEqual({ kind: 'single', number: '+3225805050' });
    },
  );

  test.each([
    ['0475 12 34 56', '+32475123456', 'number.mobile'],
    ['0475-12-34-56', '+32475123456', 'number.mobile'],
    ['+33 1 23 45 67 89', '+33123456789', 'number.foreign'],
    ['0800 12 345', '+3280012345', 'number.freephone'],
    ['062 12 34 56', '+3262123456', 'number.unknown_zone'],
  ])('%s is one that cannot be ported: %s %s', (text, number, code) => {
    const item = readNumberItem(text);
    expect(item).toEqual({ kind: 'single', number });
    expect(problemsOf(item)).toEqual([{ code, parameters: {} }]);
    expect(isPortable(item)).toBe(false);
    expect(warningsOf(item)).toEqual([]);
    expect(zoneOf(item)).toBeUndefined();
  });
});

describe('a range', () => {
  test.each([
    ['025805050-059', ten],
    ['025805050-59', ten],
    ['025805050-9', ten],
    ['025805050-5805059', ten],
    ['025805050-25805059', ten],
    ['025805050 - 025805059', ten],
    ['025805050–059', ten],
    ['02 580 50 50 - 59', ten],
    ['02 580 50 50 - 50 59', ten],
    ['02-580-50-50-59', ten],
    ['02-580-50-50 - 02-580-50-59', ten],
    ['02/580.50.50 - 02/580.50.59', ten],
    ['+32 (0)2 580 50 50 - +32 (0)2 580 50 59', ten],
    ['+32 2 580 50 50 - 02 580 50 59', ten],
    ['3225805050-9', ten],
    ['02 580 50 50 t/m 02 580 50 59', ten],
    ['02 580 50 50 tot 59', ten],
    ['02 580 50 50 à 02 580 50 59', ten],
    ['02 580 50 50 a\u0300 02 580 50 59', ten],
    ['02 580 50 50 AU 59', ten],
    ['02 580 50 50 to 59', ten],
    ['02 580 50 50 bis 59', ten],
    ['025805000-099', hundred],
    ['025805000-5999', thousand],
    [{ start: '025805050', size: 10 }, ten],
    [{ start: '02 580 50 50', end: '02 580 50 59' }, ten],
    [{ start: '025805050', end: '059' }, ten],
    [{ start: '025805050', size: 10, end: '025805059' }, ten],
    [{ start: '025805050', size: 10, end: null }, ten],
    [{ start: '025805000', size: 100 }, hundred],
    [{ start: '025805000', size: 1000 }, thousand],
  ])('is read from %j', (input, range) => {
    const item = readNumberItem(input);
    expect(item).toEqual(range);
    expect(problemsOf(item)).toEqual([]);
  });

  test('of mobile numbers is read and refused as mobile', () => {
    const item = readNumberItem({ start: '0475123450', size: 10 });
    expect(item).toEqual({ kind: 'range', start: '+32475123450', end: '+32475123459', size: 10 });
    expect(problemsOf(item)).toEqual([{ code: 'number.mobile', parameters: {} }]);
  });

  test.each([
    ['025805050-054', 'range.size_not_supported', { start: '+3225805050', size: 5 }],
    ['025805050-025805050', 'range.size_not_supported', { start: '+3225805050', size: 1 }],
    ['025805059-050', 'range.size_not_supported', { start: '+3225805059' }],
    ['02 580 50 50 - 02 580 50 51', 'range.size_not_supported', { start: '+3225805050', size: 2 }],
    [{ start: '025805050', size: 20 }, 'range.size_not_supported', { start: '+3225805050', size: 20 }],
    [{ start: '025805050', size: -10 }, 'range.size_not_supported', { start: '+3225805050' }],
    [{ start: '025805050', size: 10.5 }, 'range.size_not_supported', { start: '+3225805050' }],
    [{ start: '025805050', size: '10' }, 'range.size_not_supported', { start: '+3225805050' }],
    [
      { start: '025805050', size: Number.POSITIVE_INFINITY },
      'range.size_not_supported',
      { start: '+3225805050' },
    ],
    [{ start: '025805050' }, 'range.size_not_supported', { start: '+3225805050' }],
    [
      { start: '025805000', size: 10, end: '025805099' },
      'range.size_not_supported',
      { start: '+3225805000', size: 100, statedSize: 10 },
    ],
    [
      { start: '025805050', end: '031234567' },
      'range.size_not_supported',
      { start: '+3225805050', size: 5429518 },
    ],
    [
      '025805053-062',
      'range.not_aligned',
      { start: '+3225805053', end: '+3225805062', size: 10, suggestedStart: '+3225805050' },
    ],
    [
      { start: '025805050', size: 100 },
      'range.not_aligned',
      { start: '+3225805050', end: '+3225805149', size: 100, suggestedStart: '+3225805000' },
    ],
    [
      '029999995-030000004',
      'range.not_aligned',
      { start: '+3229999995', end: '+3230000004', size: 10, suggestedStart: '+3229999990' },
    ],
    ['025805050-abc', 'number.unreadable', {}],
    ['025805050 / 025805059', 'number.wrong_length', {}],
    ['025805050, 025805051', 'number.unreadable', {}],
    [{ start: '02580505', size: 10 }, 'number.wrong_length', {}],
    [{ start: '025805050', end: 'x' }, 'number.unreadable', {}],
    [{ start: '025805050', end: 25805059 }, 'number.unreadable', {}],
    [{ start: 25805050, size: 10 }, 'number.unreadable', {}],
    [{ size: 10 }, 'number.unreadable', {}],
    [{}, 'number.unreadable', {}],
    [[], 'number.unreadable', {}],
    [null, 'number.unreadable', {}],
    [undefined, 'number.unreadable', {}],
    [25805050, 'number.unreadable', {}],
    [true, 'number.unreadable', {}],
    ['112', 'number.short_code', {}],
    ['02 580 50 5', 'number.wrong_length', {}],
  ])('is no item in %j: %s', (input, code, parameters) => {
    const item = readNumberItem(input);
    expect(item).toEqual({ kind: 'unreadable', input });
    expect(problemsOf(item)).toEqual([{ code, parameters }]);
  });

  test('whose last digits are more than its first number has is not guessed at', () => {
    expect(problemsOf(readNumberItem({ start: '+33 12', end: '12345678' })).map(({ code }) => code)).toEqual([
      'number.foreign',
      'number.wrong_length',
    ]);
  });

  test('that is wrong in two ways says both', () => {
    expect(problemsOf(readNumberItem({ start: '0475123453', size: 10 })).map(({ code }) => code)).toEqual([
      'number.mobile',
      'range.not_aligned',
    ]);
  });

  test('kept unreadable although it would be read today still has to be entered again', () => {
    expect(problemsOf({ kind: 'unreadable', input: '025805050' })).toEqual([
      { code: 'number.unreadable', parameters: {} },
    ]);
  });

  test('that is aligned holds exactly its numbers, all in one zone', () => {
    fc.assert(
      fc.property(geographicNumber, fc.constantFrom(...rangeSizes), (number, size) => {
        const start = `+${Number(number.slice(1)) - (Number(number.slice(1)) % size)}`;
        const item = readNumberItem({ start, size });
        const numbers = numbersOfItem(item);
        expect(new Set(numbers).size).toBe(size);
        expect(countOf(item)).toBe(size);
        expect(numbers).toContain(number);
        expect(numbers[0]).toBe(start);
        const interval = intervalOf(item);
        expect(numbers.at(-1)).toBe(`+${interval?.to}`);
        const zones = new Set(numbers.map((each) => zoneOf({ kind: 'single', number: each })?.prefix));
        expect([...zones]).toEqual([zoneOf(item)?.prefix]);
        expect(isPortable(item)).toBe(true);
      }),
      { numRuns: 30 },
    );
  });

  test('reads back from its national form, and from its first and last number', () => {
    fc.assert(
      fc.property(geographicNumber, fc.constantFrom(...rangeSizes), (number, size) => {
        const start = `+${Number(number.slice(1)) - (Number(number.slice(1)) % size)}`;
        const item = readNumberItem({ start, size });
        expect(readNumberItem(nationalOf(item))).toEqual(item);
        const suffix = String(size - 1);
        expect(readNumberItem(`${nationalForm(start)}-${suffix}`)).toEqual(item);
      }),
    );
  });
});

test('no JSON value makes reading throw, and what is not portable says why', () => {
  const spelling = fc.string({ unit: fc.constantFrom(...'0123456789+-/. ') });
  const series = fc.record(
    {
      start: fc.oneof(spelling, geographicNumber),
      size: fc.jsonValue(),
      end: fc.oneof(spelling, fc.jsonValue()),
    },
    { requiredKeys: ['start'] },
  );
  fc.assert(
    fc.property(fc.oneof(fc.jsonValue(), fc.string(), spelling, series), (input) => {
      const item = readNumberItem(input);
      expect(isPortable(item)).toBe(problemsOf(item).length === 0);
      if (item.kind === 'unreadable') {
        expect(item.input).toBe(input);
        expect(problemsOf(item).length).toBeGreaterThan(0);
        expect([nationalOf(item), zoneOf(item), intervalOf(item)]).toEqual([undefined, undefined, undefined]);
        expect(numbersOfItem(item)).toEqual([]);
        expect(countOf(item)).toBe(0);
      }
      if (item.kind === 'single') expect(readNumberItem(item.number)).toEqual(item);
      if (item.kind === 'range') expect(readNumberItem(item)).toEqual(item);
    }),
    { numRuns: 1000 },
  );
});

test('a zone number outside the blocks the library knows is portable with a warning', () => {
  const item = readNumberItem('02 000 00 00');
  expect(problemsOf(item)).toEqual([]);
  expect(warningsOf(item)).toEqual([{ code: 'number.not_in_known_blocks', parameters: {} }]);
  expect(warningsOf(readNumberItem('02 580 50 50'))).toEqual([]);
});

describe('a number check', () => {
  test('of a single number', () => {
    expect(checkNumberItem('02/580.50.50')).toEqual({
      input: '02/580.50.50',
      portable: true,
      kind: 'single',
      number: '+3225805050',
      national: '02 580 50 50',
      zone: { prefix: '02', name: 'Brussels' },
      problems: [],
      warnings: [],
    });
  });

  test('of a range', () => {
    const input = { start: '025805050', size: 10 };
    expect(checkNumberItem(input)).toEqual({
      input,
      portable: true,
      ...ten,
      national: '02 580 50 50 - 02 580 50 59',
      zone: { prefix: '02', name: 'Brussels' },
      problems: [],
      warnings: [],
    });
  });

  test('of a mobile number', () => {
    expect(checkNumberItem('0475123456')).toEqual({
      input: '0475123456',
      portable: false,
      kind: 'single',
      number: '+32475123456',
      national: '0475 12 34 56',
      zone: null,
      problems: [{ code: 'number.mobile', parameters: {} }],
      warnings: [],
    });
  });

  test.each(['none', 42, null, [], {}])('of %j, which is no number', (input) => {
    expect(checkNumberItem(input)).toEqual({
      input,
      portable: false,
      kind: 'unreadable',
      national: null,
      zone: null,
      problems: [{ code: 'number.unreadable', parameters: {} }],
      warnings: [],
    });
  });
});
