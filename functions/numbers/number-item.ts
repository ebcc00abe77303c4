import { type DdiRange, ddiRangeOf, readSeriesEnd, readWrittenSeries, toInteger } from './ddi-range.ts';
import type { NumberInterval } from './number-interval.ts';
import type { NumberProblem, NumberWarning } from './number-problem.ts';
import {
  type E164,
  isInKnownBlocks,
  type NumberReading,
  nationalForm,
  readNumber,
  zoneOfNumber,
} from './phone-number.ts';
import type { Zone } from './zones.ts';

/** One stand-alone number; also one that cannot be ported (a mobile, a foreign number): `problemsOf` says so. */
export interface SingleNumber {
  readonly kind: 'single';
  readonly number: E164;
}

/** What names no number or whole range, as it was given: a draft keeps it until somebody corrects it. */
export interface Unreadable {
  readonly kind: 'unreadable';
  readonly input: unknown;
}

/** One item of a list of numbers, as it was read. */
export type NumberItem = SingleNumber | DdiRange | Unreadable;

interface ItemReading {
  readonly item: NumberItem;
  readonly problems: readonly NumberProblem[];
}

const problem = (code: NumberProblem['code']): NumberProblem => ({ code, parameters: {} });

const refusalsOf = (readings: readonly NumberReading[]): readonly NumberProblem[] => {
  const codes = readings.map((reading) => reading.refusal).filter((code) => code !== undefined);
  return [...new Set(codes)].map(problem);
};

const unreadable = (input: unknown, problems: readonly NumberProblem[]): ItemReading => ({
  item: { kind: 'unreadable', input },
  problems,
});

/** A series from `start` to `end`, or of `size` numbers, or both where they agree. */
const readSeries = (
  input: unknown,
  start: NumberReading,
  written: { readonly end?: string; readonly size?: number },
): ItemReading => {
  if (start.e164 === undefined) return unreadable(input, refusalsOf([start]));
  const end = written.end === undefined ? undefined : readSeriesEnd(start.e164, written.end);
  if (end !== undefined && end.e164 === undefined) return unreadable(input, refusalsOf([start, end]));
  const counted = end?.e164 === undefined ? undefined : toInteger(end.e164) - toInteger(start.e164) + 1;
  const { size } = written;
  if (counted !== undefined && size !== undefined && counted !== size) {
    const parameters = {
      start: start.e164,
      statedSize: size,
      ...(counted > 0 ? { size: counted } : {}),
    };
    return unreadable(input, [...refusalsOf([start]), { code: 'range.size_not_supported', parameters }]);
  }
  const range = ddiRangeOf(start.e164, counted ?? size ?? 0);
  return 'kind' in range
    ? { item: range, problems: refusalsOf([start]) }
    : unreadable(input, [...refusalsOf([start]), range]);
};

const readText = (text: string): ItemReading => {
  const whole = readNumber(text);
  if (whole.e164 !== undefined) {
    return { item: { kind: 'single', number: whole.e164 }, problems: refusalsOf([whole]) };
  }
  const series = readWrittenSeries(text);
  return series === undefined
    ? unreadable(text, refusalsOf([whole]))
    : readSeries(text, readNumber(series.start), { end: series.end });
};

const readObject = (input: object): ItemReading => {
  const start = 'start' in input ? input.start : undefined;
  const end = 'end' in input ? (input.end ?? undefined) : undefined;
  const size = 'size' in input ? (input.size ?? undefined) : undefined;
  if (typeof start !== 'string' || (end !== undefined && typeof end !== 'string')) {
    return unreadable(input, [problem('number.unreadable')]);
  }
  return readSeries(input, readNumber(start), {
    ...(end === undefined ? {} : { end }),
    ...(size === undefined ? {} : { size: Number.isSafeInteger(size) ? Number(size) : 0 }),
  });
};

const read = (input: unknown): ItemReading => {
  if (typeof input === 'string') return readText(input);
  if (typeof input === 'object' && input !== null) return readObject(input);
  return unreadable(input, [problem('number.unreadable')]);
};

/**
 * Which number or range an item of a request names. Never throws: what cannot be read, a range of another size or one
 * that is not aligned stays as it was given, so that a draft can keep it.
 */
export const readNumberItem = (input: unknown): NumberItem => read(input).item;

/** Why an item cannot be ported, judged from the stored item alone, so that an older draft meets today's rules. */
export const problemsOf = (item: NumberItem): readonly NumberProblem[] => {
  switch (item.kind) {
    case 'single':
      return refusalsOf([readNumber(item.number)]);
    case 'range':
      return refusalsOf([readNumber(item.start)]);
    case 'unreadable': {
      const { problems } = read(item.input);
      // An item stored before a spelling was understood has no number in it yet: it must be entered again.
      return problems.length > 0 ? problems : [problem('number.unreadable')];
    }
  }
};

/** Whether the item may be asked for at all: a geographic Belgian number or a whole range of them. */
export const isPortable = (item: NumberItem): boolean => problemsOf(item).length === 0;

/** First and last number of an item; none for what is unreadable. */
const endsOf = (item: NumberItem): readonly E164[] => {
  switch (item.kind) {
    case 'single':
      return [item.number];
    case 'range':
      return [item.start, item.end];
    case 'unreadable':
      return [];
  }
};

/** What deserves a second look in one item: the number library knows no such block. Not said of what is refused anyway. */
export const warningsOf = (item: NumberItem): readonly NumberWarning[] =>
  isPortable(item) && !endsOf(item).every(isInKnownBlocks)
    ? [{ code: 'number.not_in_known_blocks', parameters: {} }]
    : [];

/** How a reader sees the item: `02 580 50 50`, or `02 580 50 50 - 02 580 50 59`; undefined for what is unreadable. */
export const nationalOf = (item: NumberItem): string | undefined =>
  item.kind === 'unreadable' ? undefined : endsOf(item).map(nationalForm).join(' - ');

/** The zone of a portable item; a range lies in one zone because it is aligned. */
export const zoneOf = (item: NumberItem): Zone | undefined => {
  const [first] = endsOf(item);
  return first === undefined ? undefined : zoneOfNumber(first);
};

/** The item's numbers as an interval of E.164 digits, both ends included; undefined for what is unreadable. */
export const intervalOf = (item: NumberItem): NumberInterval | undefined => {
  const [first, last = first] = endsOf(item);
  return first === undefined || last === undefined
    ? undefined
    : { from: toInteger(first), to: toInteger(last) };
};

/** How many numbers an item holds; none where it is unreadable. */
export const countOf = (item: NumberItem): number => {
  const interval = intervalOf(item);
  return interval === undefined ? 0 : interval.to - interval.from + 1;
};
