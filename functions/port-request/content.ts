import type { LocalDate } from '../calendar/clock.ts';
import type { Language } from '../language.ts';
import type { NumberItem } from '../numbers/number-item.ts';

/** Where the numbers are installed. A draft may know only part of it. */
export type Address = {
  readonly street: string | null;
  readonly houseNumber: string | null;
  readonly box: string | null;
  readonly postcode: string | null;
  readonly city: string | null;
};

/** A person who is written to. A draft may know only part of one. */
export type Person = {
  readonly name: string | null;
  readonly email: string | null;
  readonly language: Language;
};

/** What the reseller found out about the contract at the losing operator (F1-F14). */
export type Contract = {
  readonly numbersLeftBehind: readonly NumberItem[];
  readonly knownRanges: readonly NumberItem[];
  /** Null: not looked into, which is not the same as none (F5). */
  readonly linkedServices:
    | readonly { readonly number: NumberItem; readonly services: readonly string[] }[]
    | null;
  readonly protectedLines: readonly NumberItem[];
  readonly cancelAfterPort: readonly NumberItem[];
};

/** What the reseller has to have looked into, or told the customer (F4, F5, F10, F14). */
export const acknowledgementNames = [
  'numbersCheckedWithOperator',
  'linkedServicesMayStop',
  'numbersLeftBehindMayDelay',
  'noProtectedLines',
] as const;

export type AcknowledgementName = (typeof acknowledgementNames)[number];

/**
 * What the reseller fills in, and may correct in draft, rejected and expired. Submitting freezes a copy of it for the
 * attempt. Everything but the subscriber's name may still be missing (null) in a draft.
 */
export type Content = {
  readonly customerReference: string | null;
  readonly quote: { readonly reference: string; readonly approvedOn: LocalDate } | null;
  readonly subscriber: {
    readonly name: string;
    readonly enterpriseNumber: string | null;
    readonly language: Language;
    readonly email: string | null;
    readonly address: Address | null;
  };
  readonly contact: Person | null;
  readonly starter: Person | null;
  readonly losingOperator: {
    readonly name: string | null;
    readonly accountNumber: string | null;
    readonly easySwitchId: string | null;
  } | null;
  readonly numbers: readonly NumberItem[];
  /** E.164, or as it was written when it cannot be read; null: the first number. */
  readonly mainNumber: string | null;
  readonly desiredDate: LocalDate | null;
  readonly contract: Contract | null;
  readonly acknowledgements: Readonly<Record<AcknowledgementName, boolean>>;
  readonly authorisation: { readonly signedBy: string | null; readonly signedOn: LocalDate | null } | null;
  readonly noteToOperator: string | null;
  /** Set by the desk only; null: counted from the numbers. */
  readonly installation: { readonly type: 'simple' | 'complex'; readonly reason: string } | null;
};
