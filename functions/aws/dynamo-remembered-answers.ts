import { createHash } from 'node:crypto';
import { ConditionalCheckFailedException, PutItemCommand } from '@aws-sdk/client-dynamodb';
import { Temporal } from 'temporal-polyfill';
import { type Now, toInstantText } from '../calendar/clock.ts';
import type { RememberedAnswer, RememberedAnswers } from '../remembered-answers.ts';
import {
  type Item,
  longText,
  longTextIn,
  number,
  readItem,
  type Table,
  text,
  textIn,
} from './dynamo-items.ts';

/** A key of any length, whatever it is made of, as one of the table's. */
const keyOf = (scope: string, key: string): Item => ({
  pk: text(
    `ANSWER#${createHash('sha256')
      .update(JSON.stringify([scope, key]))
      .digest('hex')}`,
  ),
});

const answerIn = (item: Item): RememberedAnswer => {
  const answer: RememberedAnswer = JSON.parse(longTextIn(item, 'answer'));
  return answer;
};

/**
 * Writes an answer where its key has none, or one that has expired: the table deletes late, by days at times. Its own
 * clock is asked, never the business clock, which may stand still.
 */
export const answerPut = (table: string, answer: RememberedAnswer, now: Temporal.Instant) => ({
  TableName: table,
  Item: {
    ...keyOf(answer.scope, answer.key),
    answer: longText(JSON.stringify(answer)),
    expiresAt: text(answer.expiresAt),
    deleteAfter: number(Math.floor(Temporal.Instant.from(answer.expiresAt).epochMilliseconds / 1000)),
  },
  ConditionExpression: 'attribute_not_exists(pk) OR expiresAt <= :now',
  ExpressionAttributeValues: { ':now': text(toInstantText(now)) },
});

/** Answers that were given to keys, one item each, in a table of their own. */
export const dynamoRememberedAnswers = ({
  client,
  table,
  wallClock,
}: Table & { readonly wallClock: Now }): RememberedAnswers => ({
  find: async (scope, key) => {
    const item = await readItem({ client, table }, keyOf(scope, key));
    return item !== undefined && textIn(item, 'expiresAt') > toInstantText(wallClock())
      ? answerIn(item)
      : undefined;
  },
  keep: async (answer) => {
    try {
      const put = answerPut(table, answer, wallClock());
      await client.send(new PutItemCommand({ ...put, ReturnValuesOnConditionCheckFailure: 'ALL_OLD' }));
      return answer;
    } catch (error) {
      if (!(error instanceof ConditionalCheckFailedException) || error.Item === undefined) throw error;
      return answerIn(error.Item);
    }
  },
});
