import { Temporal } from 'temporal-polyfill';
import { describe, expect, test } from 'vitest';
import type { Now } from '../../functions/calendar/clock.ts';
import type { EventFeed, Publication } from '../../functions/events/event-feed.ts';
import { endpointDisabled } from '../../functions/events/feed-event.ts';
import { firstPreviousHash, type HistoryEntry } from '../../functions/port-request/history.ts';
import type { RememberedAnswers } from '../../functions/remembered-answers.ts';
import type { Deliveries } from '../../functions/webhooks/deliveries.ts';
import { newDeliveriesOf } from '../../functions/webhooks/delivery.ts';
import { newEndpoint, type WebhookEndpoint } from '../../functions/webhooks/webhook-endpoint.ts';
import type { WebhookEndpoints } from '../../functions/webhooks/webhook-endpoints.ts';

/** A feed under test with what is written together with it, empty, by a clock that stands still. */
export type FeedUnderTest = {
  readonly feed: EventFeed;
  readonly endpoints: WebhookEndpoints;
  readonly deliveries: Deliveries;
  readonly answers: RememberedAnswers;
};

export type MakeFeed = (now: Now) => Promise<FeedUnderTest>;

export const standingAt = Temporal.Instant.from('2026-04-14T07:00:00Z');

/** The entries of a request from one sequence to another. */
export const entriesOf = (
  portRequestId: string,
  from: number,
  to: number,
  type: HistoryEntry['type'] = 'port_request.noted',
): readonly HistoryEntry[] =>
  Array.from({ length: to - from + 1 }, (_, index) => ({
    sequence: from + index,
    id: `evt_${portRequestId}_${from + index}`,
    type,
    occurredAt: '2026-04-14T07:00:00Z',
    portRequestId,
    status: 'submitted' as const,
    previousStatus: null,
    actor: { kind: 'reseller' as const, id: 'user-7' },
    attempt: 1,
    data: { visibility: 'shared' },
    previousHash: firstPreviousHash,
    hash: firstPreviousHash,
  }));

export const anEndpoint = (id: string, overrides: Partial<WebhookEndpoint> = {}): WebhookEndpoint => ({
  ...newEndpoint(
    {
      id,
      url: 'https://portal.example/hooks',
      types: ['*'],
      contactEmail: 'it@portal.example',
      language: 'nl',
    },
    standingAt,
  ),
  ...overrides,
});

/** Entries of one request, published after `head`. */
export const publicationOf = (
  tenant: string,
  head: number,
  entries: readonly HistoryEntry[],
  endpoints: readonly WebhookEndpoint[] = [],
): Publication => {
  const [first] = entries;
  const last = entries.at(-1);
  if (first === undefined || last === undefined) throw new Error('Nothing is published');
  return {
    tenant,
    head,
    events: entries,
    request: { id: first.portRequestId, through: first.sequence - 1, throughAfter: last.sequence },
    deliveries: newDeliveriesOf(endpoints, entries, head, '2026-04-14T07:00:00Z'),
  };
};

/** What every event feed promises. */
export const describeEventFeed = (name: string, makeFeed: MakeFeed): void => {
  const begin = () => makeFeed(() => standingAt);

  describe(`${name}: an event feed`, () => {
    test('is empty at first', async () => {
      const { feed } = await begin();
      expect(await feed.state('acme', 'prt_1')).toEqual({ head: 0, through: 0 });
      expect(await feed.read('acme', 0, 100)).toEqual([]);
    });

    test('gives positions in the order of writing, and knows how far each request stands in it', async () => {
      const { feed } = await begin();
      const first = entriesOf('prt_1', 1, 3);
      const second = entriesOf('prt_2', 1, 1);
      const third = entriesOf('prt_1', 4, 4);
      expect(await feed.append(publicationOf('acme', 0, first))).toBe('appended');
      expect(await feed.append(publicationOf('acme', 3, second))).toBe('appended');
      expect(await feed.append(publicationOf('acme', 4, third))).toBe('appended');
      expect(await feed.state('acme', 'prt_1')).toEqual({ head: 5, through: 4 });
      expect(await feed.state('acme', 'prt_2')).toEqual({ head: 5, through: 1 });
      expect(await feed.state('acme', undefined)).toEqual({ head: 5, through: 0 });
      expect(await feed.read('acme', 0, 100)).toEqual(
        [...first, ...second, ...third].map((event, index) => ({ position: index + 1, event })),
      );
    });

    test('is read in pages from any position', async () => {
      const { feed } = await begin();
      await feed.append(publicationOf('acme', 0, entriesOf('prt_1', 1, 7)));
      const positionsAfter = async (after: number, limit: number) =>
        (await feed.read('acme', after, limit)).map(({ position }) => position);
      expect(await positionsAfter(0, 3)).toEqual([1, 2, 3]);
      expect(await positionsAfter(3, 3)).toEqual([4, 5, 6]);
      expect(await positionsAfter(6, 3)).toEqual([7]);
      expect(await positionsAfter(7, 3)).toEqual([]);
      expect(await positionsAfter(100, 3)).toEqual([]);
    });

    test('is each tenant’s own', async () => {
      const { feed } = await begin();
      await feed.append(publicationOf('acme', 0, entriesOf('prt_1', 1, 1)));
      await feed.append(publicationOf('acme/2 #é', 0, entriesOf('prt_2', 1, 2)));
      expect((await feed.read('acme', 0, 100)).map(({ event }) => event.portRequestId)).toEqual(['prt_1']);
      expect(await feed.state('acme/2 #é', 'prt_2')).toEqual({ head: 2, through: 2 });
      expect(await feed.state('other', 'prt_9')).toEqual({ head: 0, through: 0 });
    });

    test('is not written where it has moved on', async () => {
      const { feed, deliveries } = await begin();
      const endpoints = [anEndpoint('whe_1')];
      await feed.append(publicationOf('acme', 0, entriesOf('prt_1', 1, 1)));
      const second = entriesOf('prt_2', 1, 1);
      expect(await feed.append(publicationOf('acme', 0, second, endpoints))).toBe('overtaken');
      expect(await feed.append(publicationOf('acme', 2, second, endpoints))).toBe('overtaken');
      expect(await feed.state('acme', 'prt_2')).toEqual({ head: 1, through: 0 });
      expect(await deliveries.list('whe_1', { limit: 10, before: undefined })).toEqual([]);
      expect(await feed.append(publicationOf('acme', 1, second, endpoints))).toBe('appended');
    });

    test('takes no entry of a request twice', async () => {
      const { feed } = await begin();
      await feed.append(publicationOf('acme', 0, entriesOf('prt_1', 1, 2)));
      expect(await feed.append(publicationOf('acme', 2, entriesOf('prt_1', 1, 2)))).toBe('overtaken');
      expect(await feed.append(publicationOf('acme', 2, entriesOf('prt_1', 2, 3)))).toBe('overtaken');
      expect(await feed.append(publicationOf('acme', 2, entriesOf('prt_1', 4, 4)))).toBe('overtaken');
      expect(await feed.state('acme', 'prt_1')).toEqual({ head: 2, through: 2 });
    });

    test('takes the event of an endpoint together with the change of it, or neither', async () => {
      const { feed, endpoints } = await begin();
      const none = await endpoints.of('acme');
      await endpoints.write({ before: none, after: [anEndpoint('whe_1')] });
      const before = await endpoints.of('acme');
      const event = endpointDisabled('whe_1', { id: 'evt_1', occurredAt: '2026-04-14T07:00:00Z' });
      const after = [anEndpoint('whe_1', { status: 'disabled', disabledAtPosition: 1 })];
      const disabling = { tenant: 'acme', head: 0, events: [event], request: undefined, deliveries: [] };
      expect(await feed.append({ ...disabling, endpoints: { before: none, after } })).toBe('overtaken');
      expect(await feed.read('acme', 0, 10)).toEqual([]);
      expect(await feed.append({ ...disabling, endpoints: { before, after } })).toBe('appended');
      expect(await feed.read('acme', 0, 10)).toEqual([{ position: 1, event }]);
      expect(await endpoints.of('acme')).toEqual({ tenant: 'acme', version: 2, endpoints: after });
      expect(await endpoints.tenantOf('whe_1')).toBe('acme');
    });

    test('takes eight entries with what five endpoints are sent of them at once', async () => {
      const { feed, deliveries } = await begin();
      const endpoints = [1, 2, 3, 4, 5].map((number) => anEndpoint(`whe_${number}`));
      expect(await feed.append(publicationOf('acme', 0, entriesOf('prt_1', 1, 8), endpoints))).toBe(
        'appended',
      );
      for (const { id } of endpoints) {
        const sent = await deliveries.list(id, { limit: 10, before: undefined });
        expect(sent.map(({ position }) => position)).toEqual([8, 7, 6, 5, 4, 3, 2, 1]);
      }
    });
  });
};
