import type { RejectionCode } from '../../functions/port-request/rejection-reasons.ts';
import type { Weighted } from './chance.ts';

/**
 * What a month is made of. Assumptions throughout, from what is publicly known of Belgian operators and from the FAQ's own words:
 * made to show every graph with something in it, and no statement about any operator.
 */

/** A losing operator, and how it answers. */
export type OperatorHabit = {
  readonly name: string;
  /** Half of all answers come within so many working days. */
  readonly medianWorkingDays: number;
  readonly spread: number;
  readonly refuses: number;
};

const habit = (name: string, medianWorkingDays: number, refuses: number, spread = 0.4): OperatorHabit => ({
  name,
  medianWorkingDays,
  refuses,
  spread,
});

export const operatorHabits: Weighted<OperatorHabit> = [
  [habit('Proximus', 3.4, 0.18), 45],
  [habit('Telenet', 4.2, 0.21), 20],
  [habit('Orange Belgium', 4.6, 0.2), 9],
  [habit('VOO', 5.4, 0.24), 6],
  [habit('Scarlet', 3.6, 0.19), 5],
  [habit('Orange Business', 5.8, 0.16), 4],
  [habit('Dstny', 3, 0.15), 3],
  [habit('BT', 6, 0.17), 2],
  [habit('edpnet', 3.2, 0.2), 2],
  [habit('3StarsNet', 4, 0.18), 1.5],
  [habit('WIN', 5, 0.22), 1],
  [habit('Regiotel', 6, 0.28, 0.5), 1.5],
];

/** Why operators refuse: mostly what was filled in does not match the contract. */
export const refusalReasons: Weighted<RejectionCode> = [
  ['account_number_mismatch', 34],
  ['holder_name_mismatch', 14],
  ['enterprise_number_mismatch', 8],
  ['address_mismatch', 5],
  ['authorisation_missing_or_invalid', 8],
  ['number_not_in_service', 6],
  ['range_incomplete', 7],
  ['numbers_missing_from_request', 4],
  ['main_number_mismatch', 3],
  ['pending_order_at_donor', 3],
  ['linked_service', 2],
  ['wrong_losing_operator', 2],
  ['date_not_accepted', 2],
  ['port_already_in_progress', 1],
  ['withdrawn_by_subscriber', 0.5],
  ['technical_error', 1],
  ['other', 1],
];

/** What is ported. */
export const numberMixes: Weighted<'single' | 'several' | 'ddi_10' | 'ddi_100'> = [
  ['single', 46],
  ['several', 26],
  ['ddi_10', 22],
  ['ddi_100', 6],
];

/** Resellers; those with an endpoint are told of events by webhooks. */
export const tenants: Weighted<{ readonly id: string; readonly hasEndpoint: boolean }> = [
  [{ id: 'acme', hasEndpoint: true }, 30],
  [{ id: 'belvoice', hasEndpoint: true }, 22],
  [{ id: 'citycall', hasEndpoint: false }, 18],
  [{ id: 'delta-it', hasEndpoint: false }, 16],
  [{ id: 'easyoffice', hasEndpoint: true }, 14],
];

/** When in the start window the port is started. */
export const startHabits: Weighted<'first_morning' | 'first_day' | 'later' | 'last_day' | 'never'> = [
  ['first_morning', 62],
  ['first_day', 14],
  ['later', 17],
  ['last_day', 3],
  ['never', 4],
];

/** Who starts it. */
export const starters: Weighted<'subscriber' | 'reseller' | 'desk'> = [
  ['subscriber', 90],
  ['reseller', 8.5],
  ['desk', 1.5],
];

export const languages: Weighted<'nl' | 'fr' | 'en' | 'de'> = [
  ['nl', 55],
  ['fr', 36],
  ['en', 7],
  ['de', 2],
];

/** What a reseller reports afterwards. */
export const incidentMix: Weighted<
  'internet_lost' | 'tv_lost' | 'unreachable' | 'partly_unreachable' | 'other'
> = [
  ['partly_unreachable', 38],
  ['unreachable', 26],
  ['internet_lost', 22],
  ['tv_lost', 5],
  ['other', 9],
];

/** How often things happen, of all requests unless said otherwise. */
export const shares = {
  desiredDate: 0.3,
  refusedAtFirst: 0.025,
  draftFirst: 0.08,
  /** Of attempts. */
  silent: 0.03,
  delayed: 0.022,
  acknowledged: 0.35,
  enteredByDesk: 0.03,
  laterDate: 0.12,
  unexpectedEvent: 0.007,
  /** Of refusals. */
  corrected: 0.9,
  cancelled: 0.03,
  /** Of starts. */
  wrongConfirmation: 0.05,
  openedOutsideHours: 0.02,
  lockedOut: 0.003,
  failedStart: 0.01,
  partly: 0.03,
  overrun: 0.015,
  /** Of ports done. */
  incident: 0.02,
  emergencyReturn: 0.002,
  /** Of mails about an open window, which is where a lost one hurts. */
  bounce: 0.005,
} as const;
