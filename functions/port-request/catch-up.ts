import { toInstantText } from '../calendar/clock.ts';
import { localDateOf } from '../calendar/local-date.ts';
import { type Due, dueNow } from './due.ts';
import type { Facts } from './facts.ts';
import { currentAttempt, type PortRequest, withAttempt } from './port-request.ts';
import { type Happening, type Recording, record } from './recording.ts';
import { theClock } from './status.ts';

const happeningOf = (due: Due, request: PortRequest, facts: Facts): Happening => {
  switch (due.kind) {
    case 'record_overdue': {
      const today = localDateOf(facts.now);
      return {
        type: 'port_request.answer_overdue',
        actor: theClock,
        data: {
          dueOn: due.dueOn,
          workingDaysLate: facts.calendar.workingDaysBetween(due.dueOn, today),
          first: currentAttempt(request)?.overdueRecordedOn === null,
        },
        request: withAttempt(request, { overdueRecordedOn: today }),
      };
    }
    case 'open_window':
      return {
        type: 'port_request.window_opened',
        actor: theClock,
        data: { lastDay: due.lastDay },
        request: { ...request, status: 'ready_to_start' },
      };
    case 'remind':
      return {
        type: 'port_request.reminded',
        actor: theClock,
        data: { reminder: due.reminder, lastDay: due.lastDay },
        request: withAttempt(request, { reminded: due.reminder }),
      };
    case 'expire':
      return {
        type: 'port_request.expired',
        actor: theClock,
        data: { lastDay: due.lastDay },
        request: {
          ...withAttempt(request, { closedAt: toInstantText(facts.now), outcome: 'expired' }),
          status: 'expired',
        },
      };
  }
};

/**
 * Does everything the clock should have done to a request by now, in order. Every command begins with it, so that the
 * time decides what is allowed and not whether a schedule has run yet; doing it again changes nothing.
 */
export const catchUp = (recording: Recording, facts: Facts): Recording => {
  const due = dueNow(recording.after, facts.now, facts.calendar);
  return due === undefined
    ? recording
    : catchUp(record(recording, facts, happeningOf(due, recording.after, facts)), facts);
};
