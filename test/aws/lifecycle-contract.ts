import { Temporal } from 'temporal-polyfill';
import { describe, expect, test } from 'vitest';
import type { Lifecycle } from '../../functions/lifecycle/lifecycle.ts';

/** A lifecycle whose runs wait for one token and then end. */
export type LifecycleWorld = {
  readonly lifecycle: Lifecycle;
  /** The names of all executions of a request, in any order. */
  readonly executionsOf: (portRequestId: string) => Promise<readonly string[]>;
  /** The token of the run that began to wait first and was not asked for yet; resolves once it waits. */
  readonly nextToken: () => Promise<string>;
  /** Resolves once a run's execution has ended. */
  readonly ended: (name: string) => Promise<void>;
  /** Ends a run where it stands, as somebody may by hand. */
  readonly abort: (name: string) => Promise<void>;
};

const longAgo = Temporal.Instant.from('2000-01-01T00:00:00Z');
const farAhead = Temporal.Instant.from('2100-01-01T00:00:00Z');

/** What every lifecycle promises. Ids are new in each test: an emulator keeps the executions of the one before. */
export const describeLifecycle = (
  name: string,
  makeWorld: () => Promise<LifecycleWorld>,
  newId: () => string,
): void => {
  describe(`${name}: the lifecycle`, () => {
    test('starts a run once, however often it is started', async () => {
      const { lifecycle, executionsOf } = await makeWorld();
      const portRequestId = newId();
      await lifecycle.start({ portRequestId, attempt: 1, run: 1 });
      await lifecycle.start({ portRequestId, attempt: 1, run: 1 });
      await Promise.all(
        Array.from({ length: 4 }, () => lifecycle.start({ portRequestId, attempt: 1, run: 1 })),
      );
      expect(await executionsOf(portRequestId)).toEqual([`${portRequestId}-1-1`]);
    });

    test('starts each attempt and each run of one', async () => {
      const { lifecycle, executionsOf } = await makeWorld();
      const portRequestId = newId();
      await lifecycle.start({ portRequestId, attempt: 1, run: 1 });
      await lifecycle.start({ portRequestId, attempt: 1, run: 2 });
      await lifecycle.start({ portRequestId, attempt: 2, run: 1 });
      expect((await executionsOf(portRequestId)).toSorted()).toEqual([
        `${portRequestId}-1-1`,
        `${portRequestId}-1-2`,
        `${portRequestId}-2-1`,
      ]);
    });

    test('ends a wait by its token, and finds it gone the second time', async () => {
      const { lifecycle, nextToken, ended } = await makeWorld();
      const portRequestId = newId();
      await lifecycle.start({ portRequestId, attempt: 1, run: 1 });
      const token = await nextToken();
      expect(await lifecycle.wake(token)).toBe('woken');
      await ended(`${portRequestId}-1-1`);
      expect(await lifecycle.wake(token)).toBe('gone');
    });

    test('finds a token gone that it never gave out', async () => {
      const { lifecycle } = await makeWorld();
      expect(await lifecycle.wake('a-token-of-nobody')).toBe('gone');
    });

    test('starts no run anew whose execution has ended', async () => {
      const { lifecycle, executionsOf, nextToken, ended } = await makeWorld();
      const portRequestId = newId();
      await lifecycle.start({ portRequestId, attempt: 1, run: 1 });
      await lifecycle.wake(await nextToken());
      await ended(`${portRequestId}-1-1`);
      await lifecycle.start({ portRequestId, attempt: 1, run: 1 });
      expect(await executionsOf(portRequestId)).toEqual([`${portRequestId}-1-1`]);
    });

    test('knows the newest run of an attempt, and whether it runs or has ended', async () => {
      const { lifecycle, nextToken, ended } = await makeWorld();
      const portRequestId = newId();
      expect(await lifecycle.newestRun(portRequestId, 1)).toBeUndefined();
      await lifecycle.start({ portRequestId, attempt: 1, run: 1 });
      expect(await lifecycle.newestRun(portRequestId, 1)).toEqual({
        run: 1,
        isRunning: true,
        hasEnded: false,
      });
      await lifecycle.wake(await nextToken());
      await ended(`${portRequestId}-1-1`);
      const first = { run: 1, isRunning: false, hasEnded: true };
      expect(await lifecycle.newestRun(portRequestId, 1)).toEqual(first);
      await lifecycle.start({ portRequestId, attempt: 1, run: 2 });
      const second = await lifecycle.newestRun(portRequestId, 1);
      expect([second?.run, await lifecycle.newestRun(portRequestId, 1, 2)]).toEqual([2, second]);
      expect(await lifecycle.newestRun(portRequestId, 2)).toBeUndefined();
    });

    test('knows the runs that broke, since when one asks, and no other', async () => {
      const { lifecycle, nextToken, ended, abort } = await makeWorld();
      const [broken, done, running] = [newId(), newId(), newId()];
      await lifecycle.start({ portRequestId: broken, attempt: 2, run: 1 });
      await nextToken();
      await lifecycle.start({ portRequestId: done, attempt: 1, run: 1 });
      await lifecycle.wake(await nextToken());
      await ended(`${done}-1-1`);
      await lifecycle.start({ portRequestId: running, attempt: 1, run: 1 });
      await abort(`${broken}-2-1`);
      expect(await lifecycle.newestRun(broken, 2)).toEqual({ run: 1, isRunning: false, hasEnded: false });
      const found = (await lifecycle.brokenRuns(longAgo)).filter(({ portRequestId }) =>
        [broken, done, running].includes(portRequestId),
      );
      expect(found).toEqual([
        { portRequestId: broken, attempt: 2, run: 1, brokenAt: expect.any(Temporal.Instant) },
      ]);
      expect(await lifecycle.brokenRuns(farAhead)).toEqual([]);
    });
  });
};
