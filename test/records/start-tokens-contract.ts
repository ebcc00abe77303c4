import { describe, expect, test } from 'vitest';
import {
  hashOfStartToken,
  newStartToken,
  type StartToken,
  type StartTokens,
} from '../../functions/window/start-tokens.ts';

const aToken = (overrides: Partial<StartToken> = {}): StartToken => ({
  portRequestId: 'prt_1',
  attempt: 1,
  generation: 1,
  tries: 0,
  ...overrides,
});

/** What every store of start links promises. */
export const describeStartTokens = (name: string, makeTokens: () => Promise<StartTokens>): void => {
  describe(`${name}: the start links`, () => {
    test('are found by the hash of their token, and by nothing else', async () => {
      const tokens = await makeTokens();
      const [one, other] = [newStartToken(), newStartToken()];
      await tokens.keep(hashOfStartToken(one), aToken());
      await tokens.keep(hashOfStartToken(other), aToken({ attempt: 2, generation: 3 }));
      expect(await tokens.find(hashOfStartToken(one))).toEqual(aToken());
      expect(await tokens.find(hashOfStartToken(other))).toEqual(aToken({ attempt: 2, generation: 3 }));
      expect(await tokens.find(one)).toBeUndefined();
      expect(await tokens.find(hashOfStartToken(newStartToken()))).toBeUndefined();
    });

    test('count their tries one by one, each link its own', async () => {
      const tokens = await makeTokens();
      await tokens.keep('one', aToken());
      await tokens.keep('other', aToken());
      expect([
        await tokens.countTry('one'),
        await tokens.countTry('one'),
        await tokens.countTry('other'),
      ]).toEqual([1, 2, 1]);
      expect(await tokens.find('one')).toEqual(aToken({ tries: 2 }));
    });

    test('count a thousand tries at once without losing one', async () => {
      const tokens = await makeTokens();
      await tokens.keep('one', aToken());
      const counts = await Promise.all(Array.from({ length: 1000 }, () => tokens.countTry('one')));
      expect(counts.toSorted((one, other) => one - other)).toEqual(
        Array.from({ length: 1000 }, (_, index) => index + 1),
      );
      expect((await tokens.find('one'))?.tries).toBe(1000);
    });

    test('are replaced one by one, and keep their tries', async () => {
      const tokens = await makeTokens();
      await tokens.keep('one', aToken({ tries: 5 }));
      await tokens.keep('other', aToken());
      await tokens.replace('one');
      await tokens.replace('one');
      expect(await tokens.find('one')).toEqual(aToken({ tries: 5, replaced: true }));
      expect(await tokens.find('other')).toEqual(aToken());
    });

    test('that are unknown stay unknown, however often they are tried or replaced', async () => {
      const tokens = await makeTokens();
      await tokens.countTry('unknown');
      await tokens.replace('unknown');
      expect(await tokens.find('unknown')).toBeUndefined();
    });
  });
};
