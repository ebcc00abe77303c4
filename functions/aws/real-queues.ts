import * as z from 'zod';
import type { MailQueue } from '../correspondence/mail-job.ts';
import { readEnv } from '../runtime/env.ts';
import { lazy } from '../runtime/lazy.ts';
import type { DueQueue } from '../window/due-queue.ts';
import { queueClient } from './sqs-batches.ts';
import { sqsDueQueue } from './sqs-due-queue.ts';
import { sqsMailQueue } from './sqs-mail-queue.ts';

const mailQueueEnv = z.object({ MAIL_QUEUE_URL: z.string().min(1) });

/** The queue on which this stage's mails wait. */
export const realMailQueue: () => MailQueue = lazy(() =>
  sqsMailQueue({ client: queueClient(), queueUrl: readEnv(mailQueueEnv).MAIL_QUEUE_URL }),
);

const dueQueueEnv = z.object({
  DUE_QUEUE_URL: z.string().min(1),
  DUE_LONGEST_DELAY_SECONDS: z.coerce.number().pipe(z.int().min(0).max(900)),
});

/** The queue on which this stage's requests with something due wait. */
export const realDueQueue: () => DueQueue = lazy(() => {
  const env = readEnv(dueQueueEnv);
  return sqsDueQueue({
    client: queueClient(),
    queueUrl: env.DUE_QUEUE_URL,
    longestDelaySeconds: env.DUE_LONGEST_DELAY_SECONDS,
    random: Math.random,
  });
});
