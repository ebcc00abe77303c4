import { ConditionalCheckFailedException, UpdateItemCommand } from '@aws-sdk/client-dynamodb';
import type { Temporal } from 'temporal-polyfill';
import { toInstantText } from '../calendar/clock.ts';
import type { Outbox } from '../lifecycle/outbox.ts';
import type { HistoryEntry } from '../port-request/history.ts';
import { type Item, keys, queryItems, readItems, type Table, text, textIn } from './dynamo-items.ts';
import { type Pause, pauseAtRandom } from './dynamo-pause.ts';

/** The index partition of everything unhandled; it is empty but for moments, so that one is enough. */
const unhandledKey = 'OUTBOX';

/** What an entry carries until it was handled; it sorts by when it was written, then as its request's history does. */
export const outboxAttributes = (entry: HistoryEntry, writtenAt: Temporal.Instant): Item => ({
  outboxKey: text(unhandledKey),
  writtenKey: text(
    `${toInstantText(writtenAt)}#${entry.portRequestId}#${String(entry.sequence).padStart(6, '0')}`,
  ),
});

const entryIn = (item: Item): HistoryEntry => {
  const entry: HistoryEntry = JSON.parse(textIn(item, 'entry'));
  return entry;
};

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
      const wanted = page.map((item) => ({
        pk: text(textIn(item, 'pk')),
        sk: text(textIn(item, 'sk')),
      }));
      // An index lags behind: what was handled meanwhile still stands in it.
      const left = (await readItems({ client, table }, wanted, pause)).filter(
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
  handled: async ({ portRequestId, sequence }) => {
    try {
      await client.send(
        new UpdateItemCommand({
          TableName: table,
          Key: keys.entry(portRequestId, sequence),
          UpdateExpression: 'REMOVE outboxKey, writtenKey',
          // Without it an entry that is not there would become an empty one.
          ConditionExpression: 'attribute_exists(pk)',
        }),
      );
    } catch (error) {
      if (!(error instanceof ConditionalCheckFailedException)) throw error;
    }
  },
});
