import { ledgerTemplates } from '../correspondence/mail-template.ts';
import { incidentKinds } from '../incidents/incident.ts';
import { type OperatorCode, operatorCatalogue } from '../operator/operator-catalogue.ts';
import { rejectionReasons } from '../port-request/rejection-reasons.ts';

/** What a number says. `counter`: things that happened. `gauge`: what stands just now. `spread`: one value each time, whose middle and edges matter. */
export type MetricKind = 'counter' | 'gauge' | 'spread';

/** A metric as the catalogue describes it. */
export type MetricDescription = {
  readonly kind: MetricKind;
  /** One sentence for whoever reads a graph; the unit is part of the name, or it is a count. */
  readonly meaning: string;
  /** By what it is split: at most one dimension, and every value it can have. No id, number or tenant, since each value is a metric that is paid for. */
  readonly dimensions: Readonly<Record<string, readonly string[]>>;
};

const operators: readonly (OperatorCode | 'other')[] = [
  ...operatorCatalogue.map(({ code }) => code),
  'other',
];

const byOperator = { Operator: operators } as const;

const undivided = {} as const;

const installations = { Installation: ['simple', 'complex'] } as const;

/** Statuses in which a request is not over: what the sampler counts. */
export const standingStatuses = [
  'submitted',
  'awaiting_answer',
  'approved',
  'ready_to_start',
  'in_progress',
] as const;

/** What a start page can come to. */
export const startPageOutcomes = [
  'shown',
  'started',
  'already_started',
  'wrong_confirmation',
  'locked',
  'new_link_sent',
  'outside_window',
  'unknown_link',
] as const;

/** Who is hurt when a call cannot be answered. */
export const callerKinds = ['reseller', 'desk', 'operator', 'subscriber', 'anybody'] as const;

/** What the sweeper mends. */
export const repairs = [
  'entry_followed_up',
  'due_work_queued',
  'wait_woken',
  'run_restarted',
  'lock_released',
  'mail_queued_again',
  'publication_queued_again',
] as const;

export type Repair = (typeof repairs)[number];

/** Everything behind the scenes that can fail, by the name its log lines carry. */
export const works = [
  'decide-next-step',
  'deliver-webhook',
  'do-what-is-due',
  'erase-beside',
  'execute-port',
  'keep-task-token',
  'look-for-due',
  'publish',
  'record-bounce',
  'record-failure',
  'record-upload',
  'relay',
  'report-to-carrier',
  'send-mail',
  'send-request',
  'sweep',
  'sweep-lanes',
  'tell-carrier-of-end',
  'desk-command',
] as const;

export type Work = (typeof works)[number];

/**
 * Every metric of the service, by the name it is emitted under. What is not here cannot be emitted; a test holds that each is shown
 * or alarmed, and described in the runbook.
 */
export const metricCatalogue = {
  RequestsSubmitted: {
    kind: 'counter',
    meaning: 'Attempts sent on their way, by the operator that loses the numbers.',
    dimensions: byOperator,
  },
  AnswersApproved: {
    kind: 'counter',
    meaning: 'Attempts that the losing operator approved.',
    dimensions: byOperator,
  },
  AnswersRejected: {
    kind: 'counter',
    meaning: 'Attempts that the losing operator refused, before or after approving them.',
    dimensions: byOperator,
  },
  AnswerWorkingDays: {
    kind: 'spread',
    meaning: 'Working days from submitting an attempt to its answer; the limit is ten (F18).',
    dimensions: byOperator,
  },
  RejectionReasons: {
    kind: 'counter',
    meaning: 'Refusals by their reasons; one with several counts for each of them.',
    dimensions: { Reason: rejectionReasons.map(({ code }) => code) },
  },
  AnswersOverdueRecorded: {
    kind: 'counter',
    meaning: 'Times an answer was found overdue; each working day counts anew.',
    dimensions: undivided,
  },
  AnswersDelayed: {
    kind: 'counter',
    meaning: 'Times an operator asked for more days to answer.',
    dimensions: undivided,
  },
  WindowsOpened: { kind: 'counter', meaning: 'Start windows that opened.', dimensions: undivided },
  WindowOpenedLateSeconds: {
    kind: 'spread',
    meaning: 'How long after 09:00 a window opened, or after an approval that came later than that.',
    dimensions: undivided,
  },
  WindowsExpired: {
    kind: 'counter',
    meaning: 'Start windows that closed without a start: the customer has to ask anew.',
    dimensions: undivided,
  },
  PortsStarted: {
    kind: 'counter',
    meaning: 'Ports started, by who pressed the button.',
    dimensions: { By: ['subscriber', 'reseller', 'desk'] },
  },
  PortsCompleted: {
    kind: 'counter',
    meaning: 'Ports done, by kind of installation.',
    dimensions: installations,
  },
  PortsFailed: {
    kind: 'counter',
    meaning: 'Starts that were rolled back: no number moved, and the customer starts again.',
    dimensions: undivided,
  },
  InterruptionMinutes: {
    kind: 'spread',
    meaning:
      'How long lines were dead, from start to completion; the limits are 2 hours and 24 hours (F28, F29).',
    dimensions: installations,
  },
  InterruptionsOverrun: {
    kind: 'counter',
    meaning: 'Ports found not to be done within their 2 or 24 hours: lines dead for too long.',
    dimensions: installations,
  },
  RequestsCancelled: { kind: 'counter', meaning: 'Requests given up.', dimensions: undivided },
  IncidentsOpened: {
    kind: 'counter',
    meaning: 'Trouble that was reported or that shows by itself, by what the customer notices.',
    dimensions: { Kind: incidentKinds },
  },
  IncidentsResolved: { kind: 'counter', meaning: 'Trouble that is over.', dimensions: undivided },
  ReturnsRequested: {
    kind: 'counter',
    meaning: 'Numbers asked back after a port that went wrong.',
    dimensions: undivided,
  },
  CompensationsDue: {
    kind: 'counter',
    meaning: 'Ports so late that something may be owed for it.',
    dimensions: undivided,
  },
  OperatorEventsRefused: {
    kind: 'counter',
    meaning: 'Signed events of operators that did not fit their request: late, contradicting, or unreadable.',
    dimensions: undivided,
  },
  MailsSent: {
    kind: 'counter',
    meaning: 'Mails that went out, by template.',
    dimensions: { Template: ledgerTemplates },
  },
  MailSendFailures: {
    kind: 'counter',
    meaning: 'Tries to hand a mail to the mail service that failed; each is tried again.',
    dimensions: undivided,
  },
  MailsBounced: {
    kind: 'counter',
    meaning: 'Mails about requests that came back.',
    dimensions: undivided,
  },
  StartPageAnswers: {
    kind: 'counter',
    meaning: 'What opening or sending a start page came to.',
    dimensions: { Outcome: startPageOutcomes },
  },
  CallsFailed: {
    kind: 'counter',
    meaning: 'Calls of the API that could not be answered (5xx), by who was calling.',
    dimensions: { Caller: callerKinds },
  },
  WorkFailures: {
    kind: 'counter',
    meaning: 'Work behind the scenes that failed; each is tried again.',
    dimensions: { Work: works },
  },
  CarrierCallFailures: {
    kind: 'counter',
    meaning: 'Messages that the carrier did not take; each is tried again.',
    dimensions: undivided,
  },
  LifecycleStepFailures: {
    kind: 'counter',
    meaning: 'Steps of the lifecycle that failed for minutes, in spite of retries.',
    dimensions: undivided,
  },
  WakeUpsGone: {
    kind: 'counter',
    meaning: 'Waits that had ended before they were ended: harmless, unless there are many.',
    dimensions: undivided,
  },
  WebhookAttempts: {
    kind: 'counter',
    meaning: 'Tries to tell a receiver of an event.',
    dimensions: { Outcome: ['acknowledged', 'failed'] },
  },
  WebhookEndpointsDisabled: {
    kind: 'counter',
    meaning: 'Receivers given up after 72 hours of silence.',
    dimensions: undivided,
  },
  SettingsNotRefreshed: {
    kind: 'counter',
    meaning: 'Times keys or closed days could not be read anew; the ones known so far were used.',
    dimensions: undivided,
  },
  Repairs: {
    kind: 'counter',
    meaning: 'What the sweeper found lying and mended.',
    dimensions: { Repair: repairs },
  },
  RepairsFailed: {
    kind: 'counter',
    meaning: 'What the sweeper found lying and could not mend; it tries again in five minutes.',
    dimensions: undivided,
  },
  RequestsStanding: {
    kind: 'gauge',
    meaning: 'Requests under way, by status.',
    dimensions: { Status: standingStatuses },
  },
  OldestRequestHours: {
    kind: 'gauge',
    meaning: 'How long the oldest request has been in its status.',
    dimensions: { Status: standingStatuses },
  },
  AnswersOverdue: {
    kind: 'gauge',
    meaning: 'Requests whose operator has not answered in time, nor asked for more days.',
    dimensions: undivided,
  },
  WindowsNotOpened: {
    kind: 'gauge',
    meaning: 'Start windows that should have opened at least ten minutes ago and are closed.',
    dimensions: undivided,
  },
  LinesDeadTooLong: {
    kind: 'gauge',
    meaning: 'Started ports past their 2 or 24 hours that are not completed.',
    dimensions: undivided,
  },
  EntriesNotFollowedUp: {
    kind: 'gauge',
    meaning: 'History entries of which nothing has followed yet, older than two minutes.',
    dimensions: undivided,
  },
  MailsNotSent: {
    kind: 'gauge',
    meaning: 'Mails whose sending began more than fifteen minutes ago and has not ended.',
    dimensions: undivided,
  },
  LocksWithoutRequest: {
    kind: 'gauge',
    meaning: 'Numbers held for a request that is over: nobody can port them.',
    dimensions: undivided,
  },
  WaitsBehindRecord: {
    kind: 'gauge',
    meaning: 'Waits of the lifecycle whose request has moved on without them.',
    dimensions: undivided,
  },
  RunsGone: {
    kind: 'gauge',
    meaning: 'Requests under way for which no run of the lifecycle is under way.',
    dimensions: undivided,
  },
  DeskTasksWaiting: { kind: 'gauge', meaning: 'Things that wait for the desk.', dimensions: undivided },
  OldestDeskTaskHours: {
    kind: 'gauge',
    meaning: 'How long the desk has not got to the oldest of them.',
    dimensions: undivided,
  },
} as const satisfies Readonly<Record<string, MetricDescription>>;

/** The name of a metric. */
export type MetricName = keyof typeof metricCatalogue;

/** Every name, in the order of the catalogue. */
export const metricNames = Object.keys(metricCatalogue).filter((name): name is MetricName =>
  Object.hasOwn(metricCatalogue, name),
);

type DescribedDimensions<Name extends MetricName> = (typeof metricCatalogue)[Name]['dimensions'];

/** What a metric is split by, with the value it has this time. */
export type DimensionsOf<Name extends MetricName> = keyof DescribedDimensions<Name> extends never
  ? // Of a type without members the compiler would take any.
    Readonly<Record<string, never>>
  : {
      readonly [Dimension in keyof DescribedDimensions<Name>]: DescribedDimensions<Name>[Dimension] extends readonly (infer Value extends
        string)[]
        ? Value
        : never;
    };

/** The catalogue's description of a metric, whatever its dimensions. */
export const describedMetric = (name: MetricName): MetricDescription => metricCatalogue[name];
