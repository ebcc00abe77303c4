import type { LockedPackage } from './locked-packages.ts';

/** They ask for no more than to be named, so that what is made of them may be shipped under any terms. */
const allowedToShip: ReadonlySet<string> = new Set([
  '0BSD',
  'Apache-2.0',
  'BlueOak-1.0.0',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'ISC',
  'MIT',
  'MIT-0',
  // Of fonts: in a document they ask for nothing.
  'OFL-1.1',
  'Zlib',
]);

/** Tools of this repository may have these too: they are run as they are, and nothing of them is shipped. */
const allowedForTools: ReadonlySet<string> = new Set([
  ...allowedToShip,
  'Artistic-2.0',
  'CC-BY-3.0',
  'CC-BY-4.0',
  'CC0-1.0',
  'MPL-2.0',
  'PSF-2.0',
  'Python-2.0',
  'Unlicense',
  'WTFPL',
]);

/** A licence that a package does not say, or says in its own words, and how it is known. */
type KnownLicence = { readonly package: RegExp; readonly licence: string; readonly reason: string };

const knownLicences: readonly KnownLicence[] = [
  { package: /^png-js$/, licence: 'MIT', reason: 'its LICENSE file is the text of MIT' },
  { package: /^slick$/, licence: 'MIT', reason: 'says MIT with an address' },
  {
    package: /^@biomejs\/cli-/,
    licence: 'MIT OR Apache-2.0',
    reason: 'binaries of @biomejs/biome for other platforms, which are not installed here',
  },
  {
    package: /^@oxc-parser\/binding-/,
    licence: 'MIT',
    reason: 'binaries of oxc-parser for other platforms, which are not installed here',
  },
];

/** Development packages of which something is shipped all the same, and what. */
const shippedAllTheSame: ReadonlyMap<string, string> = new Map([
  ['@expo-google-fonts/noto-sans', 'its letters stand in functions/authorisation/mandate-font.generated.ts'],
]);

/** Whether something of a package is shipped: as code in a bundle, or in a file that was generated from it. */
export const isShipped = ({ name, isForProduction }: LockedPackage): boolean =>
  isForProduction || shippedAllTheSame.has(name);

const stated = /^[\w.+-]+(?: (?:AND|OR) [\w.+-]+)*$/;

/** The licence of a package as an SPDX expression; undefined where nobody knows it. */
export const licenceOf = ({ name, licence }: LockedPackage): string | undefined => {
  const plain = licence?.replace(/^\(([^()]*)\)$/, '$1');
  return plain !== undefined && stated.test(plain)
    ? plain
    : knownLicences.find((known) => known.package.test(name))?.licence;
};

/** Of `A OR B` one is enough, of `A AND B` both are needed; `AND` binds closer, as SPDX has it. */
const isAllowed = (expression: string, allowed: ReadonlySet<string>): boolean =>
  expression
    .split(' OR ')
    .some((alternative) => alternative.split(' AND ').every((licence) => allowed.has(licence)));

/** What stands against a package's licence; undefined: nothing. */
export const licenceProblem = (each: LockedPackage): string | undefined => {
  const expression = licenceOf(each);
  const shipped = isShipped(each);
  if (expression !== undefined && isAllowed(expression, shipped ? allowedToShip : allowedForTools))
    return undefined;
  const what =
    expression === undefined
      ? `says no licence that is known (${each.licence ?? 'none'})`
      : `has ${expression}`;
  return `${each.name}@${each.version} ${what}; ${shipped ? 'something of it is shipped' : 'a tool of this repository'}`;
};
