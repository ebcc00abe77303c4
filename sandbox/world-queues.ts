import type { EndpointMails, MailQueue } from '../functions/correspondence/mail-job.ts';
import type { Erasures } from '../functions/erasure/erasures.ts';
import type { Publications } from '../functions/events/publications.ts';
import type { CarrierReports } from '../functions/operator/carrier-report.ts';
import type { WorkHandler } from '../functions/runtime/work.ts';
import type { LaneQueue } from '../functions/webhooks/lane-queue.ts';
import type { DueQueue } from '../functions/window/due-queue.ts';
import type { QueueName } from '../operations/platform-metrics.ts';
import {
  createInMemoryQueue,
  type DeadLetter,
  type InMemoryQueue,
  type Undelivered,
} from './in-memory-queue.ts';
import type { SimulatedPlatform } from './simulated-platform.ts';
import type { VirtualClock } from './virtual-clock.ts';

/** What is left in each queue. */
export type SavedQueues = {
  readonly mailQueue: readonly Undelivered[];
  readonly dueQueue: readonly Undelivered[];
  readonly bounceQueue: readonly Undelivered[];
  readonly reportQueue: readonly Undelivered[];
  readonly erasureQueue: readonly Undelivered[];
  readonly uploadQueue: readonly Undelivered[];
  readonly publicationQueue: readonly Undelivered[];
  readonly laneQueue: readonly Undelivered[];
};

/** The queues of a world, as the service puts into them, and as they are saved. */
export type WorldQueues = {
  readonly mailQueue: MailQueue;
  readonly endpointMails: EndpointMails;
  readonly dueQueue: DueQueue;
  readonly carrierReports: CarrierReports;
  readonly erasures: Erasures;
  readonly publications: Publications;
  readonly laneQueue: LaneQueue;
  /** What the store of files reports of an upload. */
  readonly putUpload: (event: unknown) => void;
  /** What the mail service reports of a mail. */
  readonly putMailReport: (event: unknown) => void;
  readonly queueOf: (name: QueueName) => InMemoryQueue;
  readonly save: () => SavedQueues;
};

type QueuesOptions = {
  readonly clock: VirtualClock;
  readonly platform: SimulatedPlatform;
  readonly onDeadLetter: (letter: DeadLetter) => void;
  readonly workers: Readonly<Record<keyof SavedQueues, WorkHandler>>;
  readonly saved: SavedQueues | undefined;
};

/** A mail is tried for a day, once a minute: an outage of the mail service must not cost a start link. */
const mailReceives = 24 * 60;

/** As a mail: an outage of the carrier must not cost a report. */
const reportReceives = mailReceives;

/** Every queue of the service, each with its worker. */
export const createWorldQueues = ({
  clock,
  platform,
  onDeadLetter,
  workers,
  saved,
}: QueuesOptions): WorldQueues => {
  const queueOf = (
    key: keyof SavedQueues,
    name: QueueName,
    limit: { readonly maxReceives?: number; readonly isBeside?: boolean } = {},
  ) =>
    createInMemoryQueue({
      name,
      clock,
      onDeadLetter,
      handler: workers[key],
      saved: saved?.[key] ?? [],
      onWaiting: (waiting) => platform.waiting(name, waiting),
      onWorkerDied: () =>
        platform.failed(name === 'webhooks' || name === 'publications' ? 'events' : 'workers'),
      ...limit,
    });
  const mails = queueOf('mailQueue', 'mails', { maxReceives: mailReceives });
  const due = queueOf('dueQueue', 'due work');
  const bounces = queueOf('bounceQueue', 'bounces');
  const reports = queueOf('reportQueue', 'carrier reports', { maxReceives: reportReceives });
  const erasures = queueOf('erasureQueue', 'erasures');
  const uploads = queueOf('uploadQueue', 'uploads');
  const publications = queueOf('publicationQueue', 'publications', { maxReceives: mailReceives });
  const lanes = queueOf('laneQueue', 'webhooks', { isBeside: true });
  const named: Readonly<Record<QueueName, InMemoryQueue>> = {
    mails,
    'due work': due,
    bounces,
    uploads,
    erasures,
    'carrier reports': reports,
    publications,
    webhooks: lanes,
  };
  return {
    mailQueue: {
      put: async (jobs) => {
        for (const job of jobs) mails.put(job);
      },
    },
    endpointMails: { put: async (job) => mails.put(job) },
    dueQueue: {
      put: async (ids) => {
        for (const portRequestId of ids) due.put({ portRequestId });
      },
    },
    carrierReports: {
      put: async (jobs) => {
        for (const job of jobs) reports.put(job);
      },
    },
    erasures: { put: async (portRequestId) => erasures.put({ portRequestId }) },
    publications: { put: async (job) => publications.put(job) },
    laneQueue: {
      put: async (due) => {
        for (const lane of due) lanes.put(lane);
      },
    },
    putUpload: uploads.put,
    putMailReport: bounces.put,
    queueOf: (name) => named[name],
    save: () => ({
      mailQueue: mails.save(),
      dueQueue: due.save(),
      bounceQueue: bounces.save(),
      reportQueue: reports.save(),
      erasureQueue: erasures.save(),
      uploadQueue: uploads.save(),
      publicationQueue: publications.save(),
      laneQueue: lanes.save(),
    }),
  };
};
