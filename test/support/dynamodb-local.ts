import { randomUUID } from 'node:crypto';
import type { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { describe, inject, onTestFinished } from 'vitest';
import { dynamoClient } from '../../functions/aws/dynamo-client.ts';
import { answersTable, recordsTable } from '../../functions/aws/dynamo-table.ts';
import { createTable } from '../../functions/aws/dynamo-table-creation.ts';
import { dynamodbLocalSettings } from '../../sandbox/dynamodb-local.ts';

/**
 * A thousand calls at once, more than a function ever has, wait for a connection longer than its calls may; and whoever
 * shares the database with them waits along.
 */
export const patience = { requestHandler: { connectionTimeout: 20_000, requestTimeout: 20_000 } };

/** Two new tables, and a client of their own that reaches them. */
export type FreshTables = {
  readonly client: DynamoDBClient;
  readonly records: string;
  readonly answers: string;
};

/** How many pairs of tables share a key: each key has threads of its own in DynamoDB Local, which stay. */
const pairsPerKey = 10;

/**
 * Keys for one pair of tables after the other. DynamoDB Local keeps the tables of each key apart, and each of its calls takes
 * longer the more tables its key has: twice as long with a hundred.
 */
const newKeys = () => {
  let pairs = 0;
  let accessKeyId = '';
  return () => {
    if (pairs % pairsPerKey === 0) accessKeyId = randomUUID().replaceAll('-', '');
    pairs += 1;
    return { accessKeyId, secretAccessKey: 'local' };
  };
};

/** Suites that need DynamoDB; skipped where there is none. `fresh` makes empty tables, for one test each. */
export const describeOnDynamodb = (define: (fresh: () => Promise<FreshTables>) => void): void => {
  const endpoint = inject('dynamodbEndpoint');
  const nextKey = newKeys();
  describe.skipIf(endpoint === null)('on DynamoDB', () => {
    define(async () => {
      const client = dynamoClient({
        ...dynamodbLocalSettings(endpoint ?? ''),
        credentials: nextKey(),
        ...patience,
      });
      onTestFinished(() => client.destroy());
      const name = randomUUID();
      const tables = { client, records: `records-${name}`, answers: `answers-${name}` };
      await createTable(client, tables.records, recordsTable);
      await createTable(client, tables.answers, answersTable);
      return tables;
    });
  });
};
