import {
  GetItemCommand,
  InternalServerError,
  ProvisionedThroughputExceededException,
  ResourceNotFoundException,
  TransactionConflictException,
} from '@aws-sdk/client-dynamodb';
import { describe, expect, test } from 'vitest';
import { dynamoClient } from '../../functions/aws/dynamo-client.ts';
import { UnavailableError } from '../../functions/problems/unavailable-error.ts';
import { dynamodbLocalSettings } from '../../sandbox/dynamodb-local.ts';
import { intercept } from './dynamo-faults.ts';

const details = { message: 'as the table says it', $metadata: {} };

const get = new GetItemCommand({ TableName: 'records', Key: { pk: { S: 'a' } } });

/** A client whose calls meet these errors, one after the other. */
const meeting = (errors: readonly Error[]) => {
  const client = dynamoClient(dynamodbLocalSettings('http://127.0.0.1:9'));
  const left = [...errors];
  intercept(client, () => {
    const error = left.shift();
    if (error !== undefined) throw error;
    return undefined;
  });
  return { send: () => client.send(get), left };
};

describe('the client of the table', () => {
  test.each([
    ['fails', new InternalServerError(details)],
    ['is overloaded', new ProvisionedThroughputExceededException(details)],
    ['does not answer in time', Object.assign(new Error('late'), { name: 'TimeoutError' })],
    ['hangs up', Object.assign(new Error('hang up'), { code: 'ECONNRESET' })],
  ])('says that a table which %s is unavailable, and why', async (_, error) => {
    const thrown = await meeting([error])
      .send()
      .catch((caught: unknown) => caught);
    expect(thrown).toBeInstanceOf(UnavailableError);
    expect(thrown).toHaveProperty('cause', error);
  });

  test('says so of a table that cannot be reached', async () => {
    const client = dynamoClient({ ...dynamodbLocalSettings('http://127.0.0.1:9'), maxAttempts: 1 });
    await expect(client.send(get)).rejects.toThrow(UnavailableError);
  });

  test.each([
    ['a table that is not there', new ResourceNotFoundException(details)],
    ['a mistake in the code', new TypeError('no such thing')],
  ])('lets through what trying again would not cure: %s', async (_, error) => {
    await expect(meeting([error]).send()).rejects.toBe(error);
  });

  test('waits for a transaction that holds the item, a few times', async () => {
    const { send, left } = meeting([
      new TransactionConflictException(details),
      new TransactionConflictException(details),
      new InternalServerError(details),
    ]);
    await expect(send()).rejects.toThrow(UnavailableError);
    expect(left).toEqual([]);
  });
});
