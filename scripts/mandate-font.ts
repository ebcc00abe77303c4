import { readFileSync } from 'node:fs';
import subsetFont from 'subset-font';
import { printableRanges } from '../functions/authorisation/printable-text.ts';

const fonts = {
  regularFont: import.meta.resolve('@expo-google-fonts/noto-sans/400Regular/NotoSans_400Regular.ttf'),
  boldFont: import.meta.resolve('@expo-google-fonts/noto-sans/600SemiBold/NotoSans_600SemiBold.ttf'),
} as const;

const covered = printableRanges
  .flatMap(([first, last]) => Array.from({ length: last - first + 1 }, (_, offset) => first + offset))
  .map((point) => String.fromCodePoint(point))
  .join('');

/** A font with the printable characters only, and of its features those that place letters and accents. */
const subsetOf = async (address: string): Promise<Buffer> =>
  subsetFont(readFileSync(new URL(address)), covered, {
    targetFormat: 'sfnt',
    // None that puts one glyph for another: the text of the PDF would be found by what it looks like, not by what it says.
    keepFeatures: ['kern', 'mark', 'mkmk'],
    noLayoutClosure: true,
    noHinting: true,
  });

/**
 * The content of `functions/authorisation/mandate-font.generated.ts`: the fonts of the mandate as text, so that they are
 * there wherever the code is, in a bundle as on disk.
 */
export const mandateFontSource = async (): Promise<string> => {
  const exported = Object.entries(fonts).map(
    async ([name, address]) =>
      `export const ${name}: Uint8Array = Buffer.from('${(await subsetOf(address)).toString('base64')}', 'base64');`,
  );
  return [
    '// Noto Sans, cut to the characters in use, by `npm run generate`; edits here are lost.',
    '// Copyright 2022 The Noto Project Authors (https://github.com/notofonts/latin-greek-cyrillic), SIL Open Font License 1.1.',
    ...(await Promise.all(exported)).flatMap((line) => [line, '']),
  ].join('\n');
};
