import { ConditionalCheckFailedException, PutItemCommand, UpdateItemCommand } from '@aws-sdk/client-dynamodb';
import type { Temporal } from 'temporal-polyfill';
import { type Now, toInstantText } from '../calendar/clock.ts';
import { UnavailableError } from '../problems/unavailable-error.ts';
import type { Deliveries } from '../webhooks/deliveries.ts';
import { type Delivery, sentAgain } from '../webhooks/delivery.ts';
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
  /** Makes a lane due at an instant, unless a worker is at it or the position is gone from it. Answers whether it did. */
  const makeDue = async (delivery: Delivery, now: Temporal.Instant): Promise<boolean> => {
    try {
      await client.send(
        new UpdateItemCommand({
          TableName: table,
          Key: keys.lane(delivery),
          UpdateExpression: 'SET laneDueKey = :now',
          ConditionExpression: 'attribute_not_exists(holder) AND contains(waiting, :position)',
          ExpressionAttributeValues: {
            ':now': dueFrom(delivery, toInstantText(now)),
            ':position': number(delivery.position),
          },
        }),
      );
      return true;
    } catch (error) {
      if (!(error instanceof ConditionalCheckFailedException)) throw error;
      return false;
    }
  };

  /**
   * Puts a delivery that is done at the end of its lane, unless it was written since it was read: whoever asked for it as well has
   * made it wait, and it stands in the lane already. Answers whether it did.
   */
  const enqueueAgain = async (
    { read, delivery }: { readonly read: Item | undefined; readonly delivery: Delivery },
    tenant: string,
    now: Temporal.Instant,
  ): Promise<boolean> => {
    const asRead =
      read === undefined
        ? { ConditionExpression: 'attribute_not_exists(pk)' }
        : {
            ConditionExpression: 'delivery = :read',
            ExpressionAttributeValues: { ':read': text(textIn(read, 'delivery')) },
          };
    const positions = [delivery.position];
    const dueAt = toInstantText(now);
    const { kind } = await transact(client, [
      {
        guards: 'as read',
        action: {
          Put: { TableName: table, Item: deliveryItem(sentAgain(delivery), wallClock()), ...asRead },
        },
      },
      { guards: 'as read', action: { Update: laneAppend(table, delivery, { tenant, positions, dueAt }) } },
    ]);
    return kind === 'written';
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
        if (waitingIn(lane).includes(position)) {
          // Done, and not yet taken off: what is asked for now would go with it. It is looked at again.
          const isDone = delivery.status !== 'pending';
          if (!isDone && (lane?.['holder'] !== undefined || (await makeDue(delivery, now)))) return 'pending';
        } else if (await enqueueAgain({ read, delivery }, tenant, now)) return 'queued';
        if (tries >= maxTries) throw new UnavailableError(`A lane of ${endpointId} is written too often`);
        await pause(tries);
      }
    },
  };
};
