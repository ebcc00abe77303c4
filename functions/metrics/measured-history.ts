import { Temporal } from 'temporal-polyfill';
import { type IncidentKind, incidentKinds } from '../incidents/incident.ts';
import { operatorCodeOf } from '../operator/operator-catalogue.ts';
import type { EntryType, HistoryEntry } from '../port-request/history.ts';
import { installationOf } from '../port-request/installation.ts';
import type { PortRequest } from '../port-request/port-request.ts';
import { isRejectionCode } from '../port-request/rejection-reasons.ts';
import { type Measurement, measured } from './metrics.ts';

/** The request of an entry, with the data that the entry's attempt was submitted with. */
export type MeasuredRequest = Pick<PortRequest, 'attempts' | 'content'>;

type Measure = (entry: HistoryEntry, request: MeasuredRequest) => readonly Measurement[];

const nothing: Measure = () => [];

const operatorOf = ({ content }: MeasuredRequest) => ({
  Operator: operatorCodeOf(content.losingOperator?.name ?? null),
});

const installation = ({ content }: MeasuredRequest) => ({ Installation: installationOf(content).type });

/** An instant that stands in an entry's data; undefined in entries from before it was written there. */
const instantIn = ({ data }: HistoryEntry, name: string): Temporal.Instant | undefined => {
  const text = data[name];
  return typeof text === 'string' ? Temporal.Instant.from(text) : undefined;
};

/** From one instant to another; one that is said to be earlier by a clock that is slow took no time. */
const secondsBetween = (from: Temporal.Instant, to: Temporal.Instant): number =>
  Math.max(0, from.until(to).total('second'));

const answerTime: Measure = (entry, request) => {
  const { answerWorkingDays } = entry.data;
  return typeof answerWorkingDays === 'number'
    ? [measured('AnswerWorkingDays', operatorOf(request), answerWorkingDays)]
    : [];
};

const rejection: Measure = (entry, request) => {
  const { codes } = entry.data;
  const reasons = Array.isArray(codes) ? codes.map(String).filter(isRejectionCode) : [];
  return [
    measured('AnswersRejected', operatorOf(request)),
    ...answerTime(entry, request),
    ...[...new Set(reasons)].map((code) => measured('RejectionReasons', { Reason: code })),
  ];
};

const opening: Measure = (entry) => {
  const dueAt = instantIn(entry, 'dueAt');
  const openedAt = Temporal.Instant.from(entry.occurredAt);
  return [
    measured('WindowsOpened', {}),
    ...(dueAt === undefined
      ? []
      : [measured('WindowOpenedLateSeconds', {}, secondsBetween(dueAt, openedAt))]),
  ];
};

const start: Measure = ({ actor: { kind } }) =>
  kind === 'subscriber' || kind === 'reseller' || kind === 'desk'
    ? [measured('PortsStarted', { By: kind })]
    : [];

/** A port that the desk records as done although nobody started it here has no interruption that could be measured. */
const completion: Measure = (entry, request) => {
  const startedAt = request.attempts.find(({ number }) => number === entry.attempt)?.startedAt ?? null;
  const completedAt = instantIn(entry, 'completedAt');
  return [
    measured('PortsCompleted', installation(request)),
    ...(startedAt === null || completedAt === undefined
      ? []
      : [
          measured(
            'InterruptionMinutes',
            installation(request),
            secondsBetween(Temporal.Instant.from(startedAt), completedAt) / 60,
          ),
        ]),
  ];
};

const isIncidentKind = (value: unknown): value is IncidentKind =>
  incidentKinds.some((kind) => kind === value);

const trouble: Measure = ({ data: { kind } }) =>
  isIncidentKind(kind) ? [measured('IncidentsOpened', { Kind: kind })] : [];

/** What each kind of entry says in numbers; whoever adds a kind decides it here. */
const measures: Readonly<Record<EntryType, Measure>> = {
  'port_request.created': nothing,
  'port_request.corrected': nothing,
  'port_request.submitted': (_, request) => [measured('RequestsSubmitted', operatorOf(request))],
  'port_request.sent_to_operator': nothing,
  'port_request.acknowledged': nothing,
  'port_request.answer_delayed': () => [measured('AnswersDelayed', {})],
  'port_request.answer_overdue': () => [measured('AnswersOverdueRecorded', {})],
  'port_request.approved': (entry, request) => [
    measured('AnswersApproved', operatorOf(request)),
    ...answerTime(entry, request),
  ],
  'port_request.rejected': rejection,
  'port_request.window_opened': opening,
  'port_request.reminded': nothing,
  'port_request.started': start,
  'port_request.partly_completed': nothing,
  'port_request.completed': completion,
  'port_request.interruption_warned': nothing,
  'port_request.interruption_overrun': (_, request) => [
    measured('InterruptionsOverrun', installation(request)),
  ],
  'port_request.failed': () => [measured('PortsFailed', {})],
  'port_request.expired': () => [measured('WindowsExpired', {})],
  'port_request.replanned': nothing,
  'port_request.cancelled': () => [measured('RequestsCancelled', {})],
  'port_request.noted': nothing,
  'port_request.operator_event_refused': () => [measured('OperatorEventsRefused', {})],
  'port_request.compensation_due': () => [measured('CompensationsDue', {})],
  'port_request.mail_bounced': () => [measured('MailsBounced', {})],
  'port_request.date_planned': nothing,
  'port_request.start_link_renewed': nothing,
  'port_request.return_requested': () => [measured('ReturnsRequested', {})],
  'port_request.return_completed': nothing,
  'port_request.return_refused': nothing,
  'incident.opened': trouble,
  'incident.examples_added': nothing,
  'incident.escalated': nothing,
  'incident.updated': nothing,
  'incident.resolved': () => [measured('IncidentsResolved', {})],
};

/**
 * What a history entry says in numbers: the counters and spreads of the catalogue that are about ports. Read off what the entry
 * says and what its own attempt keeps for good, since the request may have moved on before anybody counts.
 */
export const measurementsOf = (entry: HistoryEntry, request: MeasuredRequest): readonly Measurement[] =>
  measures[entry.type](entry, request);
