import { Temporal } from 'temporal-polyfill';
import { localDateOf } from '../calendar/local-date.ts';
import type { Facts } from '../port-request/facts.ts';
import type { Attempt } from '../port-request/port-request.ts';

/**
 * Working days from the submission of an attempt to the answer that is given now, counted as its limit of ten is (F18). Null where
 * the attempt was approved before: then this answer only takes the first one back.
 */
export const answerWorkingDays = (attempt: Attempt, { now, calendar }: Facts): number | null =>
  attempt.approvedDate === null
    ? calendar.workingDaysBetween(localDateOf(Temporal.Instant.from(attempt.submittedAt)), localDateOf(now))
    : null;
