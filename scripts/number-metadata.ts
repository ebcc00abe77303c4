import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { MetadataJson } from 'libphonenumber-js/core';

const libraryMetadata = (): MetadataJson & { readonly nonGeographic?: Readonly<Record<string, unknown>> } =>
  JSON.parse(
    readFileSync(createRequire(import.meta.url).resolve('libphonenumber-js/metadata.max.json'), 'utf8'),
  );

/**
 * The content of `functions/numbers/number-metadata.generated.ts`: what the number library knows about Belgian numbers, and
 * which calling codes other countries have. Its whole metadata would be a quarter of every function.
 */
export const numberMetadataSource = async (): Promise<string> => {
  const {
    version,
    countries,
    country_calling_codes: countriesByCode,
    nonGeographic = {},
  } = libraryMetadata();
  const { BE: belgian } = countries;
  if (belgian === undefined) throw new Error('The number library does not know Belgium');
  const metadata = { version, country_calling_codes: { '32': ['BE'] }, countries: { BE: belgian } };
  const callingCodes = [...Object.keys(countriesByCode), ...Object.keys(nonGeographic)].toSorted();
  return [
    '// Generated from the number library by `npm run generate`; edits here are lost.',
    "import type { MetadataJson } from 'libphonenumber-js/core';",
    '',
    `export const belgianMetadata: MetadataJson = JSON.parse(${JSON.stringify(JSON.stringify(metadata))});`,
    '',
    `export const callingCodes: ReadonlySet<string> = new Set(${JSON.stringify(callingCodes)});`,
    '',
  ].join('\n');
};
