/** One row of a table of facts. Line breaks in the value are shown. */
export type FactRow = readonly [label: string, value: string];

/** What the body of a mail is made of; both versions, HTML and plain text, are rendered from the same blocks. */
export type MailBlock =
  | { readonly kind: 'paragraph'; readonly text: string }
  | { readonly kind: 'list'; readonly items: readonly string[] }
  | { readonly kind: 'button'; readonly label: string; readonly url: string }
  | { readonly kind: 'facts'; readonly rows: readonly FactRow[] }
  | { readonly kind: 'notice'; readonly text: string }
  | { readonly kind: 'link'; readonly label: string; readonly url: string; readonly text: string };

/** Running text; its line breaks are shown. */
export const paragraph = (text: string): MailBlock => ({ kind: 'paragraph', text });

/** Items of equal rank. */
export const list = (items: readonly string[]): MailBlock => ({ kind: 'list', items });

/** The one thing the reader is asked to do; plain text writes the link out. */
export const button = (label: string, url: string): MailBlock => ({ kind: 'button', label, url });

/** A table of labels and values. */
export const facts = (rows: readonly FactRow[]): MailBlock => ({ kind: 'facts', rows });

/** A paragraph that must not be overlooked. */
export const notice = (text: string): MailBlock => ({ kind: 'notice', text });

/** A sentence and the items it introduces; nothing at all where there are no items. */
export const listAfter = (introduction: string, items: readonly string[]): readonly MailBlock[] =>
  items.length === 0 ? [] : [paragraph(introduction), list(items)];
