import { alignedStart, type DdiRange, fromInteger, rangeSizes, toInteger } from './ddi-range.ts';
import { blocksOf } from './number-blocks.ts';
import { countCovered, type NumberInterval, union } from './number-interval.ts';
import { countOf, intervalOf, isPortable, type NumberItem } from './number-item.ts';
import type { NumberProblem, NumberWarning } from './number-problem.ts';
import type { E164 } from './phone-number.ts';

/** A problem of a list; `index` is the item's position, undefined where it concerns the list as a whole. */
export interface ListProblem extends NumberProblem {
  readonly index: number | undefined;
}

/** A warning about a list, at the position of the item it concerns. */
export interface ListWarning extends NumberWarning {
  readonly index: number;
}

/**
 * The most one request may hold (docs/openapi.json). Blocks are limited because a change locks the old and the new ones
 * in one database transaction of at most 100 actions.
 */
export const listLimits = { numbers: 10_000, items: 500, blocks: 40 } as const;

/** The numbers of every item that names any, as intervals. */
export const intervalsOf = (items: readonly NumberItem[]): readonly NumberInterval[] =>
  items.map((item) => intervalOf(item)).filter((interval) => interval !== undefined);

const blockKey = (from: number, size: number) => `${from}/${size}`;

/** The item's own block and every larger aligned block around it. */
const enclosingBlocks = ({ from, to }: NumberInterval): readonly string[] =>
  [1, ...rangeSizes]
    .filter((size) => size > to - from)
    .map((size) => blockKey(alignedStart(from, size), size));

/** Every item that holds a number of an earlier item, once, with the position of the earliest such item (assumption). */
export const overlapsIn = (items: readonly NumberItem[]): readonly ListProblem[] => {
  // Aligned ranges of powers of ten are nested or apart, never staggered. So two items overlap exactly when one of
  // them is a block around the other, and looking up four blocks per item replaces comparing all pairs.
  const firstAt = new Map<string, number>();
  const firstInside = new Map<string, number>();
  return items.flatMap((item, index) => {
    const interval = intervalOf(item);
    if (interval === undefined) return [];
    const own = blockKey(interval.from, interval.to - interval.from + 1);
    const enclosing = enclosingBlocks(interval);
    const earlier = [firstInside.get(own), ...enclosing.map((key) => firstAt.get(key))].filter(
      (position) => position !== undefined,
    );
    if (!firstAt.has(own)) firstAt.set(own, index);
    for (const key of enclosing) if (!firstInside.has(key)) firstInside.set(key, index);
    return earlier.length === 0
      ? []
      : [{ code: 'numbers.overlap' as const, index, parameters: { overlapsIndex: Math.min(...earlier) } }];
  });
};

/** Each limit of `listLimits` that a list exceeds. */
export const exceededLimitsOf = (items: readonly NumberItem[]): readonly ListProblem[] => {
  const counts = {
    numbers: items.reduce((sum, item) => sum + countOf(item), 0),
    items: items.length,
    blocks: blocksOf(items).length,
  };
  return (['numbers', 'items', 'blocks'] as const)
    .filter((limit) => counts[limit] > listLimits[limit])
    .map((limit) => ({
      code: 'numbers.too_many',
      index: undefined,
      parameters: { limit, count: counts[limit], maximum: listLimits[limit] },
    }));
};

/**
 * Every known range of which some but not all numbers are wanted, at the first wanted item that cuts it; the
 * parameters name the whole range. FAQ rule F12: ranges cannot be divided.
 */
export const splitRanges = (
  items: readonly NumberItem[],
  knownRanges: readonly NumberItem[],
): readonly ListProblem[] => {
  const intervals = items.map(intervalOf);
  const wanted = union(intervalsOf(items));
  const isSplit = (range: DdiRange) => {
    const count = countCovered(wanted, { from: toInteger(range.start), to: toInteger(range.end) });
    return count > 0 && count < range.size;
  };
  return knownRanges
    .filter((range) => range.kind === 'range')
    .filter(isSplit)
    .map(({ start, end, size }) => {
      const from = toInteger(start);
      const to = toInteger(end);
      const index = intervals.findIndex(
        (interval) => interval !== undefined && interval.from <= to && interval.to >= from,
      );
      return { code: 'range.split', index, parameters: { start, end, size } };
    });
};

/** As much of something long as a request may have items: a caller who sends thousands is told enough to see what is wrong. */
export const firstOf = <Entry>(entries: readonly Entry[]): readonly Entry[] =>
  entries.slice(0, listLimits.items);

/** Everything wrong with the wanted numbers as a list, beside what `problemsOf` says of each; of each kind the first 500. */
export const problemsOfList = (
  items: readonly NumberItem[],
  knownRanges: readonly NumberItem[],
): readonly ListProblem[] => [
  ...exceededLimitsOf(items),
  ...firstOf(overlapsIn(items)),
  ...firstOf(splitRanges(items, knownRanges)),
];

/** The positions of the items that hold at least one number of the others, for instance of protected lines (FAQ rule F14). */
export const numbersCoveredBy = (
  items: readonly NumberItem[],
  others: readonly NumberItem[],
): readonly number[] => {
  const covered = union(intervalsOf(others));
  return items.flatMap((item, index) => {
    const interval = intervalOf(item);
    return interval !== undefined && countCovered(covered, interval) > 0 ? [index] : [];
  });
};

/** The positions of items that hold a number which none of the others is or holds; of those that name any number. */
export const notWhollyCoveredBy = (
  items: readonly NumberItem[],
  others: readonly NumberItem[],
): readonly number[] => {
  const covered = union(intervalsOf(others));
  return items.flatMap((item, index) => {
    const interval = intervalOf(item);
    return interval !== undefined && countCovered(covered, interval) < countOf(item) ? [index] : [];
  });
};

/** Whether one of the items is this number or holds it. */
export const containsNumber = (items: readonly NumberItem[], number: E164): boolean => {
  const integer = toInteger(number);
  return intervalsOf(items).some(({ from, to }) => from <= integer && integer <= to);
};

/**
 * Single numbers that may belong to a series of ten the customer does not know of (FAQ rule F3): two or more in one
 * aligned ten, or one that ends in 0; each ten once, at its first such number. Ten singles that fill a ten warn too,
 * since only the losing operator knows whether they are a range (assumption). Silent where a wanted range holds them.
 */
export const maybeIncompleteRanges = (items: readonly NumberItem[]): readonly ListWarning[] => {
  const wantedRanges = union(intervalsOf(items.filter((item) => item.kind === 'range')));
  const singlesByTen = Map.groupBy(
    items.flatMap((item, index) =>
      item.kind === 'single' && isPortable(item) ? [{ index, integer: toInteger(item.number) }] : [],
    ),
    ({ integer }) => alignedStart(integer, 10),
  );
  return [...singlesByTen].flatMap(([from, singles]) => {
    const distinct = new Set(singles.map(({ integer }) => integer));
    const [first] = singles;
    if (first === undefined || (distinct.size === 1 && !distinct.has(from))) return [];
    if (countCovered(wantedRanges, { from, to: from + 9 }) > 0) return [];
    const parameters = { start: fromInteger(from), end: fromInteger(from + 9), size: 10 };
    return [{ code: 'range.maybe_incomplete' as const, index: first.index, parameters }];
  });
};
