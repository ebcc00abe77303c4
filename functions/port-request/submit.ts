import { type LocalDate, toInstantText } from '../calendar/clock.ts';
import { localDateOf } from '../calendar/local-date.ts';
import { allowedActionsOf, isFinallyRejected } from './allowed-actions.ts';
import { catchUp } from './catch-up.ts';
import { acknowledgementNames } from './content.ts';
import { answerDueOf } from './deadlines.ts';
import type { Facts } from './facts.ts';
import type { Attempt, PortRequest } from './port-request.ts';
import { currentRules } from './porting-rules.ts';
import { type Decision, decided, type Recording, record, startRecording } from './recording.ts';
import type { Refusal } from './refusal.ts';
import { type Actor, mayMove } from './status.ts';
import { reviewSubmission } from './submission-check.ts';

/** The refusal of a move that the request's status does not allow, with what it does allow. */
export const moveNotAllowed = (request: PortRequest, { now, calendar }: Facts): Refusal => ({
  kind: 'move_not_allowed',
  status: request.status,
  allowedActions: allowedActionsOf(request, now, calendar),
});

const newAttempt = (number: number, desiredDate: string, facts: Facts): Attempt => ({
  number,
  submittedAt: toInstantText(facts.now),
  rulesVersion: currentRules.version,
  desiredDate,
  sentAt: null,
  operatorReference: null,
  answerDelayedUntil: null,
  overdueRecordedOn: null,
  approvedDate: null,
  approvedDateStated: null,
  reminded: 'none',
  linkGeneration: 1,
  startedAt: null,
  startedBy: null,
  interruption: 'unrecorded',
  failedStarts: [],
  completedAt: null,
  closedAt: null,
  outcome: null,
  rejections: [],
});

/** Opens the next attempt, for a day that has been judged: its dates are counted from now. */
export const nextAttempt = (
  recording: Recording,
  desiredDate: LocalDate,
  facts: Facts,
  actor: Actor,
): Recording => {
  const { after } = recording;
  const attempt = newAttempt(after.attempts.length + 1, desiredDate, facts);
  const answerDue = answerDueOf(localDateOf(facts.now), facts.now, currentRules, facts.calendar);
  return record(recording, facts, {
    type: 'port_request.submitted',
    actor,
    // With who and when: what the reseller says to have told the customer (F5, F10, F14).
    data: {
      desiredDate,
      answerDueOn: answerDue.date,
      acknowledged: acknowledgementNames.filter((name) => after.content.acknowledgements[name]),
    },
    request: { ...after, status: 'submitted', attempts: [...after.attempts, attempt], plannedDate: null },
  });
};

/** Submits what a recording has led to: the next attempt, with its dates counted from now. All problems at once. */
export const submitted = (recording: Recording, facts: Facts, actor: Actor): Decision => {
  const { after } = recording;
  if (!mayMove('submit', after.status) || isFinallyRejected(after)) return moveNotAllowed(after, facts);
  const { blockers, desiredDate } = reviewSubmission(after, facts);
  if (blockers.length > 0) return { kind: 'refused', problems: blockers };
  return decided(nextAttempt(recording, desiredDate, facts, actor));
};

/** Submits a draft, or resubmits after a rejection or an expiry as the next attempt. */
export const submit = (request: PortRequest, facts: Facts, actor: Actor): Decision =>
  submitted(catchUp(startRecording(request), facts), facts, actor);
