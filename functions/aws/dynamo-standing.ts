import { ConditionalCheckFailedException, UpdateItemCommand } from '@aws-sdk/client-dynamodb';
import type {
  Overview,
  Standing,
  StandingLock,
  StandingMail,
  StandingRequest,
  StandingWait,
} from '../lifecycle/standing.ts';
import { standingStatuses } from '../metrics/metric-catalogue.ts';
import type { NumberLock } from '../port-request/number-locks.ts';
import {
  type Item,
  keys,
  mailKeyIn,
  number,
  numberIn,
  queryItems,
  readItem,
  readItems,
  type Table,
  text,
  textIn,
} from './dynamo-items.ts';
import { locksIn } from './dynamo-number-locks.ts';
import { type Pause, pauseAtRandom } from './dynamo-pause.ts';
import type { StandingKind } from './dynamo-standing-keys.ts';

/** What follows the first `#` of a partition key: the id of a request, or a block of numbers. */
const nameIn = (item: Item): string => textIn(item, 'pk').replace(/^[^#]*#/, '');

const requestIn = (item: Item): readonly StandingRequest[] => {
  const status = standingStatuses.find((each) => each === textIn(item, 'status'));
  if (status === undefined) return [];
  return [
    {
      id: nameIn(item),
      tenant: textIn(item, 'tenant'),
      status,
      statusSince: textIn(item, 'statusSince'),
      updatedAt: textIn(item, 'updatedAt'),
      version: numberIn(item, 'version'),
      attempt: numberIn(item, 'attempt'),
      dueAt: item['dueAtKey']?.S?.split('#')[0] ?? null,
      lateFrom: item['lateFrom']?.S ?? null,
    },
  ];
};

const waitIn = (item: Item): StandingWait => ({
  portRequestId: nameIn(item),
  attempt: Number(textIn(item, 'sk').split('#')[1]),
  seenVersion: numberIn(item, 'seenVersion'),
  waitingSince: textIn(item, 'waitingSince'),
});

const lockIn = (item: Item): StandingLock => ({
  block: nameIn(item),
  holders: [...new Set(locksIn(item).map(({ portRequestId }) => portRequestId))],
});

const mailIn = (item: Item): StandingMail => ({
  ...mailKeyIn(item),
  leasedUntil: textIn(item, 'leasedUntil'),
});

/** Whether a write took place; the item may have been written since it was read. */
const writes = async (write: () => Promise<unknown>): Promise<boolean> => {
  try {
    await write();
    return true;
  } catch (error) {
    if (error instanceof ConditionalCheckFailedException) return false;
    throw error;
  }
};

/** What stands: a partition of a sparse index for each kind, and the end of the desk's queue. */
export const dynamoStanding = ({
  client,
  table,
  pause = pauseAtRandom,
}: Table & { readonly pause?: Pause }): Standing => {
  const all = async (kind: StandingKind): Promise<readonly Item[]> => {
    const found: Item[] = [];
    for await (const page of queryItems(
      { client, table },
      {
        IndexName: 'standing',
        KeyConditionExpression: 'standingKey = :kind',
        ExpressionAttributeValues: { ':kind': text(kind) },
      },
    ))
      found.push(...page);
    return found;
  };

  /** By the keys of the index alone: `waitingKey` begins with the moment since when a task waits, and sorts by it. */
  const desk = async (): Promise<Overview['desk']> => {
    let waiting = 0;
    let oldestSince: string | null = null;
    for await (const page of queryItems(
      { client, table },
      {
        IndexName: 'desk',
        KeyConditionExpression: 'deskKey = :desk',
        ExpressionAttributeValues: { ':desk': text('DESK') },
      },
    )) {
      oldestSince ??= page[0]?.['waitingKey']?.S?.split('#')[0] ?? null;
      waiting += page.length;
    }
    return { waiting, oldestSince };
  };

  return {
    read: async () => {
      const [requests, waits, locks, mails, atDesk] = await Promise.all([
        all('REQUEST'),
        all('WAIT'),
        all('LOCK'),
        all('MAIL'),
        desk(),
      ]);
      return {
        requests: requests.flatMap(requestIn),
        waits: waits.map(waitIn),
        locks: locks.map(lockIn),
        mails: mails.map(mailIn),
        desk: atDesk,
      };
    },
    publishedThrough: async (portRequestIds) => {
      const items = await readItems({ client, table }, portRequestIds.map(keys.published), pause);
      const through = new Map(items.map((item) => [nameIn(item), numberIn(item, 'publishedThrough')]));
      return new Map(portRequestIds.map((id) => [id, through.get(id) ?? 0]));
    },
    closeWait: async ({ portRequestId, attempt, waitingSince }) => {
      await writes(() =>
        client.send(
          new UpdateItemCommand({
            TableName: table,
            Key: keys.wait(portRequestId, attempt),
            UpdateExpression: 'REMOVE standingKey',
            ConditionExpression: 'waitingSince = :since',
            ExpressionAttributeValues: { ':since': text(waitingSince) },
          }),
        ),
      );
    },
    releaseLocks: async (block, isOver) => {
      const item = await readItem({ client, table }, keys.lock(block));
      if (item === undefined) return [];
      const locks = locksIn(item);
      const over: string[] = [];
      for (const holder of new Set(locks.map(({ portRequestId }) => portRequestId)))
        if (await isOver(holder)) over.push(holder);
      if (over.length === 0) return [];
      const left: readonly NumberLock[] = locks.filter(({ portRequestId }) => !over.includes(portRequestId));
      const isWritten = await writes(() =>
        client.send(
          new UpdateItemCommand({
            TableName: table,
            Key: keys.lock(block),
            UpdateExpression: `SET held = :left, v = :written${left.length === 0 ? ' REMOVE standingKey' : ''}`,
            ConditionExpression: 'v = :read',
            ExpressionAttributeValues: {
              ':left': text(JSON.stringify(left)),
              ':written': number(numberIn(item, 'v') + 1),
              ':read': number(numberIn(item, 'v')),
            },
          }),
        ),
      );
      return isWritten ? over : [];
    },
  };
};
