import { ConditionalCheckFailedException, PutItemCommand, UpdateItemCommand } from '@aws-sdk/client-dynamodb';
import type { StartTokens } from '../window/start-tokens.ts';
import { keys, number, numberIn, readItem, type Table, text, textIn } from './dynamo-items.ts';

/** The start links given out, one item each under the hash of its token. */
export const dynamoStartTokens = ({ client, table }: Table): StartTokens => ({
  keep: async (hash, { portRequestId, attempt, generation, tries }) => {
    await client.send(
      new PutItemCommand({
        TableName: table,
        Item: {
          ...keys.startToken(hash),
          portRequestId: text(portRequestId),
          attempt: number(attempt),
          generation: number(generation),
          tries: number(tries),
        },
      }),
    );
  },
  find: async (hash) => {
    const item = await readItem({ client, table }, keys.startToken(hash));
    return (
      item && {
        portRequestId: textIn(item, 'portRequestId'),
        attempt: numberIn(item, 'attempt'),
        generation: numberIn(item, 'generation'),
        tries: numberIn(item, 'tries'),
        ...(item['replaced'] === undefined ? {} : { replaced: true }),
      }
    );
  },
  countTry: async (hash) => {
    try {
      // Counted by the table itself: tries at once that each read, add and write would be counted as one.
      const { Attributes: counted = {} } = await client.send(
        new UpdateItemCommand({
          TableName: table,
          Key: keys.startToken(hash),
          UpdateExpression: 'ADD tries :one',
          // Without it a guessed link would become one.
          ConditionExpression: 'attribute_exists(pk)',
          ExpressionAttributeValues: { ':one': number(1) },
          ReturnValues: 'UPDATED_NEW',
        }),
      );
      return numberIn(counted, 'tries');
    } catch (error) {
      if (error instanceof ConditionalCheckFailedException) return 1;
      throw error;
    }
  },
  replace: async (hash) => {
    try {
      await client.send(
        new UpdateItemCommand({
          TableName: table,
          Key: keys.startToken(hash),
          UpdateExpression: 'SET replaced = :one',
          ConditionExpression: 'attribute_exists(pk)',
          ExpressionAttributeValues: { ':one': number(1) },
        }),
      );
    } catch (error) {
      if (!(error instanceof ConditionalCheckFailedException)) throw error;
    }
  },
});
