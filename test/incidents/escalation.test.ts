import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addExamples } from '../../functions/incidents/add-examples.ts';
import { adviceKeyOf } from '../../functions/incidents/advice.ts';
import type { GivenExample } from '../../functions/incidents/call-examples.ts';
import { changeIncident, resolveIncident } from '../../functions/incidents/change-incident.ts';
import { reportIncident } from '../../functions/incidents/report-incident.ts';
import { updateIncident } from '../../functions/incidents/update-incident.ts';
import type { PortRequest } from '../../functions/port-request/port-request.ts';
import { startRecording } from '../../functions/port-request/recording.ts';
import {
  answered,
  carrier,
  desk,
  events,
  factsAt,
  recordingOf,
  requestAfter,
  requestIn,
  reseller,
} from '../support/port-request-life.ts';
import {
  afternoon,
  goodExample,
  goodExamples,
  incidentIn,
  newestIncident,
  recordedBy,
  withRoutingIncident,
} from './incident-life.ts';

const add = (request: PortRequest, id: string, given: readonly GivenExample[]) =>
  addExamples(request, id, given, factsAt(afternoon), reseller);

const bad = goodExample(5, { calledNumber: '025805066' });

describe('bad routing is reported to the carrier with its third good example', () => {
  test('at once when the report brings them', () => {
    const decision = reportIncident(
      requestIn('completed'),
      { kind: 'unreachable', description: '', examples: goodExamples(3) },
      factsAt(afternoon),
      reseller,
    );

    expect(recordedBy(decision)).toEqual(['incident.opened', 'incident.escalated']);
    expect(newestIncident(requestAfter(decision))).toMatchObject({
      status: 'with_carrier',
      actor: 'carrier',
      escalatedAt: afternoon,
    });
    const [opened, escalated] = recordingOf(decision).entries;
    // The mail of the first is written from it: nobody is asked for what was given.
    expect(opened?.data).toMatchObject({ status: 'with_carrier', actsNext: 'carrier', examples: 3 });
    expect(escalated?.actor).toEqual({ kind: 'clock', id: null });
    expect(escalated?.data).toMatchObject({ status: 'with_carrier', actsNext: 'carrier', note: null });
  });

  test('not before: two good ones and a bad one leave one to be given', () => {
    const { request, incident } = withRoutingIncident([...goodExamples(2), bad]);

    expect(incident).toMatchObject({ status: 'needs_examples', actor: 'reseller', escalatedAt: null });
    const third = add(request, incident.id, goodExamples(1, 2));
    expect(recordedBy(third)).toEqual(['incident.examples_added', 'incident.escalated']);
    expect(recordingOf(third).entries[0]?.data).toMatchObject({
      added: 1,
      accepted: 1,
      examplesMissing: 0,
      reopened: false,
    });
  });

  test('exactly once, however the examples are spread over the calls and in whatever order they come', () => {
    const batches = fc.array(
      fc.array(
        fc.oneof(
          fc.integer({ min: 0, max: 7 }).map((index) => goodExample(index)),
          fc.constant(bad),
        ),
        { minLength: 1, maxLength: 4 },
      ),
      { maxLength: 6 },
    );
    fc.assert(
      fc.property(batches, (given) => {
        const opened = withRoutingIncident();
        let { request } = opened;
        const callers = new Set<string>();
        const escalatedIn: number[] = [];
        let firstProven: number | undefined;
        for (const [index, batch] of given.entries()) {
          for (const { callingNumber, calledNumber } of batch)
            if (calledNumber !== bad.calledNumber) callers.add(callingNumber);
          if (callers.size >= 3) firstProven ??= index;
          const decision = add(request, opened.incident.id, batch);
          if (recordedBy(decision).includes('incident.escalated')) escalatedIn.push(index);
          request = requestAfter(decision);
        }

        expect(escalatedIn).toEqual(firstProven === undefined ? [] : [firstProven]);
        expect(request.status).toBe('completed');
      }),
    );
  });

  test('not when it is something else: further examples are only listed', () => {
    const opened = requestAfter(
      reportIncident(
        requestIn('completed'),
        { kind: 'internet_lost', description: '', examples: [] },
        factsAt(afternoon),
        reseller,
      ),
    );

    const decision = add(opened, newestIncident(opened).id, goodExamples(4));

    expect(recordedBy(decision)).toEqual(['incident.examples_added']);
    expect(newestIncident(requestAfter(decision))).toMatchObject({
      diagnosis: 'linked_service',
      status: 'with_operator',
    });
  });

  test('not when somebody else asked for examples of it: then the desk looks at them', () => {
    const opened = requestAfter(
      reportIncident(
        requestIn('completed'),
        { kind: 'other', description: '', examples: [] },
        factsAt(afternoon),
        reseller,
      ),
    );
    const { id } = newestIncident(opened);
    const asked = updateIncident(
      startRecording(opened),
      id,
      { status: 'needs_examples', note: null },
      factsAt(afternoon),
      carrier,
    );
    if (asked.kind !== 'updated') throw new Error(asked.kind);
    const waiting = asked.recording.after;
    expect(waiting.deskTasks).toEqual([]);

    expect(newestIncident(requestAfter(add(waiting, id, [bad])))).toMatchObject({ status: 'needs_examples' });
    const answeredWith = requestAfter(add(waiting, id, goodExamples(1)));
    expect(newestIncident(answeredWith)).toMatchObject({
      status: 'open',
      actor: 'desk',
      diagnosis: 'unknown',
    });
    expect(answeredWith.deskTasks).toMatchObject([{ what: 'incident', incidentId: id }]);
  });

  test('also when the desk had the incident in hand, as soon as the third one is there', () => {
    const { request, incident } = withRoutingIncident(goodExamples(2));
    const taken = requestAfter(
      changeIncident(request, incident.id, { status: 'open' }, factsAt(afternoon), desk),
    );

    expect(recordedBy(add(taken, incident.id, [bad]))).toEqual(['incident.examples_added']);
    expect(recordedBy(add(taken, incident.id, goodExamples(1, 2)))).toContain('incident.escalated');
  });

  test('not a second time when the desk took it back and a fourth one comes', () => {
    const { request, incident } = withRoutingIncident(goodExamples(3));
    const taken = requestAfter(
      changeIncident(request, incident.id, { status: 'open' }, factsAt(afternoon), desk),
    );

    expect(recordedBy(add(taken, incident.id, goodExamples(1, 3)))).toEqual(['incident.examples_added']);
  });

  test('again when further ones were asked for and one of them counts', () => {
    const { request, incident } = withRoutingIncident(goodExamples(3));
    const asked = requestAfter(
      changeIncident(request, incident.id, { status: 'needs_examples' }, factsAt(afternoon), desk),
    );
    const withBad = requestAfter(add(asked, incident.id, [bad]));

    expect(incidentIn(withBad, incident).status).toBe('needs_examples');
    expect(recordedBy(add(withBad, incident.id, goodExamples(1, 3)))).toContain('incident.escalated');
  });
});

describe('an incident that only said "not yet"', () => {
  const opened = () =>
    requestAfter(
      reportIncident(
        requestIn('in_progress'),
        { kind: 'unreachable', description: '', examples: [] },
        factsAt('2026-04-14T08:10:00Z'),
        reseller,
      ),
    );
  const done = (request: PortRequest) =>
    requestAfter(answered(request, events.completed(request), '2026-04-14T08:41:00Z'));

  test('is resolved by the completion', () => {
    const after = done(opened());

    expect(newestIncident(after)).toMatchObject({
      status: 'resolved',
      diagnosis: 'port_not_executed',
      resolvedAt: '2026-04-14T08:41:00Z',
    });
  });

  test('is bad routing once somebody adds examples after it, and open again', () => {
    const after = done(opened());

    const decision = add(after, newestIncident(after).id, goodExamples(1));

    expect(recordedBy(decision)).toEqual(['incident.examples_added']);
    expect(newestIncident(requestAfter(decision))).toMatchObject({
      status: 'needs_examples',
      diagnosis: 'routing',
      actor: 'reseller',
      resolvedAt: null,
    });
  });

  test('becomes bad routing with an entry of its own where the desk had kept it open', () => {
    const after = done(opened());
    const { id } = newestIncident(after);
    const kept = requestAfter(changeIncident(after, id, { status: 'open' }, factsAt(afternoon), desk));

    const decision = add(kept, id, goodExamples(3));

    expect(recordedBy(decision)).toEqual([
      'incident.examples_added',
      'incident.updated',
      'incident.escalated',
    ]);
  });

  test('stays one when the port overruns: that is an incident of its own, and the advice says so', () => {
    const request = opened();
    const { id } = newestIncident(request);

    const after = requestAfter(
      addExamples(request, id, goodExamples(1), factsAt('2026-04-15T08:30:00Z'), reseller),
    );

    expect(after.incidents.map(({ diagnosis }) => diagnosis)).toEqual(['port_not_executed', 'port_overrun']);
    expect(after.incidents.map((incident) => adviceKeyOf(incident, after))).toEqual(['overrun', 'overrun']);
  });

  test('stays one while the port is not done: examples are listed with their problem', () => {
    const request = opened();

    const decision = addExamples(
      request,
      newestIncident(request).id,
      [goodExample(0, { calledAt: '2026-04-14T10:12:00+02:00' })],
      factsAt('2026-04-14T08:15:00Z'),
      reseller,
    );

    expect(newestIncident(requestAfter(decision))).toMatchObject({
      diagnosis: 'port_not_executed',
      status: 'open',
      examples: [{ problem: 'before_completion' }],
    });
  });
});

describe('a resolved incident', () => {
  const resolved = (examples: readonly GivenExample[]) => {
    const { request, incident } = withRoutingIncident(examples);
    return {
      request: requestAfter(resolveIncident(request, incident.id, 'Pointers set', factsAt(afternoon), desk)),
      incident,
    };
  };

  test('is open again by another example, and goes to the carrier again when it is proven', () => {
    const { request, incident } = resolved(goodExamples(3));

    const decision = add(request, incident.id, goodExamples(1, 3));

    expect(recordedBy(decision)).toEqual(['incident.examples_added', 'incident.escalated']);
    expect(recordingOf(decision).entries[0]?.data).toMatchObject({ reopened: true });
    expect(incidentIn(requestAfter(decision), incident)).toMatchObject({
      status: 'with_carrier',
      resolvedAt: null,
    });
  });

  test('waits for the examples that are missing otherwise', () => {
    const { request, incident } = resolved(goodExamples(1));

    const after = requestAfter(add(request, incident.id, goodExamples(1, 1)));

    expect(incidentIn(after, incident)).toMatchObject({ status: 'needs_examples', actor: 'reseller' });
  });
});

describe('the most that a request keeps', () => {
  test('is twenty examples at once', () => {
    const { request, incident } = withRoutingIncident();

    expect(add(request, incident.id, goodExamples(21))).toMatchObject({
      kind: 'refused',
      problems: [{ code: 'examples.too_many', pointer: '/examples', parameters: { maximum: 20 } }],
    });
    expect(add(request, incident.id, goodExamples(20)).kind).toBe('change');
  });

  test('is a hundred examples and fifty incidents', () => {
    const full = Array.from({ length: 5 }).reduce<PortRequest>(
      (request) =>
        requestAfter(
          reportIncident(
            request,
            { kind: 'other', description: '', examples: goodExamples(20) },
            factsAt(afternoon),
            reseller,
          ),
        ),
      requestIn('completed'),
    );
    const report = { kind: 'other', description: '', examples: [] } as const;

    expect(add(full, newestIncident(full).id, [bad])).toMatchObject({
      problems: [{ code: 'examples.too_many', parameters: { maximum: 100 } }],
    });
    const crowded = {
      ...full,
      incidents: Array.from({ length: 50 }, () => newestIncident(withRoutingIncident().request)),
    };
    expect(reportIncident(crowded, report, factsAt(afternoon), reseller)).toMatchObject({
      kind: 'refused',
      problems: [{ code: 'incidents.too_many', pointer: '' }],
    });
  });

  test('is what fits into one item of the table, also where characters take several bytes', () => {
    const report = { kind: 'other', description: '\u{1f4de}'.repeat(500), examples: [] } as const;
    let request = requestIn('completed');
    for (let count = 0; count < 50; count += 1) {
      const decision = reportIncident(request, report, factsAt(afternoon), reseller);
      if (decision.kind === 'refused') break;
      request = requestAfter(decision);
    }
    const note = '\u{1f4de}'.repeat(500);
    for (let count = 0; count < 200; count += 1) {
      const decision = changeIncident(
        request,
        newestIncident(request).id,
        { note: `${note}${count}` },
        factsAt(afternoon),
        desk,
      );
      if (decision.kind === 'refused') {
        expect(decision.problems).toMatchObject([{ code: 'notes.too_many', pointer: '/note' }]);
        break;
      }
      request = requestAfter(decision);
    }

    expect(Buffer.byteLength(JSON.stringify(request.incidents))).toBeLessThanOrEqual(160 * 1024);
    expect(Buffer.byteLength(JSON.stringify(request.incidents))).toBeGreaterThan(150 * 1024);
  });
});
