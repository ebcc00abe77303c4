import { countCovered, union } from '../numbers/number-interval.ts';
import { countOf, type NumberItem, readNumberItem } from '../numbers/number-item.ts';
import { intervalsOf, numbersCoveredBy } from '../numbers/number-list.ts';
import { firstNumberOf } from '../port-request/main-number.ts';
import type { ProblemEntry } from '../problems/problem-entry.ts';

type NamedRange = {
  readonly start: string;
  readonly size?: number | null | undefined;
  readonly end?: string | null | undefined;
};

const isOneNumber = ({ start, size, end }: NamedRange): boolean => {
  if ((size ?? 1) !== 1) return false;
  if (end === null || end === undefined) return true;
  const [first, last] = [start, end].map(readNumberItem);
  return first?.kind === 'single' && last?.kind === 'single' && first.number === last.number;
};

/**
 * A number or range as an operator names it. Its start alone, or a range from a number to itself, is that number: orders are written
 * so, and lists of ranges elsewhere.
 */
export const readNamedItem = (named: string | NamedRange): NumberItem =>
  readNumberItem(typeof named === 'object' && isOneNumber(named) ? named.start : named);

/** Numbers and ranges by the number they begin with. */
export const firstNumbers = (items: readonly NumberItem[]): readonly string[] =>
  items.map(firstNumberOf).filter((number) => number !== undefined);

const notInRequestAt = (pointer: string, index: number): ProblemEntry => ({
  code: 'number.not_in_request',
  pointer: `${pointer}/${index}`,
});

/** The named items that share no number with the request, each where it stands under `pointer`. */
export const notInRequest = (
  wanted: readonly NumberItem[],
  named: readonly NumberItem[],
  pointer: string,
): readonly ProblemEntry[] =>
  named.flatMap((item, index) =>
    numbersCoveredBy([item], wanted).length > 0 ? [] : [notInRequestAt(pointer, index)],
  );

const countOfCovered = (items: readonly NumberItem[], item: NumberItem): number => {
  const covered = union(intervalsOf(items));
  return intervalsOf([item]).reduce((sum, interval) => sum + countCovered(covered, interval), 0);
};

/**
 * The named items that hold a number outside the request, or with which only a part of one of its ranges is named: a
 * range moves whole (F12).
 */
export const notWholeInRequest = (
  wanted: readonly NumberItem[],
  named: readonly NumberItem[],
  pointer: string,
): readonly ProblemEntry[] => {
  const cut = wanted.filter((item) => {
    const count = countOfCovered(named, item);
    return count > 0 && count < countOf(item);
  });
  const cutting = new Set(numbersCoveredBy(named, cut));
  return named.flatMap((item, index) => {
    const isWithin = item.kind !== 'unreadable' && countOfCovered(wanted, item) === countOf(item);
    return isWithin && !cutting.has(index) ? [] : [notInRequestAt(pointer, index)];
  });
};

/** The items of the request that are named, by the number they begin with; all of them where none is named. */
export const firstNumbersOf = (
  wanted: readonly NumberItem[],
  named: readonly NumberItem[] | undefined,
): readonly string[] =>
  firstNumbers(
    named === undefined ? wanted : numbersCoveredBy(wanted, named).flatMap((index) => wanted[index] ?? []),
  );
