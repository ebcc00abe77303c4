import type { Context } from 'aws-lambda';

const finish = () => {};

/** What Lambda hands to a function beside its event. Nothing in the service reads it. */
export const lambdaContext: Context = {
  callbackWaitsForEmptyEventLoop: false,
  functionName: 'sandbox',
  functionVersion: '$LATEST',
  invokedFunctionArn: 'arn:aws:lambda:eu-west-1:000000000000:function:sandbox',
  memoryLimitInMB: '512',
  awsRequestId: 'sandbox',
  logGroupName: 'sandbox',
  logStreamName: 'sandbox',
  getRemainingTimeInMillis: () => 30_000,
  done: finish,
  fail: finish,
  succeed: finish,
};
