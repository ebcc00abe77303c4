import type { NumberItem } from '../numbers/number-item.ts';
import { numbersCoveredBy } from '../numbers/number-list.ts';
import { firstNumberOf } from '../port-request/main-number.ts';
import type { ProblemEntry } from '../problems/problem-entry.ts';

/** Numbers and ranges by the number they begin with. */
export const firstNumbers = (items: readonly NumberItem[]): readonly string[] =>
  items.map(firstNumberOf).filter((number) => number !== undefined);

/** The named numbers that the request does not hold, each where it stands under `pointer`. */
export const notInRequest = (
  wanted: readonly NumberItem[],
  named: readonly NumberItem[],
  pointer: string,
): readonly ProblemEntry[] =>
  named.flatMap((item, index) =>
    numbersCoveredBy([item], wanted).length > 0
      ? []
      : [{ code: 'number.not_in_request' as const, pointer: `${pointer}/${index}` }],
  );

/** The items of the request that are named, by the number they begin with; all of them where none is named. */
export const firstNumbersOf = (
  wanted: readonly NumberItem[],
  named: readonly NumberItem[] | undefined,
): readonly string[] =>
  firstNumbers(
    named === undefined ? wanted : numbersCoveredBy(wanted, named).flatMap((index) => wanted[index] ?? []),
  );
