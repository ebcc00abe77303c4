import { beforeEach, describe, expect, test } from 'vitest';
import { changeIncident } from '../../functions/incidents/change-incident.ts';
import { escalate } from '../../functions/incidents/escalation.ts';
import { openIncident } from '../../functions/incidents/open-incident.ts';
import { updateIncident } from '../../functions/incidents/update-incident.ts';
import { noMetrics } from '../../functions/metrics/metrics.ts';
import { type CarrierMessage, messageIdOf, orderOf } from '../../functions/operator/carrier.ts';
import { reportsCausedBy } from '../../functions/operator/carrier-report.ts';
import { newHandler } from '../../functions/operator/report-to-carrier.queue.ts';
import { requestReturn } from '../../functions/port-request/emergency-return.ts';
import { entryTypes } from '../../functions/port-request/history.ts';
import { type Recording, startRecording } from '../../functions/port-request/recording.ts';
import { createInMemoryRecords } from '../../sandbox/in-memory-port-requests.ts';
import { lambdaContext } from '../../sandbox/lambda-context.ts';
import { aHistoryEntry, anAttempt, aPortRequest } from '../support/port-request-builder.ts';
import {
  answered,
  carrier,
  desk,
  events,
  factsAt,
  recordingOf,
  recordingsInto,
  reseller,
} from '../support/port-request-life.ts';

const now = '2026-04-15T09:00:00Z';
const facts = factsAt(now);

const call = (calledAt: string) => ({
  callingNumber: '0475123456',
  callingOperator: 'Orange',
  calledNumber: '025805051',
  calledAt,
  heard: 'busy' as const,
  note: 'Ask for Marie',
});

/** A completed request whose carrier remembers what it was sent. */
const createReportWorld = async () => {
  const sent: CarrierMessage[] = [];
  let isUp = true;
  const requests = createInMemoryRecords(
    () => facts.now,
    () => {},
  );
  const recordings = recordingsInto('completed');
  for (const recording of recordings) await requests.commit(recording);
  const id = recordings.at(-1)?.after.id ?? '';
  const handler = newHandler(() => ({
    log: { info: () => {}, error: () => {} },
    metrics: noMetrics,
    requests,
    carrierPort: {
      send: async (message) => {
        if (!isUp) throw new Error('Out of reach');
        sent.push(message);
      },
    },
  }));
  const read = async () => {
    const request = await requests.find(id);
    if (request === undefined) throw new Error('The request is gone');
    return request;
  };
  return {
    id,
    sent,
    read,
    write: async (recording: Recording) => {
      expect((await requests.commit(recording)).kind).toBe('committed');
      return recording;
    },
    breakOff: () => {
      isUp = false;
    },
    /** Hands the worker every report that the whole history asks for. */
    report: async () => {
      const jobs = (await requests.history(id)).flatMap(reportsCausedBy);
      return handler(
        { Records: jobs.map((job) => ({ messageId: `${job.sequence}`, body: JSON.stringify(job) })) },
        lambdaContext,
      );
    },
  };
};

let world = await createReportWorld();
beforeEach(async () => {
  world = await createReportWorld();
});

const openProven = async () => {
  const examples = ['08:00', '08:10', '08:20'].map((time) => call(`2026-04-15T${time}:00Z`));
  const { after } = await world.write(
    openIncident(
      startRecording(await world.read()),
      { kind: 'partly_unreachable', description: 'Marie cannot be called', examples },
      facts,
      reseller,
    ),
  );
  return after.incidents[0]?.id ?? '';
};

describe('a report to the carrier', () => {
  test('follows an escalation and a return that was asked for, and nothing else', () => {
    const reported = entryTypes.filter((type) => reportsCausedBy(aHistoryEntry({ type })).length > 0);
    expect(reported).toEqual(['port_request.return_requested', 'incident.escalated']);
  });

  test('of an incident brings the examples, and no word of its reporter', async () => {
    const incidentId = await openProven();
    expect(await world.report()).toEqual({ batchItemFailures: [] });
    expect(world.sent).toMatchObject([
      {
        type: 'incident.reported',
        carrier: 'colt',
        portRequestId: world.id,
        attempt: 1,
        body: {
          report: (await world.read()).version,
          incidentId,
          kind: 'partly_unreachable',
          losingOperator: { name: 'Proximus' },
          numbers: [{ start: '+3225805050', end: '+3225805059' }],
          calls: [
            { callingNumber: '+32475123456', calledAt: '2026-04-15T10:00:00+02:00' },
            { callingOperator: 'Orange' },
            { heard: 'busy' },
          ],
        },
      },
    ]);
    expect(JSON.stringify(world.sent)).not.toContain('Marie');
  });

  test('that is sent again has the same id; an incident reported anew another', async () => {
    const incidentId = await openProven();
    await world.report();
    await world.report();
    const taken = changeIncident(await world.read(), incidentId, { status: 'open' }, facts, desk);
    await world.write(escalate(recordingOf(taken), incidentId, facts, desk));
    await world.report();
    const ids = world.sent.map(messageIdOf);
    expect(ids[1]).toBe(ids[0]);
    expect(new Set(ids).size).toBe(2);
  });

  test('of an incident that was resolved meanwhile is not sent', async () => {
    const incidentId = await openProven();
    const resolved = updateIncident(
      startRecording(await world.read()),
      incidentId,
      { status: 'resolved', note: null },
      facts,
      carrier,
    );
    if (resolved.kind !== 'updated') throw new Error('The incident was not resolved');
    await world.write(resolved.recording);
    await world.report();
    expect(world.sent).toEqual([]);
  });

  test('of a return says why, and which numbers moved when', async () => {
    const asked = recordingOf(
      requestReturn(await world.read(), 'Nobody can call', factsAt('2026-04-15T07:00:00Z'), desk),
    );
    await world.write(asked);
    await world.report();
    expect(world.sent).toEqual([
      {
        type: 'return.requested',
        carrier: 'colt',
        portRequestId: world.id,
        attempt: 1,
        body: {
          report: asked.after.version,
          requestedAt: '2026-04-15T07:00:00Z',
          reason: 'Nobody can call',
          series: [
            { start: '+3225805070', end: '+3225805070', national: '02 580 50 70' },
            { start: '+3225805050', end: '+3225805059', national: '02 580 50 50 - 02 580 50 59' },
          ],
          completedAt: '2026-04-14T08:40:00Z',
          operatorReference: null,
        },
      },
    ]);
    const back = { ...events.returned(asked.after), data: { completedAt: '2026-04-15T08:00:00Z' } };
    await world.write(recordingOf(answered(asked.after, back, now)));
    await world.report();
    expect(world.sent).toHaveLength(1);
  });

  test('of a return asks for no number that never moved', async () => {
    const request = await world.read();
    const { '+3225805070': moved = '' } = request.completedNumbers;
    const partly = { ...request, completedNumbers: { '+3225805070': moved } };
    const asked = requestReturn(partly, 'Nobody can call', factsAt('2026-04-15T07:00:00Z'), desk);
    await world.write(recordingOf(asked));
    await world.report();
    expect(world.sent).toMatchObject([{ body: { series: [{ start: '+3225805070' }] } }]);
  });

  test('that the carrier does not take comes again', async () => {
    await openProven();
    world.breakOff();
    expect(await world.report()).toMatchObject({
      batchItemFailures: [{ itemIdentifier: expect.any(String) }],
    });
  });
});

describe('the mandate in an order', () => {
  const signed = (sha256: string) => ({
    id: 'doc_1',
    mediaType: 'application/pdf' as const,
    sizeBytes: 1,
    sha256,
    uploadedAt: '2026-03-29T08:00:00Z',
    uploadedBy: 'reseller' as const,
    scanStatus: 'clean' as const,
    numbers: [],
  });

  test('carries the hash of the newest signed document', () => {
    const request = aPortRequest({ signedMandates: [signed('aa'), signed('bb')] });
    expect(orderOf(request, anAttempt())['authorisation']).toEqual({
      signedBy: 'Marie Dupont',
      signedOn: '2026-03-28',
      sha256: 'bb',
    });
    expect(orderOf(aPortRequest(), anAttempt())['authorisation']).not.toHaveProperty('sha256');
  });
});
