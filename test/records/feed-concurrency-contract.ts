import * as fc from 'fast-check';
import { expect } from 'vitest';
import { newHandler as publishHandler } from '../../functions/events/publish.queue.ts';
import { noMetrics } from '../../functions/metrics/metrics.ts';
import type { HistoryEntry } from '../../functions/port-request/history.ts';
import type { PortRequests } from '../../functions/port-request/port-requests.ts';
import { UnavailableError } from '../../functions/problems/unavailable-error.ts';
import type { Delivery } from '../../functions/webhooks/delivery.ts';
import { noteHealth } from '../../functions/webhooks/endpoint-health.ts';
import { createInMemoryRecords } from '../../sandbox/in-memory-port-requests.ts';
import { lambdaContext } from '../../sandbox/lambda-context.ts';
import {
  anEndpoint,
  entriesOf,
  type FeedUnderTest,
  publicationOf,
  standingAt,
} from './event-feed-contract.ts';

const log = { info: () => {}, error: () => {} };

const tenant = 'acme';

type Writers = {
  /** Entries of each request. */
  readonly counts: readonly number[];
  /** By these the messages are put in order. */
  readonly order: readonly number[];
  /** How much each reader asks for. */
  readonly readers: readonly number[];
};

/** Who writes a feed at once: messages for its publisher, in any order and some of them twice. */
export const writersOf = (most: {
  readonly requests: number;
  readonly entries: number;
}): fc.Arbitrary<Writers> =>
  fc.record({
    counts: fc.array(fc.integer({ min: 1, max: most.entries }), { minLength: 1, maxLength: most.requests }),
    order: fc.array(fc.nat({ max: 999 }), { minLength: 60, maxLength: 60 }),
    readers: fc.array(fc.integer({ min: 1, max: 7 }), { minLength: 1, maxLength: 2 }),
  });

const requestOf = (index: number): string => `prt_${index}`;

const messagesOf = ({ counts, order }: Writers) =>
  counts
    .flatMap((count, request) =>
      Array.from({ length: count }, (_, index) => ({
        portRequestId: requestOf(request),
        sequence: index + 1,
      })),
    )
    .flatMap((message, index) => (index % 3 === 0 ? [message, message] : [message]))
    .map((message, index) => ({ message, place: order[index] ?? 0 }))
    .toSorted((one, other) => one.place - other.place)
    .map(({ message }) => ({ tenant, ...message }));

/** Entries that are written as the messages about them are handed out, and not before. */
const growingHistories = () => {
  const written = new Map<string, number>();
  const requests: PortRequests = {
    ...createInMemoryRecords(
      () => standingAt,
      () => {},
    ),
    history: async (id): Promise<readonly HistoryEntry[]> => entriesOf(id, 1, written.get(id) ?? 0),
  };
  const write = (id: string, sequence: number) => written.set(id, Math.max(sequence, written.get(id) ?? 0));
  return { requests, write };
};

const readAll = async ({ feed }: FeedUnderTest) => {
  const found = await feed.read(tenant, 0, 100);
  expect(await feed.read(tenant, found.length, 100)).toEqual([]);
  return found;
};

/**
 * Publishes all messages at once, while one of two endpoints is given up and readers follow. Then the feed has each request's
 * entries once and in order, without a gap; every reader has seen just that; and each lane holds what its endpoint is to be sent.
 */
export const writeAtOnce = async (store: FeedUnderTest, plan: Writers): Promise<void> => {
  const { feed, endpoints, deliveries } = store;
  const { order } = plan;
  const failing = anEndpoint('whe_2', {
    failingSince: standingAt.subtract({ hours: 73 }).toString({ smallestUnit: 'second' }),
  });
  const before = await endpoints.of(tenant);
  await endpoints.write({ before, after: [anEndpoint('whe_1'), failing] });
  const { requests, write } = growingHistories();
  const wallClock = () => standingAt;
  const publish = publishHandler(() => ({
    ...store,
    log,
    metrics: noMetrics,
    wallClock,
    requests,
    laneQueue: { put: async () => {} },
  }));

  const deliver = async (message: { readonly portRequestId: string; readonly sequence: number }) => {
    write(message.portRequestId, message.sequence);
    const event = { Records: [{ messageId: '1', body: JSON.stringify(message) }] };
    // What fails comes again.
    while ((await publish(event, lambdaContext)).batchItemFailures.length > 0);
  };

  const disable = async (): Promise<void> => {
    const real = { ...store, metrics: noMetrics, now: wallClock, newId: () => 'evt_disabled' };
    try {
      await noteHealth(real, { tenant, endpointId: 'whe_2' }, false, standingAt);
    } catch (error) {
      if (!(error instanceof UnavailableError)) throw error;
      await disable();
    }
  };

  let isOver = false;
  const follow = async (limit: number) => {
    const seen: Awaited<ReturnType<typeof feed.read>>[number][] = [];
    for (;;) {
      const isLast = isOver;
      const page = await feed.read(tenant, seen.at(-1)?.position ?? 0, limit);
      seen.push(...page);
      if (isLast && page.length === 0) return seen;
      if (seen.length > order.length) throw new Error('A reader was given events again');
    }
  };
  const readers = Promise.all(plan.readers.map(follow));
  await Promise.all([...messagesOf(plan).map(deliver), disable()]);
  isOver = true;

  const all = await readAll(store);
  for (const seen of await readers) expect(seen).toEqual(all);
  expect(all.map(({ position }) => position)).toEqual(all.map((_, index) => index + 1));
  expect(all).toHaveLength(plan.counts.reduce((sum, count) => sum + count, 1));
  const disabledAt = all.find(({ event }) => event.portRequestId === null)?.position ?? 0;
  expect((await endpoints.of(tenant)).endpoints[1]).toMatchObject({
    status: 'disabled',
    disabledAtPosition: disabledAt,
  });
  for (const [index, count] of plan.counts.entries()) {
    const own = all.filter(({ event }) => event.portRequestId === requestOf(index));
    expect(own.map(({ event }) => event)).toEqual(entriesOf(requestOf(index), 1, count));
    const positions = own.map(({ position }) => position);
    for (const [endpointId, sent] of [
      ['whe_1', positions],
      ['whe_2', positions.filter((position) => position < disabledAt)],
    ] as const) {
      const lane = { endpointId, portRequestId: requestOf(index) };
      const held = await deliveries.take(lane, 'wrk_1', { now: standingAt, until: standingAt });
      expect(held?.waiting ?? []).toEqual(sent);
    }
  }
};

/** Who is at one lane at once: one publishes, some work on it, one asks for deliveries again. */
export const workers = fc.record({
  entries: fc.integer({ min: 1, max: 10 }),
  /** After how many deliveries each worker gives the lane back. */
  atOnce: fc.array(fc.integer({ min: 1, max: 4 }), { minLength: 2, maxLength: 3 }),
  replayed: fc.array(fc.integer({ min: 1, max: 10 }), { maxLength: 6 }),
});

type Workers = typeof workers extends fc.Arbitrary<infer Plan> ? Plan : never;

const delivered = (delivery: Delivery): Delivery => ({ ...delivery, status: 'delivered' });

/**
 * Publishes into one lane while workers take it, advance, give it back and end it, and while deliveries are asked for again. No
 * worker loses a lane that it holds, and each delivery is made once for each time it was queued.
 */
export const workAtOnce = async (
  { feed, deliveries }: FeedUnderTest,
  { entries, atOnce, replayed }: Workers,
): Promise<void> => {
  const lane = { endpointId: 'whe_1', portRequestId: 'prt_1' };
  const far = standingAt.add({ hours: 2 });
  const queued = new Map<number, number>();
  const made = new Map<number, number>();
  const count = (of: Map<number, number>, position: number) => of.set(position, (of.get(position) ?? 0) + 1);
  let left = 2;

  const publish = async () => {
    for (let sequence = 1; sequence <= entries; sequence += 1) {
      const entry = entriesOf('prt_1', sequence, sequence);
      const publication = publicationOf(tenant, sequence - 1, entry, [anEndpoint('whe_1')]);
      expect(await feed.append(publication)).toBe('appended');
      count(queued, sequence);
    }
    left -= 1;
  };

  const replay = async () => {
    for (const position of replayed) {
      const delivery = await deliveries.find('whe_1', position);
      if (delivery?.status !== 'delivered') continue;
      // One whose worker has not taken it off its lane yet is refused, and was not queued.
      const again = await deliveries.again(delivery, tenant, standingAt).catch((error: unknown) => {
        if (error instanceof UnavailableError) return undefined;
        throw error;
      });
      if (again !== undefined) count(queued, position);
    }
    left -= 1;
  };

  const makeOne = async (holder: string, position: number): Promise<readonly number[]> => {
    const delivery = await deliveries.find('whe_1', position);
    if (delivery === undefined) throw new Error(`No delivery at ${position}`);
    await deliveries.write(delivered(delivery));
    const waiting = await deliveries.advance(lane, holder, position);
    if (waiting === undefined) throw new Error(`${holder} lost the lane`);
    count(made, position);
    return waiting;
  };

  const work = async (most: number, worker: number) => {
    for (let turn = 1; ; turn += 1) {
      const isOver = left === 0;
      const holder = `wrk_${worker}_${turn}`;
      const held = await deliveries.take(lane, holder, {
        now: standingAt,
        until: standingAt.add({ hours: 1 }),
      });
      let waiting = held?.waiting ?? [];
      for (let done = 0; waiting[0] !== undefined && done < most; done += 1)
        waiting = await makeOne(holder, waiting[0]);
      if (waiting.length > 0) await deliveries.release(lane, holder, standingAt);
      if (isOver && (await deliveries.dueLanes(far, { limit: 1, after: undefined })).length === 0) return;
    }
  };

  await Promise.all([publish(), replay(), ...atOnce.map(work)]);
  expect(made).toEqual(queued);
  expect(await deliveries.list('whe_1', { limit: 100, before: undefined })).toHaveLength(entries);
};
