/** A document with the part between two markers replaced. */
export const withPart = (document: string, name: string, part: string): string => {
  const begin = `<!-- generated: ${name} -->`;
  const end = '<!-- end of generated part -->';
  const [before, rest] = document.split(begin);
  const after = rest?.split(end).slice(1).join(end);
  if (before === undefined || after === undefined) throw new Error(`The document has no place for ${name}`);
  return `${before}${begin}\n${part.trim()}\n${end}${after}`;
};
