import { PutItemCommand, type TransactWriteItem } from '@aws-sdk/client-dynamodb';
import type { Temporal } from 'temporal-polyfill';
import { type Now, toInstantText } from '../calendar/clock.ts';
import { UnavailableError } from '../problems/unavailable-error.ts';
import type { Deliveries } from '../webhooks/deliveries.ts';
import { type Delivery, dueNow, sentAgain } from '../webhooks/delivery.ts';
import {
  type Item,
  keys,
  lastPosition,
  number,
  partitionOfEndpoint,
  queryItems,
  readItem,
  type Table,
  text,
  textIn,
} from './dynamo-items.ts';
import { dueFrom, dynamoLanes, laneAppend, waitingIn } from './dynamo-lanes.ts';
import { maxTries, type Pause, pauseAtRandom } from './dynamo-pause.ts';
import { transact } from './dynamo-transaction.ts';

/** How long a delivery that is done stays in the log of its endpoint, in hours: 30 days. */
const keptHours = 30 * 24;

/** A delivery as its item. One that is done says from when on it may be deleted; nothing relies on that it is. */
export const deliveryItem = (delivery: Delivery, now: Temporal.Instant): Item => ({
  ...keys.delivery(delivery.endpointId, delivery.position),
  delivery: text(JSON.stringify(delivery)),
  ...(delivery.status === 'pending'
    ? {}
    : { deleteAfter: number(Math.floor(now.add({ hours: keptHours }).epochMilliseconds / 1000)) }),
});

const deliveryIn = (item: Item): Delivery => {
  const delivery: Delivery = JSON.parse(textIn(item, 'delivery'));
  return delivery;
};

type DeliveryTable = Table & {
  /** Deliveries that are done are deleted by it. */
  readonly wallClock: Now;
  readonly pause?: Pause;
};

/** Deliveries and their lanes, one item each below their endpoint. */
export const dynamoDeliveries = ({
  client,
  table,
  wallClock,
  pause = pauseAtRandom,
}: DeliveryTable): Deliveries => {
  /** Writes a delivery and its lane, both or none, unless the delivery was written since it was read. Undefined: nothing was written. */
  const writeWithLane = async (
    read: Item | undefined,
    delivery: Delivery,
    lane: NonNullable<Required<TransactWriteItem>['Update']>,
  ): Promise<Delivery | undefined> => {
    const asRead =
      read === undefined
        ? { ConditionExpression: 'attribute_not_exists(pk)' }
        : {
            ConditionExpression: 'delivery = :read',
            ExpressionAttributeValues: { ':read': text(textIn(read, 'delivery')) },
          };
    const { kind } = await transact(client, [
      {
        guards: 'as read',
        action: { Put: { TableName: table, Item: deliveryItem(delivery, wallClock()), ...asRead } },
      },
      { guards: 'as read', action: { Update: lane } },
    ]);
    return kind === 'written' ? delivery : undefined;
  };

  /** Makes a lane due at an instant, with what that means for a delivery in it; undefined where either has moved on since. */
  const makeDue = (
    { read, lane }: { readonly read: Item | undefined; readonly lane: Item | undefined },
    delivery: Delivery,
    now: Temporal.Instant,
  ): Promise<Delivery | undefined> => {
    const first = waitingIn(lane)[0] ?? delivery.position;
    return writeWithLane(read, first === delivery.position ? dueNow(delivery, now) : delivery, {
      TableName: table,
      Key: keys.lane(delivery),
      UpdateExpression: 'SET laneDueKey = :now',
      ConditionExpression:
        'attribute_not_exists(holder) AND waiting[0] = :first AND contains(waiting, :position)',
      ExpressionAttributeValues: {
        ':now': dueFrom(delivery, toInstantText(now)),
        ':first': number(first),
        ':position': number(delivery.position),
      },
    });
  };

  return {
    ...dynamoLanes({ client, table }),
    find: async (endpointId, position) => {
      const item = await readItem({ client, table }, keys.delivery(endpointId, position));
      return item && deliveryIn(item);
    },
    write: async (delivery) => {
      await client.send(new PutItemCommand({ TableName: table, Item: deliveryItem(delivery, wallClock()) }));
    },
    list: async (endpointId, { limit, before }) => {
      const last = before === undefined ? lastPosition : before - 1;
      const pages = queryItems(
        { client, table },
        {
          KeyConditionExpression: 'pk = :endpoint AND sk BETWEEN :first AND :last',
          ExpressionAttributeValues: {
            ':endpoint': text(partitionOfEndpoint(endpointId)),
            ':first': keys.delivery(endpointId, 0).sk,
            ':last': keys.delivery(endpointId, last).sk,
          },
          ScanIndexForward: false,
          ConsistentRead: true,
          Limit: limit,
        },
      );
      const found: Delivery[] = [];
      for await (const page of pages) {
        found.push(...page.map(deliveryIn));
        if (found.length >= limit) break;
      }
      return found.slice(0, limit);
    },
    again: async (asked, tenant, now) => {
      const { endpointId, position } = asked;
      for (let tries = 1; ; tries += 1) {
        // Read anew: attempts that were made since it was asked for are not to be forgotten.
        const read = await readItem({ client, table }, keys.delivery(endpointId, position));
        const lane = await readItem({ client, table }, keys.lane(asked));
        const delivery = read === undefined ? asked : deliveryIn(read);
        let after: Delivery | undefined;
        if (!waitingIn(lane).includes(position)) {
          const append = { tenant, positions: [position], dueAt: toInstantText(now) };
          after = await writeWithLane(read, sentAgain(delivery), laneAppend(table, asked, append));
          // Done, and not yet taken off: what is asked for now would go with it. It is looked at again.
        } else if (delivery.status === 'pending') {
          after = lane?.['holder'] === undefined ? await makeDue({ read, lane }, delivery, now) : delivery;
        }
        if (after !== undefined) return after;
        if (tries >= maxTries) throw new UnavailableError(`A lane of ${endpointId} is written too often`);
        await pause(tries);
      }
    },
  };
};
