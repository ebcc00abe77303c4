import fc from 'fast-check';
import { readNumberItem } from '../../functions/numbers/number-item.ts';
import { zones } from '../../functions/numbers/zones.ts';

/** What follows a zone's prefix up to the digit that makes the number the zone's own. */
const openings = zones.flatMap(({ prefix }) => {
  if (prefix === '04') return ['42', '43'];
  if (prefix === '080') return ['802', '803', '804', '805', '806', '807', '808'];
  if (prefix === '09') return ['91', '92', '93', '94', '95', '96', '97', '98', '99'];
  return [prefix.slice(1)];
});

const digits = fc.stringMatching(/^[0-9]{8}$/);

/** A geographic Belgian number as E.164, from every zone. */
export const geographicNumber = fc
  .tuple(fc.constantFrom(...openings), digits)
  .map(([opening, rest]) => `+32${(opening + rest).slice(0, 8)}`);

/** Single numbers and ranges that lie close together, so that many overlap. */
export const crowdedItem = fc
  .tuple(fc.constantFrom(1, 10, 100, 1000), fc.integer({ min: 0, max: 2999 }))
  .map(([size, offset]) => {
    const start = `+${3225805000 + offset - (offset % size)}`;
    return readNumberItem(size === 1 ? start : { start, size });
  });

export const crowdedItems = fc.array(crowdedItem, { maxLength: 12 });
