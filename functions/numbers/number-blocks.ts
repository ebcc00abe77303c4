import { intervalOf, type NumberItem } from './number-item.ts';

/** Numbers per block. A range never crosses a block's end, since it is aligned and at most this long. */
const blockSize = 1000;

/**
 * The blocks of 1,000 numbers that items touch, ascending: E.164 digits without the last three, `3225805` for
 * `+3225805050`. A number is held in at most one open request by a lock on its block.
 */
export const blocksOf = (items: readonly NumberItem[]): readonly string[] => {
  const blocks = items
    .map((item) => intervalOf(item))
    .filter((interval) => interval !== undefined)
    .map((interval) => Math.floor(interval.from / blockSize));
  return [...new Set(blocks)].sort((one, other) => one - other).map(String);
};
