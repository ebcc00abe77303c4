import type { NumberProblem } from './number-problem.ts';
import { digitsOf, type E164, longestSpelling, type NumberReading, readNumber } from './phone-number.ts';

/** How many numbers a DDI range can have. DDI-10 and DDI-100 are named by FAQ rules F3 and F12; 1000 is an assumption. */
export const rangeSizes = [10, 100, 1000] as const;

export type RangeSize = (typeof rangeSizes)[number];

/** A whole DDI range: `size` numbers, the first a multiple of `size`. It cannot be divided (FAQ rule F12). */
export interface DdiRange {
  readonly kind: 'range';
  readonly start: E164;
  readonly end: E164;
  readonly size: RangeSize;
}

/** The digits of an E.164 number as a whole number: at most fifteen, so no digit is lost. */
export const toInteger = (e164: E164): number => Number(e164.slice(1));

/** The E.164 form of a whole number that `toInteger` gave. */
export const fromInteger = (integer: number): E164 => `+${integer}`;

/** The first number of the aligned block of `size` numbers around a number. */
export const alignedStart = (integer: number, size: number): number => integer - (integer % size);

/** The range of `size` numbers from `start`, or why there is none. Alignment is an assumption: it keeps one range in one zone. */
export const ddiRangeOf = (start: E164, size: number): DdiRange | NumberProblem => {
  const supported = rangeSizes.find((rangeSize) => rangeSize === size);
  if (supported === undefined) {
    return { code: 'range.size_not_supported', parameters: { start, ...(size > 0 ? { size } : {}) } };
  }
  const first = toInteger(start);
  const aligned = alignedStart(first, supported);
  const end = fromInteger(first + supported - 1);
  return aligned === first
    ? { kind: 'range', start, end, size: supported }
    : {
        code: 'range.not_aligned',
        parameters: { start, end, size: supported, suggestedStart: fromInteger(aligned) },
      };
};

/** The last number of a series: written in full, or as the last digits that differ from its first (`059` after `025805050`). */
export const readSeriesEnd = (start: E164, text: string): NumberReading => {
  const inFull = readNumber(text);
  if (inFull.e164 !== undefined) return inFull;
  const suffix = digitsOf(text);
  const isSuffix = suffix !== undefined && /^\d{1,8}$/.test(suffix) && suffix.length <= start.length - 3;
  return isSuffix ? { e164: start.slice(0, -suffix.length) + suffix } : inFull;
};

/** A dash, or a word for "up to". No slash: "025805050 / 025805059" may as well mean two numbers. */
const upTo = /\s(?:t\/m|tem|tot|à|au|to|bis)\s|[\p{Pd}\u2212]/giu;

/** A series as two texts: `025805050-059`, `02 580 50 50 t/m 59`. */
export interface WrittenSeries {
  readonly start: E164;
  readonly end: string;
}

/**
 * The series a text names; undefined where no part before a dash is a number. To be asked only of what is not one
 * number as a whole, or the dashes inside `02-580-50-50` would count.
 */
export const readWrittenSeries = (text: string): WrittenSeries | undefined => {
  if (text.length > longestSpelling) return undefined;
  const composed = text.normalize('NFC');
  return [...composed.matchAll(upTo)]
    .map((separator) => ({
      start: readNumber(composed.slice(0, separator.index)).e164,
      end: composed.slice(separator.index + separator[0].length),
    }))
    .find((series): series is WrittenSeries => series.start !== undefined);
};
