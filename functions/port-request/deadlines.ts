import { Temporal } from 'temporal-polyfill';
import type { InstantText, LocalDate } from '../calendar/clock.ts';
import { toInstantText } from '../calendar/clock.ts';
import { compareDates, endOfDay, localDateOf, timeZone } from '../calendar/local-date.ts';
import type { CountedWorkingDays, Skipped, WorkingCalendar } from '../calendar/working-calendar.ts';
import { isOpenNow, type StartWindow, startWindowOf } from '../window/start-window.ts';
import { installationOf } from './installation.ts';
import { type Attempt, currentAttempt, type PortRequest } from './port-request.ts';
import { currentRules, type PortingRules, rulesOfVersion } from './porting-rules.ts';
import { holdsNumbers, isEditable } from './status.ts';

/** How a date was counted, so that nobody has to believe it: day 0, the days counted, and every day skipped, with why. */
export type Explanation = {
  readonly rule: 'earliest-date' | 'operator-answer' | 'answer-delayed' | 'start-window';
  readonly rulesVersion: string;
  readonly closedDaysVersion: string;
  readonly from: LocalDate;
  readonly workingDays: number;
  readonly skipped: readonly Skipped[];
};

/** The earliest date that can be asked for (F19). */
export type EarliestDate = { readonly date: LocalDate; readonly explanation: Explanation };

/** `at` is the first instant after the last day: an answer at 23:59 of that day is in time. */
export type AnswerDue = {
  readonly date: LocalDate;
  readonly at: InstantText;
  readonly overdue: boolean;
  readonly explanation: Explanation;
};

/** The days and hours in which a port can be started (F23, F27): `from` included, `until` excluded. */
export type StartWindowDeadline = {
  readonly firstDay: LocalDate;
  readonly lastDay: LocalDate;
  readonly from: string;
  readonly until: string;
  readonly timeZone: string;
  readonly openNow: boolean;
  readonly explanation: Explanation;
};

/** When a started port has to be done; `overdue` once it is not done by then (F28, F29). */
export type CompletionDue = { readonly at: InstantText; readonly overdue: boolean };

/** What has to happen by when. A part that does not exist yet is null. */
export type Deadlines = {
  readonly earliestDate: EarliestDate | null;
  readonly answerDue: AnswerDue | null;
  readonly startWindow: StartWindowDeadline | null;
  readonly completionDue: CompletionDue | null;
};

const explain = (
  rule: Explanation['rule'],
  from: LocalDate,
  workingDays: number,
  skipped: readonly Skipped[],
  rules: PortingRules,
  calendar: WorkingCalendar,
): Explanation => ({
  rule,
  rulesVersion: rules.version,
  closedDaysVersion: calendar.version,
  from,
  workingDays,
  skipped,
});

/**
 * The earliest date that can be asked for: ten working days after the request (F19), or after the day the customer
 * approved the quote, if that is later (assumption).
 */
export const earliestDateOf = (
  requestedOn: LocalDate,
  quoteApprovedOn: LocalDate | undefined,
  rules: PortingRules,
  calendar: WorkingCalendar,
): EarliestDate => {
  const from =
    quoteApprovedOn !== undefined && compareDates(quoteApprovedOn, requestedOn) > 0
      ? quoteApprovedOn
      : requestedOn;
  const { date, skipped }: CountedWorkingDays = calendar.addWorkingDays(from, rules.leadWorkingDays);
  return {
    date,
    explanation: explain('earliest-date', from, rules.leadWorkingDays, skipped, rules, calendar),
  };
};

/** When the losing operator has to have answered: the end of the tenth working day after submission (F18). */
export const answerDueOf = (
  submittedOn: LocalDate,
  now: Temporal.Instant,
  rules: PortingRules,
  calendar: WorkingCalendar,
): AnswerDue => {
  const { date, skipped } = calendar.addWorkingDays(submittedOn, rules.operatorAnswerWorkingDays);
  const at = endOfDay(date);
  return {
    date,
    at: toInstantText(at),
    overdue: Temporal.Instant.compare(now, at) >= 0,
    explanation: explain(
      'operator-answer',
      submittedOn,
      rules.operatorAnswerWorkingDays,
      skipped,
      rules,
      calendar,
    ),
  };
};

/**
 * When the answer to an attempt is due: by the rule, or later, where the operator said so and its day is later than the
 * rule's. A day that is no working day is moved to the next one (assumption).
 */
export const answerDueOfAttempt = (
  attempt: Attempt,
  now: Temporal.Instant,
  calendar: WorkingCalendar,
): AnswerDue => {
  const rules = rulesOfVersion(attempt.rulesVersion);
  const submittedOn = localDateOf(Temporal.Instant.from(attempt.submittedAt));
  const byRule = answerDueOf(submittedOn, now, rules, calendar);
  const { answerDelayedUntil } = attempt;
  if (answerDelayedUntil === null) return byRule;
  const moved = calendar.firstOpenFrom(answerDelayedUntil);
  if (compareDates(moved.date, byRule.date) <= 0) return byRule;
  const at = endOfDay(moved.date);
  return {
    date: moved.date,
    at: toInstantText(at),
    overdue: Temporal.Instant.compare(now, at) >= 0,
    explanation: explain('answer-delayed', answerDelayedUntil, 0, moved.skipped, rules, calendar),
  };
};

/** A start window as it is shown, with how its last day was counted. */
export const startWindowDeadlineOf = (
  window: StartWindow,
  now: Temporal.Instant,
  rules: PortingRules,
  calendar: WorkingCalendar,
): StartWindowDeadline => ({
  firstDay: window.firstDay,
  lastDay: window.lastDay,
  from: rules.startHours.from,
  until: rules.startHours.until,
  timeZone,
  openNow: isOpenNow(window, now, rules, calendar),
  explanation: explain(
    'start-window',
    window.firstDay,
    rules.startWindowWorkingDays,
    window.skipped,
    rules,
    calendar,
  ),
});

/** The window of an attempt; undefined as long as no date is approved. */
export const windowOfAttempt = (attempt: Attempt, calendar: WorkingCalendar): StartWindow | undefined =>
  attempt.approvedDate === null
    ? undefined
    : startWindowOf(attempt.approvedDate, rulesOfVersion(attempt.rulesVersion), calendar);

/** When a started port has to be done: two hours for a simple one (F28), 24 elapsed hours for a complex one (F29). */
export const completionDueAt = (request: PortRequest, attempt: Attempt): Temporal.Instant | undefined => {
  if (attempt.startedAt === null) return undefined;
  const rules = rulesOfVersion(attempt.rulesVersion);
  const startedAt = Temporal.Instant.from(attempt.startedAt);
  return installationOf(request.content).type === 'simple'
    ? startedAt.add({ minutes: rules.simpleMaxMinutes })
    : startedAt.add({ hours: rules.complexMaxHours });
};

const completionDueOf = (
  request: PortRequest,
  attempt: Attempt,
  now: Temporal.Instant,
): CompletionDue | null => {
  const at = completionDueAt(request, attempt);
  if (at === undefined) return null;
  // A port that is done at that very instant is in time; one that is not done by then is late.
  const isOverdue =
    attempt.completedAt === null
      ? Temporal.Instant.compare(now, at) >= 0
      : Temporal.Instant.compare(Temporal.Instant.from(attempt.completedAt), at) > 0;
  return { at: toInstantText(at), overdue: isOverdue };
};

const none: Deadlines = { earliestDate: null, answerDue: null, startWindow: null, completionDue: null };

/** Of a request that can be submitted, again or for the first time: it is judged from today, under today's rules. */
const deadlinesOfSubmittable = (
  request: PortRequest,
  attempt: Attempt | undefined,
  now: Temporal.Instant,
  calendar: WorkingCalendar,
): Deadlines => {
  // The window that nobody used stays in sight; that of a withdrawn approval is void.
  const window = attempt?.outcome === 'expired' ? windowOfAttempt(attempt, calendar) : undefined;
  return {
    ...none,
    earliestDate: earliestDateOf(localDateOf(now), request.content.quote?.approvedOn, currentRules, calendar),
    startWindow:
      attempt === undefined || window === undefined
        ? null
        : startWindowDeadlineOf(window, now, rulesOfVersion(attempt.rulesVersion), calendar),
  };
};

/**
 * Every deadline of a request at this instant; none once it is cancelled. They are counted anew each time rather than
 * stored, so that a closed day added while a port runs moves its window, and the explanation says why.
 */
export const deadlinesOf = (
  request: PortRequest,
  now: Temporal.Instant,
  calendar: WorkingCalendar,
): Deadlines => {
  const attempt = currentAttempt(request);
  if (isEditable(request.status)) return deadlinesOfSubmittable(request, attempt, now, calendar);
  if (attempt === undefined || request.status === 'cancelled') return none;
  const rules = rulesOfVersion(attempt.rulesVersion);
  const submittedOn = localDateOf(Temporal.Instant.from(attempt.submittedAt));
  const window = windowOfAttempt(attempt, calendar);
  const awaitsAnswer = holdsNumbers(request.status) && attempt.approvedDate === null;
  const answerDue = answerDueOfAttempt(attempt, now, calendar);
  return {
    earliestDate: earliestDateOf(submittedOn, request.content.quote?.approvedOn, rules, calendar),
    answerDue: { ...answerDue, overdue: answerDue.overdue && awaitsAnswer },
    startWindow: window === undefined ? null : startWindowDeadlineOf(window, now, rules, calendar),
    completionDue: completionDueOf(request, attempt, now),
  };
};
