import type { Translated } from '../language.ts';
import { rejectionReasonTexts } from './rejection-reason-texts.ts';

/** Who can do something about a rejection; `carrier` is COLT. */
export const rejectionActors = ['subscriber', 'reseller', 'desk', 'carrier'] as const;

export type RejectionActor = (typeof rejectionActors)[number];

/**
 * The kind of cure: correct what was filled in, provide a document, have the losing operator do something
 * first, decide (drop, wait or stop), or nothing at all because Fonzer or COLT acts.
 */
export const remediationClasses = [
  'correct_data',
  'provide_document',
  'act_at_operator',
  'decide',
  'nothing_to_do',
] as const;

export type RemediationClass = (typeof remediationClasses)[number];

type RejectionFacts = {
  readonly actors: readonly RejectionActor[];
  readonly class: RemediationClass;
  /** JSON Pointer into the request, `{i}` for the position of the number; null when no field can cure it. */
  readonly field: string | null;
  /** What can never be asked again within this request: nothing, that number, or the request as a whole. */
  readonly final: 'no' | 'number' | 'request';
  /** It goes to the desk at once, since neither subscriber nor reseller can cure it. */
  readonly needsDesk: boolean;
};

const facts = {
  account_number_mismatch: {
    actors: ['subscriber', 'reseller'],
    class: 'correct_data',
    field: '/losingOperator/accountNumber',
    final: 'no',
    needsDesk: false,
  },
  holder_name_mismatch: {
    actors: ['subscriber', 'reseller'],
    class: 'correct_data',
    field: '/subscriber/name',
    final: 'no',
    needsDesk: false,
  },
  enterprise_number_mismatch: {
    actors: ['subscriber', 'reseller'],
    class: 'correct_data',
    field: '/subscriber/enterpriseNumber',
    final: 'no',
    needsDesk: false,
  },
  address_mismatch: {
    actors: ['subscriber'],
    class: 'correct_data',
    field: '/subscriber/address',
    final: 'no',
    needsDesk: false,
  },
  authorisation_missing_or_invalid: {
    actors: ['subscriber'],
    class: 'provide_document',
    field: '/authorisation',
    final: 'no',
    needsDesk: false,
  },
  wrong_losing_operator: {
    actors: ['reseller', 'desk'],
    class: 'correct_data',
    field: '/losingOperator/name',
    final: 'no',
    needsDesk: false,
  },
  number_not_in_service: {
    actors: ['subscriber'],
    class: 'act_at_operator',
    field: '/numbers/{i}',
    final: 'no',
    needsDesk: false,
  },
  number_in_quarantine: {
    actors: ['subscriber'],
    class: 'decide',
    field: '/numbers/{i}',
    final: 'number',
    needsDesk: false,
  },
  number_not_portable: {
    actors: ['reseller'],
    class: 'decide',
    field: '/numbers/{i}',
    final: 'number',
    needsDesk: false,
  },
  range_incomplete: {
    actors: ['reseller'],
    class: 'correct_data',
    field: '/numbers',
    final: 'no',
    needsDesk: false,
  },
  numbers_missing_from_request: {
    actors: ['subscriber', 'reseller'],
    class: 'decide',
    field: '/numbers',
    final: 'no',
    needsDesk: false,
  },
  main_number_mismatch: {
    actors: ['reseller'],
    class: 'correct_data',
    field: '/mainNumber',
    final: 'no',
    needsDesk: false,
  },
  installation_type_mismatch: {
    actors: ['desk'],
    class: 'nothing_to_do',
    field: null,
    final: 'no',
    needsDesk: true,
  },
  port_already_in_progress: {
    actors: ['reseller', 'desk'],
    class: 'decide',
    field: '/numbers/{i}',
    final: 'no',
    needsDesk: false,
  },
  pending_order_at_donor: {
    actors: ['subscriber'],
    class: 'act_at_operator',
    field: null,
    final: 'no',
    needsDesk: false,
  },
  linked_service: {
    actors: ['subscriber'],
    class: 'act_at_operator',
    field: '/numbers/{i}',
    final: 'no',
    needsDesk: false,
  },
  protected_line: {
    actors: ['subscriber', 'reseller'],
    class: 'decide',
    field: '/numbers/{i}',
    final: 'no',
    needsDesk: false,
  },
  numbers_on_different_accounts: {
    actors: ['reseller'],
    class: 'correct_data',
    field: '/numbers',
    final: 'no',
    needsDesk: false,
  },
  date_not_accepted: {
    actors: ['reseller'],
    class: 'correct_data',
    field: '/desiredDate',
    final: 'no',
    needsDesk: false,
  },
  date_expired: {
    actors: ['reseller'],
    class: 'correct_data',
    field: '/desiredDate',
    final: 'no',
    needsDesk: false,
  },
  withdrawn_by_subscriber: {
    actors: ['subscriber'],
    class: 'decide',
    field: '/authorisation',
    final: 'request',
    needsDesk: false,
  },
  donor_no_response: {
    actors: ['desk', 'carrier'],
    class: 'nothing_to_do',
    field: null,
    final: 'no',
    needsDesk: true,
  },
  technical_error: {
    actors: ['desk', 'carrier'],
    class: 'nothing_to_do',
    field: null,
    final: 'no',
    needsDesk: true,
  },
  other: {
    actors: ['desk'],
    class: 'nothing_to_do',
    field: null,
    final: 'no',
    needsDesk: true,
  },
} as const satisfies Readonly<Record<string, RejectionFacts>>;

/** Fonzer's own codes for why a losing operator refuses; `other` is what could not be mapped. */
export type RejectionCode = keyof typeof facts;

/** One reason, with what it means and what to do about it in every language. */
export type RejectionReason = RejectionFacts & {
  readonly code: RejectionCode;
  readonly meaning: Translated;
  readonly advice: Translated;
};

/** Whether a text, of a carrier's table or a caller, is one of our codes. */
export const isRejectionCode = (text: string): text is RejectionCode => Object.hasOwn(facts, text);

/** Everything known about a rejection code. */
export const rejectionReasonOf = (code: RejectionCode): RejectionReason => ({
  code,
  ...facts[code],
  ...rejectionReasonTexts[code],
});

/** Who cures a rejection: Fonzer alone, the reseller (with Fonzer, too), or nobody: the request ends. */
export const cures = ['fonzer', 'reseller', 'reseller_and_fonzer', 'none'] as const;

export type Cure = (typeof cures)[number];

/** Who cures a rejection with these reasons (assumption). */
export const cureOf = (rejections: readonly { readonly code: RejectionCode }[]): Cure => {
  const reasons = rejections.map(({ code }) => rejectionReasonOf(code));
  if (reasons.some((reason) => reason.final === 'request')) return 'none';
  const forFonzer = reasons.filter((reason) => reason.class === 'nothing_to_do').length;
  if (forFonzer === 0) return 'reseller';
  return forFonzer === reasons.length ? 'fonzer' : 'reseller_and_fonzer';
};

/**
 * Why a losing operator refuses, in the order shown to readers. All of it is an assumption drawn from
 * public rejection lists; `range_incomplete`, `numbers_missing_from_request`, `linked_service` and
 * `protected_line` follow the FAQ (F12, F10, F5, F14).
 */
export const rejectionReasons: readonly RejectionReason[] = Object.keys(facts)
  .filter(isRejectionCode)
  .map(rejectionReasonOf);
