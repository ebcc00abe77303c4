import type { Language, Translated } from '../language.ts';

/** The facts that an entry's text may name. One that is unknown is left out, never null or empty. */
export type EntryParameters = Readonly<Record<string, string | number>>;

/** One text of an entry in every language, given its facts. */
export type EntryText = Readonly<Record<Language, (parameters: EntryParameters) => string>>;

const placeholders = /\{(\w{1,40})\}/g;

const areAllGiven = (part: string, parameters: EntryParameters): boolean =>
  [...part.matchAll(placeholders)].every(([, name]) => name !== undefined && Object.hasOwn(parameters, name));

// Optional parts are settled before any fact is filled in, so that brackets or braces inside a fact, which
// may be what a caller typed, are never read as part of the template.
const fill = (template: string, parameters: EntryParameters): string =>
  template
    .replace(/\[([^[\]]{0,300})\]/g, (_, part: string) => (areAllGiven(part, parameters) ? part : ''))
    .replace(placeholders, (_, name: string) => String(parameters[name] ?? ''));

/**
 * An entry's text whose template depends on its facts. `{name}` is a fact, `[…]` a part that is dropped
 * unless every fact in it is given; facts stand inside brackets, so that a text reads well without them.
 */
export const entryTextBy = (templatesFor: (parameters: EntryParameters) => Translated): EntryText => ({
  nl: (parameters) => fill(templatesFor(parameters).nl, parameters),
  fr: (parameters) => fill(templatesFor(parameters).fr, parameters),
  en: (parameters) => fill(templatesFor(parameters).en, parameters),
  de: (parameters) => fill(templatesFor(parameters).de, parameters),
});

/** An entry's text with one template, as for `entryTextBy`. */
export const entryText = (templates: Translated): EntryText => entryTextBy(() => templates);
