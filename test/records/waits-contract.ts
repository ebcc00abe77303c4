import { describe, expect, test } from 'vitest';
import type { Waits } from '../../functions/lifecycle/lifecycle.ts';
import { aWait } from '../support/a-wait.ts';

/** What every store of waits promises. */
export const describeWaits = (name: string, makeWaits: () => Promise<Waits>): void => {
  describe(`${name}: the waits`, () => {
    test('are none before the first', async () => {
      expect(await (await makeWaits()).find('prt_1', 1)).toBeUndefined();
    });

    test('of an attempt are its newest one', async () => {
      const waits = await makeWaits();
      const second = aWait({ token: 'second', seenVersion: 5, waitingSince: '2026-03-30T08:00:00.001Z' });
      await waits.keep('prt_1', 1, aWait());
      await waits.keep('prt_1', 1, second);
      expect(await waits.find('prt_1', 1)).toEqual(second);
    });

    test('that come late never replace a later one', async () => {
      const waits = await makeWaits();
      const later = aWait({ token: 'later', waitingSince: '2026-03-30T09:00:00.000Z', tries: 0 });
      await waits.keep('prt_1', 1, later);
      await waits.keep('prt_1', 1, aWait({ token: 'earlier', tries: 5 }));
      expect(await waits.find('prt_1', 1)).toEqual(later);
    });

    test('whose token was handed over again are the newest try, in whatever order the tries arrive', async () => {
      for (const order of [
        [0, 1, 10],
        [10, 1, 0],
        [1, 10, 0],
      ]) {
        const waits = await makeWaits();
        for (const tries of order) await waits.keep('prt_1', 1, aWait({ token: `try ${tries}`, tries }));
        expect(await waits.find('prt_1', 1)).toEqual(aWait({ token: 'try 10', tries: 10 }));
      }
    });

    test('may be kept twice', async () => {
      const waits = await makeWaits();
      await waits.keep('prt_1', 1, aWait());
      await waits.keep('prt_1', 1, aWait());
      expect(await waits.find('prt_1', 1)).toEqual(aWait());
    });

    test('of other attempts and requests are apart', async () => {
      const waits = await makeWaits();
      await waits.keep('prt_1', 1, aWait({ token: 'first', seenVersion: 3 }));
      await waits.keep('prt_1', 11, aWait({ token: 'eleventh', seenVersion: 40 }));
      await waits.keep('prt_11', 1, aWait({ token: 'other', seenVersion: 4 }));
      expect(await waits.find('prt_1', 1)).toEqual(aWait({ token: 'first', seenVersion: 3 }));
      expect(await waits.find('prt_1', 2)).toBeUndefined();
      expect(await waits.find('prt_11', 1)).toEqual(aWait({ token: 'other', seenVersion: 4 }));
    });
  });
};
