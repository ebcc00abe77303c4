import { describe, expect, test } from 'vitest';
import { erasureOf } from '../../functions/erasure/erase.ts';
import { changeIncident, resolveIncident } from '../../functions/incidents/change-incident.ts';
import { updateIncident } from '../../functions/incidents/update-incident.ts';
import { record, startRecording } from '../../functions/port-request/recording.ts';
import { carrier, desk, factsAt, requestAfter } from '../support/port-request-life.ts';
import { afternoon, incidentIn, recordedBy, withRoutingIncident } from './incident-life.ts';

const facts = factsAt(afternoon);

const erased = () => {
  const { request, incident } = withRoutingIncident();
  return { request: record(startRecording(request), facts, erasureOf(request, facts, desk)).after, incident };
};

describe('after an erasure an incident', () => {
  test('takes no note of the desk, but can still be changed and closed', () => {
    const { request, incident } = erased();
    const note = 'Marie Dupont called back';

    for (const decision of [
      changeIncident(request, incident.id, { note }, facts, desk),
      changeIncident(request, incident.id, { status: 'open', note }, facts, desk),
      resolveIncident(request, incident.id, note, facts, desk),
    ])
      expect(decision.kind).toBe('move_not_allowed');
    expect(recordedBy(resolveIncident(request, incident.id, null, facts, desk))).toEqual([
      'incident.resolved',
    ]);
    expect(recordedBy(changeIncident(request, incident.id, { status: 'open' }, facts, desk))).toEqual([
      'incident.updated',
    ]);
  });

  test('takes the status that an operator tells, without its note', () => {
    const { request, incident } = erased();
    const told = (status: 'open' | 'needs_examples') =>
      updateIncident(
        startRecording(request),
        incident.id,
        { status, note: 'Spoke to Marie' },
        facts,
        carrier,
      );

    const updated = told('open');
    if (updated.kind !== 'updated') throw new Error(updated.kind);
    expect(incidentIn(updated.recording.after, incident)).toMatchObject({ status: 'open', notes: [] });
    expect(told('needs_examples').kind).toBe('repeated');
    expect(requestAfter(resolveIncident(request, incident.id, null, facts, desk)).erasedAt).not.toBeNull();
  });
});
