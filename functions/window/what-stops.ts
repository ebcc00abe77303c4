import type { Language, Translated } from '../language.ts';
import type { NumberItem } from '../numbers/number-item.ts';
import { numbersCoveredBy } from '../numbers/number-list.ts';
import type { Content } from '../port-request/content.ts';

/** Services as the reseller wrote them down, with the number they hang on. */
export type LinkedToNumber = { readonly number: NumberItem; readonly services: readonly string[] };

/**
 * The services known to hang on numbers of the request: they stop when those numbers move (F5). A service on a number
 * that stays is not among them. None where nobody looked into it.
 */
export const whatStops = ({ numbers, contract }: Content): readonly LinkedToNumber[] =>
  (contract?.linkedServices ?? []).filter(({ number }) => numbersCoveredBy(numbers, [number]).length > 0);

const internet: Translated = { nl: 'internet', fr: 'Internet', en: 'Internet', de: 'Internet' };
const television: Translated = { nl: 'tv', fr: 'TV', en: 'TV', de: 'TV' };

/** The names that resellers use most; any other is shown as it was typed. */
const wellKnown: ReadonlyMap<string, Translated> = new Map([
  ['internet', internet],
  ['tv', television],
  ['television', television],
  ['televisie', television],
  ['télévision', television],
  ['fernsehen', television],
]);

/** Names of services in one phrase: `internet en tv`, `Internet and TV`; empty where none is named. */
export const asPhrase = (services: readonly string[], language: Language): string =>
  new Intl.ListFormat(language, { type: 'conjunction' }).format([
    ...new Set(
      services.map((typed) => wellKnown.get(typed.trim().toLowerCase())?.[language] ?? typed.trim()),
    ),
  ]);
