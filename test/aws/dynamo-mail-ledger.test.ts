import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb';
import { Temporal } from 'temporal-polyfill';
import { expect, test } from 'vitest';
import { dynamoMailLedger } from '../../functions/aws/dynamo-mail-ledger.ts';
import { maxTries } from '../../functions/aws/dynamo-pause.ts';
import type { LedgerLine } from '../../functions/correspondence/mail-ledger.ts';
import { UnavailableError } from '../../functions/problems/unavailable-error.ts';
import { describeOnDynamodb } from '../support/dynamodb-local.ts';
import { intercept } from './dynamo-faults.ts';

const line: LedgerLine = {
  portRequestId: 'prt_1',
  sequence: 2,
  template: 'request_received',
  to: 'luc@reseller.example',
  language: 'nl',
  causedBy: 'evt_2',
  status: 'sending',
  at: '2026-03-30T08:00:00Z',
};

const begunAt = Temporal.Instant.from(line.at);
const sentAt = '2026-03-30T08:00:01Z';
const erased = { ...line, to: '[erased]' };

describeOnDynamodb((fresh) => {
  /** A ledger with one mail that is being sent, and another client's view of it; pauses are counted and not waited for. */
  const begin = async () => {
    const { client, records } = await fresh();
    const pauses: number[] = [];
    const ledger = dynamoMailLedger({
      client,
      table: records,
      pause: async (tries) => {
        pauses.push(tries);
      },
    });
    const other = dynamoMailLedger({ client: (await fresh()).client, table: records });
    await other.begin(line, begunAt);
    return { client, ledger, other, pauses };
  };

  test.each([
    ['goes out', { ...erased, status: 'sent', at: sentAt }],
    ['comes back', { ...erased, status: 'bounced' }],
  ] as const)(
    'a mail that %s while it is erased keeps what happened to it, and no address',
    async (what, left) => {
      const { client, ledger, other, pauses } = await begin();
      let hasHappened = false;
      client.middlewareStack.add(
        (next, { commandName }) =>
          async (args) => {
            if (commandName === 'PutItemCommand' && !hasHappened) {
              hasHappened = true;
              await (what === 'goes out' ? other.sent(line, 'message-1', sentAt) : other.bounced(line));
            }
            return next(args);
          },
        { step: 'initialize', priority: 'low' },
      );
      await ledger.erase('prt_1');
      expect(await other.list('prt_1')).toEqual([left]);
      expect(pauses).toEqual([1]);
    },
  );

  test('a mail that failed for certain while it is erased stays out of the ledger', async () => {
    const { client, ledger, other } = await begin();
    client.middlewareStack.add(
      (next, { commandName }) =>
        async (args) => {
          if (commandName === 'PutItemCommand') await other.failed(line);
          return next(args);
        },
      { step: 'initialize', priority: 'low' },
    );
    await ledger.erase('prt_1');
    expect(await other.list('prt_1')).toEqual([]);
  });

  test('a line that others write again and again is given up, so that the erasure comes again', async () => {
    const { client, ledger, other, pauses } = await begin();
    intercept(client, ({ command }) => {
      if (command === 'PutItemCommand')
        throw new ConditionalCheckFailedException({ message: 'Written meanwhile', $metadata: {} });
      return undefined;
    });
    await expect(ledger.erase('prt_1')).rejects.toThrow(UnavailableError);
    expect(pauses).toHaveLength(maxTries - 1);
    expect(await other.list('prt_1')).toEqual([line]);
  });
});
