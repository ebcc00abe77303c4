import {
  DynamoDBClient,
  type DynamoDBClientConfig,
  DynamoDBServiceException,
  TransactionConflictException,
} from '@aws-sdk/client-dynamodb';
import { UnavailableError } from '../problems/unavailable-error.ts';
import { maxTries, pauseAtRandom } from './dynamo-pause.ts';

/**
 * A read or write takes milliseconds; one that takes seconds has been lost, and is sent again while its caller still
 * waits. All attempts of one call end within eight seconds, and the first call that fails ends the work it belongs to, well
 * before the 20 seconds of the API's functions: so a caller gets a problem document and no cut connection.
 */
const attempts = 3;
const connectionMilliseconds = 1000;
const requestMilliseconds = 1500;

const throttled: ReadonlySet<string> = new Set([
  'LimitExceededException',
  'ProvisionedThroughputExceededException',
  'RequestLimitExceeded',
  'ThrottlingException',
  'TransactionConflictException',
  'TransactionInProgressException',
]);

const lostConnections: ReadonlySet<unknown> = new Set([
  'EAI_AGAIN',
  'ECONNREFUSED',
  'ECONNRESET',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'ENOTFOUND',
  'EPIPE',
  'ETIMEDOUT',
]);

/** Whether the same call may well succeed a moment later. Everything else (a refused or malformed call) is a bug. */
const passes = (error: unknown): boolean => {
  if (error instanceof DynamoDBServiceException)
    return error.$fault === 'server' || throttled.has(error.name);
  return (
    error instanceof Error &&
    (error.name === 'TimeoutError' || ('code' in error && lostConnections.has(error.code)))
  );
};

/**
 * The client that all stores of a function share. Each of its calls throws `UnavailableError`, with the cause, once the
 * table cannot be reached, is overloaded or fails; a caller is then answered 503 and work comes again.
 * A transaction that is sent again carries the token of the first attempt, so one whose answer was lost is not written twice.
 * @param settings where it is, when not in this account and region: an emulator.
 */
export const dynamoClient = (settings: DynamoDBClientConfig = {}): DynamoDBClient => {
  const client = new DynamoDBClient({
    maxAttempts: attempts,
    requestHandler: {
      connectionTimeout: connectionMilliseconds,
      requestTimeout: requestMilliseconds,
      // Without it a late request is only written to the log, and waited for.
      throwOnRequestTimeout: true,
    },
    ...settings,
  });
  client.middlewareStack.add(
    (next) => async (call) => {
      for (let tries = 1; ; tries += 1) {
        try {
          return await next(call);
        } catch (error) {
          // One item was written while a transaction held it. That is over in milliseconds, and the SDK does not wait for it.
          if (error instanceof TransactionConflictException && tries < maxTries) await pauseAtRandom(tries);
          else if (passes(error)) throw new UnavailableError('The table gave no answer', { cause: error });
          else throw error;
        }
      }
    },
    // The first step is around the SDK's own attempts.
    { step: 'initialize', name: 'unavailable', priority: 'high' },
  );
  return client;
};
