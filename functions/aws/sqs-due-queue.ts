import type { SQSClient } from '@aws-sdk/client-sqs';
import type { DueQueue } from '../window/due-queue.ts';
import { putMessages } from './sqs-batches.ts';

/**
 * The queue on which requests wait to have done what is due, on SQS. Each message is held back for a random time: at
 * 09:00 all windows open at once, and no table or mail quota has to be made for that one minute.
 */
export const sqsDueQueue = ({
  longestDelaySeconds,
  random,
  ...to
}: {
  readonly client: SQSClient;
  readonly queueUrl: string;
  /** At most 900; 0 holds nothing back. */
  readonly longestDelaySeconds: number;
  /** A number from 0 up to, not including, 1. */
  readonly random: () => number;
}): DueQueue => ({
  put: (portRequestIds) =>
    putMessages(
      to,
      portRequestIds.map((portRequestId) => ({
        body: { portRequestId },
        delaySeconds: Math.floor(random() * (longestDelaySeconds + 1)),
      })),
    ),
});
