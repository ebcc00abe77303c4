import { type InstantText, toInstantText } from '../calendar/clock.ts';
import { localDateOf } from '../calendar/local-date.ts';
import { erasureOf } from '../erasure/erase.ts';
import { askTheDeskToChase } from '../incidents/escalation.ts';
import { openOverrunIncident } from '../incidents/open-incident.ts';
import { operatorCodeOf } from '../operator/operator-catalogue.ts';
import { completionDueAt } from './deadlines.ts';
import { type Due, dueNow } from './due.ts';
import type { Facts } from './facts.ts';
import { currentAttempt, type PortRequest, withAttempt } from './port-request.ts';
import { type Happening, type Recording, record } from './recording.ts';
import { theClock } from './status.ts';

/** Since when a window should have been open: one that is approved in its hours opens with its approval, which is not late. */
const openSince = (due: Due, { entries }: Recording): InstantText =>
  entries.findLast(({ type }) => type === 'port_request.approved')?.occurredAt ?? toInstantText(due.at);

const happeningOf = (
  due: Exclude<Due, { readonly kind: 'chase_carrier' }>,
  recording: Recording,
  facts: Facts,
): Happening => {
  const request = recording.after;
  switch (due.kind) {
    case 'record_overdue': {
      const today = localDateOf(facts.now);
      return {
        type: 'port_request.answer_overdue',
        actor: theClock,
        data: {
          dueOn: due.dueOn,
          // Whose lateness it is, for whoever counts them.
          losingOperator: operatorCodeOf(request.content.losingOperator?.name ?? null),
          workingDaysLate: facts.calendar.workingDaysBetween(due.dueOn, today),
          // The contact is told once for each attempt, the desk every working day.
          first: currentAttempt(request)?.overdueRecordedOn === null,
        },
        request: withAttempt(request, { overdueRecordedOn: today }),
      };
    }
    case 'open_window':
      return {
        type: 'port_request.window_opened',
        actor: theClock,
        data: { lastDay: due.lastDay, dueAt: openSince(due, recording) },
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
    case 'warn_interruption':
      return {
        type: 'port_request.interruption_warned',
        actor: theClock,
        data: { completionDueAt: completionDueText(request) },
        request: withAttempt(request, { interruption: 'warned' }),
      };
    case 'record_overrun':
      return {
        type: 'port_request.interruption_overrun',
        actor: theClock,
        data: { completionDueAt: completionDueText(request) },
        request: withAttempt(request, { interruption: 'overrun' }),
      };
    case 'ask_how_it_went':
      return {
        type: 'port_request.reminded',
        actor: theClock,
        data: { reminder: 'check_up' },
        request: withAttempt(request, { reminded: 'check_up' }),
      };
    case 'erase':
      return erasureOf(request, facts, theClock);
  }
};

const completionDueText = (request: PortRequest): string | null => {
  const attempt = currentAttempt(request);
  const dueAt = attempt && completionDueAt(request, attempt);
  return dueAt === undefined ? null : toInstantText(dueAt);
};

/** What the clock does to a request, with what follows from it at once: an overrun is an incident by itself (F37). */
const recordDue = (recording: Recording, due: Due, facts: Facts): Recording => {
  if (due.kind === 'chase_carrier') return askTheDeskToChase(recording, due.incidentId, facts);
  const recorded = record(recording, facts, happeningOf(due, recording, facts));
  return due.kind === 'record_overrun' ? openOverrunIncident(recorded, facts) : recorded;
};

/**
 * Does everything the clock should have done to a request by now, in order. Every command begins with it, so that the
 * time decides what is allowed and not whether a schedule has run yet; doing it again changes nothing.
 */
export const catchUp = (recording: Recording, facts: Facts): Recording => {
  const due = dueNow(recording.after, facts.now, facts.calendar);
  return due === undefined ? recording : catchUp(recordDue(recording, due, facts), facts);
};
