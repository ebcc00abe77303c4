import { isRejectionCode, type RejectionCode } from '../port-request/rejection-reasons.ts';
import { dialectOf } from './dialects/known-dialects.ts';

/** Case and what separates words are nobody's meaning: `Account-Number Mismatch` is `account_number_mismatch`. */
const comparable = (code: string): string =>
  code
    .trim()
    .toLowerCase()
    .replaceAll(/[\s._-]+/g, '_');

/**
 * Our code for a carrier's: its own table first, then our codes, which every carrier may send; `other` for what nobody knows,
 * never an error. What the carrier sent is kept beside it, unchanged.
 */
export const rejectionCodeOf = (carrier: string, code: string): RejectionCode => {
  const spelt = comparable(code);
  const table = dialectOf(carrier)?.codes ?? {};
  const mapped = Object.hasOwn(table, spelt) ? table[spelt] : undefined;
  if (mapped !== undefined) return mapped;
  return isRejectionCode(spelt) ? spelt : 'other';
};
