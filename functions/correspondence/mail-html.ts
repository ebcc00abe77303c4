import type { Language } from '../language.ts';
import type { MailBlock } from './mail-block.ts';
import { mailLayout } from './mail-layout.generated.ts';

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

const escapeHtml = (text: string): string =>
  text.replace(/[&<>"']/g, (character) => entities[character] ?? character);

/**
 * A piece of the layout with its slots filled, everything escaped. One pass, so that a customer called `{{url}}`
 * stays a customer.
 * @throws RangeError for a slot that nothing fills: the reader would see the braces.
 */
const fill = (piece: keyof typeof mailLayout, slots: Readonly<Record<string, string>>): string =>
  mailLayout[piece].replace(/\{\{(\w{1,40})\}\}/g, (_, name: string) => {
    const text = slots[name];
    if (text === undefined) throw new RangeError(`Nothing fills {{${name}}} in the mail layout's ${piece}`);
    return escapeHtml(text).replaceAll('\n', '<br>');
  });

const renderBlock = (block: MailBlock, colon: string): string => {
  switch (block.kind) {
    case 'paragraph':
    case 'notice':
      return fill(block.kind, { text: block.text });
    case 'list':
      return [
        mailLayout.list,
        ...block.items.map((text) => fill('listItem', { text })),
        mailLayout.listEnd,
      ].join('\n');
    case 'button':
      return fill('button', { label: block.label, url: block.url });
    case 'facts':
      return [
        mailLayout.facts,
        ...block.rows.map(([label, value]) => fill('fact', { label, value })),
        mailLayout.factsEnd,
      ].join('\n');
    case 'link':
      return fill('link', { label: `${block.label}${colon}`, url: block.url, text: block.text });
  }
};

/** What stands around the blocks; the preheader is what a list of mails shows after the subject. */
type MailFrame = {
  readonly language: Language;
  readonly subject: string;
  readonly preheader: string;
  readonly heading: string;
  /** What stands between a label and its value; French puts a space before it. */
  readonly colon: string;
};

/** The HTML version: one document, no script, no image, nothing that is loaded from anywhere. */
export const renderHtml = (frame: MailFrame, blocks: readonly MailBlock[]): string =>
  [fill('head', frame), ...blocks.map((block) => renderBlock(block, frame.colon)), mailLayout.foot].join(
    '\n',
  );
