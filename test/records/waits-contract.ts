import { describe, expect, test } from 'vitest';
import type { Waits } from '../../functions/lifecycle/lifecycle.ts';

/** What every store of waits promises. */
export const describeWaits = (name: string, makeWaits: () => Promise<Waits>): void => {
  describe(`${name}: the waits`, () => {
    test('are none before the first', async () => {
      expect(await (await makeWaits()).find('prt_1', 1)).toBeUndefined();
    });

    test('of an attempt are its newest one', async () => {
      const waits = await makeWaits();
      await waits.keep('prt_1', 1, { token: 'first', seenVersion: 3 });
      await waits.keep('prt_1', 1, { token: 'second', seenVersion: 5 });
      expect(await waits.find('prt_1', 1)).toEqual({ token: 'second', seenVersion: 5 });
    });

    test('of other attempts and requests are apart', async () => {
      const waits = await makeWaits();
      await waits.keep('prt_1', 1, { token: 'first', seenVersion: 3 });
      await waits.keep('prt_1', 11, { token: 'eleventh', seenVersion: 40 });
      await waits.keep('prt_11', 1, { token: 'other', seenVersion: 4 });
      expect(await waits.find('prt_1', 1)).toEqual({ token: 'first', seenVersion: 3 });
      expect(await waits.find('prt_1', 2)).toBeUndefined();
      expect(await waits.find('prt_11', 1)).toEqual({ token: 'other', seenVersion: 4 });
    });
  });
};
