import { describe, expect, test } from 'vitest';
import type { NumberItem } from '../../functions/numbers/number-item.ts';
import { readNamedItem } from '../../functions/operator/named-numbers.ts';

const single: NumberItem = { kind: 'single', number: '+3225805050' };
const range = { kind: 'range', start: '+3225805050', end: '+3225805059', size: 10 };

describe('a number that an operator names', () => {
  test.each<[Parameters<typeof readNamedItem>[0], object]>([
    ['02 580 50 50', single],
    ['025805050-059', range],
    [{ start: '025805050' }, single],
    [{ start: '025805050', size: 1 }, single],
    [{ start: '+3225805050', end: '025805050' }, single],
    [{ start: '+3225805050', size: 1, end: '+3225805050' }, single],
    [{ start: '+3225805050', size: null, end: null }, single],
    [{ start: '+3225805050', end: '+3225805059' }, range],
    [{ start: '+3225805050', size: 10 }, range],
    // What contradicts itself names nothing.
    [{ start: '+3225805050', size: 10, end: '+3225805050' }, { kind: 'unreadable' }],
    [{ start: '+3225805050', size: 1, end: '+3225805059' }, { kind: 'unreadable' }],
    [{ start: 'unknown', end: 'unknown' }, { kind: 'unreadable' }],
  ])('as %j', (named, item) => {
    expect(readNamedItem(named)).toMatchObject(item);
  });
});
