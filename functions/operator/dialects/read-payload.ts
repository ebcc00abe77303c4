import { type OperatorEvent, operatorEvent } from '../operator-event.ts';
import type { Dialect, Variant } from './dialect.ts';
import { dialectOf } from './known-dialects.ts';
import { type MalformedEntry, memberMissing, memberWrong } from './malformed-entry.ts';
import { readVariant, sourceOf, valueAt } from './read-variant.ts';

/** What a payload turns out to be. */
export type PayloadReading =
  /** It names no variant: it is to be read as one of our own events. */
  | { readonly kind: 'own' }
  | {
      readonly kind: 'variant';
      readonly event: OperatorEvent;
      /** Where in the payload a place of the event comes from, for whoever is told what is wrong there. */
      readonly pointerOf: (pointer: string) => string;
    }
  | { readonly kind: 'malformed'; readonly entries: readonly MalformedEntry[] };

const pointerTo = (path: readonly PropertyKey[]): string => path.map((part) => `/${String(part)}`).join('');

const readChosen = (payload: unknown, variant: Variant): PayloadReading => {
  const carried = readVariant(payload, variant);
  if (carried.entries.length > 0) return { kind: 'malformed', entries: carried.entries };
  const sources = new Map(carried.sources);
  const pointerOf = (pointer: string) => sourceOf(sources, pointer);
  const parsed = operatorEvent.safeParse(carried.value);
  if (parsed.success) return { kind: 'variant', event: parsed.data, pointerOf };
  const entries = parsed.error.issues.map(({ path, message }) => {
    const pointer = pointerTo(path);
    return valueAt(carried.value, pointer) === undefined
      ? memberMissing(pointerOf(pointer))
      : memberWrong(pointerOf(pointer), message);
  });
  return { kind: 'malformed', entries };
};

/**
 * Reads what an operator sent by its dialect. Which variant it is stands in the payload and is never guessed: one that names a variant
 * we do not have is malformed, one that names none is our own event or nothing.
 */
export const readByDialect = ({ variantNamedAt, variants }: Dialect, payload: unknown): PayloadReading => {
  const named = valueAt(payload, variantNamedAt);
  if (named === undefined) return { kind: 'own' };
  const variant = typeof named === 'string' && Object.hasOwn(variants, named) ? variants[named] : undefined;
  if (variant !== undefined) return readChosen(payload, variant);
  const expected = `must be one of ${Object.keys(variants).join(', ')}`;
  return { kind: 'malformed', entries: [memberWrong(variantNamedAt, expected)] };
};

/** Reads what an operator sent; one without a dialect sends our own events. */
export const readPayload = (operatorId: string, payload: unknown): PayloadReading => {
  const dialect = dialectOf(operatorId);
  return dialect === undefined ? { kind: 'own' } : readByDialect(dialect, payload);
};
