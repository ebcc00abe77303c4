import type { MailBlock } from './mail-block.ts';

const indented = (text: string): string => text.replaceAll('\n', '\n  ');

const renderBlock = (block: MailBlock, colon: string): string => {
  const heading = (label: string): string => `${label}${colon.trimEnd()}`;
  switch (block.kind) {
    case 'paragraph':
    case 'notice':
      return block.text;
    case 'list':
      return block.items.map((item) => `- ${indented(item)}`).join('\n');
    case 'button':
      return `${heading(block.label)}\n${block.url}`;
    case 'facts':
      return block.rows
        .map(([label, value]) =>
          value.includes('\n') ? indented(`${heading(label)}\n${value}`) : `${label}${colon}${value}`,
        )
        .join('\n');
    case 'link':
      return `${block.label}${colon}${block.text}`;
  }
};

/** The plain-text version, complete on its own: every link is written out. */
export const renderPlainText = (heading: string, blocks: readonly MailBlock[], colon: string): string =>
  `${[heading, ...blocks.map((block) => renderBlock(block, colon))].join('\n\n')}\n`;
