import { describe, expect, test } from 'vitest';
import { mailsCausedBy, recipientOf } from '../../functions/correspondence/occasions.ts';
import { entryTypes, type HistoryEntry } from '../../functions/port-request/history.ts';
import { aContent, aHistoryEntry } from '../support/port-request-builder.ts';

const contact = (template: string) => ({ template, audience: 'contact' });
const desk = (template: string) => ({ template, audience: 'desk' });
const starter = (template: string) => ({ template, audience: 'starter' });

const cases: readonly {
  readonly type: HistoryEntry['type'];
  readonly data?: HistoryEntry['data'];
  readonly attempt?: number | null;
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
];

describe('which mails a history entry causes', () => {
  test.each(cases)('$type with $data in attempt $attempt', ({ type, data = {}, attempt = 1, mails }) => {
    expect(mailsCausedBy(aHistoryEntry({ type, data, attempt }))).toEqual(mails);
  });

  test('every other entry causes none', () => {
    const mailed = new Set(cases.map(({ type }) => type));
    const others = entryTypes.filter((type) => !mailed.has(type));
    expect(others.flatMap((type) => mailsCausedBy(aHistoryEntry({ type, data: {} })))).toEqual([]);
    expect(others).toContain('port_request.noted');
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
