import { describe, expect, test } from 'vitest';
import { toInstantText } from '../../functions/calendar/clock.ts';
import { UnavailableError } from '../../functions/problems/unavailable-error.ts';
import { type Delivery, dueNow, givenUp, sentAgain } from '../../functions/webhooks/delivery.ts';
import {
  anEndpoint,
  entriesOf,
  type FeedUnderTest,
  type MakeFeed,
  publicationOf,
  standingAt,
} from './event-feed-contract.ts';

const lane = { endpointId: 'whe_1', portRequestId: 'prt_1' };

const at = (seconds: number) => standingAt.add({ seconds });

/** From a moment on, for two minutes. */
const from = (seconds: number) => ({ now: at(seconds), until: at(seconds + 120) });

const far = { limit: 100, after: undefined };

const failedOnce = (delivery: Delivery): Delivery => ({
  ...delivery,
  attempts: [{ at: toInstantText(standingAt), status: 500, error: null }],
  triedSince: toInstantText(standingAt),
  nextAttemptAt: toInstantText(at(60)),
});

const delivered = (delivery: Delivery): Delivery => ({
  ...delivery,
  status: 'delivered',
  attempts: [...delivery.attempts, { at: toInstantText(standingAt), status: 200, error: null }],
  triedSince: toInstantText(standingAt),
});

/** What every store of deliveries promises. */
export const describeDeliveries = (name: string, makeFeed: MakeFeed): void => {
  /** Publishes so many entries of a request, to one endpoint. */
  const publish = async ({ feed }: FeedUnderTest, portRequestId: string, count: number) => {
    const { head, through } = await feed.state('acme', portRequestId);
    const entries = entriesOf(portRequestId, through + 1, through + count);
    expect(await feed.append(publicationOf('acme', head, entries, [anEndpoint('whe_1')]))).toBe('appended');
  };

  const begin = async (count: number) => {
    const store = await makeFeed(() => standingAt);
    await publish(store, 'prt_1', count);
    const found = async (position: number): Promise<Delivery> => {
      const delivery = await store.deliveries.find('whe_1', position);
      if (delivery === undefined) throw new Error(`No delivery at ${position}`);
      return delivery;
    };
    return { ...store, publish: (id: string, more: number) => publish(store, id, more), found };
  };

  describe(`${name}: a lane`, () => {
    test('is due with what was published, and is there as long as something waits in it', async () => {
      const { deliveries } = await begin(2);
      expect(await deliveries.dueLanes(at(-1), far)).toEqual([]);
      expect(await deliveries.dueLanes(at(0), far)).toEqual([{ ...lane, dueAt: toInstantText(standingAt) }]);
      expect(await deliveries.take(lane, 'wrk_1', from(0))).toEqual({ tenant: 'acme', waiting: [1, 2] });
      expect(await deliveries.advance(lane, 'wrk_1', 1)).toEqual([2]);
      expect(await deliveries.advance(lane, 'wrk_1', 2)).toEqual([]);
      expect(await deliveries.dueLanes(at(9999), far)).toEqual([]);
      expect(await deliveries.take(lane, 'wrk_2', from(9999))).toBeUndefined();
    });

    test('is in one worker’s hands until its time is up', async () => {
      const { deliveries } = await begin(2);
      expect(await deliveries.take(lane, 'wrk_0', from(-1))).toBeUndefined();
      expect(await deliveries.take(lane, 'wrk_1', from(0))).toBeDefined();
      expect(await deliveries.take(lane, 'wrk_2', from(119))).toBeUndefined();
      expect(await deliveries.dueLanes(at(119), far)).toEqual([]);
      expect(await deliveries.dueLanes(at(120), far)).toEqual([{ ...lane, dueAt: toInstantText(at(120)) }]);
      expect(await deliveries.take(lane, 'wrk_2', from(120))).toEqual({ tenant: 'acme', waiting: [1, 2] });
      // Whoever held it before changes nothing any more.
      expect(await deliveries.advance(lane, 'wrk_1', 1)).toBeUndefined();
      await deliveries.release(lane, 'wrk_1', at(0));
      expect(await deliveries.take(lane, 'wrk_3', from(121))).toBeUndefined();
      expect(await deliveries.advance(lane, 'wrk_2', 1)).toEqual([2]);
    });

    test('is given back, to be taken from a moment on', async () => {
      const { deliveries } = await begin(1);
      await deliveries.take(lane, 'wrk_1', from(0));
      await deliveries.release(lane, 'wrk_1', at(300));
      expect(await deliveries.advance(lane, 'wrk_1', 1)).toBeUndefined();
      expect(await deliveries.take(lane, 'wrk_2', from(299))).toBeUndefined();
      expect(await deliveries.take(lane, 'wrk_2', from(300))).toEqual({ tenant: 'acme', waiting: [1] });
    });

    test('takes what comes while it is held, waits or is about to end, behind what waits', async () => {
      const { deliveries, publish: more } = await begin(1);
      await deliveries.take(lane, 'wrk_1', from(0));
      await more('prt_1', 1);
      expect(await deliveries.take(lane, 'wrk_2', from(1))).toBeUndefined();
      expect(await deliveries.advance(lane, 'wrk_1', 1)).toEqual([2]);
      await deliveries.release(lane, 'wrk_1', at(300));
      await more('prt_1', 2);
      expect(await deliveries.take(lane, 'wrk_3', from(299))).toBeUndefined();
      expect(await deliveries.take(lane, 'wrk_3', from(300))).toEqual({ tenant: 'acme', waiting: [2, 3, 4] });
    });

    test('begins anew after its end, due at once', async () => {
      const { deliveries, publish: more } = await begin(1);
      await deliveries.take(lane, 'wrk_1', from(0));
      await deliveries.advance(lane, 'wrk_1', 1);
      await more('prt_1', 1);
      expect(await deliveries.advance(lane, 'wrk_1', 2)).toBeUndefined();
      expect(await deliveries.take(lane, 'wrk_2', from(0))).toEqual({ tenant: 'acme', waiting: [2] });
    });

    test('that is not there can be neither taken nor given back', async () => {
      const { deliveries } = await begin(1);
      const other = { endpointId: 'whe_2', portRequestId: 'prt_1' };
      expect(await deliveries.take(other, 'wrk_1', from(0))).toBeUndefined();
      await deliveries.release(other, 'wrk_1', at(0));
      expect(await deliveries.dueLanes(at(0), far)).toHaveLength(1);
    });

    test('is listed with others, the longest due first, page after page', async () => {
      const { deliveries, publish: more } = await begin(1);
      for (const number of [2, 3, 4, 5]) await more(`prt_${number}`, 1);
      const later = { ...lane, portRequestId: 'prt_2' };
      await deliveries.take(later, 'wrk_1', from(0));
      const pages: string[][] = [];
      for (let after: Awaited<ReturnType<typeof deliveries.dueLanes>>[number] | undefined; ; ) {
        const page = await deliveries.dueLanes(at(120), { limit: 2, after });
        if (page.length === 0) break;
        pages.push(page.map(({ portRequestId }) => portRequestId));
        after = page.at(-1);
      }
      expect(pages).toEqual([['prt_1', 'prt_3'], ['prt_4', 'prt_5'], ['prt_2']]);
    });
  });

  describe(`${name}: a delivery`, () => {
    test('is kept with its event, and as it was last written', async () => {
      const { deliveries, found } = await begin(1);
      expect(await found(1)).toEqual({
        ...lane,
        position: 1,
        eventId: 'evt_prt_1_1',
        type: 'port_request.noted',
        status: 'pending',
        isReplay: false,
        attempts: [],
        triedSince: null,
        nextAttemptAt: null,
      });
      for (const change of [failedOnce, delivered, givenUp]) {
        const changed = change(await found(1));
        await deliveries.write(changed);
        expect(await found(1)).toEqual(changed);
      }
      expect(await deliveries.find('whe_1', 2)).toBeUndefined();
      expect(await deliveries.find('whe_2', 1)).toBeUndefined();
    });

    test('is listed, newest first, page after page', async () => {
      const { deliveries } = await begin(5);
      const positionsOf = async (limit: number, before: number | undefined) =>
        (await deliveries.list('whe_1', { limit, before })).map(({ position }) => position);
      expect(await positionsOf(2, undefined)).toEqual([5, 4]);
      expect(await positionsOf(2, 4)).toEqual([3, 2]);
      expect(await positionsOf(2, 2)).toEqual([1]);
      expect(await positionsOf(2, 1)).toEqual([]);
      expect(await deliveries.list('whe_2', { limit: 2, before: undefined })).toEqual([]);
    });

    test('that is done is sent again, behind what waits, due at once where nothing does', async () => {
      const { deliveries, found, publish: more } = await begin(1);
      const redo = async () => deliveries.again(await found(1), 'acme', at(10));
      await deliveries.take(lane, 'wrk_1', from(0));
      await deliveries.write(delivered(await found(1)));
      await deliveries.advance(lane, 'wrk_1', 1);
      const done = await found(1);
      expect(await redo()).toEqual(sentAgain(done));
      expect(await found(1)).toEqual(sentAgain(done));
      expect(await deliveries.dueLanes(at(10), far)).toEqual([{ ...lane, dueAt: toInstantText(at(10)) }]);
      await deliveries.take(lane, 'wrk_2', from(10));
      await deliveries.write(delivered(await found(1)));
      expect(await deliveries.advance(lane, 'wrk_2', 1)).toEqual([]);
      await more('prt_1', 1);
      expect(await redo()).toEqual(await found(1));
      expect(await deliveries.take(lane, 'wrk_3', from(20))).toEqual({ tenant: 'acme', waiting: [2, 1] });
      expect((await found(1)).attempts).toHaveLength(2);
    });

    test('that waits for its next attempt is only made due, and stands in its lane once', async () => {
      const { deliveries, found } = await begin(2);
      await deliveries.take(lane, 'wrk_1', from(0));
      await deliveries.write(failedOnce(await found(1)));
      await deliveries.release(lane, 'wrk_1', at(300));
      const waiting = await found(1);
      const due = dueNow(waiting, at(10));
      expect(await deliveries.again(waiting, 'acme', at(10))).toEqual(due);
      expect(await found(1)).toEqual(due);
      expect(await deliveries.take(lane, 'wrk_2', from(10))).toEqual({ tenant: 'acme', waiting: [1, 2] });
    });

    test('that waits behind another is not due before it, whose turn comes now', async () => {
      const { deliveries, found } = await begin(2);
      await deliveries.take(lane, 'wrk_1', from(0));
      await deliveries.write(failedOnce(await found(1)));
      await deliveries.release(lane, 'wrk_1', at(300));
      const behind = await found(2);
      expect(await deliveries.again(behind, 'acme', at(10))).toEqual(behind);
      expect(await found(2)).toEqual(behind);
      expect(await deliveries.take(lane, 'wrk_2', from(10))).toEqual({ tenant: 'acme', waiting: [1, 2] });
    });

    test('that is done and still stands in its lane is not promised to be sent again', async () => {
      const { deliveries, found } = await begin(1);
      await deliveries.take(lane, 'wrk_1', from(0));
      await deliveries.write(delivered(await found(1)));
      const done = await found(1);
      await expect(deliveries.again(done, 'acme', at(10))).rejects.toThrow(UnavailableError);
      expect(await found(1)).toEqual(done);
      expect(await deliveries.advance(lane, 'wrk_1', 1)).toEqual([]);
      expect(await deliveries.again(done, 'acme', at(10))).toEqual(sentAgain(done));
    });

    test('that a worker is at is left to it', async () => {
      const { deliveries, found } = await begin(1);
      await deliveries.take(lane, 'wrk_1', from(0));
      const held = await found(1);
      expect(await deliveries.again(held, 'acme', at(10))).toEqual(held);
      expect(await deliveries.take(lane, 'wrk_2', from(10))).toBeUndefined();
      expect(await deliveries.advance(lane, 'wrk_1', 1)).toEqual([]);
    });

    test('that several ask for at once is queued once', async () => {
      const { deliveries, found } = await begin(1);
      await deliveries.take(lane, 'wrk_1', from(0));
      await deliveries.write(delivered(await found(1)));
      await deliveries.advance(lane, 'wrk_1', 1);
      const done = await found(1);
      const outcomes = await Promise.all([1, 2, 3, 4].map(() => deliveries.again(done, 'acme', at(0))));
      for (const { status, isReplay } of outcomes) expect([status, isReplay]).toEqual(['pending', true]);
      expect(outcomes.filter(({ nextAttemptAt }) => nextAttemptAt === null)).toHaveLength(1);
      expect(await deliveries.take(lane, 'wrk_2', from(0))).toEqual({ tenant: 'acme', waiting: [1] });
    });
  });
};
