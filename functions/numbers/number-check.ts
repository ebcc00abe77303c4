import type { NumberItem } from './number-item.ts';
import { nationalOf, problemsOf, readNumberItem, warningsOf, zoneOf } from './number-item.ts';
import type { NumberProblem, NumberWarning } from './number-problem.ts';
import type { Zone } from './zones.ts';

/** What can be said of an item alone, before any request: can it be ported, and how is it read. */
export type NumberCheck = {
  readonly input: unknown;
  readonly portable: boolean;
  readonly national: string | null;
  readonly zone: Zone | null;
  readonly problems: readonly NumberProblem[];
  readonly warnings: readonly NumberWarning[];
} & NamedNumbers;

/** The item's numbers under the names of the API contract. */
export type NamedNumbers = { readonly kind: 'unreadable' } | Exclude<NumberItem, { kind: 'unreadable' }>;

/** Checks one item of `POST /v1/number-checks`. Never throws: an item that is no string and no object is unreadable. */
export const checkNumberItem = (input: unknown): NumberCheck => {
  const item = readNumberItem(input);
  const problems = problemsOf(item);
  return {
    input,
    portable: problems.length === 0,
    ...(item.kind === 'unreadable' ? { kind: item.kind } : item),
    national: nationalOf(item) ?? null,
    zone: zoneOf(item) ?? null,
    problems,
    warnings: warningsOf(item),
  };
};
