import { randomUUID } from 'node:crypto';
import type { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { describe, inject, onTestFinished } from 'vitest';
import { dynamoClient } from '../../functions/aws/dynamo-client.ts';
import { answersTable, recordsTable } from '../../functions/aws/dynamo-table.ts';
import { createTable } from '../../functions/aws/dynamo-table-creation.ts';
import { dynamodbLocalSettings } from '../../sandbox/dynamodb-local.ts';

/** Two new tables, and a client of their own that reaches them. */
export type FreshTables = {
  readonly client: DynamoDBClient;
  readonly records: string;
  readonly answers: string;
};

/** Suites that need DynamoDB; skipped where there is none. `fresh` makes empty tables, for one test each. */
export const describeOnDynamodb = (define: (fresh: () => Promise<FreshTables>) => void): void => {
  const endpoint = inject('dynamodbEndpoint');
  describe.skipIf(endpoint === null)('on DynamoDB', () => {
    define(async () => {
      const client = dynamoClient({
        ...dynamodbLocalSettings(endpoint ?? ''),
        // A thousand calls at once, more than a function ever has, wait for a connection longer than its calls may.
        requestHandler: { connectionTimeout: 20_000, requestTimeout: 20_000 },
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
