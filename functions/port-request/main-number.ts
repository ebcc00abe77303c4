import type { NumberItem } from '../numbers/number-item.ts';
import type { E164 } from '../numbers/phone-number.ts';
import type { Content } from './content.ts';

/** The number an item begins with, by which it is known; undefined for what cannot be read. */
export const firstNumberOf = (item: NumberItem): E164 | undefined => {
  switch (item.kind) {
    case 'single':
      return item.number;
    case 'range':
      return item.start;
    case 'unreadable':
      return undefined;
  }
};

/** The main number: the one named, else the first number of the request; null while there is none. */
export const mainNumberOf = ({ mainNumber, numbers }: Content): string | null =>
  mainNumber ?? numbers.map(firstNumberOf).find((number) => number !== undefined) ?? null;
