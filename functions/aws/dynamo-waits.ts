import { ConditionalCheckFailedException, PutItemCommand } from '@aws-sdk/client-dynamodb';
import type { Waits } from '../lifecycle/lifecycle.ts';
import { keys, number, numberIn, readItem, type Table, text, textIn } from './dynamo-items.ts';
import { standingAs } from './dynamo-standing-keys.ts';

/** The newest wait of each attempt, one item each. */
export const dynamoWaits = ({ client, table }: Table): Waits => ({
  keep: async (portRequestId, attempt, { token, seenVersion, waitingSince, tries }) => {
    try {
      await client.send(
        new PutItemCommand({
          TableName: table,
          Item: {
            ...keys.wait(portRequestId, attempt),
            token: text(token),
            seenVersion: number(seenVersion),
            waitingSince: text(waitingSince),
            tries: number(tries),
            ...standingAs('WAIT'),
          },
          // The same wait may be written again: a write whose answer was lost is repeated by the client.
          ConditionExpression:
            'attribute_not_exists(pk) OR waitingSince < :since OR (waitingSince = :since AND tries <= :tries)',
          ExpressionAttributeValues: { ':since': text(waitingSince), ':tries': number(tries) },
        }),
      );
    } catch (error) {
      // A later wait is kept already; its token is the one that opens something.
      if (!(error instanceof ConditionalCheckFailedException)) throw error;
    }
  },
  find: async (portRequestId, attempt) => {
    const item = await readItem({ client, table }, keys.wait(portRequestId, attempt));
    return (
      item && {
        token: textIn(item, 'token'),
        seenVersion: numberIn(item, 'seenVersion'),
        waitingSince: textIn(item, 'waitingSince'),
        tries: numberIn(item, 'tries'),
      }
    );
  },
});
