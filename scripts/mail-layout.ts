import { readFile } from 'node:fs/promises';
import mjml2html from 'mjml';

const layoutUrl = new URL('../functions/correspondence/layout.mjml', import.meta.url);

const marker = /<!-- @(\w+) -->/;

/** Indentation would be half the weight of each mail, and no client shows it. */
const withoutIndentation = (html: string): string =>
  html
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .join('\n');

/**
 * The content of `functions/correspondence/mail-layout.generated.ts`: the compiled layout, cut at its markers into
 * named pieces with `{{slot}}`s. Compiled here because MJML is far too large to load in the function that sends mails.
 * @throws Error where the layout is no valid MJML.
 */
export const mailLayoutSource = async (): Promise<string> => {
  const { html } = await mjml2html(await readFile(layoutUrl, 'utf8'), {
    validationLevel: 'strict',
    // None of MJML's web fonts: a mail loads nothing from anywhere.
    fonts: {},
  });
  const [head, ...rest] = html.split(marker).map(withoutIndentation);
  // A split by a pattern with one group alternates: text, name, text, name, text.
  const pieces = rest.flatMap((part, index) => (index % 2 === 0 ? [[part, rest[index + 1]]] : []));
  return [
    '// Generated from layout.mjml by `npm run generate`; edits here are lost.',
    `export const mailLayout = ${JSON.stringify({ head, ...Object.fromEntries(pieces) }, null, 2)} as const;`,
    '',
  ].join('\n');
};
