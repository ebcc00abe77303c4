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
  /** A message is sent, received and deleted. */
  requestsPerMessage: 3,
} as const;

const bytesPerGigabyte = 1024 ** 3;

/** What traces cost, recorded. */
export const usdPerMillionTraces = 5;

/** What is logged by so many calls of functions and transitions, as a line of a bill. */
export const logLine = (what: string, calls: number, transitions: number): CostLine => ({
  what,
  amount:
    (calls * assumptions.logBytesPerCall + transitions * assumptions.logBytesPerTransition) /
    bytesPerGigabyte,
  unit: 'GB',
  usdPerMillion: 570_000,
});

/** List prices of eu-west-1 in USD, without free tiers and discounts; worth a look before anybody relies on them. */
export const linesOf = (counts: LifecycleCounts): readonly CostLine[] => {
  const { secondsPerCall, gigabytesPerFunction, requestsPerMessage } = assumptions;
  const { apiCalls, functionCalls, taskCalls, transitions, readUnits, writeUnits } = counts;
  const { queueMessages, orderedMessages } = counts;
  return [
    { what: 'Step Functions', amount: transitions, unit: 'state transitions', usdPerMillion: 25 },
    // Tasks belong to the trace of their execution; every other call begins one, and at worst all are sampled.
    {
      what: 'X-Ray',
      amount: functionCalls - taskCalls + 1,
      unit: 'traces',
      usdPerMillion: usdPerMillionTraces,
    },
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
