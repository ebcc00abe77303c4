import { Temporal } from 'temporal-polyfill';
import { formatLocalDate, formatLocalTime, localDateOf } from '../calendar/local-date.ts';
import type { WorkingCalendar } from '../calendar/working-calendar.ts';
import type { Language } from '../language.ts';
import { completionDueAt, windowOfAttempt } from '../port-request/deadlines.ts';
import { currentAttempt, type PortRequest, type Status } from '../port-request/port-request.ts';
import { currentRules, rulesOfVersion } from '../port-request/porting-rules.ts';
import type { EntryParameters } from '../problems/entry-text.ts';
import { type AdviceKey, adviceTexts, ownSideText } from './advice-texts.ts';
import { examplesMissing } from './call-examples.ts';
import { isOfUnfinishedPort } from './diagnosis.ts';
import type { Incident } from './incident.ts';

const byPortStatus: Readonly<Record<Status, AdviceKey>> = {
  draft: 'not_submitted',
  submitted: 'still_with_operator',
  awaiting_answer: 'still_with_operator',
  rejected: 'not_approved',
  approved: 'not_ready',
  ready_to_start: 'not_started',
  in_progress: 'running',
  completed: 'done_meanwhile',
  expired: 'window_over',
  cancelled: 'cancelled',
};

const examplesKey = (incident: Incident, request: PortRequest): AdviceKey => {
  const missing = examplesMissing(incident, request);
  if (missing === 0) return 'more_examples_asked';
  return missing === 1 ? 'one_example_needed' : 'examples_needed';
};

/** Which advice fits: where the incident stands decides, then what it is, then where the port stands. */
export const adviceKeyOf = (incident: Incident, request: PortRequest): AdviceKey => {
  const { status, diagnosis } = incident;
  if (status === 'resolved') return 'resolved';
  if (status === 'with_carrier') return 'with_carrier';
  if (status === 'needs_examples') return examplesKey(incident, request);
  if (status === 'with_operator') return diagnosis === 'linked_service' ? 'linked_service' : 'with_operator';
  if (isOfUnfinishedPort(incident)) {
    // Also what was reported in time: by now the port has overrun all the same.
    const isOverrun = diagnosis === 'port_overrun' || currentAttempt(request)?.interruption === 'overrun';
    return request.status === 'in_progress' && isOverrun ? 'overrun' : byPortStatus[request.status];
  }
  // The desk has taken over, or has to find out what it is.
  return 'with_desk';
};

const timeWord: Readonly<Record<Language, string>> = { nl: 'om', fr: 'à', en: 'at', de: 'um' };

const momentOf = (instant: Temporal.Instant, language: Language): string =>
  `${formatLocalDate(localDateOf(instant), language)} ${timeWord[language]} ${formatLocalTime(instant)}`;

/** The latest end of the port that an incident waits for; undefined where it waits for none, or nothing has started. */
export const incidentDueAt = (incident: Incident, request: PortRequest): Temporal.Instant | undefined => {
  const attempt = currentAttempt(request);
  return incident.status !== 'resolved' && isOfUnfinishedPort(incident) && request.status === 'in_progress'
    ? attempt && completionDueAt(request, attempt)
    : undefined;
};

const factsOf = (
  incident: Incident,
  request: PortRequest,
  calendar: WorkingCalendar,
  language: Language,
): EntryParameters => {
  const attempt = currentAttempt(request);
  const rules = attempt === undefined ? currentRules : rulesOfVersion(attempt.rulesVersion);
  const window = attempt && windowOfAttempt(attempt, calendar);
  const until = incidentDueAt(incident, request);
  const operator = request.content.losingOperator?.name ?? undefined;
  return {
    from: rules.startHours.from,
    to: rules.startHours.until,
    needed: rules.routingExamplesNeeded,
    missing: examplesMissing(incident, request),
    ...(operator === undefined ? {} : { operator }),
    ...(until === undefined ? {} : { until: momentOf(until, language) }),
    ...(window === undefined
      ? {}
      : { opens: momentOf(window.opensAt, language), lastDay: formatLocalDate(window.lastDay, language) }),
    ...(incident.escalatedAt === null
      ? {}
      : { reportedAt: momentOf(Temporal.Instant.from(incident.escalatedAt), language) }),
  };
};

/** Whether nobody reaches the customer although the port is done: then the desk looks at Fonzer's and COLT's side as well. */
export const isReachedByNobody = ({ status, kind, diagnosis }: Incident): boolean =>
  status !== 'resolved' && kind === 'unreachable' && diagnosis === 'routing';

/** What helps with an incident as it and its port stand, in sentences for its reporter (F31-F37). */
export const incidentAdvice = (
  incident: Incident,
  request: PortRequest,
  calendar: WorkingCalendar,
  language: Language,
): string => {
  const facts = factsOf(incident, request, calendar, language);
  const advice = adviceTexts[adviceKeyOf(incident, request)][language](facts);
  return isReachedByNobody(incident) ? `${advice} ${ownSideText[language]({})}` : advice;
};
