import { isSafe } from 'redos-detector';
import { describe, expect, test } from 'vitest';
import * as z from 'zod';
import { belgianMetadata } from '../../functions/numbers/number-metadata.generated.ts';
import { legalFormsAround } from '../../functions/operator/operator-catalogue.ts';
import { email, instant, localDate } from '../../functions/port-request/field-schemas.ts';
import { patternsIn } from './pattern-literals.ts';
import { filesBelow, readFile } from './source-files.ts';

const sources = [
  ...filesBelow(['functions', 'lib', 'bin', 'sandbox', 'client/src'], '.ts'),
  ...filesBelow(['sandbox/console'], '.js'),
];
const read = sources.map(patternsIn);

/** Without a repetition a pattern ends after as many characters as it is long. */
const repeatsNothing = (pattern: RegExp): boolean =>
  !/[*+{]/.test(pattern.source.replaceAll(/\\p\{\w+\}/g, ''));

/** How many ways a text can take through a pattern at most; undefined: more with every character of the text. */
const waysThrough = (pattern: RegExp): number | undefined => {
  // The checker does not read `i` together with `u`.
  if (pattern.unicode && pattern.ignoreCase && repeatsNothing(pattern)) return 1;
  // Nor does it read names of groups, which change nothing. It gives up after a number of steps, not of seconds.
  const unnamed = new RegExp(pattern.source.replaceAll(/\(\?<\w+>/g, '('), pattern.flags);
  const { score } = isSafe(unnamed, { timeout: 60_000 });
  return score.infinite ? undefined : score.value;
};

/** Every text in a JSON value. */
const textsIn = (value: unknown): readonly string[] => {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsIn) : [];
};

const patternsOfDocument = [
  ...new Set(
    [...readFile('docs/openapi.json').matchAll(/"pattern": ("(?:\\.|[^"\\])*")/g)].map(
      ([, text = '']) => text,
    ),
  ),
].map((text) => new RegExp(JSON.parse(text)));

describe('No regular expression of ours takes longer than its text', () => {
  test('every one is found', () => {
    expect(read.flatMap(({ unread }) => unread)).toEqual([]);
    expect(read.flatMap(({ literals }) => literals).length).toBeGreaterThan(50);
  });

  test.each(
    read
      .flatMap(({ literals }) => literals)
      .map(({ path, source, flags }) => [path, new RegExp(source, flags)] as const),
  )('%s: %s', (_, pattern) => {
    expect(waysThrough(pattern)).toBeLessThan(20);
  });

  test('those that are put together are known here', () => {
    const makers = sources.filter(({ text }) => /\bRegExp\(/.test(text)).map(({ path }) => path);
    expect(makers).toEqual(['functions/operator/operator-catalogue.ts']);
    for (const pattern of legalFormsAround) expect(waysThrough(pattern)).toBeLessThan(20);
  });

  test.each([
    ['a repetition within a repetition', /^(\w+)+!$/],
    ['two that take the same characters', /^\s*[\s\d]*!$/],
    ['a repetition that every place of the text begins', /\s*,/],
  ])('one that does would be noticed: %s', (_, pattern) => {
    expect(waysThrough(pattern)).toBeUndefined();
  });

  test.each([
    ['const ratio = one / two; const rest = three / four;', []],
    [
      "const path = 'a/b'; // a/b\nconst found = /[/'\"]x/u.test(path) || /* a/b */ !/b{2}/.test(path);",
      ['[/\'"]x', 'b{2}'],
    ],
    [
      'const text = `/a/ $' + '{list.map((each) => each.replace(/c+/g, `$' + '{each}/d/`)).join(/e/)} /f/`;',
      ['c+', 'e'],
    ],
    ['const parts = [\n  /g/,\n  { pattern: /h/ },\n  (text) => /i/.test(text),\n];', ['g', 'h', 'i']],
  ])('they are told from divisions, texts and comments: %s', (text, expected) => {
    const { literals, unread } = patternsIn({ path: 'a.ts', text });
    expect(literals.map(({ source }) => source)).toEqual(expected);
    expect(unread).toEqual([]);
  });

  test('a slash that cannot be told is not passed over', () => {
    expect(patternsIn({ path: 'a.ts', text: 'const ratio = one/two;' }).unread).toHaveLength(1);
  });
});

describe('No regular expression of a library meets a long text', () => {
  test('the only ones in the OpenAPI document are the one for addresses of mail and our own', () => {
    const unbounded = patternsOfDocument.filter((pattern) => waysThrough(pattern) === undefined);
    expect(unbounded.map(({ source }) => source)).toEqual([z.regexes.email.source]);
  });

  test.each([
    ['an address of mail', email],
    ['a date', localDate],
    ['an instant', instant],
  ])('%s that is too long is not looked at any further', (_, schema) => {
    const { error } = schema.safeParse('1@a.'.repeat(15_000));
    expect(error?.issues.map(({ code }) => code)).toEqual(['too_big']);
  });

  test('those of the number library end', () => {
    const patterns = textsIn(belgianMetadata.countries).filter((each) => each.includes('d{'));
    expect(patterns.length).toBeGreaterThan(10);
    expect(patterns.filter((source) => (waysThrough(new RegExp(`^(?:${source})$`)) ?? 99) > 20)).toEqual([]);
  });
});
