import { toInstantText } from '../calendar/clock.ts';
import { blocksOf } from '../numbers/number-blocks.ts';
import { takenOf } from '../port-request/number-locks.ts';
import type { PortRequest } from '../port-request/port-request.ts';
import {
  type DuePosition,
  type ListPosition,
  matches,
  type PortRequestFilter,
  type PortRequests,
} from '../port-request/port-requests.ts';
import { dynamoCommit, type RecordTables } from './dynamo-commit.ts';
import { dynamoDeskQueue } from './dynamo-desk-queue.ts';
import { contentIn, eraseBeside, readEnclosures } from './dynamo-enclosures.ts';
import {
  entryIn,
  type Item,
  type Key,
  keyIn,
  keys,
  longTextIn,
  partitionOf,
  queryItems,
  readItem,
  readItems,
  readPartition,
  type Table,
  text,
  textIn,
} from './dynamo-items.ts';
import { idsLookedUp, readLocks } from './dynamo-number-locks.ts';
import { type Pause, pauseAtRandom } from './dynamo-pause.ts';

const requestIn = (item: Item): PortRequest => {
  const request: PortRequest = JSON.parse(longTextIn(item, 'request'));
  return request;
};

/** Instants are all of one length, so that positions sort as text. */
const positionText = ({ createdAt, id }: ListPosition): string => `${createdAt}#${id}`;

const newestFirst = (one: PortRequest, other: PortRequest): number =>
  positionText(one) > positionText(other) ? -1 : 1;

/** What of a filter the index can judge by itself. */
const filterExpression = ({ statuses, customerReference, updatedAfter }: PortRequestFilter) => {
  const statusValues = Object.fromEntries(statuses.map((status, index) => [`:status${index}`, text(status)]));
  const conditions = [
    ...(statuses.length === 0 ? [] : [`#status IN (${Object.keys(statusValues).join(', ')})`]),
    ...(customerReference === undefined ? [] : ['customerReference = :reference']),
    ...(updatedAfter === undefined ? [] : ['updatedAt > :updatedAfter']),
  ];
  return {
    expression: conditions.length === 0 ? undefined : conditions.join(' AND '),
    names: statuses.length === 0 ? undefined : { '#status': 'status' },
    values: {
      ...statusValues,
      ...(customerReference === undefined ? {} : { ':reference': text(customerReference) }),
      ...(updatedAfter === undefined ? {} : { ':updatedAfter': text(updatedAfter) }),
    },
  };
};

/**
 * The index pages of a list, newest first: keys of requests that probably match, since an index lags behind. A filter is
 * applied to what was read, so that a rare match may lie thousands of entries down. Pages are then as large as the table
 * gives them, 1 MB: with small ones a list would wait for a call every few entries.
 */
const listedKeys = (
  table: Table,
  filter: PortRequestFilter,
  { limit, after }: { readonly limit: number; readonly after: ListPosition | undefined },
) => {
  const { expression, names, values } = filterExpression(filter);
  const { tenant } = filter;
  const partition = tenant === undefined ? 'allKey = :partition' : 'tenantKey = :partition';
  return queryItems(table, {
    IndexName: tenant === undefined ? 'by-creation' : 'by-tenant',
    KeyConditionExpression: after === undefined ? partition : `${partition} AND createdKey < :after`,
    ...(expression === undefined ? {} : { FilterExpression: expression }),
    ...(names === undefined ? {} : { ExpressionAttributeNames: names }),
    ExpressionAttributeValues: {
      ':partition': text(tenant ?? 'PORT_REQUEST'),
      ...(after === undefined ? {} : { ':after': text(positionText(after)) }),
      ...values,
    },
    ScanIndexForward: false,
    ...(expression === undefined ? { Limit: limit } : {}),
  });
};

const duePosition = (item: Item): DuePosition => {
  const position = textIn(item, 'dueAtKey');
  const end = position.indexOf('#');
  return { dueAt: position.slice(0, end), id: position.slice(end + 1) };
};

/** The store of port requests on DynamoDB. */
export const dynamoPortRequests = ({
  pause = pauseAtRandom,
  ...given
}: Omit<RecordTables, 'pause'> & { readonly pause?: Pause }): PortRequests => {
  const tables: RecordTables = { ...given, pause };
  const table = { client: given.client, table: given.records };

  const readMatching = async (
    wanted: readonly Key[],
    filter: PortRequestFilter,
  ): Promise<readonly PortRequest[]> =>
    (await readItems(table, wanted, pause))
      .map(requestIn)
      .filter((request) => matches(request, filter))
      .toSorted(newestFirst);

  return {
    find: async (id) => {
      const item = await readItem(table, keys.request(id));
      return item && requestIn(item);
    },
    history: async (id) => (await readPartition(table, partitionOf(id), 'EVENT#')).map(entryIn),
    attemptContent: async (id, attempt) => {
      const item = await readItem(table, keys.attempt(id, attempt));
      return item && contentIn(item);
    },
    list: async (filter, { limit, after }) => {
      if (filter.number !== undefined) {
        const ids = await idsLookedUp(table, [filter.number], filter.tenant);
        const found = await readMatching(ids.map(keys.request), filter);
        return found
          .filter((request) => after === undefined || positionText(request) < positionText(after))
          .slice(0, limit);
      }
      const found: PortRequest[] = [];
      for await (const page of listedKeys(table, filter, { limit, after })) {
        // A page may name thousands of requests. No more of them are read than are still wanted.
        for (let start = 0; start < page.length && found.length < limit; ) {
          const wanted = page.slice(start, start + limit - found.length);
          start += wanted.length;
          found.push(...(await readMatching(wanted.map(keyIn), filter)));
        }
        if (found.length >= limit) break;
      }
      return found;
    },
    due: async (until, { limit, after }) => {
      const untilText = toInstantText(until);
      // The table refuses a range that ends before it begins.
      if (after !== undefined && after.dueAt > untilText) return [];
      const pages = queryItems(table, {
        IndexName: 'by-due',
        KeyConditionExpression: 'dueKey = :due AND dueAtKey BETWEEN :first AND :last',
        ExpressionAttributeValues: {
          ':due': text('DUE'),
          // `!` is the first character after the place itself; `$` comes after the `#` of every place at this instant.
          ':first': text(after === undefined ? '0' : `${after.dueAt}#${after.id}!`),
          ':last': text(`${untilText}$`),
        },
        Limit: limit,
      });
      const found: DuePosition[] = [];
      for await (const page of pages) {
        found.push(...page.map(duePosition));
        if (found.length >= limit) break;
      }
      return found.slice(0, limit);
    },
    enclosures: (id) => readEnclosures(table, id),
    deskQueue: dynamoDeskQueue(table, pause),
    eraseBeside: (id) => eraseBeside(table, id, pause),
    holdersOf: async (items) => takenOf(items, (await readLocks(table, blocksOf(items), pause)).on),
    commit: dynamoCommit(tables),
  };
};
