import { erasedContent, erasedEnclosure } from '../erasure/erase.ts';
import type { Content } from '../port-request/content.ts';
import type { Enclosure } from '../port-request/enclosure.ts';
import {
  attemptPrefix,
  enclosurePrefix,
  type Item,
  keyIn,
  keys,
  longText,
  longTextIn,
  partitionOf,
  readPartition,
  type Table,
  writeItems,
} from './dynamo-items.ts';
import type { Pause } from './dynamo-pause.ts';

/** The data an attempt was submitted with, as its item. */
export const attemptItem = (id: string, attempt: number, content: Content): Item => ({
  ...keys.attempt(id, attempt),
  content: longText(JSON.stringify(content)),
});

/** The data that an attempt's item keeps. @throws Error for an item without it: a bug. */
export const contentIn = (item: Item): Content => {
  const content: Content = JSON.parse(longTextIn(item, 'content'));
  return content;
};

/** A text that belongs to an entry, as its item. */
export const enclosureItem = (id: string, enclosure: Enclosure): Item => ({
  ...keys.enclosure(id, enclosure.sequence),
  enclosure: longText(JSON.stringify(enclosure)),
});

const enclosureIn = (item: Item): Enclosure => {
  const enclosure: Enclosure = JSON.parse(longTextIn(item, 'enclosure'));
  return enclosure;
};

/** What belongs to a request's history and stands beside it, oldest first. */
export const readEnclosures = async (table: Table, id: string): Promise<readonly Enclosure[]> =>
  (await readPartition(table, partitionOf(id), enclosurePrefix)).map(enclosureIn);

/** The items of which something is left to erase, as they are without it. */
const erasedItems = <Kept>(
  items: readonly Item[],
  attribute: string,
  keptIn: (item: Item) => Kept,
  erased: (kept: Kept) => Kept,
): readonly Item[] =>
  items.flatMap((item) => {
    const kept = keptIn(item);
    const without = JSON.stringify(erased(kept));
    return without === JSON.stringify(kept) ? [] : [{ ...keyIn(item), [attribute]: longText(without) }];
  });

/**
 * Takes what names a person out of everything kept beside a request. No transaction: nothing else ever writes these items
 * again, and an erasure that broke off goes on where it is repeated.
 */
export const eraseBeside = async (table: Table, id: string, pause: Pause): Promise<void> => {
  const attempts = await readPartition(table, partitionOf(id), attemptPrefix);
  const enclosures = await readPartition(table, partitionOf(id), enclosurePrefix);
  await writeItems(
    table,
    [
      ...erasedItems(attempts, 'content', contentIn, erasedContent),
      ...erasedItems(enclosures, 'enclosure', enclosureIn, erasedEnclosure),
    ],
    pause,
  );
};
