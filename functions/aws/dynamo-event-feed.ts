import type { TransactWriteItem } from '@aws-sdk/client-dynamodb';
import type { Now } from '../calendar/clock.ts';
import { type EventFeed, type Publication, type PublishedEvent, withoutGap } from '../events/event-feed.ts';
import type { FeedEvent } from '../events/feed-event.ts';
import { UnavailableError } from '../problems/unavailable-error.ts';
import type { NewDelivery } from '../webhooks/delivery.ts';
import { deliveryItem } from './dynamo-deliveries.ts';
import {
  type Item,
  keys,
  number,
  numberIn,
  partitionOfFeed,
  queryItems,
  readItem,
  type Table,
  text,
  textIn,
} from './dynamo-items.ts';
import { laneAppend } from './dynamo-lanes.ts';
import { maxTries, type Pause, pauseAtRandom } from './dynamo-pause.ts';
import { type GuardedAction, transact } from './dynamo-transaction.ts';
import { endpointsPut } from './dynamo-webhook-endpoints.ts';

/** What an action relies on: that nobody wrote since it was read, or that its item is new because of that; or on nothing. */
type Action = GuardedAction<'as read' | 'written once' | 'nothing'>;

/** A count in an item of its own, good only where it still is what was read; none stands for 0. */
const countPut = (table: string, item: Item, name: string, read: number): TransactWriteItem => ({
  Put: {
    TableName: table,
    Item: item,
    ...(read === 0
      ? { ConditionExpression: 'attribute_not_exists(pk)' }
      : {
          ConditionExpression: '#count = :read',
          ExpressionAttributeNames: { '#count': name },
          ExpressionAttributeValues: { ':read': number(read) },
        }),
  },
});

const putOnce = (table: string, item: Item): Action => ({
  guards: 'written once',
  action: { Put: { TableName: table, Item: item, ConditionExpression: 'attribute_not_exists(pk)' } },
});

/** One action for each lane, since a transaction may touch an item once. */
const laneActions = (table: string, tenant: string, deliveries: readonly NewDelivery[]): readonly Action[] =>
  [...Map.groupBy(deliveries, (delivery) => JSON.stringify(keys.lane(delivery))).values()].flatMap((sent) => {
    const [first] = sent;
    if (first === undefined) return [];
    const positions = sent.map(({ position }) => position);
    const update = laneAppend(table, first, { tenant, positions, dueAt: first.dueAt });
    return [{ guards: 'nothing', action: { Update: update } }];
  });

/**
 * All that a publication writes. At most 100 actions fit: eight entries to five endpoints are 8 events, 40 deliveries and
 * 5 lanes, beside the end of the feed and how far the request is published.
 */
const actionsOf = (
  { table, wallClock }: { readonly table: string; readonly wallClock: Now },
  { tenant, head, events, request, deliveries, endpoints }: Publication,
): readonly Action[] => {
  const headItem = { ...keys.feedHead(tenant), head: number(head + events.length) };
  const asRead = [
    countPut(table, headItem, 'head', head),
    ...(request === undefined
      ? []
      : [
          countPut(
            table,
            { ...keys.published(request.id), publishedThrough: number(request.throughAfter) },
            'publishedThrough',
            request.through,
          ),
        ]),
    ...(endpoints === undefined ? [] : [endpointsPut(table, endpoints)]),
  ];
  return [
    ...asRead.map((action) => ({ guards: 'as read' as const, action })),
    // Under another name than history entries have theirs: the relay reads off the stream whatever has an `entry`.
    ...events.map((event, index) =>
      putOnce(table, { ...keys.feedEvent(tenant, head + index + 1), event: text(JSON.stringify(event)) }),
    ),
    ...deliveries.map(({ dueAt: _, ...delivery }) => putOnce(table, deliveryItem(delivery, wallClock()))),
    ...laneActions(table, tenant, deliveries),
  ];
};

const publishedIn = (item: Item): PublishedEvent => {
  const event: FeedEvent = JSON.parse(textIn(item, 'event'));
  const [, digits] = textIn(item, 'sk').split('#');
  return { position: Number(digits), event };
};

type FeedTable = Table & {
  readonly wallClock: Now;
  readonly pause?: Pause;
};

/**
 * The feeds, an item for each event and one for the end of each feed. Positions have no gap, since whoever adds writes the end
 * under the condition that it is where it was read, in one transaction with the events after it.
 */
export const dynamoEventFeed = ({
  client,
  table,
  wallClock,
  pause = pauseAtRandom,
}: FeedTable): EventFeed => {
  const countIn = async (key: Item, name: string): Promise<number> => {
    const item = await readItem({ client, table }, key);
    return item === undefined ? 0 : numberIn(item, name);
  };

  return {
    // Not read at one moment, and need not be: each is a condition of what is added.
    state: async (tenant, portRequestId) => {
      const [head, through] = await Promise.all([
        countIn(keys.feedHead(tenant), 'head'),
        portRequestId === undefined ? 0 : countIn(keys.published(portRequestId), 'publishedThrough'),
      ]);
      return { head, through };
    },
    append: async (publication) => {
      for (let tries = 1; ; tries += 1) {
        const outcome = await transact(client, actionsOf({ table, wallClock }, publication));
        if (outcome.kind === 'written') return 'appended';
        if (outcome.broken.has('as read')) return 'overtaken';
        // An event or delivery that is there beyond the end of the feed was written by no publication.
        if (outcome.broken.size > 0) throw outcome.error;
        // Two met on one item, as on a lane that is being worked on: nobody wrote, and the same may be written now.
        if (tries >= maxTries) throw new UnavailableError('The feed could not be written');
        await pause(tries);
      }
    },
    // A query is no snapshot: while a publication is being written it may see some of its events and not those before them.
    // Those are left out, so that no reader goes on from behind an event it has not seen.
    read: async (tenant, after, limit) => {
      const pages = queryItems(
        { client, table },
        {
          KeyConditionExpression: 'pk = :feed AND sk BETWEEN :first AND :last',
          ExpressionAttributeValues: {
            ':feed': text(partitionOfFeed(tenant)),
            ':first': keys.feedEvent(tenant, after + 1).sk,
            ':last': keys.feedEvent(tenant, after + limit).sk,
          },
          ConsistentRead: true,
        },
      );
      const found: PublishedEvent[] = [];
      for await (const page of pages) found.push(...page.map(publishedIn));
      return withoutGap(found, after);
    },
  };
};
