import { blocksOf } from '../numbers/number-blocks.ts';
import type { NumberItem } from '../numbers/number-item.ts';
import { listLimits } from '../numbers/number-list.ts';
import { type BlockChange, locksAfter, type NumberLock } from '../port-request/number-locks.ts';
import type { PortRequest } from '../port-request/port-request.ts';
import type { Recording } from '../port-request/recording.ts';
import {
  type Item,
  keys,
  lookUpPrefix,
  number,
  numberIn,
  partitionOfBlock,
  readItems,
  readPartition,
  type Table,
  text,
  textIn,
  writeItems,
} from './dynamo-items.ts';
import type { Pause } from './dynamo-pause.ts';
import { standingAs } from './dynamo-standing-keys.ts';

/** The locks of blocks as they were read, and how often each block was written: what a change is conditional on. */
export type ReadLocks = {
  readonly on: (block: string) => readonly NumberLock[];
  /** Undefined: nobody ever held a number of this block. */
  readonly writes: (block: string) => number | undefined;
};

/** The locks of a block. @throws Error for an item without any: a bug. */
export const locksIn = (item: Item): readonly NumberLock[] => {
  const locks: readonly NumberLock[] = JSON.parse(textIn(item, 'held'));
  return locks;
};

/** The locks on these blocks, as the last writes left them. */
export const readLocks = async (
  table: Table,
  blocks: readonly string[],
  pause: Pause,
): Promise<ReadLocks> => {
  const items = await readItems(table, blocks.map(keys.lock), pause);
  const byPartition = new Map(items.map((item) => [textIn(item, 'pk'), item]));
  const itemOf = (block: string) => byPartition.get(partitionOfBlock(block));
  return {
    on: (block) => {
      const item = itemOf(block);
      return item === undefined ? [] : locksIn(item);
    },
    writes: (block) => {
      const item = itemOf(block);
      return item && numberIn(item, 'v');
    },
  };
};

/**
 * Writes a block's locks unless somebody else wrote them since they were read. An item stays when its last lock goes: were
 * it deleted, `v` would begin anew and a writer could take new locks for the ones it had read.
 */
export const lockPut = (table: string, locks: ReadLocks, change: BlockChange, request: PortRequest) => {
  const writes = locks.writes(change.block);
  const held = locksAfter(locks.on(change.block), change, request);
  return {
    TableName: table,
    Item: {
      ...keys.lock(change.block),
      v: number((writes ?? 0) + 1),
      held: text(JSON.stringify(held)),
      ...(held.length === 0 ? {} : standingAs('LOCK')),
    },
    ...(writes === undefined
      ? { ConditionExpression: 'attribute_not_exists(pk)' }
      : { ConditionExpression: 'v = :read', ExpressionAttributeValues: { ':read': number(writes) } }),
  };
};

/**
 * The blocks by which a request is found. None while there are more than a request may have: such a draft cannot be
 * submitted, and one that names thousands of blocks would write thousands of items at each attempt to save it.
 */
const lookUpBlocksOf = (items: readonly NumberItem[]): readonly string[] => {
  const blocks = blocksOf(items);
  return blocks.length > listLimits.blocks ? [] : blocks;
};

/**
 * Makes a request findable by its numbers, before it is written: one that is written is then always found. A look-up that
 * leads nowhere, because the change was not written after all or the numbers were taken out, is harmless: whoever follows
 * it reads the request. A draft with too many blocks is not found by number until an edit brings it within the limits.
 */
export const writeLookUps = async (
  table: Table,
  { before, after }: Recording,
  pause: Pause,
): Promise<void> => {
  const known = new Set(lookUpBlocksOf(before?.content.numbers ?? []));
  const added = lookUpBlocksOf(after.content.numbers).filter((block) => !known.has(block));
  await writeItems(
    table,
    added.map((block) => ({ ...keys.lookUp(block, after.id), tenant: text(after.tenant) })),
    pause,
  );
};

/**
 * The ids of a tenant's requests, or of everybody's, that name, or once named, a number in a block of these items. Others are
 * left out here and not once they have been read: how long a list takes would tell that somebody else ports such a number.
 */
export const idsLookedUp = async (
  table: Table,
  items: readonly NumberItem[],
  tenant: string | undefined,
): Promise<readonly string[]> => {
  const ids = new Set<string>();
  for (const block of blocksOf(items)) {
    for (const item of await readPartition(table, partitionOfBlock(block), lookUpPrefix)) {
      // Older ones name no tenant: whoever follows them reads the request.
      const owner = item['tenant']?.S;
      if (tenant === undefined || owner === undefined || owner === tenant)
        ids.add(textIn(item, 'sk').slice(lookUpPrefix.length));
    }
  }
  return [...ids];
};
