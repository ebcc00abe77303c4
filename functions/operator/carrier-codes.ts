import { isRejectionCode, type RejectionCode } from '../port-request/rejection-reasons.ts';

type CodeTable = Readonly<Record<string, RejectionCode>>;

/**
 * The codes of each carrier that are not ours, in the spelling of `comparable`. COLT's list is not public: its table is an
 * assumption, names that public lists of other carriers use, to be replaced by COLT's own once it is known.
 */
const tables: ReadonlyMap<string, CodeTable> = new Map([
  [
    'colt',
    {
      account_number_invalid: 'account_number_mismatch',
      customer_number_mismatch: 'account_number_mismatch',
      customer_name_mismatch: 'holder_name_mismatch',
      company_number_mismatch: 'enterprise_number_mismatch',
      vat_number_mismatch: 'enterprise_number_mismatch',
      installation_address_mismatch: 'address_mismatch',
      postcode_mismatch: 'address_mismatch',
      loa_missing: 'authorisation_missing_or_invalid',
      loa_invalid: 'authorisation_missing_or_invalid',
      loa_expired: 'authorisation_missing_or_invalid',
      wrong_donor: 'wrong_losing_operator',
      number_not_active: 'number_not_in_service',
      number_ceased: 'number_not_in_service',
      number_in_ageing: 'number_in_quarantine',
      partial_range: 'range_incomplete',
      head_number_mismatch: 'main_number_mismatch',
      number_already_in_porting: 'port_already_in_progress',
      pending_order: 'pending_order_at_donor',
      date_not_available: 'date_not_accepted',
      cancelled_by_customer: 'withdrawn_by_subscriber',
      no_donor_response: 'donor_no_response',
    } satisfies CodeTable,
  ],
]);

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
  const table = tables.get(carrier) ?? {};
  const mapped = Object.hasOwn(table, spelt) ? table[spelt] : undefined;
  if (mapped !== undefined) return mapped;
  return isRejectionCode(spelt) ? spelt : 'other';
};
