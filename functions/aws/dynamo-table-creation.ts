import { CreateTableCommand, type DynamoDBClient, ResourceInUseException } from '@aws-sdk/client-dynamodb';
import type { TableDefinition } from './dynamo-table.ts';

const keySchema = (partitionKey: string, sortKey: string | undefined) => [
  { AttributeName: partitionKey, KeyType: 'HASH' as const },
  ...(sortKey === undefined ? [] : [{ AttributeName: sortKey, KeyType: 'RANGE' as const }]),
];

/**
 * Makes a table in an emulator, where there is no stack to make it: without encryption, backups, or deletion by age,
 * which no reader relies on.
 */
export const createTable = async (
  client: DynamoDBClient,
  table: string,
  { partitionKey, sortKey, indexes, hasStream }: TableDefinition,
): Promise<void> => {
  const keyNames = [
    partitionKey,
    sortKey,
    ...indexes.flatMap((index) => [index.partitionKey, index.sortKey]),
  ];
  const creation = client.send(
    new CreateTableCommand({
      TableName: table,
      BillingMode: 'PAY_PER_REQUEST',
      KeySchema: keySchema(partitionKey, sortKey),
      AttributeDefinitions: [...new Set(keyNames)]
        .filter((name) => name !== undefined)
        .map((name) => ({ AttributeName: name, AttributeType: 'S' as const })),
      ...(indexes.length === 0
        ? {}
        : {
            GlobalSecondaryIndexes: indexes.map((index) => ({
              IndexName: index.name,
              KeySchema: keySchema(index.partitionKey, index.sortKey),
              Projection:
                index.projected.length === 0
                  ? { ProjectionType: 'KEYS_ONLY' as const }
                  : { ProjectionType: 'INCLUDE' as const, NonKeyAttributes: [...index.projected] },
            })),
          }),
      ...(hasStream
        ? { StreamSpecification: { StreamEnabled: true, StreamViewType: 'NEW_IMAGE' as const } }
        : {}),
    }),
  );
  await creation.catch((error: unknown) => {
    // A cold emulator may answer the first try too late: the second one finds the table that it made.
    if (!(error instanceof ResourceInUseException)) throw error;
  });
};
