import { describe, expect, test } from 'vitest';
import { diagnoses, incidentKinds } from '../../functions/incidents/incident.ts';
import { reportIncident } from '../../functions/incidents/report-incident.ts';
import { type Status, statuses } from '../../functions/port-request/status.ts';
import {
  factsAt,
  instantIn,
  recordingOf,
  requestAfter,
  requestIn,
  reseller,
} from '../support/port-request-life.ts';
import { newestIncident } from './incident-life.ts';

const reportable = statuses.filter((status) => status !== 'draft' && status !== 'cancelled');

const report = (status: Status, kind: (typeof incidentKinds)[number], now = instantIn[status]) =>
  reportIncident(
    requestIn(status),
    { kind, description: 'No dial tone', examples: [] },
    factsAt(now),
    reseller,
  );

/** Diagnosis, who acts first, and where it stands: F31, F33, F34, F37. */
const linkedService = ['linked_service', 'losing_operator', 'with_operator'];
const notExecuted = ['port_not_executed', 'reseller', 'open'];
const routing = ['routing', 'reseller', 'needs_examples'];
const unknown = ['unknown', 'desk', 'open'];

const expected = (status: Status, kind: (typeof incidentKinds)[number]) => {
  if (kind === 'internet_lost' || kind === 'tv_lost') return linkedService;
  if (kind === 'other') return unknown;
  return status === 'completed' ? routing : notExecuted;
};

describe('what is reported is diagnosed by what is seen and where the port stands', () => {
  test.each(reportable.flatMap((status) => incidentKinds.map((kind) => [kind, status] as const)))(
    '%s of a port that is %s',
    (kind, status) => {
      const after = requestAfter(report(status, kind));

      const { diagnosis, actor, status: stand } = newestIncident(after);
      expect([diagnosis, actor, stand]).toEqual(expected(status, kind));
      expect(after.status).toBe(status);
      expect(diagnoses).toContain(diagnosis);
    },
  );

  test('unreachable past the 24 hours of a complex port is an overrun, which the desk chases', () => {
    const after = requestAfter(report('in_progress', 'unreachable', '2026-04-15T08:00:00Z'));

    expect(newestIncident(after)).toMatchObject({
      diagnosis: 'port_overrun',
      actor: 'desk',
      status: 'open',
      openedBy: 'reseller',
    });
    // The clock had opened one by itself before.
    expect(after.incidents.map(({ openedBy }) => openedBy)).toEqual(['clock', 'reseller']);
  });

  test('a second before them it has only not been carried out yet', () => {
    const after = requestAfter(report('in_progress', 'unreachable', '2026-04-15T07:59:59Z'));

    expect(newestIncident(after)).toMatchObject({ diagnosis: 'port_not_executed', actor: 'reseller' });
  });

  test.each(['draft', 'cancelled'] as const)('nothing is reported of a request that is %s', (status) => {
    expect(report(status, 'unreachable')).toMatchObject({ kind: 'move_not_allowed', status });
  });

  test('nothing is reported of a request that was erased', () => {
    const erased = { ...requestIn('completed'), erasedAt: '2026-04-14T08:41:30Z' };

    const decision = reportIncident(
      erased,
      { kind: 'other', description: 'Marie said so', examples: [] },
      factsAt(instantIn.completed),
      reseller,
    );

    expect(decision).toMatchObject({ kind: 'move_not_allowed' });
  });

  test('the words of a report stay with the incident and out of the history', () => {
    const decision = report('completed', 'other');

    expect(newestIncident(requestAfter(decision)).description).toBe('No dial tone');
    expect(JSON.stringify(recordingOf(decision).entries)).not.toContain('dial tone');
  });
});
