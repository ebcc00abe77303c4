import { describe, expect, test } from 'vitest';
import { renderMail } from '../../functions/correspondence/mail.ts';
import type { MailTemplate } from '../../functions/correspondence/mail-template.ts';
import type { Incident } from '../../functions/incidents/incident.ts';
import type { HistoryEntry } from '../../functions/port-request/history.ts';
import { anAttempt } from '../support/port-request-builder.ts';
import { anExample, anIncident, anOccasion, startUrl } from './mail-occasions.ts';

describe('a port that was rolled back', () => {
  const failedStarts = [{ startedAt: '2026-04-15T07:12:00Z', failedAt: '2026-04-15T08:00:00Z' }];
  const failedOn = 'Wednesday 15 April 2026 at 09:12';
  const mail = (template: MailTemplate, changes: Parameters<typeof anOccasion>[2] = {}): string =>
    renderMail(
      anOccasion(template, 'en', { attempt: { failedStarts, approvedDate: '2026-04-14' }, ...changes }),
    ).text;

  test('brings a new link that says why, and that nothing moved', () => {
    const text = mail('start_link_renewed', {
      entry: { type: 'port_request.failed', occurredAt: '2026-04-15T08:00:00Z', data: {} },
    });
    expect(text).toContain(`was started on ${failedOn} but failed and was rolled back: no number has moved`);
    expect(text).toContain(startUrl);
  });

  test('is not reminded of as never started', () => {
    expect(mail('start_reminder')).toContain(`was started on ${failedOn} but failed`);
    expect(mail('start_reminder')).not.toContain('has not been started yet');
  });

  test('expires as failed, not as unused', () => {
    expect(mail('expired')).toContain(`was started on ${failedOn} but failed: no number has moved`);
    expect(mail('expired')).not.toContain('was not started');
    expect(renderMail(anOccasion('expired', 'en')).text).toContain('was not started');
  });

  test('did not fail before the entry that is told of', () => {
    const text = mail('start_link_renewed', {
      entry: { type: 'port_request.start_link_renewed', occurredAt: '2026-04-15T07:00:00Z', data: {} },
    });
    expect(text).not.toContain('failed');
  });

  test('has an incident that says so, instead of "something else"', () => {
    const incident = anIncident({
      kind: 'other',
      diagnosis: 'unknown',
      status: 'open',
      actor: 'desk',
      openedAt: '2026-04-15T08:00:00Z',
      openedBy: 'carrier',
      description: 'Rolled back: number not released',
      examples: [],
    });
    const text = mail('incident_received', {
      request: {
        incidents: [incident],
        status: 'ready_to_start',
        attempts: [anAttempt({ failedStarts, approvedDate: '2026-04-14' })],
      },
    });
    expect(text).toContain('Problem: The port failed after it was started');
    expect(text).toContain('no number has moved');
    expect(text).toContain('Description: Rolled back: number not released');
    expect(text).not.toMatch(/Something else|Examples missing|Add examples/);
  });
});

describe('the mails of an incident', () => {
  const updated = (
    entry: Partial<Omit<HistoryEntry, 'previousHash' | 'hash'>>,
    incident: Partial<Incident> = {},
  ) =>
    renderMail(
      anOccasion('incident_updated', 'en', {
        request: { status: 'completed', incidents: [anIncident(incident)] },
        attempt: {},
        entry,
      }),
    );
  const examples = [1, 2, 3].map((minute) => anExample({ calledAt: `2026-04-15T09:0${minute}:00Z` }));
  const incidentId = anIncident().id;

  test('say what was reported to COLT, and when', () => {
    const { subject, text } = updated(
      { type: 'incident.escalated', occurredAt: '2026-04-15T10:05:00Z', data: { incidentId, examples: 3 } },
      { status: 'with_carrier', actor: 'carrier', examples, escalatedAt: '2026-04-15T10:05:00Z' },
    );
    expect(subject).toContain('Incident reported to COLT');
    expect(text).toContain('Reported: Wednesday 15 April 2026 at 12:05');
    expect(
      text.match(/^- 0475 12 34 56 \(Orange\) → 02 580 50 51, Wednesday 15 April 2026 at 11:0\d: rings/gm),
    ).toHaveLength(3);
  });

  test('say how an incident ended, and how it opens again', () => {
    const { subject, text } = updated(
      {
        type: 'incident.resolved',
        occurredAt: '2026-04-17T09:00:00Z',
        actor: { kind: 'desk', id: 'desk-1' },
        data: { incidentId, status: 'resolved', note: 1 },
      },
      {
        status: 'resolved',
        notes: [
          { at: '2026-04-16T09:00:00Z', by: 'desk', text: 'An earlier one.' },
          { at: '2026-04-17T09:00:00Z', by: 'desk', text: 'Pointers set\r\nat Orange.' },
          { at: '2026-04-18T09:00:00Z', by: 'desk', text: 'A later one.' },
        ],
      },
    );
    expect(subject).toContain('Incident resolved');
    expect(text).toContain('Outcome: Pointers set at Orange.');
    expect(text).toContain('it opens again');
  });

  test('tell each its own note of two that were written in one second', () => {
    const at = '2026-04-17T09:00:00Z';
    const notes = ['First one.', 'Second one.'].map((text) => ({ at, by: 'desk' as const, text }));
    const noted = (note: number) =>
      updated(
        { actor: { kind: 'desk', id: 'desk-1' }, occurredAt: at, data: { incidentId, status: 'open', note } },
        { notes },
      ).text;

    expect(noted(0)).toContain('Note: First one.');
    expect(noted(1)).toContain('Note: Second one.');
  });

  test('tell no earlier note again where an entry has none', () => {
    const notes = [{ at: '2026-04-16T08:00:00Z', by: 'carrier' as const, text: 'An earlier one.' }];
    const data = { incidentId, status: 'resolved', note: null };
    const { text } = updated({ type: 'incident.resolved', data }, { status: 'resolved', notes });
    expect(text).toContain('Outcome: resolved');
    expect(text).not.toContain('An earlier one.');
    expect(updated({ data: { ...data, status: 'open' } }, { notes }).text).not.toContain('Note:');
  });

  test('tell of the status that the entry gave, though it went on since', () => {
    const data = {
      incidentId,
      status: 'with_operator',
      diagnosis: 'routing',
      actsNext: 'losing_operator',
      note: null,
    };
    const { text } = updated({ data }, { status: 'resolved', actor: 'desk' });
    expect(text).toContain('Status: with Proximus\nWho acts: Proximus');
  });

  test('tell the desk where nobody reaches the customer to look at its own side', () => {
    const desk = (kind: Incident['kind']) =>
      renderMail(
        anOccasion('desk_incident', 'en', {
          request: { status: 'completed', incidents: [anIncident({ kind })] },
        }),
      ).text;
    expect(desk('unreachable')).toContain("Check Fonzer's and COLT's side too.");
    expect(desk('partly_unreachable')).not.toContain("Check Fonzer's");
  });

  test("an incident that is not the request's makes no mail", () => {
    expect(() => updated({ data: { incidentId: 'inc_other' } })).toThrow(RangeError);
    expect(() => updated({ data: {} })).toThrow(RangeError);
  });
});
