import type { SQSClient } from '@aws-sdk/client-sqs';
import type { MailQueue } from '../correspondence/mail-job.ts';
import { putMessages } from './sqs-batches.ts';

/** The queue on which mails wait for their sender, on SQS. */
export const sqsMailQueue = (to: { readonly client: SQSClient; readonly queueUrl: string }): MailQueue => ({
  put: (jobs) =>
    putMessages(
      to,
      jobs.map((body) => ({ body })),
    ),
});
