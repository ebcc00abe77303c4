import { formatLocalDate, isLocalDate } from '../calendar/local-date.ts';
import type { Language } from '../language.ts';
import { nationalForm } from '../numbers/phone-number.ts';
import type { EntryParameters } from './entry-text.ts';
import type { EntryCode } from './problem-catalogue.ts';
import { entryTexts } from './problem-texts.ts';

/** One thing that is wrong, or doubtful, and where. Its texts come from the catalogue, in the reader's language. */
export type ProblemEntry = {
  readonly code: EntryCode;
  /** JSON Pointer into the body. */
  readonly pointer: string;
  /** What the catalogue's texts need to be precise. */
  readonly parameters?: EntryParameters;
  /** Further members of the entry as it is sent, for a caller that acts on it: `earliestDate`, `numbers` … */
  readonly members?: Readonly<Record<string, unknown>>;
};

/** What an entry of `errors[]` or `warnings[]` says to its reader. */
export type EntryDescription = { readonly detail: string; readonly advice: string | null };

/** A fact as its reader writes it: an E.164 number in national form, a day with its weekday. */
const written = (fact: string | number, language: Language): string | number => {
  if (typeof fact === 'number') return fact;
  if (/^\+[1-9]\d{6,14}$/.test(fact)) return nationalForm(fact);
  return isLocalDate(fact) ? formatLocalDate(fact, language) : fact;
};

/**
 * Puts an entry into words, in the reader's language. Facts come as data (E.164 numbers, `YYYY-MM-DD` days,
 * counts); those that are not given are left out of the text.
 */
export const describeEntry = (
  code: EntryCode,
  parameters: EntryParameters,
  language: Language,
): EntryDescription => {
  const facts = Object.fromEntries(
    Object.entries(parameters).map(([name, fact]) => [name, written(fact, language)]),
  );
  const { detail, advice } = entryTexts[code];
  return { detail: detail[language](facts), advice: advice === null ? null : advice[language](facts) };
};

/** A problem or warning as it is sent. */
export type DescribedProblem = {
  readonly code: string;
  readonly pointer: string;
  readonly detail: string;
  readonly advice?: string;
  readonly [member: string]: unknown;
};

/** A problem in the reader's language: what is wrong, where, and what can be done about it. */
export const describeProblem = (problem: ProblemEntry, language: Language): DescribedProblem => {
  const { code, pointer, parameters = {}, members = {} } = problem;
  const { detail, advice } = describeEntry(code, parameters, language);
  return { ...members, code, pointer, detail, ...(advice === null ? {} : { advice }) };
};
