import type { ProblemEntry } from '../problems/problem-entry.ts';

/** Ten digits, the first 0 or 1, written as the register does: `0999.999.922`, `BE 0999999922`. */
const digitsOf = (written: string): string => written.replace(/^\s*BE/i, '').replace(/[\s.\-/]/g, '');

const isWellFormed = (digits: string): boolean => /^[01]\d{9}$/.test(digits);

/** What is wrong with an enterprise number; a form the register cannot have issued blocks a submission. */
export const enterpriseNumberProblem = (written: string | null): readonly ProblemEntry[] =>
  written === null || isWellFormed(digitsOf(written))
    ? []
    : [{ code: 'enterprise_number.invalid', pointer: '/subscriber/enterpriseNumber' }];

/**
 * Whether the last two digits are 97 minus the rest of the first eight divided by 97. A wrong one only warns: it may be
 * what the losing operator has on file (assumption). True for a number that is not well formed: that is said already.
 */
export const hasValidChecksum = (written: string): boolean => {
  const digits = digitsOf(written);
  return !isWellFormed(digits) || 97 - (Number(digits.slice(0, 8)) % 97) === Number(digits.slice(8));
};
