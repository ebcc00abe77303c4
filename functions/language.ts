/** The languages a person can be written to in: Belgium's three, and English. */
export const languages = ['nl', 'fr', 'en', 'de'] as const;

export type Language = (typeof languages)[number];

/** The language of a person who named none (assumption: most of Fonzer's resellers are Flemish). */
export const defaultLanguage: Language = 'nl';

/** One text in every language: a missing translation does not compile. */
export type Translated = Readonly<Record<Language, string>>;
