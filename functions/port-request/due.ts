import { Temporal } from 'temporal-polyfill';
import { type InstantText, type LocalDate, laterOf } from '../calendar/clock.ts';
import { addDays, addMonths, atLocalTime, compareDates, localDateOf } from '../calendar/local-date.ts';
import type { WorkingCalendar } from '../calendar/working-calendar.ts';
import { carrierAnswerDueAt } from '../incidents/carrier-answer-due.ts';
import { isFinallyRejected } from './allowed-actions.ts';
import { answerDueOfAttempt, completionDueAt, windowOfAttempt } from './deadlines.ts';
import { type Attempt, currentAttempt, type PortRequest } from './port-request.ts';
import { currentRules, type PortingRules, rulesOfVersion } from './porting-rules.ts';

/** What the clock alone does to a request, and from which instant on. */
export type Due =
  | { readonly kind: 'record_overdue'; readonly at: Temporal.Instant; readonly dueOn: LocalDate }
  | { readonly kind: 'open_window'; readonly at: Temporal.Instant; readonly lastDay: LocalDate }
  | {
      readonly kind: 'remind';
      readonly at: Temporal.Instant;
      readonly reminder: 'start_reminder' | 'last_day';
      readonly lastDay: LocalDate;
    }
  | { readonly kind: 'warn_interruption' | 'record_overrun'; readonly at: Temporal.Instant }
  | { readonly kind: 'ask_how_it_went'; readonly at: Temporal.Instant }
  | { readonly kind: 'chase_carrier'; readonly at: Temporal.Instant; readonly incidentId: string }
  | { readonly kind: 'erase'; readonly at: Temporal.Instant }
  | { readonly kind: 'expire'; readonly at: Temporal.Instant; readonly lastDay: LocalDate };

/** An overdue answer is recorded at 09:00 of the first working day after it was due, then every working day. */
const overdueRecording = (attempt: Attempt, rules: PortingRules, calendar: WorkingCalendar): Due => {
  const { date: dueOn } = answerDueOfAttempt(attempt, Temporal.Instant.from(attempt.submittedAt), calendar);
  const recordedOn = attempt.overdueRecordedOn;
  // A delay may have moved the due date beyond the day on which it was last overdue.
  const after = recordedOn === null || compareDates(recordedOn, dueOn) < 0 ? dueOn : recordedOn;
  const day = calendar.firstWorkingDayFrom(addDays(after, 1));
  return { kind: 'record_overdue', at: atLocalTime(day, rules.startHours.from), dueOn };
};

const inOpenWindow = (attempt: Attempt, rules: PortingRules, calendar: WorkingCalendar): readonly Due[] => {
  const window = windowOfAttempt(attempt, calendar);
  if (window === undefined) return [];
  const { firstDay, lastDay, closesAt } = window;
  const halfway = calendar.addWorkingDays(firstDay, rules.startReminderWorkingDays).date;
  const reminderAt = (day: LocalDate) => atLocalTime(day, rules.startHours.from);
  const reminders: readonly Due[] = [
    { kind: 'remind', at: reminderAt(halfway), reminder: 'start_reminder', lastDay },
    { kind: 'remind', at: reminderAt(lastDay), reminder: 'last_day', lastDay },
  ];
  const remindersLeft = {
    none: reminders,
    start_reminder: reminders.slice(1),
    last_day: [],
    check_up: [],
  };
  return [...remindersLeft[attempt.reminded], { kind: 'expire', at: closesAt, lastDay }];
};

/** A started port is warned of when most of its time is gone, and reported when all of it is (assumption; F28, F29). */
const duringInterruption = (request: PortRequest, attempt: Attempt, rules: PortingRules): readonly Due[] => {
  const end = completionDueAt(request, attempt);
  if (end === undefined || attempt.startedAt === null) return [];
  const startedAt = Temporal.Instant.from(attempt.startedAt);
  const longestSeconds = startedAt.until(end).total('second');
  const warnAt = startedAt.add({
    seconds: Math.round((longestSeconds * rules.interruptionWarningPercent) / 100),
  });
  const records: readonly Due[] = [
    { kind: 'warn_interruption', at: warnAt },
    { kind: 'record_overrun', at: end },
  ];
  const recordsLeft = { unrecorded: records, warned: records.slice(1), overrun: [] };
  return recordsLeft[attempt.interruption];
};

/** At 09:00 of the first working day after a completion somebody is asked how it went (assumption). */
const checkUp = (
  { emergencyReturn, erasedAt }: PortRequest,
  attempt: Attempt,
  rules: PortingRules,
  calendar: WorkingCalendar,
): readonly Due[] => {
  if (attempt.completedAt === null || attempt.reminded === 'check_up' || erasedAt !== null) return [];
  // Whoever asked for the numbers back does not want to hear whether all is well.
  if (emergencyReturn !== null && emergencyReturn.status !== 'refused') return [];
  // Of a completion that was told days later, from the day on which it was told.
  const known = laterOf(attempt.completedAt, attempt.closedAt ?? attempt.completedAt);
  const day = calendar.addWorkingDays(localDateOf(Temporal.Instant.from(known)), 1).date;
  return [{ kind: 'ask_how_it_went', at: atLocalTime(day, rules.startHours.from) }];
};

/** A request that is over keeps what names a person for a while (assumption). */
const erasure = (request: PortRequest, rules: PortingRules, calendar: WorkingCalendar): readonly Due[] => {
  if (request.erasedAt !== null) return [];
  const endedOn = localDateOf(Temporal.Instant.from(endOf(request)));
  const day = calendar.firstWorkingDayFrom(addMonths(endedOn, rules.retentionMonths));
  return [{ kind: 'erase', at: atLocalTime(day, rules.startHours.from) }];
};

/** When a completed or cancelled request ended. */
const endOf = (request: PortRequest): InstantText =>
  request.cancellation?.at ?? currentAttempt(request)?.closedAt ?? request.createdAt;

/** An incident that the carrier has and does not answer comes to the desk (assumption). */
const silences = (request: PortRequest, calendar: WorkingCalendar): readonly Due[] =>
  request.incidents.flatMap((incident) => {
    const at = carrierAnswerDueAt(incident, request, calendar);
    return at === undefined || incident.actor !== 'carrier'
      ? []
      : [{ kind: 'chase_carrier' as const, at, incidentId: incident.id }];
  });

/** Everything the clock will do to a request, earliest first. */
const upcoming = (request: PortRequest, calendar: WorkingCalendar): readonly Due[] =>
  [...upcomingByStatus(request, calendar), ...silences(request, calendar)].toSorted((one, other) =>
    Temporal.Instant.compare(one.at, other.at),
  );

/** What the clock will do to a request in its present status, earliest first. */
const upcomingByStatus = (request: PortRequest, calendar: WorkingCalendar): readonly Due[] => {
  const attempt = currentAttempt(request);
  if (request.status === 'cancelled')
    return erasure(
      request,
      attempt === undefined ? currentRules : rulesOfVersion(attempt.rulesVersion),
      calendar,
    );
  if (attempt === undefined) return [];
  const rules = rulesOfVersion(attempt.rulesVersion);
  switch (request.status) {
    case 'awaiting_answer':
      return [overdueRecording(attempt, rules, calendar)];
    case 'approved': {
      const window = windowOfAttempt(attempt, calendar);
      return window === undefined
        ? []
        : [{ kind: 'open_window', at: window.opensAt, lastDay: window.lastDay }];
    }
    case 'ready_to_start':
      return inOpenWindow(attempt, rules, calendar);
    // The holder said no: the request has ended, though it may still be cancelled.
    case 'rejected':
      return isFinallyRejected(request) ? erasure(request, rules, calendar) : [];
    case 'in_progress':
      return duringInterruption(request, attempt, rules);
    case 'completed':
      return [...checkUp(request, attempt, rules, calendar), ...erasure(request, rules, calendar)];
    default:
      return [];
  }
};

/** The next instant at which the clock has something to do for this request, past or future; undefined: nothing. */
export const nextDueAt = (request: PortRequest, calendar: WorkingCalendar): Temporal.Instant | undefined =>
  upcoming(request, calendar)[0]?.at;

/**
 * What is due now. When the clock is late and several things are, the last of them: a reminder of a window that has
 * closed helps nobody.
 */
export const dueNow = (
  request: PortRequest,
  now: Temporal.Instant,
  calendar: WorkingCalendar,
): Due | undefined =>
  upcoming(request, calendar).findLast(({ at }) => Temporal.Instant.compare(at, now) <= 0);
