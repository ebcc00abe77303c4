import { parseIncompletePhoneNumber, parsePhoneNumberFromString } from 'libphonenumber-js/core';
import { belgianMetadata, callingCodes } from './number-metadata.generated.ts';
import type { NumberProblemCode } from './number-problem.ts';
import { type Zone, zoneOfNational } from './zones.ts';

/** A number as it is stored and sent: `+3225805050`. */
export type E164 = string;

/** What a text says as one number. No `refusal` means that it can be ported. */
export interface NumberReading {
  /** Absent where the text names no dialable number: unreadable, wrong length, short code. */
  readonly e164?: E164;
  readonly refusal?: NumberProblemCode;
}

const unreadable: NumberReading = { refusal: 'number.unreadable' };

/** Far beyond any spelling of one number or range; what is longer is a text that landed in the wrong field. */
export const longestSpelling = 64;

/** Digits (Latin, Arabic-Indic, full-width), spaces, dots, slashes, brackets, dashes, and the invisible marks of copied text. */
const onlyNumberCharacters = /^[0-9\u0660-\u0669\u06F0-\u06F9\uFF10-\uFF19\s+./()[\]\p{Pd}\u2212\p{Cf}]+$/u;

/** The digits of a spelling, after a `+` where it began with one; undefined where it holds anything else. */
export const digitsOf = (text: string): string | undefined => {
  if (text.length > longestSpelling || !onlyNumberCharacters.test(text)) return undefined;
  const digits = parseIncompletePhoneNumber(text);
  return text.includes('+') === digits.startsWith('+') ? digits : undefined;
};

/** The digits after `+` or `00`, or after nothing where 32 can only be the country code; undefined for a national spelling. */
const internationalDigits = (digits: string): string | undefined => {
  if (digits.startsWith('+')) return digits.slice(1);
  if (digits.startsWith('00')) return digits.slice(2);
  return /^32\d{8,9}$/.test(digits) ? digits : undefined;
};

/** Why national digits cannot be ported; undefined for a geographic number. The zone table and lengths are public (numbering decree). */
const refusalOf = (national: string): NumberProblemCode | undefined => {
  if (/^1\d{2,3}$/.test(national)) return 'number.short_code';
  if (/^04[5-9]\d{7}$/.test(national)) return 'number.mobile';
  if (!/^0[1-9]\d{7}$/.test(national) || /^04[5-9]/.test(national)) return 'number.wrong_length';
  if (national.startsWith('0800')) return 'number.freephone';
  if (national.startsWith('078')) return 'number.shared_cost';
  if (/^0[79]0/.test(national)) return 'number.premium';
  return zoneOfNational(national) === undefined ? 'number.unknown_zone' : undefined;
};

const readNational = (national: string): NumberReading => {
  const refusal = refusalOf(national);
  if (refusal === undefined) return { e164: `+32${national.slice(1)}` };
  return refusal === 'number.wrong_length' || refusal === 'number.short_code'
    ? { refusal }
    : { e164: `+32${national.slice(1)}`, refusal };
};

/** As many digits as E.164 allows, the country's among them. */
const mostDigits = 15;

/** The country's part of international digits; undefined where no country has it. No code is the beginning of another. */
const callingCodeOf = (digits: string): string | undefined =>
  [1, 2, 3].map((length) => digits.slice(0, length)).find((code) => callingCodes.has(code));

/** A foreign number is never ported, so nothing but its form is looked at. */
const readForeign = (digits: string): NumberReading => {
  const code = callingCodeOf(digits);
  const isNumber = code !== undefined && digits.length >= code.length + 2 && digits.length <= mostDigits;
  return isNumber ? { e164: `+${digits}`, refusal: 'number.foreign' } : unreadable;
};

/**
 * Which number a text names, in any usual Belgian spelling: `02/580.50.50`, `+32 (0)2 580 50 50`, `0032...`, `32...`.
 * Never throws. Kind and length are judged by our own table, not by the library: its lists of allocated blocks lag
 * behind, so a real number would be refused, and it also reads what nobody may rely on ("ext 3", letters, a missing 0).
 * Accepted spellings are an assumption.
 */
export const readNumber = (text: string): NumberReading => {
  const digits = digitsOf(text);
  if (digits === undefined || digits === '') return unreadable;
  const international = internationalDigits(digits);
  if (international === undefined) return readNational(digits);
  if (!international.startsWith('32')) return readForeign(international);
  const significant = international.slice(2);
  // "+32 (0)2": the bracketed 0 is only dialled inside Belgium.
  return readNational(significant.startsWith('0') ? significant : `0${significant}`);
};

const nationalDigitsOf = (e164: E164): string | undefined =>
  e164.startsWith('+32') ? `0${e164.slice(3)}` : undefined;

/** The zone of a number that can be ported; undefined for every other number. */
export const zoneOfNumber = (e164: E164): Zone | undefined => {
  const national = nationalDigitsOf(e164);
  return national === undefined || refusalOf(national) !== undefined ? undefined : zoneOfNational(national);
};

/** How a Belgian reader writes the number: `02 580 50 50`, `016 12 34 56`, `0475 12 34 56`; a foreign one as `+33 123456789`. */
export const nationalForm = (e164: E164): string => {
  const national = nationalDigitsOf(e164);
  if (national === undefined) {
    const digits = e164.slice(1);
    const code = callingCodeOf(digits);
    return code === undefined ? e164 : `+${code} ${digits.slice(code.length)}`;
  }
  const cut = (...ends: readonly number[]) =>
    ends.map((end, position) => national.slice(ends[position - 1] ?? 0, end)).join(' ');
  if (zoneOfNational(national)?.prefix.length === 2) return cut(2, 5, 7, 9);
  if (national.length === 10) return cut(4, 6, 8, 10);
  return /^0800|^090/.test(national) ? cut(4, 6, 9) : cut(3, 5, 7, 9);
};

/**
 * Whether the number library knows a block with this number. Only ever a reason to look twice (assumption): its
 * lists are older than the newest blocks, and some blocks it knows are no longer in use.
 */
export const isInKnownBlocks = (e164: E164): boolean =>
  parsePhoneNumberFromString(e164, belgianMetadata)?.isValid() ?? false;
