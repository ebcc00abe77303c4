import { gunzipSync, gzipSync } from 'node:zlib';
import {
  type AttributeValue,
  BatchGetItemCommand,
  BatchWriteItemCommand,
  type DynamoDBClient,
  GetItemCommand,
  paginateQuery,
  type QueryCommandInput,
} from '@aws-sdk/client-dynamodb';
import type { MailKey } from '../correspondence/mail-ledger.ts';
import { ledgerTemplates } from '../correspondence/mail-template.ts';
import type { HistoryEntry } from '../port-request/history.ts';
import { UnavailableError } from '../problems/unavailable-error.ts';
import type { Lane } from '../webhooks/delivery.ts';
import { maxTries, type Pause } from './dynamo-pause.ts';

/** An item as the table holds it. */
export type Item = Record<string, AttributeValue>;

/** A client and the name of its table. */
export type Table = { readonly client: DynamoDBClient; readonly table: string };

/** A key of the records table. */
export type Key = { readonly pk: { readonly S: string }; readonly sk: { readonly S: string } };

const padded = (count: number, digits: number): string => String(count).padStart(digits, '0');

/** A sequence as part of a key: padded, so that histories sort as text. */
export const sequenceText = (sequence: number): string => padded(sequence, 6);

const key = (pk: string, sk: string): Key => ({ pk: { S: pk }, sk: { S: sk } });

/** Where everything of one request stands. */
export const partitionOf = (portRequestId: string): string => `PORT#${portRequestId}`;

/** Where a block of 1,000 numbers has its locks and its look-up items. */
export const partitionOfBlock = (block: string): string => `NUMBERS#${block}`;

/** Where the feed of a tenant stands: the end of it, and its events. */
export const partitionOfFeed = (tenant: string): string => `FEED#${tenant}`;

/** Where an endpoint for webhooks has its deliveries and their lanes. */
export const partitionOfEndpoint = (endpointId: string): string => `ENDPOINT#${endpointId}`;

/** The last position that a key has room for. */
export const lastPosition = 999_999_999_999;

const positionText = (position: number): string => padded(position, 12);

/** What look-up items of a block begin with; the id of a request that names a number of the block follows. */
export const lookUpPrefix = 'PORT#';

/** What the items of a request begin with that keep the data its attempts were submitted with. */
export const attemptPrefix = 'ATTEMPT#';

/** What the items of a request begin with that keep its enclosures. */
export const enclosurePrefix = 'ENCLOSURE#';

/** Where each thing is kept. The counts are padded, so that they sort as text. */
export const keys = {
  request: (id: string): Key => key(partitionOf(id), 'REQUEST'),
  entry: (id: string, sequence: number): Key => key(partitionOf(id), `EVENT#${sequenceText(sequence)}`),
  attempt: (id: string, attempt: number): Key =>
    key(partitionOf(id), `${attemptPrefix}${padded(attempt, 4)}`),
  enclosure: (id: string, sequence: number): Key =>
    key(partitionOf(id), `${enclosurePrefix}${sequenceText(sequence)}`),
  deskTask: (id: string, sequence: number): Key => key(partitionOf(id), `DESK#${sequenceText(sequence)}`),
  wait: (id: string, attempt: number): Key => key(partitionOf(id), `WAIT#${padded(attempt, 4)}`),
  mail: (id: string, sequence: number, template: string): Key =>
    key(partitionOf(id), `MAIL#${sequenceText(sequence)}#${template}`),
  startToken: (hash: string): Key => key(`START#${hash}`, 'TOKEN'),
  lock: (block: string): Key => key(partitionOfBlock(block), 'LOCK'),
  lookUp: (block: string, id: string): Key => key(partitionOfBlock(block), `${lookUpPrefix}${id}`),
  businessClock: key('CLOCK', 'NOW'),
  closedDays: key('CALENDAR', 'CLOSED_DAYS'),
  feedHead: (tenant: string): Key => key(partitionOfFeed(tenant), 'HEAD'),
  feedEvent: (tenant: string, position: number): Key =>
    key(partitionOfFeed(tenant), `EVENT#${positionText(position)}`),
  published: (id: string): Key => key(partitionOf(id), 'PUBLISHED'),
  tenantEndpoints: (tenant: string): Key => key(`TENANT#${tenant}`, 'WEBHOOK_ENDPOINTS'),
  endpoint: (endpointId: string): Key => key(partitionOfEndpoint(endpointId), 'ENDPOINT'),
  delivery: (endpointId: string, position: number): Key =>
    key(partitionOfEndpoint(endpointId), `DELIVERY#${positionText(position)}`),
  lane: ({ endpointId, portRequestId }: Lane): Key =>
    key(partitionOfEndpoint(endpointId), `LANE#${portRequestId}`),
} as const;

const missing = (item: Item, name: string): Error =>
  new Error(`Item ${item['pk']?.S} ${item['sk']?.S ?? ''} has no ${name}`);

/**
 * A text of an item. JSON texts are parsed without a check, because nothing but these adapters writes the table.
 * @throws Error for an item without it: a bug.
 */
export const textIn = (item: Item, name: string): string => {
  const text = item[name]?.S;
  if (text === undefined) throw missing(item, name);
  return text;
};

/** The key of an item that an index gave, to read the item by. @throws Error for an item without one: a bug. */
export const keyIn = (item: Item): Key => key(textIn(item, 'pk'), textIn(item, 'sk'));

/** The mail that a line of the ledger is about, by the key of its item. @throws Error for an item without one: a bug. */
export const mailKeyIn = (item: Item): MailKey => {
  const [, sequence, name] = textIn(item, 'sk').split('#');
  const template = ledgerTemplates.find((each) => each === name);
  if (template === undefined) throw missing(item, 'template');
  return {
    portRequestId: textIn(item, 'pk').slice(partitionOf('').length),
    sequence: Number(sequence),
    template,
  };
};

/** The history entry that an item keeps as it was hashed. @throws Error for an item without one: a bug. */
export const entryIn = (item: Item): HistoryEntry => {
  const entry: HistoryEntry = JSON.parse(textIn(item, 'entry'));
  return entry;
};

/** Longer texts are packed: an item holds 400 KB, and a request whose operator refused it at length may be longer. */
const longestPlainCharacters = 64 * 1024;

/** A text that may be long, as an attribute. Readable in the table unless it is very long; then it is packed (gzip). */
export const longText = (value: string): AttributeValue =>
  value.length <= longestPlainCharacters ? { S: value } : { B: gzipSync(value) };

/** A text written by `longText`. @throws Error for an item without it: a bug. */
export const longTextIn = (item: Item, name: string): string => {
  const packed = item[name]?.B;
  return packed === undefined ? textIn(item, name) : gunzipSync(packed).toString('utf8');
};

/** A number of an item. @throws Error for an item without it: a bug. */
export const numberIn = (item: Item, name: string): number => {
  const digits = item[name]?.N;
  if (digits === undefined) throw missing(item, name);
  return Number(digits);
};

/** A value as an attribute. */
export const text = (value: string) => ({ S: value });

/** A number as an attribute. */
export const number = (value: number) => ({ N: String(value) });

/** The longest keys that a table takes, in bytes. It answers longer ones with an error, and ids come from callers. */
const longestKeyBytes: Readonly<Record<string, number>> = { pk: 2048, sk: 1024 };

const isKeyOfNothing = (key: Item): boolean =>
  Object.entries(key).some(
    ([name, { S = '' }]) => Buffer.byteLength(S) > (longestKeyBytes[name] ?? Number.POSITIVE_INFINITY),
  );

/** One item, as the last write left it; undefined where there is none. */
export const readItem = async ({ client, table }: Table, key: Item): Promise<Item | undefined> => {
  if (isKeyOfNothing(key)) return undefined;
  const { Item: found } = await client.send(
    new GetItemCommand({ TableName: table, Key: key, ConsistentRead: true }),
  );
  return found;
};

const keysPerCall = 100;

/**
 * Many items as the last writes left them, in any order; those that are not there are left out. The table may give back
 * keys that it did not read in one go (16 MB, or throttled): they are asked for again.
 */
export const readItems = async (
  { client, table }: Table,
  wanted: readonly Key[],
  pause: Pause,
): Promise<readonly Item[]> => {
  const found: Item[] = [];
  for (let start = 0; start < wanted.length; start += keysPerCall) {
    let left: Item[] = wanted.slice(start, start + keysPerCall).map((each) => ({ ...each }));
    for (let fruitless = 0; left.length > 0; ) {
      const { Responses, UnprocessedKeys } = await client.send(
        new BatchGetItemCommand({ RequestItems: { [table]: { Keys: left, ConsistentRead: true } } }),
      );
      const items = Responses?.[table] ?? [];
      found.push(...items);
      left = UnprocessedKeys?.[table]?.Keys ?? [];
      fruitless = items.length > 0 ? 0 : fruitless + 1;
      if (left.length === 0) break;
      if (fruitless >= maxTries) throw new UnavailableError('The table does not read all that is asked for');
      if (fruitless > 0) await pause(fruitless);
    }
  }
  return found;
};

const itemsPerCall = 25;

/** Writes items that may be there already; those that the table did not take in one go are sent again. */
export const writeItems = async (
  { client, table }: Table,
  items: readonly Item[],
  pause: Pause,
): Promise<void> => {
  for (let start = 0; start < items.length; start += itemsPerCall) {
    let left = items.slice(start, start + itemsPerCall).map((each) => ({ PutRequest: { Item: each } }));
    for (let fruitless = 0; left.length > 0; ) {
      const { UnprocessedItems } = await client.send(
        new BatchWriteItemCommand({ RequestItems: { [table]: left } }),
      );
      const unprocessed = (UnprocessedItems?.[table] ?? []).flatMap(({ PutRequest }) =>
        PutRequest?.Item === undefined ? [] : [{ PutRequest: { Item: PutRequest.Item } }],
      );
      fruitless = unprocessed.length < left.length ? 0 : fruitless + 1;
      left = unprocessed;
      if (fruitless >= maxTries) throw new UnavailableError('The table does not take all that is written');
      if (left.length > 0) await pause(fruitless + 1);
    }
  }
};

/** The items a query finds, page after page, each as it is asked for. */
export async function* queryItems(
  { client, table }: Table,
  query: Omit<QueryCommandInput, 'TableName'>,
): AsyncGenerator<readonly Item[]> {
  for await (const { Items } of paginateQuery({ client }, { TableName: table, ...query })) yield Items ?? [];
}

/** Every item of a partition whose sort key begins like this, in its order, as the last writes left them. */
export const readPartition = async (
  table: Table,
  partition: string,
  prefix: string,
): Promise<readonly Item[]> => {
  const pages = queryItems(table, {
    KeyConditionExpression: 'pk = :pk AND begins_with(sk, :prefix)',
    ExpressionAttributeValues: { ':pk': text(partition), ':prefix': text(prefix) },
    ConsistentRead: true,
  });
  const found: Item[] = [];
  for await (const page of pages) found.push(...page);
  return found;
};
