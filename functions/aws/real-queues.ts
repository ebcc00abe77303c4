import * as z from 'zod';
import type { EndpointMails, MailQueue } from '../correspondence/mail-job.ts';
import type { Erasures } from '../erasure/erasures.ts';
import type { Publications } from '../events/publications.ts';
import type { CarrierReports } from '../operator/carrier-report.ts';
import { readEnv } from '../runtime/env.ts';
import { lazy } from '../runtime/lazy.ts';
import type { LaneQueue } from '../webhooks/lane-queue.ts';
import type { DueQueue } from '../window/due-queue.ts';
import { queueClient } from './sqs-batches.ts';
import { sqsCarrierReports } from './sqs-carrier-reports.ts';
import { sqsDueQueue } from './sqs-due-queue.ts';
import { sqsErasures } from './sqs-erasures.ts';
import { sqsLaneQueue } from './sqs-lane-queue.ts';
import { sqsEndpointMails, sqsMailQueue } from './sqs-mail-queue.ts';
import { sqsPublications } from './sqs-publications.ts';

const mailQueueEnv = z.object({ MAIL_QUEUE_URL: z.string().min(1) });

/** The queue on which this stage's mails wait. */
export const realMailQueue: () => MailQueue = lazy(() =>
  sqsMailQueue({ client: queueClient(), queueUrl: readEnv(mailQueueEnv).MAIL_QUEUE_URL }),
);

/** The same queue, for mails about endpoints for webhooks. */
export const realEndpointMails: () => EndpointMails = lazy(() =>
  sqsEndpointMails({ client: queueClient(), queueUrl: readEnv(mailQueueEnv).MAIL_QUEUE_URL }),
);

const erasuresEnv = z.object({ ERASURE_QUEUE_URL: z.string().min(1) });

/** The queue on which this stage's erased requests wait for their surroundings to be erased. */
export const realErasures: () => Erasures = lazy(() =>
  sqsErasures({ client: queueClient(), queueUrl: readEnv(erasuresEnv).ERASURE_QUEUE_URL }),
);

const carrierReportsEnv = z.object({ CARRIER_REPORT_QUEUE_URL: z.string().min(1) });

/** The queue on which this stage's reports wait for the carrier. */
export const realCarrierReports: () => CarrierReports = lazy(() =>
  sqsCarrierReports({
    client: queueClient(),
    queueUrl: readEnv(carrierReportsEnv).CARRIER_REPORT_QUEUE_URL,
  }),
);

const publicationsEnv = z.object({ PUBLICATION_QUEUE_URL: z.string().min(1) });

/** The queue on which this stage's history entries wait for the feed. */
export const realPublications: () => Publications = lazy(() =>
  sqsPublications({ client: queueClient(), queueUrl: readEnv(publicationsEnv).PUBLICATION_QUEUE_URL }),
);

const laneQueueEnv = z.object({ LANE_QUEUE_URL: z.string().min(1) });

/** The queue on which this stage's lanes of webhooks wait. */
export const realLaneQueue: () => LaneQueue = lazy(() =>
  sqsLaneQueue({ client: queueClient(), queueUrl: readEnv(laneQueueEnv).LANE_QUEUE_URL }),
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
