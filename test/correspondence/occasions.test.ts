import { describe, expect, test } from 'vitest';
import { mailsCausedBy, recipientOf } from '../../functions/correspondence/occasions.ts';
import { entryTypes, type HistoryEntry } from '../../functions/port-request/history.ts';
import { theClock } from '../../functions/port-request/status.ts';
import { aContent, aHistoryEntry } from '../support/port-request-builder.ts';

const contact = (template: string) => ({ template, audience: 'contact' });
const desk = (template: string) => ({ template, audience: 'desk' });
const starter = (template: string) => ({ template, audience: 'starter' });

const cases: readonly {
  readonly type: HistoryEntry['type'];
  readonly data?: HistoryEntry['data'];
  readonly attempt?: number | null;
  readonly actor?: HistoryEntry['actor'];
  readonly status?: HistoryEntry['status'];
  readonly mails: readonly object[];
}[] = [
  { type: 'port_request.submitted', mails: [contact('request_received')] },
  {
    type: 'port_request.answer_overdue',
    data: { first: true },
    mails: [desk('desk_answer_overdue'), contact('answer_overdue')],
  },
  { type: 'port_request.answer_overdue', data: { first: false }, mails: [desk('desk_answer_overdue')] },
  { type: 'port_request.approved', mails: [contact('approved')] },
  { type: 'port_request.rejected', data: { escalate: false }, mails: [contact('rejected')] },
  {
    type: 'port_request.rejected',
    data: { escalate: true },
    mails: [contact('rejected'), desk('desk_escalation')],
  },
  { type: 'port_request.window_opened', mails: [starter('window_opened')] },
  {
    type: 'port_request.reminded',
    data: { reminder: 'start_reminder' },
    mails: [starter('start_reminder')],
  },
  { type: 'port_request.reminded', data: { reminder: 'last_day' }, mails: [starter('last_day')] },
  { type: 'port_request.reminded', data: { reminder: 'check_up' }, mails: [contact('check_up')] },
  { type: 'port_request.reminded', data: { reminder: 'unheard_of' }, mails: [] },
  { type: 'port_request.start_link_renewed', mails: [starter('start_link_renewed')] },
  { type: 'port_request.started', mails: [contact('started')] },
  {
    type: 'port_request.partly_completed',
    data: { completed: 1, of: 2, itemIndexes: [0] },
    mails: [contact('partly_completed')],
  },
  { type: 'port_request.completed', mails: [contact('completed')] },
  { type: 'port_request.expired', mails: [contact('expired')] },
  { type: 'port_request.cancelled', attempt: 1, mails: [contact('cancelled')] },
  { type: 'port_request.cancelled', attempt: null, mails: [contact('cancelled')] },
  {
    type: 'port_request.interruption_overrun',
    mails: [contact('interruption_overrun'), desk('desk_interruption_overrun')],
  },
  { type: 'port_request.failed', status: 'ready_to_start', mails: [starter('start_link_renewed')] },
  { type: 'port_request.failed', status: 'expired', mails: [] },
  {
    type: 'incident.opened',
    data: { diagnosis: 'routing' },
    mails: [contact('incident_received'), desk('desk_incident')],
  },
  {
    type: 'incident.opened',
    data: { diagnosis: 'port_overrun' },
    mails: [contact('incident_received'), desk('desk_incident')],
  },
  { type: 'incident.opened', data: { diagnosis: 'port_overrun' }, actor: theClock, mails: [] },
  { type: 'incident.escalated', mails: [contact('incident_updated')] },
  { type: 'incident.escalated', actor: theClock, mails: [contact('incident_updated')] },
  { type: 'incident.updated', mails: [contact('incident_updated')] },
  { type: 'incident.resolved', mails: [contact('incident_updated')] },
  { type: 'incident.resolved', data: { because: 'completed' }, actor: theClock, mails: [] },
];

/** Entries that are told to nobody by mail, each by name: a new one has to be decided. */
const unmailed: readonly HistoryEntry['type'][] = [
  'port_request.created',
  'port_request.corrected',
  'port_request.sent_to_operator',
  'port_request.acknowledged',
  'port_request.answer_delayed',
  'port_request.interruption_warned',
  'port_request.replanned',
  'port_request.noted',
  'port_request.operator_event_refused',
  'port_request.compensation_due',
  'port_request.mail_bounced',
  'port_request.date_planned',
  'port_request.return_requested',
  'port_request.return_completed',
  'port_request.return_refused',
  'incident.examples_added',
];

describe('which mails a history entry causes', () => {
  test.each(cases)(
    '$type with $data in attempt $attempt by $actor.kind',
    ({ type, data = {}, attempt = 1, actor, status, mails }) => {
      const entry = aHistoryEntry({
        type,
        data,
        attempt,
        ...(actor && { actor }),
        ...(status && { status }),
      });
      expect(mailsCausedBy(entry)).toEqual(mails);
    },
  );

  test.each(unmailed)('%s causes none', (type) => {
    expect(mailsCausedBy(aHistoryEntry({ type, data: {} }))).toEqual([]);
  });

  test('every kind of entry is in one list or the other', () => {
    const mailed = cases.map(({ type }) => type);
    expect([...new Set([...mailed, ...unmailed])].toSorted()).toEqual([...entryTypes].toSorted());
    expect(unmailed.filter((type) => mailed.includes(type))).toEqual([]);
  });
});

describe('who receives a mail', () => {
  const fonzerDesk = { email: 'desk@fonzer.example', language: 'nl' } as const;
  const luc = { name: 'Luc Peeters', email: 'luc@reseller.example', language: 'nl' };
  const marie = { name: 'Marie Dupont', email: 'marie@dupont.example', language: 'fr' };

  test('the contact gets the mails of the request', () => {
    expect(recipientOf('contact', aContent(), fonzerDesk)).toEqual(luc);
  });

  test('the starter gets the start link in their own language', () => {
    expect(recipientOf('starter', aContent(), fonzerDesk)).toEqual(marie);
  });

  test('without a starter the start link goes to the contact', () => {
    expect(recipientOf('starter', aContent({ starter: null }), fonzerDesk)).toEqual(luc);
  });

  test('a starter without an address is no starter', () => {
    const withoutAddress = { name: 'Marie Dupont', email: null, language: 'fr' } as const;
    expect(recipientOf('starter', aContent({ starter: withoutAddress }), fonzerDesk)).toEqual(luc);
  });

  test('the desk is written to in its own language', () => {
    expect(recipientOf('desk', aContent(), fonzerDesk)).toEqual({ ...fonzerDesk, name: null });
  });

  test('nobody receives it where no address is known', () => {
    expect(recipientOf('contact', aContent({ contact: null }), fonzerDesk)).toBeUndefined();
  });
});
