import { randomUUID } from 'node:crypto';
import type { Context } from 'aws-lambda';

const finish = () => {};

/** What Lambda hands to a function beside its event, always the same. */
export const lambdaContext: Context = {
  callbackWaitsForEmptyEventLoop: false,
  functionName: 'sandbox',
  functionVersion: '$LATEST',
  invokedFunctionArn: 'arn:aws:lambda:eu-west-1:000000000000:function:sandbox',
  memoryLimitInMB: '512',
  awsRequestId: 'sandbox',
  logGroupName: 'sandbox',
  logStreamName: 'sandbox',
  // As long as a timer can run: nothing of a virtual clock is cut off by the real one.
  getRemainingTimeInMillis: () => 2_147_483_647,
  done: finish,
  fail: finish,
  succeed: finish,
};

/** The same for one invocation: with an id of its own, by which tasks and schedules are followed. */
export const newLambdaContext = (): Context => ({ ...lambdaContext, awsRequestId: randomUUID() });
