import {
  ConditionalCheckFailedException,
  DeleteItemCommand,
  PutItemCommand,
  type PutItemCommandInput,
  UpdateItemCommand,
} from '@aws-sdk/client-dynamodb';
import { toInstantText } from '../calendar/clock.ts';
import {
  byWhenMailed,
  erasedLine,
  isErased,
  type LedgerLine,
  type MailKey,
  type MailLedger,
  sendingLeaseMinutes,
} from '../correspondence/mail-ledger.ts';
import { UnavailableError } from '../problems/unavailable-error.ts';
import {
  type Item,
  type Key,
  keyIn,
  keys,
  partitionOf,
  readItem,
  readPartition,
  type Table,
  text,
  textIn,
} from './dynamo-items.ts';
import { maxTries, type Pause, pauseAtRandom } from './dynamo-pause.ts';
import { standingAs, withoutStanding } from './dynamo-standing-keys.ts';

const keyOf = ({ portRequestId, sequence, template }: MailKey) =>
  keys.mail(portRequestId, sequence, template);

const writeLine = (line: LedgerLine): Item => ({
  ...keyOf(line),
  line: text(JSON.stringify(line)),
  // Beside the line, because a condition cannot look into it.
  status: text(line.status),
  ...(isErased(line) ? { erased: { BOOL: true } } : {}),
  ...(line.status === 'sending' ? standingAs('MAIL') : {}),
});

const readLine = (item: Item): LedgerLine => {
  const line: LedgerLine = JSON.parse(textIn(item, 'line'));
  return line;
};

/** The mail ledger, one item for each mail of a request. */
export const dynamoMailLedger = ({
  client,
  table,
  pause = pauseAtRandom,
}: Table & { readonly pause?: Pause }): MailLedger => {
  const linesOf = (portRequestId: string) =>
    readPartition({ client, table }, partitionOf(portRequestId), 'MAIL#');

  /** Writes a line if a condition holds. Answers: does it? */
  const putIf = async (
    item: Item,
    condition: Pick<
      PutItemCommandInput,
      'ConditionExpression' | 'ExpressionAttributeNames' | 'ExpressionAttributeValues'
    >,
  ): Promise<boolean> => {
    try {
      await client.send(new PutItemCommand({ TableName: table, Item: item, ...condition }));
      return true;
    } catch (error) {
      if (!(error instanceof ConditionalCheckFailedException)) throw error;
      return false;
    }
  };

  /** Changes a line that is there. A line that was written since it was read is read again, so that no write is lost. */
  const change = async (
    key: Key,
    changed: (line: LedgerLine) => LedgerLine,
  ): Promise<LedgerLine | undefined> => {
    for (let tries = 1; ; tries += 1) {
      const found = await readItem({ client, table }, key);
      if (found === undefined) return undefined;
      const line = changed(readLine(found));
      const isWritten = await putIf(
        { ...withoutStanding(found), ...writeLine(line) },
        {
          ConditionExpression: '#line = :read',
          ExpressionAttributeNames: { '#line': 'line' },
          ExpressionAttributeValues: { ':read': text(textIn(found, 'line')) },
        },
      );
      if (isWritten) return line;
      if (tries >= maxTries) throw new UnavailableError('A line of the mail ledger could not be written');
      await pause(tries);
    }
  };

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
      const itemOf = (sent: LedgerLine): Item => ({
        ...writeLine({ ...sent, status: 'sent', at }),
        messageId: text(messageId),
      });
      // A sender that began before an erasure and ends after it would bring the address back.
      const isWritten = await putIf(itemOf(line), { ConditionExpression: 'attribute_not_exists(erased)' });
      if (!isWritten) await putIf(itemOf(erasedLine(line)), {});
    },
    failed: async (line) => {
      await client.send(new DeleteItemCommand({ TableName: table, Key: keyOf(line) }));
    },
    leave: async (mail, now) => {
      try {
        await client.send(
          new UpdateItemCommand({
            TableName: table,
            Key: keyOf(mail),
            UpdateExpression: 'REMOVE standingKey',
            ConditionExpression: '#status = :sending AND leasedUntil <= :now',
            ExpressionAttributeNames: { '#status': 'status' },
            ExpressionAttributeValues: { ':sending': text('sending'), ':now': text(toInstantText(now)) },
          }),
        );
      } catch (error) {
        if (!(error instanceof ConditionalCheckFailedException)) throw error;
      }
    },
    reopen: async (mail) => {
      try {
        await client.send(
          new DeleteItemCommand({
            TableName: table,
            Key: keyOf(mail),
            ConditionExpression: '#status IN (:sent, :bounced)',
            ExpressionAttributeNames: { '#status': 'status' },
            ExpressionAttributeValues: { ':sent': text('sent'), ':bounced': text('bounced') },
          }),
        );
        return true;
      } catch (error) {
        if (!(error instanceof ConditionalCheckFailedException)) throw error;
        return false;
      }
    },
    bounced: (mail) => change(keyOf(mail), (line) => ({ ...line, status: 'bounced' })),
    erase: async (portRequestId) => {
      for (const item of await linesOf(portRequestId))
        if (!isErased(readLine(item))) await change(keyIn(item), erasedLine);
    },
    list: async (portRequestId) => (await linesOf(portRequestId)).map(readLine).toSorted(byWhenMailed),
  };
};
