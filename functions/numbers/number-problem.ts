/**
 * Everything that can be wrong with wanted numbers, alone or as a list; each one blocks a submission. Codes from the
 * API contract. Refusing every kind but geographic is an assumption; `range.split` is FAQ rule F12.
 */
export const numberProblemCodes = [
  'number.unreadable',
  'number.foreign',
  'number.mobile',
  'number.freephone',
  'number.premium',
  'number.shared_cost',
  'number.short_code',
  'number.unknown_zone',
  'number.wrong_length',
  'range.size_not_supported',
  'range.not_aligned',
  'range.split',
  'numbers.overlap',
  'numbers.too_many',
] as const;

export type NumberProblemCode = (typeof numberProblemCodes)[number];

/** What deserves a second look and never blocks. `range.maybe_incomplete` follows FAQ rule F3. */
export const numberWarningCodes = ['number.not_in_known_blocks', 'range.maybe_incomplete'] as const;

export type NumberWarningCode = (typeof numberWarningCodes)[number];

/** The facts a text about a problem or warning may name. Numbers are E.164; a text shows `nationalForm` of them. */
export interface NumberFacts {
  /** How many numbers the series has; absent when it has none that can be counted. */
  readonly size?: number;
  /** The size that was stated beside an end that says otherwise. */
  readonly statedSize?: number;
  /** First and last number of the series or range meant. */
  readonly start?: string;
  readonly end?: string;
  /** Where a range of that size around `start` would begin. */
  readonly suggestedStart?: string;
  /** Position of the earlier item that holds the same numbers. */
  readonly overlapsIndex?: number;
  /** Which limit is exceeded, by how many, and what it allows. */
  readonly limit?: 'numbers' | 'items' | 'blocks';
  readonly count?: number;
  readonly maximum?: number;
}

/** One thing that blocks, with the facts its text needs. */
export interface NumberProblem {
  readonly code: NumberProblemCode;
  readonly parameters: NumberFacts;
}

/** One thing that only deserves a look, with the facts its text needs. */
export interface NumberWarning {
  readonly code: NumberWarningCode;
  readonly parameters: NumberFacts;
}
