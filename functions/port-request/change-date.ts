import { type LocalDate, toInstantText } from '../calendar/clock.ts';
import { compareDates, localDateOf } from '../calendar/local-date.ts';
import type { StartWindow } from '../window/start-window.ts';
import { catchUp } from './catch-up.ts';
import { earliestDateOf, windowOfAttempt } from './deadlines.ts';
import { judgeDate } from './desired-date.ts';
import type { Facts } from './facts.ts';
import { currentAttempt, type PortRequest, withAttempt } from './port-request.ts';
import { currentRules } from './porting-rules.ts';
import { type Decision, decided, type Recording, record, startRecording } from './recording.ts';
import { type Actor, mayMove } from './status.ts';
import { moveNotAllowed, nextAttempt } from './submit.ts';

/** The first day that can be asked for: of the window, while it is asked for within; else counted anew from today (F19). */
const earliestFor = (asked: LocalDate, window: StartWindow, facts: Facts): LocalDate => {
  const today = localDateOf(facts.now);
  if (compareDates(asked, window.lastDay) > 0)
    return earliestDateOf(today, undefined, currentRules, facts.calendar).date;
  // On a Saturday inside the window it is the Monday: what is offered has to be good.
  return compareDates(today, window.firstDay) > 0
    ? facts.calendar.firstWorkingDayFrom(today)
    : window.firstDay;
};

/** Closes the attempt and opens the next one for the later date: a new date needs a new approval. */
const replanned = (recording: Recording, date: LocalDate, facts: Facts, actor: Actor): Recording => {
  const { after } = recording;
  const closed = record(recording, facts, {
    type: 'port_request.replanned',
    actor,
    data: { date },
    request: {
      ...withAttempt(after, { closedAt: toInstantText(facts.now), outcome: 'replanned' }),
      content: { ...after.content, desiredDate: date },
      plannedDate: null,
      status: 'submitted',
    },
  });
  return nextAttempt(closed, date, facts, actor);
};

/**
 * Asks for another day of an approved port. Inside its start window it is only noted, since the port is started by a
 * person anyway; after it a new date needs a new approval, so the attempt is closed and the next one opened (F19, F23).
 */
export const changeDate = (request: PortRequest, date: LocalDate, facts: Facts, actor: Actor): Decision => {
  const recording = catchUp(startRecording(request), facts);
  const { after } = recording;
  const attempt = currentAttempt(after);
  const window = attempt && windowOfAttempt(attempt, facts.calendar);
  if (!mayMove('replan', after.status) || window === undefined) return moveNotAllowed(after, facts);
  const problems = judgeDate(date, earliestFor(date, window, facts), '/date', facts);
  if (problems.length > 0) return { kind: 'refused', problems };
  if (compareDates(date, window.lastDay) > 0) return decided(replanned(recording, date, facts, actor));
  if (after.plannedDate === date) return decided(recording);
  return decided(
    record(recording, facts, {
      type: 'port_request.date_planned',
      actor,
      data: { date },
      request: { ...after, plannedDate: date },
    }),
  );
};
