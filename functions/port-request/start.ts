import { toInstantText } from '../calendar/clock.ts';
import { isOpenNow, nextStartHours } from '../window/start-window.ts';
import { catchUp } from './catch-up.ts';
import { completionDueAt, windowOfAttempt } from './deadlines.ts';
import type { Facts } from './facts.ts';
import { currentAttempt, type PortRequest, withAttempt } from './port-request.ts';
import { rulesOfVersion } from './porting-rules.ts';
import { type Decision, decided, record, startRecording } from './recording.ts';
import type { Refusal } from './refusal.ts';
import { type Actor, mayMove } from './status.ts';
import { moveNotAllowed } from './submit.ts';

/** Why a start is refused by the calendar, with the next opening; undefined where the calendar has no objection. */
export const whyWindowClosed = (request: PortRequest, facts: Facts): Refusal | undefined => {
  const attempt = currentAttempt(request);
  const window = attempt && windowOfAttempt(attempt, facts.calendar);
  if (attempt === undefined || window === undefined) return undefined;
  const { now, calendar } = facts;
  const rules = rulesOfVersion(attempt.rulesVersion);
  if (isOpenNow(window, now, rules, calendar) && request.status === 'ready_to_start') return undefined;
  const hours = request.status === 'expired' ? undefined : nextStartHours(window, now, rules, calendar);
  return {
    kind: 'window_closed',
    opensAt: hours === undefined ? null : toInstantText(hours.opensAt),
    closesAt: hours === undefined ? null : toInstantText(hours.closesAt),
    lastDay: window.lastDay,
  };
};

/**
 * Starts a port: on a working day of its window, 09:00 to 15:00 (F23, F27). Nothing starts by itself: somebody does.
 * In `approved`, because the clock runs late, the opening is recorded first.
 */
export const start = (request: PortRequest, facts: Facts, actor: Actor): Decision => {
  const recording = catchUp(startRecording(request), facts);
  const { after } = recording;
  const concernsWindow = ['approved', 'ready_to_start', 'expired'].includes(after.status);
  const refusal = concernsWindow ? whyWindowClosed(after, facts) : undefined;
  if (refusal !== undefined) return refusal;
  if (!mayMove('start', after.status)) return moveNotAllowed(after, facts);
  const started = {
    ...withAttempt(after, { startedAt: toInstantText(facts.now), startedBy: actor.kind }),
    status: 'in_progress' as const,
  };
  const attempt = currentAttempt(started);
  const dueAt = attempt && completionDueAt(started, attempt);
  return decided(
    record(recording, facts, {
      type: 'port_request.started',
      actor,
      data: { completionDueAt: dueAt === undefined ? null : toInstantText(dueAt) },
      request: started,
    }),
  );
};
