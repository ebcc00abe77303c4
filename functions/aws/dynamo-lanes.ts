import {
  ConditionalCheckFailedException,
  DeleteItemCommand,
  type TransactWriteItem,
  UpdateItemCommand,
} from '@aws-sdk/client-dynamodb';
import type { Temporal } from 'temporal-polyfill';
import { type InstantText, toInstantText } from '../calendar/clock.ts';
import type { Deliveries, DueLane } from '../webhooks/deliveries.ts';
import type { Lane } from '../webhooks/delivery.ts';
import { type Item, keys, number, queryItems, type Table, text, textIn } from './dynamo-items.ts';

/** The index partition of every lane: each has something to send from some moment on. */
const lanesKey = text('LANE');

const placeOf = ({ dueAt, endpointId, portRequestId }: DueLane): string =>
  `${dueAt}#${endpointId}#${portRequestId}`;

const dueLaneIn = (item: Item): DueLane => {
  const [dueAt = '', endpointId = '', portRequestId = ''] = textIn(item, 'laneDueKey').split('#');
  return { dueAt, endpointId, portRequestId };
};

/** After the place of every lane that is due at an instant or before it: `$` comes after `#`. */
const endOf = (instant: Temporal.Instant) => text(`${toInstantText(instant)}$`);

/** Where a lane stands in the index while it is due from an instant on. */
export const dueFrom = (lane: Lane, dueAt: InstantText) => text(placeOf({ ...lane, dueAt }));

/** The positions that wait in a lane, the next one first. */
export const waitingIn = (item: Item | undefined): readonly number[] =>
  (item?.['waiting']?.L ?? []).map(({ N: digits }) => Number(digits));

const positionList = (positions: readonly number[]) => ({ L: positions.map(number) });

/**
 * Puts positions at the end of a lane, as part of a transaction. One that is not there is made, due at once; when another is
 * due, and who holds it, stays as it is: what is put behind a delivery that is to be tried again waits for it.
 */
export const laneAppend = (
  table: string,
  lane: Lane,
  {
    tenant,
    positions,
    dueAt,
  }: { readonly tenant: string; readonly positions: readonly number[]; readonly dueAt: InstantText },
): NonNullable<Required<TransactWriteItem>['Update']> => ({
  TableName: table,
  Key: keys.lane(lane),
  UpdateExpression:
    'SET waiting = list_append(if_not_exists(waiting, :none), :positions), tenant = :tenant, laneKey = :lanes, laneDueKey = if_not_exists(laneDueKey, :due)',
  ExpressionAttributeValues: {
    ':none': positionList([]),
    ':positions': positionList(positions),
    ':tenant': text(tenant),
    ':lanes': lanesKey,
    ':due': dueFrom(lane, dueAt),
  },
});

/** The answer of a write under a condition; where that did not hold, the item that stands there, which may be none. */
const ifHolds = async <Answer>(
  write: Promise<Answer>,
): Promise<{ readonly answer: Answer } | { readonly stands: Item | undefined }> => {
  try {
    return { answer: await write };
  } catch (error) {
    if (!(error instanceof ConditionalCheckFailedException)) throw error;
    return { stands: error.Item };
  }
};

/**
 * The lanes, one item each for as long as something waits in it. Every write is one of this item alone and says what it relies on,
 * so that two follow each other in some order and none is lost. What meets what:
 *
 * - Two take: the first makes it due later, so that the second finds it not due.
 * - Something is appended to a lane that is held: it stands last. The holder is told of it with its next `advance`.
 * - Something is appended before the last delivery is taken off: the lane is only deleted with exactly that one in it, so that
 *   it stays, and the holder goes on with what came.
 * - Something is appended after that: it makes a new lane, which nobody holds, due at once.
 * - Something is appended to a lane that is given back: one writes the list, the other the holder and the moment.
 * - A holder whose time is up meets the next one: whatever it does asks for its own name, and changes nothing.
 * - The answer to a write got lost and the client sends it again: a lane that is mine already is taken; a position that is gone
 *   from a lane of mine was taken off by me.
 */
export const dynamoLanes = ({
  client,
  table,
}: Table): Pick<Deliveries, 'dueLanes' | 'take' | 'advance' | 'release'> => {
  /** Takes the only delivery off, and the lane with it. */
  const deleteWithLast = (lane: Lane, holder: string, position: number) =>
    ifHolds(
      client.send(
        new DeleteItemCommand({
          TableName: table,
          Key: keys.lane(lane),
          ConditionExpression: 'holder = :holder AND waiting = :only',
          ExpressionAttributeValues: { ':holder': text(holder), ':only': positionList([position]) },
          ReturnValuesOnConditionCheckFailure: 'ALL_OLD',
        }),
      ),
    );

  const takeOffFirst = (lane: Lane, holder: string, position: number) =>
    ifHolds(
      client.send(
        new UpdateItemCommand({
          TableName: table,
          Key: keys.lane(lane),
          UpdateExpression: 'REMOVE waiting[0]',
          ConditionExpression: 'holder = :holder AND waiting[0] = :position',
          ExpressionAttributeValues: { ':holder': text(holder), ':position': number(position) },
          ReturnValues: 'ALL_NEW',
          ReturnValuesOnConditionCheckFailure: 'ALL_OLD',
        }),
      ),
    );

  return {
    // An index lags behind: a lane may not be due any more, and whoever comes to take it finds that out.
    dueLanes: async (until, { limit, after }) => {
      const pages = queryItems(
        { client, table },
        {
          IndexName: 'webhook-due',
          KeyConditionExpression: 'laneKey = :lanes AND laneDueKey BETWEEN :first AND :last',
          ExpressionAttributeValues: {
            ':lanes': lanesKey,
            // `!` is the first character after the place itself.
            ':first': text(after === undefined ? '0' : `${placeOf(after)}!`),
            ':last': endOf(until),
          },
          Limit: limit,
        },
      );
      const found: DueLane[] = [];
      for await (const page of pages) {
        found.push(...page.map(dueLaneIn));
        if (found.length >= limit) break;
      }
      return found.slice(0, limit);
    },
    take: async (lane, holder, { now, until }) => {
      const taken = await ifHolds(
        client.send(
          new UpdateItemCommand({
            TableName: table,
            Key: keys.lane(lane),
            UpdateExpression: 'SET holder = :holder, laneDueKey = :until',
            ConditionExpression: 'laneDueKey < :now OR holder = :holder',
            ExpressionAttributeValues: {
              ':holder': text(holder),
              ':until': dueFrom(lane, toInstantText(until)),
              ':now': endOf(now),
            },
            ReturnValues: 'ALL_NEW',
          }),
        ),
      );
      if ('stands' in taken) return undefined;
      const { Attributes: held = {} } = taken.answer;
      return { tenant: textIn(held, 'tenant'), waiting: waitingIn(held) };
    },
    advance: async (lane, holder, position) => {
      // Most lanes have one: it is tried first, so that no lane is ever left with none.
      const deleted = await deleteWithLast(lane, holder, position);
      if (!('stands' in deleted)) return [];
      const isMine = ({ stands }: { readonly stands: Item | undefined }) => stands?.['holder']?.S === holder;
      if (!isMine(deleted) || waitingIn(deleted.stands)[0] !== position) return undefined;
      const left = await takeOffFirst(lane, holder, position);
      if (!('stands' in left)) return waitingIn(left.answer.Attributes);
      return isMine(left) ? waitingIn(left.stands) : undefined;
    },
    release: async (lane, holder, at) => {
      await ifHolds(
        client.send(
          new UpdateItemCommand({
            TableName: table,
            Key: keys.lane(lane),
            UpdateExpression: 'SET laneDueKey = :due REMOVE holder',
            ConditionExpression: 'holder = :holder',
            ExpressionAttributeValues: {
              ':holder': text(holder),
              ':due': dueFrom(lane, toInstantText(at)),
            },
          }),
        ),
      );
    },
  };
};
