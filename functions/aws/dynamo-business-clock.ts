import { PutItemCommand } from '@aws-sdk/client-dynamodb';
import { Temporal } from 'temporal-polyfill';
import { toInstantText } from '../calendar/clock.ts';
import { keys, readItem, type Table, text, textIn } from './dynamo-items.ts';

/** The business clock of a stage for trying things out: an instant that stands until it is moved. */
export type MovableClock = {
  /** Undefined: it was never moved. */
  readonly read: () => Promise<Temporal.Instant | undefined>;
  readonly moveTo: (instant: Temporal.Instant) => Promise<void>;
};

/** The business clock as an item of the records table, so that every function reads the same time. */
export const dynamoBusinessClock = ({ client, table }: Table): MovableClock => ({
  read: async () => {
    const item = await readItem({ client, table }, keys.businessClock);
    return item && Temporal.Instant.from(textIn(item, 'now'));
  },
  moveTo: async (instant) => {
    const item = { ...keys.businessClock, now: text(toInstantText(instant)) };
    await client.send(new PutItemCommand({ TableName: table, Item: item }));
  },
});
