import { UpdateItemCommand } from '@aws-sdk/client-dynamodb';
import type { CallCounts } from '../runtime/call-rate.ts';
import { number, numberIn, type Table, text } from './dynamo-items.ts';

/** How long a count is kept after its minute, in seconds: the clocks of two functions differ by far less. */
const keptSeconds = 300;

/**
 * Counts of calls in the table of remembered answers, one item for each tenant and minute: it deletes them by itself.
 * Counted by the table: functions at once that each read, add and write would count as one.
 */
export const dynamoCallCounts = ({ client, table }: Table): CallCounts => ({
  count: async (tenant, { startsAt, endsAt }) => {
    const { Attributes: counted = {} } = await client.send(
      new UpdateItemCommand({
        TableName: table,
        Key: { pk: text(`CALLS#${tenant}#${startsAt}`) },
        UpdateExpression: 'SET deleteAfter = :deleteAfter ADD calls :one',
        ExpressionAttributeValues: {
          ':one': number(1),
          ':deleteAfter': number(Math.floor(endsAt.epochMilliseconds / 1000) + keptSeconds),
        },
        ReturnValues: 'UPDATED_NEW',
      }),
    );
    return numberIn(counted, 'calls');
  },
});
