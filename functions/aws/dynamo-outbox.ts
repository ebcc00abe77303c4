import { ConditionalCheckFailedException, UpdateItemCommand } from '@aws-sdk/client-dynamodb';
import type { Temporal } from 'temporal-polyfill';
import { toInstantText } from '../calendar/clock.ts';
import type { Outbox } from '../lifecycle/outbox.ts';
import type { HistoryEntry } from '../port-request/history.ts';
import {
  entryIn,
  type Item,
  keyIn,
  keys,
  queryItems,
  readItems,
  sequenceText,
  type Table,
  text,
  textIn,
} from './dynamo-items.ts';
import { type Pause, pauseAtRandom } from './dynamo-pause.ts';

/** The index partition of everything unhandled; it is empty but for moments, so that one is enough. */
const unhandledKey = 'OUTBOX';

const writtenKey = (
  { portRequestId, sequence }: Pick<HistoryEntry, 'portRequestId' | 'sequence'>,
  writtenAt: Temporal.Instant,
) => text(`${toInstantText(writtenAt)}#${portRequestId}#${sequenceText(sequence)}`);

/** What an entry carries until it was handled; it sorts by when it was written, then as its request's history does. */
export const outboxAttributes = (entry: HistoryEntry, writtenAt: Temporal.Instant): Item => ({
  outboxKey: text(unhandledKey),
  writtenKey: writtenKey(entry, writtenAt),
});

/** The outbox: an index over the history entries that still carry its keys. */
export const dynamoOutbox = ({
  client,
  table,
  pause = pauseAtRandom,
}: Table & { readonly pause?: Pause }): Outbox => ({
  unhandled: async (writtenBefore, limit) => {
    const pages = queryItems(
      { client, table },
      {
        IndexName: 'outbox',
        KeyConditionExpression: 'outboxKey = :outbox AND writtenKey < :before',
        ExpressionAttributeValues: {
          ':outbox': text(unhandledKey),
          ':before': text(toInstantText(writtenBefore)),
        },
        Limit: limit,
      },
    );
    const found: HistoryEntry[] = [];
    for await (const page of pages) {
      // An index lags behind: what was handled meanwhile still stands in it.
      const left = (await readItems({ client, table }, page.map(keyIn), pause)).filter(
        (item) => item['writtenKey'] !== undefined,
      );
      found.push(
        ...left
          .toSorted((one, other) => (textIn(one, 'writtenKey') < textIn(other, 'writtenKey') ? -1 : 1))
          .map(entryIn),
      );
      if (found.length >= limit) break;
    }
    return found.slice(0, limit);
  },
  postpone: async (entry, until) => {
    const { portRequestId, sequence } = entry;
    try {
      await client.send(
        new UpdateItemCommand({
          TableName: table,
          Key: keys.entry(portRequestId, sequence),
          UpdateExpression: 'SET writtenKey = :behind',
          // Handled meanwhile, it is not to come back.
          ConditionExpression: 'attribute_exists(outboxKey)',
          ExpressionAttributeValues: { ':behind': writtenKey(entry, until) },
        }),
      );
    } catch (error) {
      if (!(error instanceof ConditionalCheckFailedException)) throw error;
    }
  },
  handled: async ({ portRequestId, sequence }) => {
    try {
      await client.send(
        new UpdateItemCommand({
          TableName: table,
          Key: keys.entry(portRequestId, sequence),
          UpdateExpression: 'REMOVE outboxKey, writtenKey',
          // Without it an entry that is not there would become an empty one, and each of many could take itself for the first.
          ConditionExpression: 'attribute_exists(outboxKey)',
        }),
      );
      return true;
    } catch (error) {
      if (error instanceof ConditionalCheckFailedException) return false;
      throw error;
    }
  },
});
