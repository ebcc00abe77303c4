import { ConditionalCheckFailedException, DeleteItemCommand, PutItemCommand } from '@aws-sdk/client-dynamodb';
import { toInstantText } from '../calendar/clock.ts';
import {
  byWhenMailed,
  type LedgerLine,
  type MailKey,
  type MailLedger,
  sendingLeaseMinutes,
} from '../correspondence/mail-ledger.ts';
import {
  type Item,
  keys,
  partitionOf,
  readItem,
  readPartition,
  type Table,
  text,
  textIn,
} from './dynamo-items.ts';

const keyOf = ({ portRequestId, sequence, template }: MailKey) =>
  keys.mail(portRequestId, sequence, template);

const writeLine = (line: LedgerLine): Item => ({
  ...keyOf(line),
  line: text(JSON.stringify(line)),
  // Beside the line, because a condition cannot look into it.
  status: text(line.status),
});

const readLine = (item: Item): LedgerLine => {
  const line: LedgerLine = JSON.parse(textIn(item, 'line'));
  return line;
};

/** The mail ledger, one item for each mail of a request. */
export const dynamoMailLedger = ({ client, table }: Table): MailLedger => {
  const linesOf = (portRequestId: string) =>
    readPartition({ client, table }, partitionOf(portRequestId), 'MAIL#');
  return {
    begin: async (line, now) => {
      const leasedUntil = toInstantText(now.add({ minutes: sendingLeaseMinutes }));
      try {
        await client.send(
          new PutItemCommand({
            TableName: table,
            Item: { ...writeLine(line), leasedUntil: text(leasedUntil) },
            ConditionExpression: 'attribute_not_exists(pk) OR (#status = :sending AND leasedUntil <= :now)',
            ExpressionAttributeNames: { '#status': 'status' },
            ExpressionAttributeValues: { ':sending': text('sending'), ':now': text(toInstantText(now)) },
            ReturnValuesOnConditionCheckFailure: 'ALL_OLD',
          }),
        );
        return 'mine';
      } catch (error) {
        if (!(error instanceof ConditionalCheckFailedException)) throw error;
        return error.Item?.['status']?.S === 'sending' ? 'busy' : 'sent';
      }
    },
    sent: async (line, messageId, at) => {
      const item = { ...writeLine({ ...line, status: 'sent', at }), messageId: text(messageId) };
      await client.send(new PutItemCommand({ TableName: table, Item: item }));
    },
    failed: async (line) => {
      await client.send(new DeleteItemCommand({ TableName: table, Key: keyOf(line) }));
    },
    bounced: async (mail) => {
      const found = await readItem({ client, table }, keyOf(mail));
      if (found === undefined) return undefined;
      const line = { ...readLine(found), status: 'bounced' } as const;
      await client.send(new PutItemCommand({ TableName: table, Item: { ...found, ...writeLine(line) } }));
      return line;
    },
    list: async (portRequestId) => (await linesOf(portRequestId)).map(readLine).toSorted(byWhenMailed),
  };
};
