import { describe, expect, test } from 'vitest';
import {
  changeIncident,
  type DeskChange,
  resolveIncident,
} from '../../functions/incidents/change-incident.ts';
import { firstStepOf } from '../../functions/incidents/diagnosis.ts';
import {
  diagnoses,
  type Incident,
  incidentActors,
  incidentStatuses,
} from '../../functions/incidents/incident.ts';
import type { PortRequest } from '../../functions/port-request/port-request.ts';
import { desk, factsAt, recordingOf, requestAfter } from '../support/port-request-life.ts';
import { afternoon, goodExamples, incidentIn, recordedBy, withRoutingIncident } from './incident-life.ts';

const later = '2026-04-14T15:00:00Z';

const change = (request: PortRequest, { id }: Incident, wanted: DeskChange, now = later) =>
  changeIncident(request, id, wanted, factsAt(now), desk);

const changed = (wanted: DeskChange, examples = goodExamples(1)) => {
  const { request, incident } = withRoutingIncident(examples);
  const decision = change(request, incident, wanted);
  return { decision, entries: recordedBy(decision), incident: incidentIn(requestAfter(decision), incident) };
};

describe('the desk changes an incident', () => {
  test.each(diagnoses.filter((each) => each !== 'routing'))(
    'to %s, which begins with that one’s first step',
    (diagnosis) => {
      const { entries, incident } = changed({ diagnosis });

      expect(entries).toEqual(['incident.updated']);
      expect(incident).toMatchObject({ diagnosis, ...firstStepOf[diagnosis] });
    },
  );

  test.each(
    diagnoses.flatMap((diagnosis) =>
      incidentActors.flatMap((actor) =>
        incidentStatuses
          .filter((status) => status !== 'needs_examples' || diagnosis === 'routing')
          .map((status) => [diagnosis, actor, status] as const),
      ),
    ),
  )('to exactly what it says: %s, %s, %s', (diagnosis, actor, status) => {
    const { incident } = changed({ diagnosis, actor, status });

    expect(incident).toMatchObject({ diagnosis, actor, status });
    expect(incident.resolvedAt).toBe(status === 'resolved' ? later : null);
    expect(incident.escalatedAt).toBe(status === 'with_carrier' ? later : null);
  });

  test.each(diagnoses.filter((each) => each !== 'routing'))(
    'but never to wait for examples that prove nothing: %s',
    (diagnosis) => {
      const { request, incident } = withRoutingIncident();
      const refused = {
        kind: 'refused',
        problems: [{ code: 'incident.examples_prove_routing', pointer: '/status' }],
      };

      expect(change(request, incident, { diagnosis, status: 'needs_examples' })).toEqual(refused);
      const other = requestAfter(change(request, incident, { diagnosis }));
      expect(change(other, incident, { status: 'needs_examples' })).toEqual(refused);
      expect(change(other, incident, { status: 'needs_examples', diagnosis: 'routing' }).kind).toBe('change');
    },
  );

  test.each([
    ['open', 'desk'],
    ['with_operator', 'losing_operator'],
    ['with_carrier', 'carrier'],
  ] as const)('to %s alone: then %s acts', (status, actor) => {
    expect(changed({ status }).incident).toMatchObject({ status, actor, diagnosis: 'routing' });
  });

  test('to bad routing that has its three examples already: reported to the carrier at once', () => {
    const { request, incident } = withRoutingIncident(goodExamples(3));
    const other = requestAfter(change(request, incident, { diagnosis: 'unknown' }));

    const decision = change(other, incident, { diagnosis: 'routing' });

    expect(recordedBy(decision)).toEqual(['incident.escalated']);
    expect(incidentIn(requestAfter(decision), incident)).toMatchObject({
      diagnosis: 'routing',
      status: 'with_carrier',
      actor: 'carrier',
      escalatedAt: later,
    });
  });

  test('with the carrier is reported to it, once', () => {
    const { decision, incident } = changed({ status: 'with_carrier', note: 'Called COLT' });

    expect(recordedBy(decision)).toEqual(['incident.escalated']);
    expect(incident.notes).toEqual([{ at: later, by: 'desk', text: 'Called COLT' }]);
    const request = requestAfter(decision);
    expect(recordedBy(change(request, incident, { status: 'with_carrier' }))).toEqual([]);
  });

  test('taking it over is an actor alone', () => {
    expect(changed({ actor: 'desk' })).toMatchObject({
      entries: ['incident.updated'],
      incident: { actor: 'desk', status: 'needs_examples', diagnosis: 'routing' },
    });
  });

  test('what changes nothing records nothing, nor does the same note twice', () => {
    const { request, incident } = withRoutingIncident();
    for (const wanted of [{}, { note: null }, { status: incident.status }, { diagnosis: incident.diagnosis }])
      expect(recordedBy(change(request, incident, wanted))).toEqual([]);

    const noted = requestAfter(change(request, incident, { note: 'Asked Orange' }));

    expect(incidentIn(noted, incident).notes).toHaveLength(1);
    expect(recordedBy(change(noted, incident, { note: 'Asked Orange' }))).toEqual([]);
    expect(recordedBy(change(noted, incident, { note: 'Asked Orange again' }))).toEqual(['incident.updated']);
  });

  test('what it writes is kept with the incident and never in the history', () => {
    const { decision, incident } = changed({ note: 'Marie was called', status: 'open' });

    const [entry] = recordingOf(decision).entries;
    expect(incident.notes).toEqual([{ at: later, by: 'desk', text: 'Marie was called' }]);
    expect(JSON.stringify(entry)).not.toContain('Marie');
    expect(entry?.data).toEqual({
      incidentId: incident.id,
      status: 'open',
      diagnosis: 'routing',
      actsNext: 'desk',
      examples: 1,
      note: 0,
    });
    expect(entry?.occurredAt).toBe(later);
    // In the same second: the next one's position tells them apart.
    const more = change(requestAfter(decision), incident, { note: 'Once more' });
    expect(recordingOf(more).entries[0]?.data).toMatchObject({ note: 1 });
    const silent = change(requestAfter(decision), incident, { actor: 'reseller' });
    expect(recordingOf(silent).entries[0]?.data).toMatchObject({ note: null });
  });

  test('what it writes has the time of its entry, also when another machine’s clock is ahead', () => {
    const { request, incident } = withRoutingIncident();

    const decision = change(request, incident, { note: 'Asked Orange' }, '2026-04-14T13:59:00Z');

    const [entry] = recordingOf(decision).entries;
    expect(entry?.occurredAt).toBe(afternoon);
    expect(incidentIn(requestAfter(decision), incident).notes[0]?.at).toBe(afternoon);
  });
});

describe('the desk closes an incident', () => {
  const closed = () => {
    const { request, incident } = withRoutingIncident(goodExamples(1));
    const decision = resolveIncident(request, incident.id, 'Pointers set', factsAt(later), desk);
    return { decision, request: requestAfter(decision), incident };
  };

  test('with what came of it', () => {
    const { decision, request, incident } = closed();

    expect(recordedBy(decision)).toEqual(['incident.resolved']);
    expect(incidentIn(request, incident)).toMatchObject({
      status: 'resolved',
      resolvedAt: later,
      notes: [{ by: 'desk', text: 'Pointers set' }],
    });
  });

  test('once: again says nothing new, another note is added', () => {
    const { request, incident } = closed();

    const again = (note: string | null) =>
      resolveIncident(request, incident.id, note, factsAt('2026-04-14T16:00:00Z'), desk);

    expect(recordedBy(again(null))).toEqual([]);
    expect(recordedBy(again('Pointers set'))).toEqual([]);
    expect(recordedBy(again('Confirmed by the customer'))).toEqual(['incident.updated']);
    expect(incidentIn(requestAfter(again('Confirmed by the customer')), incident).resolvedAt).toBe(later);
  });

  test('and opens it again by a status; another diagnosis alone is for the record', () => {
    const { request, incident } = closed();

    const reopened = incidentIn(requestAfter(change(request, incident, { status: 'open' })), incident);
    const renamed = incidentIn(requestAfter(change(request, incident, { diagnosis: 'unknown' })), incident);

    expect(reopened).toMatchObject({ status: 'open', actor: 'desk', resolvedAt: null });
    expect(renamed).toMatchObject({ status: 'resolved', diagnosis: 'unknown', resolvedAt: later });
  });

  test('of nobody knows which: unknown', () => {
    const { request } = withRoutingIncident();

    expect(resolveIncident(request, 'inc_none', null, factsAt(afternoon), desk)).toEqual({ kind: 'unknown' });
  });
});
