import { queueNames, wokenNames } from '../functions/repair/queue-names.ts';

export { type QueueName, queueNames, type WokenName, wokenNames } from '../functions/repair/queue-names.ts';

/** Functions that fail together: those that answer calls, the steps of the state machine, those behind the scenes, those that tell receivers. */
export const functionGroups = ['api', 'lifecycle', 'workers', 'events'] as const;

export type FunctionGroup = (typeof functionGroups)[number];

type PlatformMetric = {
  readonly kind: 'counter' | 'gauge' | 'spread';
  readonly meaning: string;
  readonly dimensions: Readonly<Record<string, readonly string[]>>;
};

/**
 * What the platform measures by itself and the service does not emit: the gateway, the queues, the functions, the state machine, the
 * stream. By our own names; `lib/` says which metric of AWS each is, and the sandbox measures the same on its simulated parts.
 */
export const platformMetrics = {
  ApiCalls: { kind: 'counter', meaning: 'Calls of the API.', dimensions: {} },
  ApiClientErrors: { kind: 'counter', meaning: 'Calls that were refused (4xx).', dimensions: {} },
  ApiServerErrors: { kind: 'counter', meaning: 'Calls that could not be answered (5xx).', dimensions: {} },
  ApiMilliseconds: { kind: 'spread', meaning: 'How long an answer took.', dimensions: {} },
  QueueMessagesWaiting: {
    kind: 'gauge',
    meaning: 'Messages that wait in a queue.',
    dimensions: { Queue: queueNames },
  },
  QueueOldestSeconds: {
    kind: 'gauge',
    meaning: 'How long the oldest message of a queue has waited.',
    dimensions: { Queue: queueNames },
  },
  DeadLetters: {
    kind: 'gauge',
    meaning: 'What failed for good and was put aside, by queue or by what was woken.',
    dimensions: { Queue: [...queueNames, ...wokenNames] },
  },
  FunctionErrors: {
    kind: 'counter',
    meaning: 'Calls of functions that ended in an error: crashes, time-outs, missing rights.',
    dimensions: { Group: functionGroups },
  },
  FunctionThrottles: {
    kind: 'counter',
    meaning: 'Calls of functions that the account had no room for.',
    dimensions: { Group: functionGroups },
  },
  RunsStarted: { kind: 'counter', meaning: 'Runs of the lifecycle that began.', dimensions: {} },
  RunsSucceeded: {
    kind: 'counter',
    meaning: 'Runs of the lifecycle that came to their end.',
    dimensions: {},
  },
  RunsBroken: {
    kind: 'counter',
    meaning: 'Runs of the lifecycle that failed, timed out or were aborted.',
    dimensions: {},
  },
  RelayAgeSeconds: {
    kind: 'gauge',
    meaning: 'How old the history entries are that the relay reads.',
    dimensions: {},
  },
} as const satisfies Readonly<Record<string, PlatformMetric>>;

/** The name of a metric of the platform. */
export type PlatformMetricName = keyof typeof platformMetrics;
