import { catchUp } from '../port-request/catch-up.ts';
import type { Facts } from '../port-request/facts.ts';
import { type Attempt, currentAttempt, type PortRequest } from '../port-request/port-request.ts';
import { type Recording, startRecording } from '../port-request/recording.ts';
import { type Actor, type MoveName, mayMove, type Status } from '../port-request/status.ts';
import { accept } from './acceptance.ts';
import { acknowledge, repeatsAcknowledgement } from './acknowledgement.ts';
import { approve, repeatsApproval } from './approval.ts';
import { complete, precedesFailure, repeatsCompletion } from './completion.ts';
import { delay, repeatsDelay } from './delay.ts';
import { type EventOutcome, recorded } from './event-outcome.ts';
import { fail, mayHaveFailed, repeatsFailure } from './failure.ts';
import { updateOfIncident } from './incident-update.ts';
import { type OperatorEvent, type OperatorEventType, operatorEventTypes } from './operator-event.ts';
import { implausibleDay } from './plausible-time.ts';
import { reject, repeatsRejection } from './rejection.ts';
import { answerReturn, awaitsReturn, repeatsReturn } from './return-answer.ts';
import { problemsOfAnswer, type Verdict, verdictOf } from './verdict.ts';

/** An event that does not fit: wrong status, closed attempt, or it contradicts an answer that was given. */
export type NotExpected = {
  readonly kind: 'not_expected';
  readonly status: Status;
  readonly attempt: number | null;
  readonly allowedEvents: readonly OperatorEventType[];
};

/** What came of an event: taken in, its data refused, or it does not fit. */
export type Answer = EventOutcome | NotExpected;

/** Whether a move begins here; a `submitted` request is taken to be with the operator once it answers. */
const mayBegin = (move: MoveName, { status }: PortRequest): boolean =>
  mayMove(move, status === 'submitted' ? 'awaiting_answer' : status);

/** When each event makes sense. */
const fits: Readonly<Record<OperatorEventType, (request: PortRequest) => boolean>> = {
  'request.acknowledged': (request) => mayBegin('approve', request),
  'answer.delayed': (request) => mayBegin('approve', request),
  'request.approved': (request) => mayBegin('approve', request),
  'request.rejected': (request) => mayBegin('reject', request),
  'port.completed': (request) => mayBegin('complete', request),
  'port.failed': (request) => mayBegin('fail', request) && mayHaveFailed(request),
  'incident.updated': ({ incidents }) => incidents.length > 0,
  'return.completed': awaitsReturn,
  'return.refused': awaitsReturn,
};

/** The events that make sense for a request as it stands. */
export const allowedEventsOf = (request: PortRequest): readonly OperatorEventType[] =>
  operatorEventTypes.filter((type) => fits[type](request));

const notExpected = (request: PortRequest): NotExpected => ({
  kind: 'not_expected',
  status: request.status,
  attempt: currentAttempt(request)?.number ?? null,
  allowedEvents: allowedEventsOf(request),
});

/** Whether the operator has said exactly this already: then a new id makes it no second answer. */
const repeatsAnswer = (event: OperatorEvent, attempt: Attempt, request: PortRequest): boolean => {
  switch (event.type) {
    case 'request.acknowledged':
      return repeatsAcknowledgement(attempt, event.data);
    case 'answer.delayed':
      return repeatsDelay(attempt, event.data);
    case 'request.approved':
    case 'request.rejected':
      return repeatsVerdict(attempt, verdictOf(event));
    case 'port.completed':
      return repeatsCompletion(request, attempt, event.data);
    case 'port.failed':
      return repeatsFailure(attempt, event.occurredAt);
    case 'return.completed':
    case 'return.refused':
      return repeatsReturn(request, event);
    case 'incident.updated':
      return false;
  }
};

const repeatsVerdict = (attempt: Attempt, verdict: Verdict): boolean =>
  verdict.kind === 'approved'
    ? repeatsApproval(attempt, verdict.statedDate)
    : repeatsRejection(attempt, verdict.reasons);

/** Whether the event may be about this attempt: the open one, or any for what comes after a port. */
const concerns = ({ type }: OperatorEvent, attempt: Attempt, request: PortRequest): boolean => {
  if (type === 'incident.updated' || type === 'return.completed' || type === 'return.refused') return true;
  return attempt === currentAttempt(request) && attempt.outcome === null;
};

const judge = (
  recording: Recording,
  attempt: Attempt,
  event: Extract<OperatorEvent, { type: 'request.approved' | 'request.rejected' }>,
  facts: Facts,
  actor: Actor,
): EventOutcome => {
  const verdict = verdictOf(event);
  const problems = [
    ...problemsOfAnswer(event, recording.after.content.numbers),
    ...(verdict.kind === 'approved' ? implausibleDay(verdict.statedDate, '/data/date', facts) : []),
  ];
  if (problems.length > 0) return { kind: 'refused', problems };
  return verdict.kind === 'approved'
    ? approve(recording, attempt, verdict.statedDate, facts, actor)
    : reject(recording, attempt, verdict.reasons, facts, actor);
};

/**
 * What an operator's event does to a request (F18, F21, F25). Events come twice, late and out of order: one that was
 * applied before is only noted, one that does not fit is refused with what would fit. One attempt has one answer.
 */
export const answer = (request: PortRequest, event: OperatorEvent, facts: Facts, actor: Actor): Answer => {
  const caughtUp = catchUp(startRecording(request), facts);
  const { after } = caughtUp;
  const attempt = after.attempts.find(({ number }) => number === event.attempt);
  if (attempt !== undefined && repeatsAnswer(event, attempt, after)) return recorded(startRecording(request));
  if (attempt === undefined || !concerns(event, attempt, after)) return notExpected(after);
  // An incident is told by its id, whatever the request's status: an unknown one is a fault of the data.
  if (event.type !== 'incident.updated' && !fits[event.type](after)) return notExpected(after);
  const recording = attempt === currentAttempt(after) ? accept(caughtUp, facts, actor) : caughtUp;
  switch (event.type) {
    case 'request.acknowledged':
      return acknowledge(recording, event.data, facts, actor);
    case 'answer.delayed':
      return delay(recording, attempt, event.data, facts, actor);
    case 'request.approved':
    case 'request.rejected':
      return judge(recording, attempt, event, facts, actor);
    case 'port.completed':
      return precedesFailure(attempt, event.data)
        ? notExpected(after)
        : complete(recording, event.data, facts, actor);
    case 'port.failed':
      return fail(recording, event.data, facts, actor);
    case 'incident.updated':
      return updateOfIncident(recording, event.data, facts, actor);
    case 'return.completed':
    case 'return.refused':
      return after.emergencyReturn === null
        ? notExpected(after)
        : answerReturn(recording, after.emergencyReturn, event, facts, actor);
  }
};
