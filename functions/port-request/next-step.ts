import { Temporal } from 'temporal-polyfill';
import type { InstantText } from '../calendar/clock.ts';
import { toInstantText } from '../calendar/clock.ts';
import {
  addDays,
  formatLocalDate,
  formatLocalTime,
  localDateOf,
  startOfDay,
} from '../calendar/local-date.ts';
import type { Language } from '../language.ts';
import { isFinallyRejected } from './allowed-actions.ts';
import { completionDueAt, deadlinesOf, windowOfAttempt } from './deadlines.ts';
import type { Facts } from './facts.ts';
import { type NextAction, nextStepTexts, overdueTexts } from './next-step-texts.ts';
import { currentAttempt, type PortRequest } from './port-request.ts';
import { rejectionReasonOf } from './rejection-reasons.ts';
import type { ActorKind } from './status.ts';
import type { SubmissionReview } from './submission-check.ts';

/** Who has to do what by when; `by` is null where nothing is due. */
export type NextStep = {
  readonly actor: ActorKind;
  readonly action: NextAction;
  readonly by: InstantText | null;
};

const step = (actor: ActorKind, action: NextAction, by?: Temporal.Instant): NextStep => ({
  actor,
  action,
  by: by === undefined ? null : toInstantText(by),
});

/** What has to happen next; undefined once nothing does: completed, cancelled, or the holder said no (code 21). */
export const nextStepOf = (
  request: PortRequest,
  review: SubmissionReview | undefined,
  facts: Facts,
): NextStep | undefined => {
  const attempt = currentAttempt(request);
  const window = attempt && windowOfAttempt(attempt, facts.calendar);
  switch (request.status) {
    case 'draft':
      return step('reseller', (review?.blockers ?? []).length > 0 ? 'complete_draft' : 'submit');
    case 'submitted':
      return step('carrier', 'send_to_operator');
    case 'awaiting_answer': {
      const due = deadlinesOf(request, facts.now, facts.calendar).answerDue;
      return step('losing_operator', 'answer', due === null ? undefined : Temporal.Instant.from(due.at));
    }
    case 'rejected':
      if (isFinallyRejected(request)) return undefined;
      return (attempt?.rejections ?? []).every(
        ({ code }) => rejectionReasonOf(code).class === 'nothing_to_do',
      )
        ? step('desk', 'resend')
        : step('reseller', 'correct');
    case 'approved':
      return step('clock', 'wait_for_window', window?.opensAt);
    case 'ready_to_start':
      return step('subscriber', 'start', window?.closesAt);
    case 'in_progress':
      return step('carrier', 'complete_port', attempt && completionDueAt(request, attempt));
    case 'expired':
      return step('reseller', 'ask_new_date');
    case 'completed':
    case 'cancelled':
      return undefined;
  }
};

const timeWord: Readonly<Record<Language, string>> = { nl: 'om', fr: 'à', en: 'at', de: 'um' };

const sentenceOf = ({ action, by }: NextStep, language: Language): string => {
  if (by === null) return nextStepTexts[action][language](null);
  const instant = Temporal.Instant.from(by);
  const date = localDateOf(instant);
  // Midnight is the end of the day before, which is how a person names it.
  if (Temporal.Instant.compare(instant, startOfDay(date)) === 0)
    return nextStepTexts[action][language](formatLocalDate(addDays(date, -1), language));
  const day = formatLocalDate(date, language);
  return nextStepTexts[action][language](`${day} ${timeWord[language]} ${formatLocalTime(instant)}`);
};

/** Steps that others take, and that Fonzer chases when they are late. */
const chased: readonly NextAction[] = ['answer', 'complete_port'];

/** The next step in a sentence, with its moment in Brussels time; once that has passed, with who sees to it. */
export const nextStepText = (step: NextStep, language: Language, now: Temporal.Instant): string => {
  const { action, by } = step;
  const isLate =
    by !== null && chased.includes(action) && Temporal.Instant.compare(now, Temporal.Instant.from(by)) >= 0;
  return `${sentenceOf(step, language)}${isLate ? ` ${overdueTexts[language]}` : ''}`;
};
