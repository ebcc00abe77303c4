import { createHash } from 'node:crypto';
import type { SQSClient } from '@aws-sdk/client-sqs';
import type { Publications } from '../events/publications.ts';
import { putMessages } from './sqs-batches.ts';

/** The names of tenants are given by others, and SQS takes few characters in that of a group. */
const groupOf = (tenant: string): string => createHash('sha256').update(tenant).digest('hex');

/**
 * The queue on which entries wait for the feed, on SQS: a FIFO queue, which hands out one message of a tenant at a time. An entry
 * that is put there twice within five minutes is one message.
 */
export const sqsPublications = (to: {
  readonly client: SQSClient;
  readonly queueUrl: string;
}): Publications => ({
  put: (job) =>
    putMessages(to, [
      {
        body: job,
        groupId: groupOf(job.tenant),
        deduplicationId: `${job.portRequestId}#${job.sequence}`,
      },
    ]),
});
