import { countCovered, type NumberInterval, union } from '../numbers/number-interval.ts';
import { intervalOf, type NumberItem } from '../numbers/number-item.ts';
import { heldItems } from '../port-request/number-locks.ts';
import type { PortRequest } from '../port-request/port-request.ts';

/** The numbers that a request holds by the locks, against those that it should hold by its status. */
export type HeldNumbers = {
  readonly held: readonly NumberInterval[];
  /** Not held, though nobody else may take them. */
  readonly missing: readonly NumberInterval[];
  /** Held for nothing: nobody can port them. */
  readonly leftBehind: readonly NumberInterval[];
};

const isCoveredBy = (intervals: readonly NumberInterval[]) => (each: NumberInterval) =>
  countCovered(union(intervals), each) === each.to - each.from + 1;

/** The intervals of items; what cannot be read as a number holds nothing. */
export const intervalsOf = (items: readonly NumberItem[]): readonly NumberInterval[] =>
  items.map(intervalOf).filter((interval) => interval !== undefined);

/**
 * Compares the locks of a request with what its status asks for.
 * @param locks what the locks say it holds, among all numbers it ever named.
 */
export const heldNumbersOf = (request: PortRequest, locks: readonly NumberInterval[]): HeldNumbers => {
  const held = union(locks);
  const expected = intervalsOf(heldItems(request));
  return {
    held,
    missing: expected.filter((each) => !isCoveredBy(held)(each)),
    leftBehind: held.filter((each) => !isCoveredBy(expected)(each)),
  };
};

const digitsAfterCountryCode = (number: number): string => `0${String(number).slice(2)}`;

/** Numbers as they are shown to whoever need not know them: `0258050**`, of several with how many. */
export const maskedNumbers = ({ from, to }: NumberInterval): string => {
  const masked = digitsAfterCountryCode(from).replace(/\d\d$/, '**');
  return from === to ? masked : `${masked} (${to - from + 1} numbers)`;
};

/** The same numbers whole. */
export const wholeNumbers = ({ from, to }: NumberInterval): string =>
  from === to
    ? digitsAfterCountryCode(from)
    : `${digitsAfterCountryCode(from)} - ${digitsAfterCountryCode(to)}`;
