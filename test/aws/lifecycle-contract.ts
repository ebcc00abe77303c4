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
};

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
  });
};
