import type { SQSClient } from '@aws-sdk/client-sqs';
import type { CarrierReports } from '../operator/carrier-report.ts';
import { putMessages } from './sqs-batches.ts';

/** The queue on which reports wait for the carrier, on SQS. */
export const sqsCarrierReports = (to: {
  readonly client: SQSClient;
  readonly queueUrl: string;
}): CarrierReports => ({
  put: (jobs) =>
    putMessages(
      to,
      jobs.map((body) => ({ body })),
    ),
});
