import type { SourceFile } from './source-files.ts';

/** A regular expression as it is written in a file. */
export type PatternLiteral = { readonly path: string; readonly source: string; readonly flags: string };

const skipped =
  /\/\*[\s\S]*?\*\/|\/\/[^\n]*|'(?:\\[\s\S]|[^'\\\n])*'|"(?:\\[\s\S]|[^"\\\n])*"|\/(?<body>(?:\\.|\[(?:\\.|[^\]\\\n])*\]|[^/\\[\n])+)\/(?<flags>[a-z]*)|`|\$\{|[{}]/y;

/** Before a pattern stands what begins a value; before a division stands a value. */
const beginsValue = /(?:^|[(,=:[!&|?{};>]|\breturn|\btypeof|\bcase)\s*$/;

type Step = { readonly at: number; readonly literal?: Omit<PatternLiteral, 'path'> };

const stepOf = (text: string, at: number): Step => {
  skipped.lastIndex = at;
  const found = skipped.exec(text);
  const body = found?.groups?.['body'];
  if (found === null) return { at: at + 1 };
  if (body === undefined) return { at: skipped.lastIndex };
  if (!beginsValue.test(text.slice(Math.max(0, at - 40), at))) return { at: at + 1 };
  return { at: skipped.lastIndex, literal: { source: body, flags: found.groups?.['flags'] ?? '' } };
};

/** Where the text part of a template ends: behind its closing mark, or behind the `${` of code within it. */
const endOfTemplateText = (text: string, from: number): number => {
  const end = /(?:\\[\s\S]|\$(?!\{)|[^`\\$])*(?:`|\$\{)/y;
  end.lastIndex = from;
  return end.test(text) ? end.lastIndex : text.length;
};

/**
 * Every regular expression that a file writes as a literal, and every slash that is neither one nor a comment, a text or a
 * division: what this reader did not understand must not pass for a file without patterns.
 */
export const patternsIn = ({
  path,
  text,
}: SourceFile): { readonly literals: readonly PatternLiteral[]; readonly unread: readonly string[] } => {
  const literals: PatternLiteral[] = [];
  const unread: string[] = [];
  // How many braces are open in each template's code, the innermost last.
  const templates: number[] = [];
  let at = 0;
  while (at < text.length) {
    const { at: next, literal } = stepOf(text, at);
    if (literal !== undefined) literals.push({ path, ...literal });
    else if (text[at] === '/' && next === at + 1 && !/ \/=? $/.test(text.slice(at - 1, at + 2)))
      unread.push(`${path}: ${text.slice(Math.max(0, at - 30), at + 30)}`);
    const token = text.slice(at, next);
    const depth = templates.at(-1);
    if (depth !== undefined && token === '{') templates.push(1 + (templates.pop() ?? 0));
    if (depth !== undefined && token === '}') templates.push((templates.pop() ?? 0) - 1);
    const returnsToText = templates.at(-1) === -1;
    if (returnsToText) templates.pop();
    at = token === '`' || returnsToText ? endOfTemplateText(text, next) : next;
    if ((token === '`' || returnsToText) && text.slice(at - 2, at) === '${') templates.push(0);
  }
  return { literals, unread };
};
