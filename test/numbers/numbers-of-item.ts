import { numbersOf } from '../../functions/numbers/number-interval.ts';
import { intervalOf, type NumberItem } from '../../functions/numbers/number-item.ts';

/** Every number that an item names, one by one: what the rules on intervals are held against. */
export const numbersOfItem = (item: NumberItem): readonly string[] => {
  const interval = intervalOf(item);
  return interval === undefined ? [] : numbersOf(interval);
};
