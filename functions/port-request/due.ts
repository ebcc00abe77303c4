import { Temporal } from 'temporal-polyfill';
import type { LocalDate } from '../calendar/clock.ts';
import { addDays, atLocalTime, localDateOf } from '../calendar/local-date.ts';
import type { WorkingCalendar } from '../calendar/working-calendar.ts';
import { answerDueOf, windowOfAttempt } from './deadlines.ts';
import { type Attempt, currentAttempt, type PortRequest } from './port-request.ts';
import { type PortingRules, rulesOfVersion } from './porting-rules.ts';

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
  | { readonly kind: 'expire'; readonly at: Temporal.Instant; readonly lastDay: LocalDate };

/** An overdue answer is recorded at 09:00 of the first working day after it was due, then every working day. */
const overdueRecording = (attempt: Attempt, rules: PortingRules, calendar: WorkingCalendar): Due => {
  const submittedAt = Temporal.Instant.from(attempt.submittedAt);
  const { date: dueOn } = answerDueOf(localDateOf(submittedAt), submittedAt, rules, calendar);
  const day = calendar.firstWorkingDayFrom(addDays(attempt.overdueRecordedOn ?? dueOn, 1));
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
  const remindersLeft = { none: reminders, start_reminder: reminders.slice(1), last_day: [] };
  return [...remindersLeft[attempt.reminded], { kind: 'expire', at: closesAt, lastDay }];
};

/** Everything the clock will do to a request in its present status, earliest first. */
const upcoming = (request: PortRequest, calendar: WorkingCalendar): readonly Due[] => {
  const attempt = currentAttempt(request);
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
