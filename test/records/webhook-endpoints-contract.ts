import { describe, expect, test } from 'vitest';
import type { RememberedAnswer } from '../../functions/remembered-answers.ts';
import { anEndpoint, type MakeFeed, standingAt } from './event-feed-contract.ts';

const answer = (body: string): RememberedAnswer => ({
  scope: 'acme POST /v1/webhook-endpoints',
  key: 'key-1',
  fingerprint: 'f'.repeat(64),
  status: 201,
  headers: {},
  body,
  expiresAt: '2026-04-17T07:00:00Z',
});

/** What every store of endpoints for webhooks promises. */
export const describeWebhookEndpoints = (name: string, makeFeed: MakeFeed): void => {
  const begin = () => makeFeed(() => standingAt);

  describe(`${name}: endpoints for webhooks`, () => {
    test('are none at first, and nobody’s', async () => {
      const { endpoints } = await begin();
      expect(await endpoints.of('acme')).toEqual({ tenant: 'acme', version: 0, endpoints: [] });
      expect(await endpoints.tenantOf('whe_1')).toBeUndefined();
      expect(await endpoints.tenantOf('w'.repeat(5000))).toBeUndefined();
    });

    test('come, change and go, and are found by their id for as long as they are there', async () => {
      const { endpoints } = await begin();
      const [one, other] = [anEndpoint('whe_1'), anEndpoint('whe_2', { types: ['incident.*'] })];
      const changeTo = async (...after: readonly ReturnType<typeof anEndpoint>[]) =>
        endpoints.write({ before: await endpoints.of('acme'), after });
      expect(await changeTo(one)).toEqual({ kind: 'written' });
      expect(await changeTo(one, other)).toEqual({ kind: 'written' });
      expect(await endpoints.of('acme')).toEqual({ tenant: 'acme', version: 2, endpoints: [one, other] });
      expect(await endpoints.tenantOf('whe_2')).toBe('acme');
      const changed = { ...one, failingSince: '2026-04-14T07:00:00Z' };
      expect(await changeTo(changed)).toEqual({ kind: 'written' });
      expect(await endpoints.of('acme')).toEqual({ tenant: 'acme', version: 3, endpoints: [changed] });
      expect(await endpoints.tenantOf('whe_1')).toBe('acme');
      expect(await endpoints.tenantOf('whe_2')).toBeUndefined();
      expect(await endpoints.of('other')).toEqual({ tenant: 'other', version: 0, endpoints: [] });
    });

    test('are not written where they have changed since', async () => {
      const { endpoints } = await begin();
      const before = await endpoints.of('acme');
      await endpoints.write({ before, after: [anEndpoint('whe_1')] });
      expect(await endpoints.write({ before, after: [anEndpoint('whe_2')] })).toEqual({ kind: 'stale' });
      expect(await endpoints.tenantOf('whe_2')).toBeUndefined();
      expect((await endpoints.of('acme')).endpoints).toEqual([anEndpoint('whe_1')]);
    });

    test('are written with the answer to give again, once for each key', async () => {
      const { endpoints, answers } = await begin();
      const before = await endpoints.of('acme');
      const first = { before, after: [anEndpoint('whe_1')] };
      expect(await endpoints.write(first, answer('1'))).toEqual({ kind: 'written' });
      expect(await answers.find(answer('').scope, 'key-1')).toEqual(answer('1'));
      const again = { before: await endpoints.of('acme'), after: [anEndpoint('whe_1'), anEndpoint('whe_2')] };
      const answered = { kind: 'already_answered', answer: answer('1') };
      expect(await endpoints.write(again, answer('2'))).toEqual(answered);
      expect(await endpoints.write(first, answer('2'))).toEqual(answered);
      expect((await endpoints.of('acme')).endpoints).toEqual([anEndpoint('whe_1')]);
    });

    test('keep no answer of a change that was not written', async () => {
      const { endpoints, answers } = await begin();
      const before = await endpoints.of('acme');
      await endpoints.write({ before, after: [anEndpoint('whe_1')] });
      expect(await endpoints.write({ before, after: [] }, answer('1'))).toEqual({ kind: 'stale' });
      expect(await answers.find(answer('').scope, 'key-1')).toBeUndefined();
    });

    test('that several change at once: one of them does, under one key with one answer', async () => {
      const { endpoints } = await begin();
      const before = await endpoints.of('acme');
      const outcomes = await Promise.all(
        [1, 2, 3, 4].map((number) => endpoints.write({ before, after: [anEndpoint(`whe_${number}`)] })),
      );
      expect(outcomes.map(({ kind }) => kind).toSorted()).toEqual(['stale', 'stale', 'stale', 'written']);
      const next = await endpoints.of('acme');
      const answered = await Promise.all(
        [1, 2, 3].map((number) => endpoints.write({ before: next, after: [] }, answer(`${number}`))),
      );
      expect(answered.map(({ kind }) => kind).toSorted()).toEqual([
        'already_answered',
        'already_answered',
        'written',
      ]);
    });
  });
};
