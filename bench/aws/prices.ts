import type { LifecycleCounts } from './counted-lifecycle.ts';

/** One line of the bill for a port. */
export type CostLine = {
  readonly what: string;
  /** How much of it one port uses. */
  readonly amount: number;
  readonly unit: string;
  readonly usdPerMillion: number;
};

/** Assumptions where a count says nothing: how long a call takes, and how much is logged of it. */
export const assumptions = {
  secondsPerCall: 0.1,
  gigabytesPerFunction: 0.5,
  /** Our line, and Lambda's own three. */
  logBytesPerCall: 1000,
  /** Step Functions logs entering and leaving, without data. */
  logBytesPerTransition: 800,
  /** A line of metrics, one for each history entry and each mail: what CloudWatch has to know of them is written each time. */
  metricBytesPerLine: 400,
  /** Of the runs, each a trace with all that it calls; Lambda by itself records nothing (`lib/port-lifecycle.ts`). */
  tracedPart: 0.1,
  /** A message is sent, received and deleted. */
  requestsPerMessage: 3,
} as const;

const bytesPerGigabyte = 1024 ** 3;

/** A million GB taken in, and looked through for personal data (`lib/protected-log.ts`). */
const usdPerMillionLogged = 570_000 + 120_000;

/** What is logged by so many calls of functions and transitions, as a line of a bill. */
export const logLine = (what: string, calls: number, transitions: number): CostLine => ({
  what,
  amount:
    (calls * assumptions.logBytesPerCall + transitions * assumptions.logBytesPerTransition) /
    bytesPerGigabyte,
  unit: 'GB',
  usdPerMillion: usdPerMillionLogged,
});

/** List prices of eu-west-1 in USD, without free tiers and discounts; worth a look before anybody relies on them. */
export const linesOf = (counts: LifecycleCounts): readonly CostLine[] => {
  const { secondsPerCall, gigabytesPerFunction, requestsPerMessage, tracedPart, metricBytesPerLine } =
    assumptions;
  const { apiCalls, functionCalls, transitions, readUnits, writeUnits, mails } = counts;
  const { queueMessages, orderedMessages } = counts;
  return [
    { what: 'Step Functions', amount: transitions, unit: 'state transitions', usdPerMillion: 25 },
    { what: 'X-Ray', amount: tracedPart, unit: 'traces', usdPerMillion: 5 },
    { what: 'DynamoDB, writing', amount: writeUnits, unit: 'write units', usdPerMillion: 0.705 },
    { what: 'DynamoDB, reading', amount: readUnits, unit: 'read units', usdPerMillion: 0.141 },
    { what: 'Lambda, calls', amount: functionCalls, unit: 'calls', usdPerMillion: 0.2 },
    {
      what: 'Lambda, time',
      amount: functionCalls * secondsPerCall * gigabytesPerFunction,
      unit: 'GB-seconds',
      usdPerMillion: 13.3334,
    },
    { what: 'API Gateway', amount: apiCalls, unit: 'calls', usdPerMillion: 3.5 },
    { what: 'WAF', amount: apiCalls, unit: 'calls', usdPerMillion: 0.6 },
    {
      what: 'SQS',
      amount: (queueMessages - orderedMessages) * requestsPerMessage,
      unit: 'requests',
      usdPerMillion: 0.4,
    },
    {
      what: 'SQS, in order (FIFO)',
      amount: orderedMessages * requestsPerMessage,
      unit: 'requests',
      usdPerMillion: 0.5,
    },
    logLine('CloudWatch Logs', functionCalls, transitions),
    {
      what: 'CloudWatch Logs, metrics',
      // Each history entry is one ordered message.
      amount: ((orderedMessages + mails) * metricBytesPerLine) / bytesPerGigabyte,
      unit: 'GB',
      usdPerMillion: usdPerMillionLogged,
    },
  ];
};

/** What mails cost comes apart: no design changes it. */
export const mailLineOf = ({ mails }: LifecycleCounts): CostLine => ({
  what: 'SES',
  amount: mails,
  unit: 'mails',
  usdPerMillion: 100,
});

/** What one port costs in USD. */
export const usdPerPort = (lines: readonly CostLine[]): number =>
  lines.reduce((sum, { amount, usdPerMillion }) => sum + (amount * usdPerMillion) / 1_000_000, 0);
