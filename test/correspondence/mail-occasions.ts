import { Temporal } from 'temporal-polyfill';
import { noClosedDays, workingCalendar } from '../../functions/calendar/working-calendar.ts';
import type { MailOccasion } from '../../functions/correspondence/mail.ts';
import type { MailTemplate } from '../../functions/correspondence/mail-template.ts';
import type { CallExample, Incident } from '../../functions/incidents/incident.ts';
import type { Language } from '../../functions/language.ts';
import { deadlinesOf } from '../../functions/port-request/deadlines.ts';
import type { HistoryEntry } from '../../functions/port-request/history.ts';
import type { Attempt, PortRequest, Rejection } from '../../functions/port-request/port-request.ts';
import { theClock } from '../../functions/port-request/status.ts';
import { aHistoryEntry, anAttempt, aPortRequest } from '../support/port-request-builder.ts';

export const portalUrl = 'https://myfonzer.example';
export const startUrl = 'https://porting.example/start/Zm9uemVyLXN0YXJ0LXRva2Vu';
const calendar = workingCalendar(noClosedDays);

export const accountNumberRejection: Rejection = {
  code: 'account_number_mismatch',
  numbers: [],
  named: [],
  field: '/losingOperator/accountNumber',
  operatorCode: 'E17A',
  operatorText: 'Customer number unknown',
};

export const technicalRejection: Rejection = {
  code: 'technical_error',
  numbers: [{ kind: 'single', number: '+3225805070' }],
  named: [{ kind: 'single', number: '+3225805070' }],
  field: null,
  operatorCode: null,
  operatorText: 'XML invalid',
};

type Scene = {
  readonly request: Partial<PortRequest>;
  readonly attempt?: Partial<Attempt>;
  readonly entry: Partial<Omit<HistoryEntry, 'previousHash' | 'hash'>>;
};

const approved = { approvedDate: '2026-04-14', approvedDateStated: '2026-04-14' } as const;
const started = { ...approved, startedAt: '2026-04-15T07:12:00Z', startedBy: 'subscriber' } as const;
const completed: Scene = {
  request: {
    status: 'completed',
    completedNumbers: { '+3225805070': '2026-04-15T07:55:00Z', '+3225805050': '2026-04-15T07:55:00Z' },
  },
  attempt: { ...started, completedAt: '2026-04-15T07:55:00Z', outcome: 'completed' },
  entry: {
    type: 'port_request.completed',
    occurredAt: '2026-04-15T07:55:00Z',
    actor: { kind: 'carrier', id: 'colt' },
    data: { completedAt: '2026-04-15T07:55:00Z' },
  },
};
const overrun: Scene = {
  request: { status: 'in_progress' },
  attempt: { ...started, interruption: 'overrun' },
  entry: {
    type: 'port_request.interruption_overrun',
    occurredAt: '2026-04-16T07:12:00Z',
    actor: theClock,
    data: { completionDueAt: '2026-04-16T07:12:00Z' },
  },
};

/** A call that did not arrive, and counts. */
export const anExample = (overrides: Partial<CallExample> = {}): CallExample => ({
  callingNumber: '+32475123456',
  callingOperator: 'Orange',
  calledNumber: '+3225805051',
  calledAt: '2026-04-15T09:05:00Z',
  heard: 'rings_at_old_operator',
  note: null,
  problem: null,
  ...overrides,
});

/** Bad routing, reported two hours after the port was done: one example counts, two are missing. */
export const anIncident = (overrides: Partial<Incident> = {}): Incident => ({
  id: 'inc_01JQK3V8Y4W2M6N7P9R5T1X0ZC',
  kind: 'partly_unreachable',
  description: 'Orange callers hear the old greeting.',
  openedAt: '2026-04-15T10:00:00Z',
  openedBy: 'reseller',
  status: 'needs_examples',
  diagnosis: 'routing',
  actor: 'reseller',
  notes: [],
  examples: [anExample(), anExample({ problem: 'repeated' })],
  escalatedAt: null,
  resolvedAt: null,
  ...overrides,
});

const incidentOpened: Scene = {
  request: { ...completed.request, incidents: [anIncident()] },
  ...(completed.attempt && { attempt: completed.attempt }),
  entry: {
    type: 'incident.opened',
    occurredAt: '2026-04-15T10:00:00Z',
    actor: { kind: 'reseller', id: 'user-7' },
    data: { incidentId: anIncident().id, kind: 'partly_unreachable', diagnosis: 'routing' },
  },
};
const overdue: Scene = {
  request: {},
  entry: {
    type: 'port_request.answer_overdue',
    occurredAt: '2026-04-17T07:00:00Z',
    actor: theClock,
    data: { dueOn: '2026-04-14', workingDaysLate: 3, first: true },
  },
};
const rejected: Scene = {
  request: { status: 'rejected' },
  attempt: { outcome: 'rejected', rejections: [accountNumberRejection] },
  entry: {
    type: 'port_request.rejected',
    occurredAt: '2026-04-02T09:12:00Z',
    actor: { kind: 'carrier', id: 'colt' },
    data: { codes: ['account_number_mismatch'], escalate: false },
  },
};
const windowOpen: Scene = {
  request: { status: 'ready_to_start' },
  attempt: approved,
  entry: {
    type: 'port_request.window_opened',
    occurredAt: '2026-04-14T07:00:00Z',
    actor: theClock,
    data: { lastDay: '2026-04-27' },
  },
};

const scenes: Readonly<Record<MailTemplate, Scene>> = {
  request_received: { request: { status: 'submitted' }, attempt: { sentAt: null }, entry: {} },
  answer_overdue: overdue,
  desk_answer_overdue: overdue,
  approved: {
    request: { status: 'approved' },
    attempt: approved,
    entry: {
      type: 'port_request.approved',
      occurredAt: '2026-04-02T09:12:00Z',
      data: { approvedDate: '2026-04-14', statedDate: '2026-04-14', lastDay: '2026-04-27' },
    },
  },
  rejected,
  desk_escalation: rejected,
  window_opened: windowOpen,
  start_reminder: {
    ...windowOpen,
    entry: {
      type: 'port_request.reminded',
      occurredAt: '2026-04-21T07:00:00Z',
      data: { reminder: 'start_reminder', lastDay: '2026-04-27' },
    },
  },
  last_day: {
    ...windowOpen,
    entry: {
      type: 'port_request.reminded',
      occurredAt: '2026-04-27T07:00:00Z',
      data: { reminder: 'last_day', lastDay: '2026-04-27' },
    },
  },
  start_link_renewed: {
    ...windowOpen,
    entry: { type: 'port_request.start_link_renewed', occurredAt: '2026-04-15T08:00:00Z', data: {} },
  },
  expired: {
    request: { status: 'expired' },
    attempt: { ...approved, outcome: 'expired' },
    entry: {
      type: 'port_request.expired',
      occurredAt: '2026-04-27T13:00:00Z',
      actor: theClock,
      data: { lastDay: '2026-04-27' },
    },
  },
  started: {
    request: { status: 'in_progress' },
    attempt: started,
    entry: {
      type: 'port_request.started',
      occurredAt: '2026-04-15T07:12:00Z',
      actor: { kind: 'subscriber', id: null },
      data: { completionDueAt: '2026-04-16T07:12:00Z' },
    },
  },
  partly_completed: {
    request: { status: 'in_progress', completedNumbers: { '+3225805070': '2026-04-15T07:30:00Z' } },
    attempt: started,
    entry: {
      type: 'port_request.partly_completed',
      occurredAt: '2026-04-15T07:35:00Z',
      actor: { kind: 'carrier', id: 'colt' },
      data: { completed: 1, of: 2, itemIndexes: [0] },
    },
  },
  completed,
  check_up: {
    ...completed,
    entry: {
      type: 'port_request.reminded',
      occurredAt: '2026-04-16T07:00:00Z',
      actor: theClock,
      data: { reminder: 'check_up' },
    },
  },
  interruption_overrun: overrun,
  desk_interruption_overrun: overrun,
  incident_received: incidentOpened,
  desk_incident: incidentOpened,
  incident_updated: {
    ...incidentOpened,
    request: {
      ...completed.request,
      incidents: [
        anIncident({
          status: 'with_operator',
          actor: 'losing_operator',
          notes: [{ at: '2026-04-16T08:30:00Z', by: 'carrier', text: 'Proximus sets the pointers.' }],
        }),
      ],
    },
    entry: {
      type: 'incident.updated',
      occurredAt: '2026-04-16T08:30:00Z',
      actor: { kind: 'carrier', id: 'colt' },
      data: {
        incidentId: anIncident().id,
        status: 'with_operator',
        diagnosis: 'routing',
        actsNext: 'losing_operator',
        note: 0,
      },
    },
  },
  cancelled: {
    request: { status: 'cancelled' },
    attempt: { outcome: 'cancelled' },
    entry: {
      type: 'port_request.cancelled',
      occurredAt: '2026-04-03T12:30:00Z',
      data: { fromStatus: 'awaiting_answer' },
    },
  },
};

/**
 * An occasion on which the template is mailed: the bakery's request, at the moment in its life that causes the mail.
 * `attempt` changes its only attempt; the content of the attempt is the request's.
 */
export const anOccasion = (
  template: MailTemplate,
  language: Language,
  changes: {
    readonly occasion?: Partial<MailOccasion>;
    readonly request?: Partial<PortRequest>;
    readonly attempt?: Partial<Attempt>;
    readonly entry?: Partial<Omit<HistoryEntry, 'previousHash' | 'hash'>>;
  } = {},
): MailOccasion => {
  const scene = scenes[template];
  const request = aPortRequest({
    ...scene.request,
    attempts: [anAttempt({ ...scene.attempt, ...changes.attempt })],
    ...changes.request,
  });
  const entry = aHistoryEntry({ status: request.status, ...scene.entry, ...changes.entry });
  return {
    template,
    language,
    request,
    content: request.content,
    entry,
    deadlines: deadlinesOf(request, Temporal.Instant.from(entry.occurredAt), calendar),
    calendar,
    portalUrl,
    startUrl,
    fonzerContact: { email: 'porting@fonzer.example', phone: '+32 2 000 00 00' },
    ...changes.occasion,
  };
};
