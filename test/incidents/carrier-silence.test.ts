import { Temporal } from 'temporal-polyfill';
import { describe, expect, test } from 'vitest';
import { toInstantText } from '../../functions/calendar/clock.ts';
import { noClosedDays, workingCalendar } from '../../functions/calendar/working-calendar.ts';
import { mailsCausedBy } from '../../functions/correspondence/occasions.ts';
import { changeIncident } from '../../functions/incidents/change-incident.ts';
import { viewIncident } from '../../functions/incidents/incident-view.ts';
import { updateIncident } from '../../functions/incidents/update-incident.ts';
import { nextDueAt } from '../../functions/port-request/due.ts';
import type { PortRequest } from '../../functions/port-request/port-request.ts';
import { startRecording } from '../../functions/port-request/recording.ts';
import { carrier, caughtUp, desk, factsAt, recordingOf, requestAfter } from '../support/port-request-life.ts';
import { goodExamples, incidentIn, newestIncident, withRoutingIncident } from './incident-life.ts';

const calendar = workingCalendar(noClosedDays);

// Reported on Tuesday 14 April 2026 in the afternoon; asked how it went on Wednesday.
const reported = () => {
  const { request, incident } = withRoutingIncident(goodExamples(3));
  return { request: requestAfter(caughtUp(request, '2026-04-15T07:00:00Z')), incident };
};

const dueAt = (request: PortRequest) =>
  viewIncident(newestIncident(request), request, calendar, undefined).dueAt;

const says = (request: PortRequest, now: string, note: string | null) => {
  const told = updateIncident(
    startRecording(request),
    newestIncident(request).id,
    { status: 'with_carrier', note },
    factsAt(now),
    carrier,
  );
  if (told.kind !== 'updated') throw new Error(told.kind);
  return told.recording.after;
};

describe('an incident that the carrier does not answer', () => {
  test('comes to the desk at 09:00 of the second working day, once, and stays with the carrier', () => {
    const { request, incident } = reported();

    expect(dueAt(request)).toBe('2026-04-16T07:00:00Z');
    expect(request.dueAt).toBe('2026-04-16T07:00:00Z');
    expect(caughtUp(request, '2026-04-16T06:59:59Z').kind).toBe('nothing_new');
    const { entries, after } = recordingOf(caughtUp(request, '2026-04-16T07:00:00Z'));
    expect(entries).toMatchObject([
      {
        type: 'incident.updated',
        actor: { kind: 'clock' },
        data: { incidentId: incident.id, status: 'with_carrier', actsNext: 'desk', note: null },
      },
    ]);
    expect(entries.flatMap(mailsCausedBy)).toEqual([]);
    expect(incidentIn(after, incident)).toMatchObject({ status: 'with_carrier', actor: 'desk' });
    expect(after.deskTasks).toMatchObject([
      { what: 'incident', incidentId: incident.id, since: '2026-04-16T07:00:00Z' },
    ]);
    expect(caughtUp(after, '2026-04-30T07:00:00Z').kind).toBe('nothing_new');
  });

  test('is found as well by a clock that comes late, with all else that is due', () => {
    const { request } = withRoutingIncident(goodExamples(3));

    const { entries } = recordingOf(caughtUp(request, '2026-04-20T07:00:00Z'));

    expect(entries.map(({ type }) => type).toSorted()).toEqual(['incident.updated', 'port_request.reminded']);
  });

  test('has two working days anew from what the carrier said last, also after it was silent', () => {
    const { request } = reported();

    const answered = says(request, '2026-04-15T12:00:00Z', 'We are on it');
    expect(dueAt(answered)).toBe('2026-04-17T07:00:00Z');
    const chased = requestAfter(caughtUp(answered, '2026-04-17T07:00:00Z'));
    expect(newestIncident(chased).actor).toBe('desk');
    const again = says(chased, '2026-04-17T12:00:00Z', 'Tomorrow');
    expect(newestIncident(again).actor).toBe('carrier');
    expect(again.deskTasks).toEqual([]);
    // Over the weekend.
    expect(dueAt(again)).toBe('2026-04-21T07:00:00Z');
  });

  test('is given back to it by the desk with two more days', () => {
    const { request, incident } = reported();
    const chased = requestAfter(caughtUp(request, '2026-04-16T07:00:00Z'));

    const given = requestAfter(
      changeIncident(chased, incident.id, { actor: 'carrier' }, factsAt('2026-04-16T09:00:00Z'), desk),
    );

    expect(given.deskTasks).toEqual([]);
    expect(dueAt(given)).toBe('2026-04-20T07:00:00Z');
    expect(caughtUp(given, '2026-04-17T07:00:00Z').kind).toBe('nothing_new');
  });

  test('is none once it is resolved', () => {
    const { request, incident } = reported();

    const resolved = requestAfter(
      changeIncident(request, incident.id, { status: 'resolved' }, factsAt('2026-04-15T09:00:00Z'), desk),
    );

    expect(dueAt(resolved)).toBeNull();
    const next = nextDueAt(resolved, calendar) ?? Temporal.Instant.from('2026-04-15T09:00:00Z');
    // Only the erasure is left.
    expect(toInstantText(next) > '2028').toBe(true);
  });
});
