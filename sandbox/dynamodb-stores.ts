import { randomUUID } from 'node:crypto';
import { dynamoClient } from '../functions/aws/dynamo-client.ts';
import { dynamoDeliveries } from '../functions/aws/dynamo-deliveries.ts';
import { dynamoEventFeed } from '../functions/aws/dynamo-event-feed.ts';
import { keys, number, type Table, text } from '../functions/aws/dynamo-items.ts';
import { dynamoMailLedger } from '../functions/aws/dynamo-mail-ledger.ts';
import { readLocks } from '../functions/aws/dynamo-number-locks.ts';
import { dynamoOutbox } from '../functions/aws/dynamo-outbox.ts';
import { dynamoPortRequests } from '../functions/aws/dynamo-port-requests.ts';
import { dynamoRememberedAnswers } from '../functions/aws/dynamo-remembered-answers.ts';
import { dynamoStanding } from '../functions/aws/dynamo-standing.ts';
import { dynamoStartTokens } from '../functions/aws/dynamo-start-tokens.ts';
import { answersTable, recordsTable } from '../functions/aws/dynamo-table.ts';
import { createTable } from '../functions/aws/dynamo-table-creation.ts';
import { transact } from '../functions/aws/dynamo-transaction.ts';
import { dynamoWaits } from '../functions/aws/dynamo-waits.ts';
import { dynamoWebhookEndpoints } from '../functions/aws/dynamo-webhook-endpoints.ts';
import type { Outbox } from '../functions/lifecycle/outbox.ts';
import type { HistoryEntry } from '../functions/port-request/history.ts';
import type { NumberLock } from '../functions/port-request/number-locks.ts';
import type { PortRequest } from '../functions/port-request/port-request.ts';
import type { PortRequests } from '../functions/port-request/port-requests.ts';
import type { RememberedAnswers } from '../functions/remembered-answers.ts';
import { dynamodbLocalSettings } from './dynamodb-local.ts';
import { itemsIn } from './items-written.ts';
import type { OpenStores, SandboxRecords } from './stores.ts';

/**
 * The records, with what only the sandbox asks of them, seen from beside: nobody else writes its tables, so what it
 * has committed is what they hold.
 * @param onEntry is told after each commit. On AWS the table's stream tells; here it would have to be asked time and again.
 */
const watched = (
  {
    requests,
    answers,
    outbox,
    leaveLocks,
  }: Pick<SandboxRecords, 'leaveLocks'> & {
    readonly requests: PortRequests;
    readonly answers: RememberedAnswers;
    readonly outbox: Outbox;
  },
  onEntry: (entry: HistoryEntry) => void,
): SandboxRecords => {
  const newest = new Map<string, PortRequest>();
  const unhandled = new Set<string>();
  const tampered = new Map<string, Partial<HistoryEntry>>();
  let itemsWritten = 0;
  const keyOf = (portRequestId: string, sequence: number) => `${portRequestId} ${sequence}`;

  return {
    ...requests,
    history: async (id) =>
      (await requests.history(id)).map((entry) => ({ ...entry, ...tampered.get(keyOf(id, entry.sequence)) })),
    commit: async (recording, remember) => {
      const outcome = await requests.commit(recording, remember);
      if (outcome.kind !== 'committed') return outcome;
      const { after, entries } = recording;
      // Two commits that meet may be heard of in the other order.
      if (after.version > (newest.get(after.id)?.version ?? 0)) newest.set(after.id, after);
      itemsWritten += itemsIn(recording) + (remember === undefined ? 0 : 1);
      for (const { sequence } of entries) unhandled.add(keyOf(after.id, sequence));
      for (const entry of entries) onEntry(entry);
      return outcome;
    },
    answers: {
      find: answers.find,
      keep: async (answer) => {
        const kept = await answers.keep(answer);
        if (kept === answer) itemsWritten += 1;
        return kept;
      },
    },
    outbox: {
      unhandled: outbox.unhandled,
      postpone: outbox.postpone,
      handled: async (entry) => {
        const isFirst = await outbox.handled(entry);
        unhandled.delete(keyOf(entry.portRequestId, entry.sequence));
        return isFirst;
      },
    },
    unhandledCount: () => unhandled.size,
    all: () => [...newest.values()],
    tamper: (id, sequence, change) => {
      tampered.set(keyOf(id, sequence), change);
    },
    leaveLocks,
    itemsWritten: () => itemsWritten,
  };
};

const leaveLocks = async (
  { client, table }: Table,
  block: string,
  locks: readonly NumberLock[],
): Promise<void> => {
  const { on } = await readLocks({ client, table }, [block], async () => {});
  const left = {
    TableName: table,
    Key: keys.lock(block),
    UpdateExpression: 'SET held = :held, standingKey = :lock ADD v :one',
    ExpressionAttributeValues: {
      ':held': text(JSON.stringify([...on(block), ...locks])),
      ':lock': text('LOCK'),
      ':one': number(1),
    },
  };
  await transact(client, [{ guards: 'nothing', action: { Update: left } }]);
};

/** Stores on the DynamoDB at an address: two new tables for each world. */
export const dynamodbStores = (
  endpoint: string,
  client = dynamoClient(dynamodbLocalSettings(endpoint)),
): { readonly openStores: OpenStores; readonly close: () => void } => {
  const openStores: OpenStores = async (now, onEntry) => {
    const name = randomUUID();
    const [records, answers] = [`records-${name}`, `answers-${name}`];
    await createTable(client, records, recordsTable);
    await createTable(client, answers, answersTable);
    const table = { client, table: records };
    return {
      records: watched(
        {
          requests: dynamoPortRequests({ client, records, answers, wallClock: now }),
          answers: dynamoRememberedAnswers({ client, table: answers, wallClock: now }),
          outbox: dynamoOutbox(table),
          leaveLocks: (block, left) => leaveLocks(table, block, left),
        },
        onEntry,
      ),
      waits: dynamoWaits(table),
      standing: dynamoStanding(table),
      mailLedger: dynamoMailLedger(table),
      startTokens: dynamoStartTokens(table),
      feed: dynamoEventFeed({ ...table, wallClock: now }),
      endpoints: dynamoWebhookEndpoints({ client, records, answers, wallClock: now }),
      deliveries: dynamoDeliveries({ ...table, wallClock: now }),
      save: undefined,
    };
  };
  return { openStores, close: () => client.destroy() };
};
