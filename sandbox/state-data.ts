import { Temporal } from 'temporal-polyfill';
import { QueryEvaluationError } from './jsonata.ts';
import { StateError } from './state-error.ts';

/** Step Functions' quota for the data that enters or leaves a state, in UTF-8 bytes of JSON. */
const largestDataBytes = 262_144;

/** Longest time-out or wait Step Functions accepts. */
const longestWaitSeconds = 99_999_999;

/** The value as JSON carries it, so that nobody shares it with the machine; nothing becomes `null`. */
export const copyOf = (value: unknown): unknown => JSON.parse(JSON.stringify(value ?? null));

/** The same data. Throws `States.DataLimitExceeded` above the quota. */
export const withinQuota = (data: unknown): unknown => {
  const bytes = Buffer.byteLength(JSON.stringify(data));
  if (bytes <= largestDataBytes) return data;
  throw new StateError({ Error: 'States.DataLimitExceeded', Cause: `${bytes} bytes of JSON` });
};

/** An evaluated number of seconds. Throws `QueryEvaluationError` unless it is a whole number in range. */
export const wholeSeconds = (value: unknown, least: number, field: string): number => {
  if (typeof value === 'number' && Number.isInteger(value) && value >= least && value <= longestWaitSeconds) {
    return value;
  }
  throw new QueryEvaluationError(
    `${field} must be a whole number from ${least}, not ${JSON.stringify(value)}`,
  );
};

/** An evaluated text. Throws `QueryEvaluationError` for any other type. */
export const textOf = (value: unknown, field: string): string => {
  if (typeof value === 'string') return value;
  throw new QueryEvaluationError(`${field} must be a text, not ${JSON.stringify(value)}`);
};

/** An evaluated instant. Throws `QueryEvaluationError` for a text that is none. */
export const instantOf = (value: unknown, field: string): Temporal.Instant => {
  const text = textOf(value, field);
  try {
    return Temporal.Instant.from(text);
  } catch {
    throw new QueryEvaluationError(`${field} must be an RFC 3339 instant, not ${text}`);
  }
};
