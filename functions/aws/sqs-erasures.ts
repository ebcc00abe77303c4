import type { SQSClient } from '@aws-sdk/client-sqs';
import type { Erasures } from '../erasure/erasures.ts';
import { putMessages } from './sqs-batches.ts';

/** The queue on which requests wait whose surroundings have to be erased, on SQS. */
export const sqsErasures = (to: { readonly client: SQSClient; readonly queueUrl: string }): Erasures => ({
  put: (portRequestId) => putMessages(to, [{ body: { portRequestId } }]),
});
