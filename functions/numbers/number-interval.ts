import { fromInteger } from './ddi-range.ts';
import type { E164 } from './phone-number.ts';

/** Numbers in a row, as E.164 digits without the `+`, both ends included. */
export interface NumberInterval {
  readonly from: number;
  readonly to: number;
}

/** Every number of an interval, in order. */
export const numbersOf = ({ from, to }: NumberInterval): readonly E164[] =>
  Array.from({ length: to - from + 1 }, (_, offset) => fromInteger(from + offset));

/** The numbers that two intervals share; undefined when they share none. */
export const sharedNumbers = (one: NumberInterval, other: NumberInterval): NumberInterval | undefined => {
  const from = Math.max(one.from, other.from);
  const to = Math.min(one.to, other.to);
  return from <= to ? { from, to } : undefined;
};

/** The same numbers as disjoint intervals in ascending order, the form `countCovered` needs. */
export const union = (intervals: readonly NumberInterval[]): readonly NumberInterval[] => {
  const merged: NumberInterval[] = [];
  for (const interval of intervals.toSorted((one, other) => one.from - other.from)) {
    const last = merged.at(-1);
    if (last === undefined || interval.from > last.to) merged.push(interval);
    else merged[merged.length - 1] = { from: last.from, to: Math.max(last.to, interval.to) };
  }
  return merged;
};

const firstReaching = (disjoint: readonly NumberInterval[], from: number): number => {
  let low = 0;
  let high = disjoint.length;
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    if ((disjoint[middle]?.to ?? from) < from) low = middle + 1;
    else high = middle;
  }
  return low;
};

/** How many numbers of an interval lie in a `union`. */
export const countCovered = (disjoint: readonly NumberInterval[], interval: NumberInterval): number => {
  let count = 0;
  for (let position = firstReaching(disjoint, interval.from); position < disjoint.length; position += 1) {
    const other = disjoint[position];
    if (other === undefined || other.from > interval.to) break;
    count += Math.min(other.to, interval.to) - Math.max(other.from, interval.from) + 1;
  }
  return count;
};
