import { Temporal } from 'temporal-polyfill';
import { compareDates } from '../calendar/local-date.ts';
import { answerDueOfAttempt } from '../port-request/deadlines.ts';
import type { EnclosureContent } from '../port-request/enclosure.ts';
import type { Facts } from '../port-request/facts.ts';
import { type Attempt, withAttempt } from '../port-request/port-request.ts';
import { type Recording, record } from '../port-request/recording.ts';
import type { Actor } from '../port-request/status.ts';
import { applied, type EventOutcome, noted } from './event-outcome.ts';
import type { DataOf } from './operator-event.ts';
import { implausibleDay } from './plausible-time.ts';

type Delay = DataOf<'answer.delayed'>;

const dueOn = (attempt: Attempt, { calendar }: Facts) =>
  answerDueOfAttempt(attempt, Temporal.Instant.from(attempt.submittedAt), calendar).date;

/** The operator's own words are for the desk: a history holds no free text. */
const noteOf = (text: string | null | undefined): { readonly enclosure?: EnclosureContent } =>
  text === null || text === undefined ? {} : { enclosure: { kind: 'note', visibility: 'desk', text } };

/**
 * The operator says that it will be late (assumption): the day its answer is due moves to the one it names, or to the next
 * working day. A day that is not later than the present one moves nothing and is only noted.
 */
export const delay = (
  recording: Recording,
  attempt: Attempt,
  { until, reason }: Delay,
  facts: Facts,
  actor: Actor,
): EventOutcome => {
  const problems = implausibleDay(until, '/data/until', facts);
  if (problems.length > 0) return { kind: 'refused', problems };
  const isMoved =
    compareDates(dueOn({ ...attempt, answerDelayedUntil: until }, facts), dueOn(attempt, facts)) > 0;
  const change = isMoved ? { answerDelayedUntil: until } : {};
  const delayed = record(recording, facts, {
    type: 'port_request.answer_delayed',
    actor,
    data: { until, answerDueOn: dueOn({ ...attempt, ...change }, facts) },
    ...noteOf(reason),
    request: withAttempt(recording.after, change),
  });
  return isMoved ? applied(delayed) : noted(delayed);
};

/** Whether the due date was moved to this very day already. */
export const repeatsDelay = (attempt: Attempt, { until }: Delay): boolean =>
  attempt.answerDelayedUntil === until;
