import { catchUp } from '../port-request/catch-up.ts';
import type { Facts } from '../port-request/facts.ts';
import { type Attempt, currentAttempt, type PortRequest, withAttempt } from '../port-request/port-request.ts';
import { type Recording, record, startRecording } from '../port-request/recording.ts';
import { type Actor, type MoveName, mayMove, type Status } from '../port-request/status.ts';
import { accept } from './acceptance.ts';
import { approve, repeatsApproval } from './approval.ts';
import { complete, repeatsCompletion } from './completion.ts';
import { applied, type EventOutcome, recorded } from './event-outcome.ts';
import { type OperatorEvent, type OperatorEventType, operatorEventTypes } from './operator-event.ts';
import { reject, repeatsRejection } from './rejection.ts';

/** An event that does not fit: wrong status, closed attempt, or it contradicts an answer that was given. */
export type NotExpected = {
  readonly kind: 'not_expected';
  readonly status: Status;
  readonly attempt: number | null;
  readonly allowedEvents: readonly OperatorEventType[];
};

/** What came of an event: taken in, its data refused, or it does not fit. */
export type Answer = EventOutcome | NotExpected;

/** The move each event makes, or shows to be possible. */
const moveOf: Readonly<Record<OperatorEventType, MoveName>> = {
  'request.acknowledged': 'approve',
  'request.approved': 'approve',
  'request.rejected': 'reject',
  'port.completed': 'complete',
};

/** The events that make sense in a status; a `submitted` request is taken to be with the operator once it answers. */
export const allowedEventsIn = (status: Status): readonly OperatorEventType[] => {
  const reached = status === 'submitted' ? 'awaiting_answer' : status;
  return operatorEventTypes.filter((type) => mayMove(moveOf[type], reached));
};

const notExpected = (request: PortRequest): NotExpected => ({
  kind: 'not_expected',
  status: request.status,
  attempt: currentAttempt(request)?.number ?? null,
  allowedEvents: allowedEventsIn(request.status),
});

/** Whether the attempt has had exactly this answer already: then a new id makes it no second one. */
const repeatsAnswer = (event: OperatorEvent, attempt: Attempt, request: PortRequest): boolean => {
  switch (event.type) {
    case 'request.acknowledged':
      return attempt.operatorReference === event.data.operatorReference;
    case 'request.approved':
      return repeatsApproval(attempt, event.data.date ?? null);
    case 'request.rejected':
      return repeatsRejection(attempt, event.data.reasons);
    case 'port.completed':
      return repeatsCompletion(request, attempt, event.data);
  }
};

/** Noted only, unless it is what shows that the operator has the request. */
const acknowledge = (
  recording: Recording,
  statusBefore: Status,
  operatorReference: string,
  facts: Facts,
  actor: Actor,
): EventOutcome => {
  const acknowledged = record(recording, facts, {
    type: 'port_request.acknowledged',
    actor,
    request: withAttempt(recording.after, { operatorReference }),
  });
  return acknowledged.after.status === statusBefore ? recorded(acknowledged) : applied(acknowledged);
};

/**
 * What an operator's event does to a request (F18, F21, F25). Events come twice, late and out of order: one that was
 * applied before is only noted, one that does not fit is refused with what would fit. One attempt has one answer.
 */
export const answer = (request: PortRequest, event: OperatorEvent, facts: Facts, actor: Actor): Answer => {
  const caughtUp = catchUp(startRecording(request), facts);
  const attempt = caughtUp.after.attempts.find(({ number }) => number === event.attempt);
  if (attempt !== undefined && repeatsAnswer(event, attempt, caughtUp.after))
    return recorded(startRecording(request));
  const isCurrent =
    attempt !== undefined && attempt === currentAttempt(caughtUp.after) && attempt.outcome === null;
  if (!isCurrent || !allowedEventsIn(caughtUp.after.status).includes(event.type))
    return notExpected(caughtUp.after);
  const recording = accept(caughtUp, facts, actor);
  switch (event.type) {
    case 'request.acknowledged':
      return acknowledge(recording, caughtUp.after.status, event.data.operatorReference, facts, actor);
    case 'request.approved':
      return approve(recording, attempt, event.data.date ?? null, facts, actor);
    case 'request.rejected':
      return reject(recording, attempt, event.data.reasons, facts, actor);
    case 'port.completed':
      return complete(recording, event.data, facts, actor);
  }
};
