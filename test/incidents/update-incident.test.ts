import { describe, expect, test } from 'vitest';
import { carrierReportOf } from '../../functions/incidents/carrier-report.ts';
import { resolveIncident } from '../../functions/incidents/change-incident.ts';
import { type Incident, incidentStatuses } from '../../functions/incidents/incident.ts';
import { updateIncident } from '../../functions/incidents/update-incident.ts';
import type { PortRequest } from '../../functions/port-request/port-request.ts';
import { startRecording } from '../../functions/port-request/recording.ts';
import { carrier, desk, factsAt, requestAfter } from '../support/port-request-life.ts';
import { afternoon, goodExample, goodExamples, incidentIn, withRoutingIncident } from './incident-life.ts';

const later = '2026-04-15T09:00:00Z';

type Told = Parameters<typeof updateIncident>[2];

const told = (request: PortRequest, { id }: Pick<Incident, 'id'>, what: Told) =>
  updateIncident(startRecording(request), id, what, factsAt(later), carrier);

const updated = (request: PortRequest, incident: Incident, what: Told) => {
  const outcome = told(request, incident, what);
  if (outcome.kind !== 'updated') throw new Error(`Not updated but ${outcome.kind}`);
  const { entries, after } = outcome.recording;
  return { entries, request: after, incident: incidentIn(after, incident) };
};

const reported = () => withRoutingIncident(goodExamples(3));

describe('the carrier says what became of an incident', () => {
  test.each([
    ['with_operator', 'losing_operator', 'incident.updated'],
    ['needs_examples', 'reseller', 'incident.updated'],
    ['open', 'desk', 'incident.updated'],
    ['resolved', 'carrier', 'incident.resolved'],
  ] as const)('%s: %s, %s', (status, actor, type) => {
    const { request, incident } = reported();

    const after = updated(request, incident, { status, note: 'Passed on' });

    expect(after.entries.map((entry) => entry.type)).toEqual([type]);
    expect(after.entries[0]?.actor).toEqual(carrier);
    expect(after.incident).toMatchObject({
      status,
      actor,
      diagnosis: 'routing',
      notes: [{ at: later, by: 'carrier', text: 'Passed on' }],
    });
    expect(JSON.stringify(after.entries)).not.toContain('Passed on');
    expect(after.request.status).toBe('completed');
  });

  test('the same status with another note is news, with the same note or none it is a repeat', () => {
    const { request, incident } = reported();
    const once = updated(request, incident, { status: 'with_carrier', note: 'We are on it' });

    expect(told(once.request, incident, { status: 'with_carrier', note: 'We are on it' })).toEqual({
      kind: 'repeated',
    });
    expect(told(once.request, incident, { status: 'with_carrier', note: null })).toEqual({
      kind: 'repeated',
    });
    expect(told(once.request, incident, { status: 'with_carrier', note: 'Still on it' }).kind).toBe(
      'updated',
    );
    expect(told(once.request, incident, { status: 'resolved', note: 'We are on it' }).kind).toBe('updated');
  });

  test('that it has it is not reported back to it', () => {
    const { request, incident } = withRoutingIncident();

    const after = updated(request, incident, { status: 'with_carrier', note: null });

    expect(after.entries.map(({ type }) => type)).toEqual(['incident.updated']);
    expect(after.incident).toMatchObject({ status: 'with_carrier', actor: 'carrier', escalatedAt: null });
  });

  test.each(incidentStatuses.filter((status) => status !== 'resolved'))(
    '%s opens an incident again that the desk had closed',
    (status) => {
      const { request, incident } = reported();
      const closed = requestAfter(resolveIncident(request, incident.id, null, factsAt(afternoon), desk));

      expect(updated(closed, incident, { status, note: null }).incident).toMatchObject({
        status,
        resolvedAt: null,
      });
    },
  );

  test('of an incident that the request does not have: unknown', () => {
    expect(told(reported().request, { id: 'inc_none' }, { status: 'open', note: null })).toEqual({
      kind: 'unknown',
    });
  });

  test('too often to be kept: refused, so that the desk sees it', () => {
    let { request, incident } = reported();
    for (let count = 0; count < 100; count += 1)
      ({ request, incident } = updated(request, incident, { status: 'with_carrier', note: `Note ${count}` }));

    expect(told(request, incident, { status: 'with_carrier', note: 'One more' })).toMatchObject({
      kind: 'refused',
      problems: [{ code: 'notes.too_many', pointer: '/note' }],
    });
  });
});

describe('the report to the carrier', () => {
  test('names the port, the losing operator, the numbers called and the calls that count, as a table', () => {
    const { request, incident } = withRoutingIncident([
      goodExample(0),
      goodExample(1, { calledNumber: '025805066' }),
      goodExample(2, { callingOperator: 'Telenet', heard: 'rings_at_old_operator', note: 'Marie tried' }),
      goodExample(3, { callingNumber: '0033123456789', callingOperator: 'SFR', heard: 'busy' }),
    ]);

    const report = carrierReportOf(request, incident);

    expect(report).toMatchObject({
      portRequestId: request.id,
      incidentId: incident.id,
      kind: 'partly_unreachable',
      losingOperator: { name: 'Proximus', code: 'proximus' },
      numbers: [{ start: '+3225805050', end: '+3225805059', national: '02 580 50 50 - 02 580 50 59' }],
    });
    expect(report.calls).toHaveLength(3);
    expect(report.calls[0]).toEqual({
      callingNumber: '+32475123400',
      callingOperator: 'Orange',
      calledNumber: '+3225805051',
      calledAt: '2026-04-14T12:05:00+02:00',
      heard: 'silence',
    });
    expect(report.text.split('\n')).toEqual([
      `Port request: ${request.id}`,
      `Incident: ${incident.id} (partly_unreachable)`,
      'Losing operator: Proximus',
      'Numbers: +3225805050 to +3225805059',
      '',
      'Calling number | Its operator | Called number | Date and time             | Heard',
      '+32475123400   | Orange       | +3225805051   | 2026-04-14T12:05:00+02:00 | silence',
      '+32475123402   | Telenet      | +3225805051   | 2026-04-14T12:05:00+02:00 | rings at the losing operator',
      '+33123456789   | SFR          | +3225805051   | 2026-04-14T12:05:00+02:00 | busy tone',
    ]);
    expect(JSON.stringify(report)).not.toContain('Marie');
    expect(JSON.stringify(report)).not.toContain(incident.description);
  });

  test('names every ported number where no call counts', () => {
    const { request, incident } = withRoutingIncident();

    const report = carrierReportOf(request, incident);

    expect(report.numbers.map(({ start }) => start)).toEqual(['+3225805070', '+3225805050']);
    expect(report.calls).toEqual([]);
    expect(report.text).toContain('No call examples.');
  });
});
