import { Temporal } from 'temporal-polyfill';
import { formatLocalDate, formatLocalTime, localDateOf } from '../calendar/local-date.ts';
import type { WorkingCalendar } from '../calendar/working-calendar.ts';
import type { Language } from '../language.ts';
import { completionDueAt, windowOfAttempt } from '../port-request/deadlines.ts';
import { currentAttempt, type PortRequest, type Status } from '../port-request/port-request.ts';
import { currentRules, rulesOfVersion } from '../port-request/porting-rules.ts';
import { type Cure, cureOf } from '../port-request/rejection-reasons.ts';
import type { EntryParameters } from '../problems/entry-text.ts';
import { type AdviceKey, adviceTexts, ownSideText } from './advice-texts.ts';
import { examplesMissing } from './call-examples.ts';
import { isOfUnfinishedPort, isReachedByNobody } from './diagnosis.ts';
import type { Incident, IncidentActor } from './incident.ts';

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

const byCure: Readonly<Record<Cure, AdviceKey>> = {
  fonzer: 'rejection_with_fonzer',
  reseller: 'not_approved',
  reseller_and_fonzer: 'not_approved',
  none: 'request_ended',
};

/** What is said of a port that is not done, by where it stands: what failed was started, and not every rejection can be cured. */
const portKey = (request: PortRequest): AdviceKey => {
  const attempt = currentAttempt(request);
  const hasFailed = (attempt?.failedStarts ?? []).length > 0;
  if (request.status === 'ready_to_start' && hasFailed) return 'start_failed';
  if (request.status === 'expired' && hasFailed) return 'start_failed_window_over';
  return request.status === 'rejected'
    ? byCure[cureOf(attempt?.rejections ?? [])]
    : byPortStatus[request.status];
};

/** Of an open incident: the desk has taken over, or has to find out what it is; or it has named who acts. */
const byActor: Readonly<Record<IncidentActor, AdviceKey>> = {
  desk: 'with_desk',
  reseller: 'up_to_reseller',
  carrier: 'up_to_carrier',
  losing_operator: 'with_operator',
};

const examplesKey = (incident: Incident, request: PortRequest): AdviceKey => {
  const missing = examplesMissing(incident, request);
  if (missing === 0) return 'more_examples_asked';
  return missing === 1 ? 'one_example_needed' : 'examples_needed';
};

/** Before anything has moved a service that is gone has another cause. */
const linkedKey = ({ status, completedNumbers }: PortRequest): AdviceKey =>
  status === 'in_progress' || status === 'completed' || Object.keys(completedNumbers).length > 0
    ? 'linked_service'
    : 'nothing_moved';

/** Which advice fits: where the incident stands decides, then what it is, then where the port stands. */
export const adviceKeyOf = (incident: Incident, request: PortRequest): AdviceKey => {
  const { status, diagnosis } = incident;
  if (status === 'resolved') return 'resolved';
  if (status === 'with_carrier') return 'with_carrier';
  if (status === 'needs_examples') return examplesKey(incident, request);
  if (status === 'with_operator')
    return diagnosis === 'linked_service' ? linkedKey(request) : 'with_operator';
  if (isOfUnfinishedPort(incident)) {
    // Also what was reported in time: by now the port has overrun all the same.
    const isOverrun = diagnosis === 'port_overrun' || currentAttempt(request)?.interruption === 'overrun';
    return request.status === 'in_progress' && isOverrun ? 'overrun' : portKey(request);
  }
  return byActor[incident.actor];
};

/** As in the mails, which carry the advice. */
const atTime: Readonly<Record<Language, (time: string) => string>> = {
  nl: (time) => `om ${time}`,
  fr: (time) => `à ${time}`,
  en: (time) => `at ${time}`,
  de: (time) => `um ${time} Uhr`,
};

const momentOf = (instant: Temporal.Instant, language: Language): string =>
  `${formatLocalDate(localDateOf(instant), language)} ${atTime[language](formatLocalTime(instant))}`;

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
  const failedStart = attempt?.failedStarts.at(-1)?.startedAt;
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
    ...(failedStart === undefined
      ? {}
      : { failedStart: momentOf(Temporal.Instant.from(failedStart), language) }),
    ...(incident.escalatedAt === null
      ? {}
      : { reportedAt: momentOf(Temporal.Instant.from(incident.escalatedAt), language) }),
  };
};

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
