import { describe, expect, test } from 'vitest';
import { addExamples } from '../../functions/incidents/add-examples.ts';
import { changeIncident } from '../../functions/incidents/change-incident.ts';
import type { Incident, IncidentKind } from '../../functions/incidents/incident.ts';
import { incidentLimits } from '../../functions/incidents/incident-limits.ts';
import { reportIncident } from '../../functions/incidents/report-incident.ts';
import { updateIncident } from '../../functions/incidents/update-incident.ts';
import { cancel } from '../../functions/port-request/cancel.ts';
import type { PortRequest } from '../../functions/port-request/port-request.ts';
import { decided, startRecording } from '../../functions/port-request/recording.ts';
import { itemsIn, mostActionsAtOnce } from '../../sandbox/items-written.ts';
import { aContent } from '../support/port-request-builder.ts';
import {
  answered,
  carrier,
  caughtUp,
  desk,
  events,
  factsAt,
  recordingOf,
  requestAfter,
  requestIn,
  reseller,
} from '../support/port-request-life.ts';
import { goodExample, incidentIn, newestIncident, recordedBy } from './incident-life.ts';

const running = '2026-04-14T08:10:00Z';
const overrun = '2026-04-15T08:30:00Z';

const report = (
  request: PortRequest,
  now: string,
  kind: IncidentKind = 'unreachable',
  examples: Parameters<typeof reportIncident>[1]['examples'] = [],
) => reportIncident(request, { kind, description: '', examples }, factsAt(now), reseller);

/** Reports until no more is taken; what the clock opened is there already. */
const filled = (start: PortRequest, now: string): PortRequest => {
  let request = start;
  for (let count = 0; count < 60; count += 1) {
    const decision = report(request, now);
    if (decision.kind === 'refused') return request;
    request = requestAfter(decision);
  }
  throw new Error('Everything was taken');
};

const tooMany = {
  kind: 'refused',
  problems: [{ code: 'incidents.too_many', pointer: '', parameters: { maximum: 20 } }],
};

describe('incidents that the end of the port settles', () => {
  // Numbers in as many blocks as a request may hold.
  const widest = aContent({
    mainNumber: '+3225800000',
    numbers: Array.from({ length: 40 }, (_, index) => ({
      kind: 'single',
      number: `+32258${String(index).padStart(2, '0')}000`,
    })),
  });

  test('are so few that the end fits into one transaction, whatever else it records', () => {
    const full = filled(requestAfter(caughtUp(requestIn('in_progress', widest), overrun)), overrun);

    const done = recordingOf(answered(full, events.completed(full), '2026-04-15T08:31:00Z'));
    expect(done.after.incidents.every(({ status }) => status === 'resolved')).toBe(true);
    // One more for the remembered answer.
    expect(itemsIn(done)).toBeGreaterThan(80);
    expect(itemsIn(done) + 1).toBeLessThanOrEqual(mostActionsAtOnce);
    const failed = recordingOf(answered(full, events.failed(full), '2026-04-15T08:31:00Z'));
    expect(itemsIn(failed) + 1).toBeLessThanOrEqual(mostActionsAtOnce);
  });

  test('fit as well when the overrun is recorded by the same command', () => {
    const full = filled(requestIn('in_progress', widest), running);

    const done = recordingOf(answered(full, events.completed(full), overrun));
    expect(done.after.incidents).toHaveLength(incidentLimits.unfinishedPort + 1);
    expect(itemsIn(done) + 1).toBeLessThanOrEqual(mostActionsAtOnce);
    const waiting = filled(requestIn('ready_to_start', widest), '2026-04-14T07:01:00Z');
    const cancelled = recordingOf(cancel(waiting, null, factsAt('2026-04-14T07:02:00Z'), reseller));
    expect(itemsIn(cancelled) + 1).toBeLessThanOrEqual(mostActionsAtOnce);
  });

  test('are at most twenty that are open, the clock’s own aside; others are taken', () => {
    const full = filled(requestIn('in_progress'), running);

    expect(full.incidents).toHaveLength(20);
    expect(report(full, running)).toMatchObject(tooMany);
    expect(report(full, running, 'internet_lost').kind).toBe('change');
    expect(requestAfter(caughtUp(full, overrun)).incidents).toHaveLength(21);
    const oneLess = requestAfter(
      changeIncident(full, newestIncident(full).id, { status: 'resolved' }, factsAt(running), desk),
    );
    expect(report(oneLess, running).kind).toBe('change');
  });

  test('are no more either where one is opened again or found to be one', () => {
    const first = requestAfter(report(requestIn('in_progress'), running));
    const resolved = newestIncident(first);
    const closed = requestAfter(
      changeIncident(first, resolved.id, { status: 'resolved' }, factsAt(running), desk),
    );
    const other = requestAfter(report(closed, running, 'other'));
    const full = filled(other, running);
    const by = (incident: Incident, change: Parameters<typeof changeIncident>[2]) =>
      changeIncident(full, incident.id, change, factsAt(running), desk);

    expect(by(resolved, { status: 'open' })).toMatchObject(tooMany);
    expect(by(newestIncident(other), { diagnosis: 'port_not_executed' })).toMatchObject(tooMany);
    expect(by(newestIncident(full), { actor: 'desk' }).kind).toBe('change');
    expect(addExamples(full, resolved.id, [goodExample(0)], factsAt(running), reseller)).toMatchObject(
      tooMany,
    );
    expect(
      updateIncident(
        startRecording(full),
        resolved.id,
        { status: 'open', note: null },
        factsAt(running),
        carrier,
      ),
    ).toMatchObject(tooMany);
  });
});

describe('calls that did not arrive at a number that was done before the rest', () => {
  const partDone = () => {
    const request = requestIn('in_progress');
    const data = { completedAt: '2026-04-14T08:05:00Z', numbers: [{ start: '025805050', size: 10 }] };
    return requestAfter(answered(request, events.completed(request, data), running));
  };
  const calls = (count: number) =>
    Array.from({ length: count }, (_, index) =>
      goodExample(index, { calledAt: '2026-04-14T10:06:00+02:00' }),
    );
  const completion = (request: PortRequest) =>
    answered(request, events.completed(request), '2026-04-14T08:41:00Z');

  test.each([
    [3, 'port_request.completed,incident.escalated', { status: 'with_carrier', actor: 'carrier' }],
    [1, 'port_request.completed,incident.updated', { status: 'needs_examples', actor: 'reseller' }],
    [0, 'port_request.completed,incident.resolved', { status: 'resolved' }],
  ] as const)('are kept by the completion: %i of them', (count, types, stand) => {
    const open = requestAfter(report(partDone(), running, 'partly_unreachable', calls(count)));
    expect(newestIncident(open)).toMatchObject({ diagnosis: 'port_not_executed', status: 'open' });

    const decision = completion(open);

    expect(recordedBy(decision).join()).toBe(types);
    expect(newestIncident(requestAfter(decision))).toMatchObject({
      diagnosis: count === 0 ? 'port_not_executed' : 'routing',
      ...stand,
      escalatedAt: count === 3 ? '2026-04-14T08:41:00Z' : null,
    });
  });

  test('prove nothing of something else', () => {
    const open = requestAfter(report(partDone(), running, 'other', calls(3)));
    const { id } = newestIncident(open);
    const unfinished = requestAfter(
      changeIncident(open, id, { diagnosis: 'port_not_executed' }, factsAt(running), desk),
    );

    expect(newestIncident(requestAfter(completion(unfinished))).status).toBe('resolved');
  });
});

describe('a start that was rolled back', () => {
  test('leaves open what people reported and resolves what the clock did', () => {
    const early = requestAfter(report(requestIn('in_progress'), running));
    const late = requestAfter(report(requestAfter(caughtUp(early, overrun)), overrun));
    expect(late.incidents.map(({ diagnosis }) => diagnosis)).toEqual([
      'port_not_executed',
      'port_overrun',
      'port_overrun',
    ]);

    const failed = requestAfter(answered(late, events.failed(late), '2026-04-15T08:31:00Z'));

    expect(failed.incidents.map(({ openedBy, status }) => [openedBy, status])).toEqual([
      ['reseller', 'open'],
      ['clock', 'resolved'],
      ['reseller', 'open'],
      ['carrier', 'open'],
    ]);
    const [first] = early.incidents;
    if (first === undefined) throw new Error('Nothing was reported');
    expect(incidentIn(failed, first).diagnosis).toBe('port_not_executed');
    expect(decided(startRecording(failed)).kind).toBe('nothing_new');
  });
});
