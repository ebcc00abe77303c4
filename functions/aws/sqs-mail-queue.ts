import type { SQSClient } from '@aws-sdk/client-sqs';
import type { EndpointMails, MailQueue } from '../correspondence/mail-job.ts';
import { putMessages } from './sqs-batches.ts';

/** The queue on which mails wait for their sender, on SQS. */
export const sqsMailQueue = (to: { readonly client: SQSClient; readonly queueUrl: string }): MailQueue => ({
  put: (jobs) =>
    putMessages(
      to,
      jobs.map((body) => ({ body })),
    ),
});

/** The same queue, for mails about endpoints for webhooks. */
export const sqsEndpointMails = (to: {
  readonly client: SQSClient;
  readonly queueUrl: string;
}): EndpointMails => ({
  put: (body) => putMessages(to, [{ body }]),
});
