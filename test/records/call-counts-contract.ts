import { Temporal } from 'temporal-polyfill';
import { describe, expect, test } from 'vitest';
import { type CallCounts, callWindowAt } from '../../functions/runtime/call-rate.ts';

const minute = callWindowAt(Temporal.Instant.from('2026-03-30T08:00:00Z'));
const nextMinute = callWindowAt(minute.endsAt);

/** What every store of counts promises. */
export const describeCallCounts = (name: string, makeCounts: () => Promise<CallCounts>): void => {
  describe(`${name}: the counts of calls`, () => {
    test('begin at one for each tenant and each minute', async () => {
      const counts = await makeCounts();
      const calls = [
        await counts.count('acme', minute),
        await counts.count('acme', minute),
        await counts.count('umbrella', minute),
        await counts.count('acme', minute),
        await counts.count('acme', nextMinute),
        await counts.count('umbrella', nextMinute),
      ];
      expect(calls).toEqual([1, 2, 1, 3, 1, 1]);
    });

    test('keep tenants apart whose names begin alike, or look like a part of a key', async () => {
      const counts = await makeCounts();
      const tenants = ['a', 'a#', 'a#b', `a#${minute.startsAt}`, 'é', ' '];
      for (const tenant of tenants) expect(await counts.count(tenant, minute)).toBe(1);
    });

    test('lose none of a hundred at once', async () => {
      const counts = await makeCounts();
      const calls = await Promise.all(Array.from({ length: 100 }, () => counts.count('acme', minute)));
      expect(calls.toSorted((one, other) => one - other)).toEqual(
        Array.from({ length: 100 }, (_, index) => index + 1),
      );
    });
  });
};
