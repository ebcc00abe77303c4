import type { SQSClient } from '@aws-sdk/client-sqs';
import type { LaneQueue } from '../webhooks/lane-queue.ts';
import { putMessages } from './sqs-batches.ts';

/**
 * The queue on which lanes of webhooks wait for their worker, on SQS. Each endpoint is a group: one whose receiver is slow keeps many
 * workers busy, and SQS then serves the others first (a fair queue).
 */
export const sqsLaneQueue = (to: { readonly client: SQSClient; readonly queueUrl: string }): LaneQueue => ({
  put: (lanes) =>
    putMessages(
      to,
      lanes.map((body) => ({ body, groupId: body.endpointId })),
    ),
});
