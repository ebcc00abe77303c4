import type { ProblemEntry } from '../problems/problem-entry.ts';
import type { Content } from './content.ts';

const missing = (pointer: string): ProblemEntry => ({ code: 'field.required', pointer });

/** A part that is missing is named once; of a part that is there, each needed member that is not. */
const missingIn = <Part extends object>(
  pointer: string,
  part: Part | null,
  needed: readonly (keyof Part & string)[],
): readonly ProblemEntry[] =>
  part === null
    ? [missing(pointer)]
    : needed.filter((name) => part[name] === null).map((name) => missing(`${pointer}/${name}`));

/** Every field that submitting needs and that is not there, by its own pointer (docs/openapi.json). */
export const missingFields = (content: Content): readonly ProblemEntry[] => [
  ...missingIn('/subscriber/address', content.subscriber.address, [
    'street',
    'houseNumber',
    'postcode',
    'city',
  ]),
  ...missingIn('/contact', content.contact, ['name', 'email']),
  ...(content.starter === null ? [] : missingIn('/starter', content.starter, ['name', 'email'])),
  ...missingIn('/losingOperator', content.losingOperator, ['name', 'accountNumber']),
  ...(content.numbers.length === 0 ? [missing('/numbers')] : []),
];
