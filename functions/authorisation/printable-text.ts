/**
 * The characters that the mandate's font has, as first and last of each run: Latin with all its extensions in use, Greek
 * without Coptic, Cyrillic, and the signs around them. The font is cut to these.
 */
export const printableRanges: readonly (readonly [first: number, last: number])[] = [
  [0x20, 0x7e],
  [0xa0, 0x24f],
  [0x300, 0x36f],
  [0x370, 0x3e1],
  [0x3f0, 0x3ff],
  [0x400, 0x52f],
  [0x1e00, 0x1eff],
  [0x2010, 0x2027],
  [0x2030, 0x205e],
  [0x20a0, 0x20bf],
  [0x2100, 0x214f],
];

const isPrintable = (character: string): boolean => {
  const point = character.codePointAt(0) ?? 0;
  return (
    /\p{Assigned}/u.test(character) &&
    printableRanges.some(([first, last]) => first <= point && point <= last)
  );
};

/**
 * A text as it can be printed; null where the font lacks one of its characters (assumption: a name with boxes in it is
 * worse than an empty line, which is filled in by hand). Invisible marks go: one of them can turn a text around.
 */
export const printableText = (text: string): string | null => {
  const composed = text.normalize('NFC').replaceAll(/\p{Cf}/gu, '');
  return composed !== '' && [...composed].every(isPrintable) ? composed : null;
};
