import type { LocalDate } from '../calendar/clock.ts';
import { compareDates, localDateOf } from '../calendar/local-date.ts';
import { catchUp } from '../port-request/catch-up.ts';
import { windowOfAttempt } from '../port-request/deadlines.ts';
import type { Facts } from '../port-request/facts.ts';
import { type Attempt, withAttempt } from '../port-request/port-request.ts';
import { type Recording, record } from '../port-request/recording.ts';
import type { Actor } from '../port-request/status.ts';
import { answerWorkingDays } from './answer-working-days.ts';
import { applied, type EventOutcome } from './event-outcome.ts';

/** No date means the desired one. */
const dateMeant = (stated: LocalDate | null, attempt: Attempt): LocalDate => stated ?? attempt.desiredDate;

/**
 * The approved date: what the operator states, else the desired date; moved to a working day, and to one that has not
 * passed (assumption). A date before the desired one stands.
 */
const approvedDateFor = (stated: LocalDate | null, attempt: Attempt, { now, calendar }: Facts): LocalDate => {
  const wanted = dateMeant(stated, attempt);
  const today = localDateOf(now);
  return calendar.firstWorkingDayFrom(compareDates(wanted, today) < 0 ? today : wanted);
};

/** The losing operator agrees (F21): the date is granted, and the window opens at once where its first 09:00 has passed. */
export const approve = (
  recording: Recording,
  attempt: Attempt,
  stated: LocalDate | null,
  facts: Facts,
  actor: Actor,
): EventOutcome => {
  const approvedDate = approvedDateFor(stated, attempt, facts);
  const request = {
    ...withAttempt(recording.after, { approvedDate, approvedDateStated: stated }),
    status: 'approved' as const,
  };
  const window = windowOfAttempt({ ...attempt, approvedDate }, facts.calendar);
  const approved = record(recording, facts, {
    type: 'port_request.approved',
    actor,
    data: {
      approvedDate,
      statedDate: stated,
      lastDay: window?.lastDay ?? null,
      answerWorkingDays: answerWorkingDays(attempt, facts),
      // The date stands; the desk is told, since the customer counted on another one.
      missesDesiredDate: window !== undefined && compareDates(window.lastDay, attempt.desiredDate) < 0,
    },
    request,
  });
  return applied(catchUp(approved, facts));
};

/** Whether the attempt was approved for this very date already. */
export const repeatsApproval = (attempt: Attempt, stated: LocalDate | null): boolean =>
  attempt.approvedDate !== null &&
  attempt.outcome !== 'rejected' &&
  (stated === attempt.approvedDate ||
    dateMeant(stated, attempt) === dateMeant(attempt.approvedDateStated, attempt));
