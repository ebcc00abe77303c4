import { formatLocalDate, isLocalDate } from './calendar/local-date.ts';
import type { EntryParameters } from './entry-text.ts';
import type { Language } from './language.ts';
import { nationalForm } from './numbers/phone-number.ts';
import type { EntryCode } from './problem-catalogue.ts';
import { entryTexts } from './problem-texts.ts';

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
