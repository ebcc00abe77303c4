import { beforeEach, describe, expect, test } from 'vitest';
import { noClosedDays } from '../../functions/calendar/working-calendar.ts';
import { noMetrics } from '../../functions/metrics/metrics.ts';
import type { Carrier, CarrierMessage } from '../../functions/operator/carrier.ts';
import { newHandler as executeHandler } from '../../functions/operator/execute-port.task.ts';
import { newHandler as sendHandler } from '../../functions/operator/send-request.task.ts';
import { newHandler as endHandler } from '../../functions/operator/tell-carrier-of-end.task.ts';
import { edit } from '../../functions/port-request/edit.ts';
import type { PortRequest } from '../../functions/port-request/port-request.ts';
import { type Recording, record, startRecording } from '../../functions/port-request/recording.ts';
import type { Status } from '../../functions/port-request/status.ts';
import { submit } from '../../functions/port-request/submit.ts';
import type { Log } from '../../functions/runtime/log.ts';
import { createInMemoryRecords } from '../../sandbox/in-memory-port-requests.ts';
import { lambdaContext } from '../../sandbox/lambda-context.ts';
import { aContent } from '../support/port-request-builder.ts';
import {
  answered,
  events,
  factsAt,
  recordingOf,
  recordingsInto,
  reseller,
} from '../support/port-request-life.ts';

const now = '2026-03-30T08:00:05Z';
const log: Log = { info: () => {}, error: () => {} };

/** A carrier that remembers what it was sent; `onSend` is what happens meanwhile. */
const createCarrierWorld = () => {
  const sent: CarrierMessage[] = [];
  let onSend = async () => {};
  const requests = createInMemoryRecords(
    () => factsAt(now).now,
    () => {},
  );
  const carrierPort: Carrier = {
    send: async (message) => {
      await onSend();
      sent.push(message);
    },
  };
  return {
    sent,
    deps: {
      log,
      metrics: noMetrics,
      requests,
      carrierPort,
      now: () => factsAt(now).now,
      newId: factsAt(now).newId,
      closedDays: async () => noClosedDays,
    },
    whileSending: (work: () => Promise<void>) => {
      onSend = work;
    },
    write: async (recording: Recording): Promise<PortRequest> => {
      expect((await requests.commit(recording)).kind).toBe('committed');
      return recording.after;
    },
    bring: async (status: Status): Promise<string> => {
      const recordings = recordingsInto(status);
      for (const recording of recordings) await requests.commit(recording);
      return recordings[0]?.after.id ?? '';
    },
  };
};

let world = createCarrierWorld();
beforeEach(() => {
  world = createCarrierWorld();
});

const send = (portRequestId: string, attempt = 1) =>
  sendHandler(() => world.deps)({ portRequestId, attempt }, lambdaContext);

describe('sending a request to the carrier', () => {
  test('tells it everything that the losing operator checks, then records that it awaits its answer', async () => {
    const id = await world.bring('submitted');
    await send(id);
    expect(world.sent).toEqual([
      {
        type: 'request.submitted',
        carrier: 'colt',
        portRequestId: id,
        attempt: 1,
        body: {
          subscriber: aContent().subscriber,
          losingOperator: aContent().losingOperator,
          series: [
            { start: '+3225805070', end: '+3225805070', national: '02 580 50 70' },
            { start: '+3225805050', end: '+3225805059', national: '02 580 50 50 - 02 580 50 59' },
          ],
          mainNumber: '+3225805050',
          installationType: 'complex',
          desiredDate: '2026-04-14',
          authorisation: aContent().authorisation,
          note: 'The fax line stays with you.',
          submittedAt: '2026-03-30T08:00:00Z',
        },
      },
    ]);
    expect(await world.deps.requests.find(id)).toMatchObject({
      status: 'awaiting_answer',
      attempts: [{ sentAt: now }],
      dueAt: '2026-04-15T07:00:00Z',
    });
  });

  test('again, by a retry, changes nothing', async () => {
    const id = await world.bring('submitted');
    await send(id);
    const before = await world.deps.requests.find(id);
    await send(id);
    expect(world.sent).toHaveLength(1);
    expect(await world.deps.requests.find(id)).toEqual(before);
  });

  test.each(['awaiting_answer', 'rejected', 'cancelled', 'in_progress'] as const)(
    'in %s sends nothing',
    async (status) => {
      const id = await world.bring(status);
      const before = await world.deps.requests.find(id);
      await send(id);
      expect(world.sent).toEqual([]);
      expect(await world.deps.requests.find(id)).toEqual(before);
    },
  );

  test('that cannot be reached fails, and the request stays submitted', async () => {
    const id = await world.bring('submitted');
    world.whileSending(async () => {
      throw new Error('Unreachable');
    });
    await expect(send(id)).rejects.toThrow('Unreachable');
    expect(await world.deps.requests.find(id)).toMatchObject({ status: 'submitted', version: 2 });
  });

  test('leaves an answer that was faster than the record of it alone', async () => {
    const id = await world.bring('submitted');
    world.whileSending(async () => {
      const request = await world.deps.requests.find(id);
      if (request !== undefined)
        await world.write(recordingOf(answered(request, events.approved(request), now)));
    });
    await send(id);
    expect(await world.deps.requests.find(id)).toMatchObject({ status: 'approved', version: 4 });
  });

  test('does not take the next attempt for sent, when it was refused and submitted again meanwhile', async () => {
    const id = await world.bring('submitted');
    world.whileSending(async () => {
      const request = await world.deps.requests.find(id);
      if (request === undefined) return;
      const rejected = await world.write(recordingOf(answered(request, events.rejected(request), now)));
      const corrected = aContent({
        losingOperator: { name: 'Telenet', accountNumber: '1', easySwitchId: null },
      });
      const edited = await world.write(recordingOf(edit(rejected, corrected, factsAt(now), reseller)));
      await world.write(recordingOf(submit(edited, factsAt(now), reseller)));
    });
    await send(id);
    expect(await world.deps.requests.find(id)).toMatchObject({
      status: 'submitted',
      attempts: [{ outcome: 'rejected' }, { outcome: null, sentAt: null }],
    });
    world.whileSending(async () => {});
    await send(id, 2);
    expect(world.sent.map(({ attempt }) => attempt)).toEqual([1, 2]);
    expect(await world.deps.requests.find(id)).toMatchObject({ status: 'awaiting_answer' });
  });
});

describe('telling the carrier of a start', () => {
  const execute = (portRequestId: string) =>
    executeHandler(() => world.deps)({ portRequestId, attempt: 1 }, lambdaContext);

  test('says when it was, and the machine remembers which start it told of', async () => {
    const id = await world.bring('in_progress');
    expect(await execute(id)).toEqual({ startedAt: '2026-04-14T08:00:00Z' });
    expect(world.sent).toEqual([
      {
        type: 'port.started',
        carrier: 'colt',
        portRequestId: id,
        attempt: 1,
        body: { startedAt: '2026-04-14T08:00:00Z', start: 1 },
      },
    ]);
  });

  test('sends nothing where there is no start to tell of', async () => {
    expect(await execute(await world.bring('ready_to_start'))).toEqual({ startedAt: '' });
    expect(world.sent).toEqual([]);
  });
});

describe('telling the carrier of the end of an attempt', () => {
  const tell = (portRequestId: string, mayBeAtCarrier = false) =>
    endHandler(() => world.deps)({ portRequestId, attempt: 1, mayBeAtCarrier }, lambdaContext);

  test.each([
    ['expired', ['request.expired']],
    ['rejected', []],
    ['completed', []],
    ['awaiting_answer', []],
  ] as const)('in %s sends %j', async (status, types) => {
    await tell(await world.bring(status));
    expect(world.sent.map(({ type }) => type)).toEqual(types);
  });

  test('that it was never sent sends nothing; one whose sending was begun may be there unrecorded', async () => {
    const id = await world.bring('cancelled');
    expect(await world.deps.requests.find(id)).toMatchObject({
      attempts: [{ sentAt: null, outcome: 'cancelled' }],
    });
    await tell(id);
    expect(world.sent).toEqual([]);
    await tell(id, true);
    expect(world.sent.map(({ type }) => type)).toEqual(['request.cancelled']);
  });

  test('that was cancelled says when, with the operator’s own reference', async () => {
    const id = await world.bring('awaiting_answer');
    const request = await world.deps.requests.find(id);
    if (request === undefined) throw new Error('The request is gone');
    const at = '2026-03-30T08:30:00Z';
    const acknowledged = await world.write(
      recordingOf(answered(request, events.acknowledged(request, 'C-99'), at)),
    );
    await world.write(
      record(startRecording(acknowledged), factsAt(at), {
        type: 'port_request.cancelled',
        actor: reseller,
        request: {
          ...acknowledged,
          status: 'cancelled',
          attempts: acknowledged.attempts.map((attempt) => ({
            ...attempt,
            closedAt: at,
            outcome: 'cancelled' as const,
          })),
        },
      }),
    );
    await tell(id);
    expect(world.sent).toMatchObject([
      { type: 'request.cancelled', attempt: 1, body: { closedAt: at, operatorReference: 'C-99' } },
    ]);
  });
});
