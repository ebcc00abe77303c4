import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { MetadataJson } from 'libphonenumber-js/core';

const libraryFile = (name: string): MetadataJson =>
  JSON.parse(readFileSync(createRequire(import.meta.url).resolve(`libphonenumber-js/${name}`), 'utf8'));

/**
 * The content of `functions/numbers/number-metadata.generated.ts`: all the number library knows about Belgian numbers, and
 * of other countries as much as reading and writing takes. Its whole metadata would be a fifth of every function.
 */
export const numberMetadataSource = async (): Promise<string> => {
  const { BE: belgian } = libraryFile('metadata.max.json').countries;
  const smallest = libraryFile('metadata.min.json');
  if (belgian === undefined) throw new Error('The number library does not know Belgium');
  const metadata = JSON.stringify({ ...smallest, countries: { ...smallest.countries, BE: belgian } });
  return [
    '// Generated from the number library by `npm run generate`; edits here are lost.',
    "import type { MetadataJson } from 'libphonenumber-js/core';",
    '',
    '// As a text: parsing it takes a tenth of what a literal of this size does.',
    `export const numberMetadata: MetadataJson = JSON.parse(${JSON.stringify(metadata)});`,
    '',
  ].join('\n');
};
