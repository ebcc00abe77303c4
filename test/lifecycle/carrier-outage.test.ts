import { Temporal } from 'temporal-polyfill';
import { describe, expect, test } from 'vitest';
import { noClosedDays } from '../../functions/calendar/working-calendar.ts';
import { newHandler as decideHandler } from '../../functions/lifecycle/decide-next-step.task.ts';
import { newHandler as keepHandler } from '../../functions/lifecycle/keep-task-token.task.ts';
import { newHandler as recordFailureHandler } from '../../functions/lifecycle/record-failure.task.ts';
import { noMetrics } from '../../functions/metrics/metrics.ts';
import type { Carrier } from '../../functions/operator/carrier.ts';
import { newHandler as executeHandler } from '../../functions/operator/execute-port.task.ts';
import { newHandler as sendHandler } from '../../functions/operator/send-request.task.ts';
import { newHandler as endHandler } from '../../functions/operator/tell-carrier-of-end.task.ts';
import type { Status } from '../../functions/port-request/status.ts';
import { createInMemoryRecords } from '../../sandbox/in-memory-port-requests.ts';
import { createInMemoryWaits } from '../../sandbox/in-memory-waits.ts';
import { createLifecycleRunner, type LifecycleRunner } from '../../sandbox/lifecycle-runner.ts';
import { createVirtualClock } from '../../sandbox/virtual-clock.ts';
import { factsAt, instantIn, recordingsInto } from '../support/port-request-life.ts';

/** The machine of a request in a status that the carrier has to be told of, and a carrier that is down when told so. */
const startMachine = async (status: Status, isDown: (tries: number) => boolean) => {
  const clock = createVirtualClock(Temporal.Instant.from(instantIn[status]));
  const requests = createInMemoryRecords(clock.now, () => {});
  const recordings = recordingsInto(status);
  for (const recording of recordings) await requests.commit(recording);
  const portRequestId = recordings[0]?.after.id ?? '';

  const told: string[] = [];
  let tries = 0;
  const carrierPort: Carrier = {
    send: async ({ type }) => {
      tries += 1;
      if (isDown(tries)) throw new Error('connect ECONNREFUSED');
      told.push(type);
    },
  };
  const lifecycle: LifecycleRunner = createLifecycleRunner(clock, {
    DecideNextStep: decideHandler(() => deps),
    KeepTaskToken: keepHandler(() => deps),
    SendRequestToOperator: sendHandler(() => deps),
    ExecutePort: executeHandler(() => deps),
    TellCarrierOfEnd: endHandler(() => deps),
    RecordFailure: recordFailureHandler(() => deps),
  });
  const deps = {
    log: { info: () => {}, error: () => {} },
    metrics: noMetrics,
    now: clock.now,
    newId: factsAt(instantIn[status]).newId,
    closedDays: async () => noClosedDays,
    longestWaitSeconds: 30 * 24 * 3600,
    requests,
    waits: createInMemoryWaits(),
    lifecycle,
    carrierPort,
  };
  // A second run: it cannot know what the first one sent, so it tells the carrier of a cancellation in any case.
  await lifecycle.start({ portRequestId, attempt: 1, run: 2 });
  return {
    told,
    pass: (duration: string) => clock.advanceTo(clock.now().add(duration)),
    notes: async () =>
      (await requests.history(portRequestId))
        .filter(({ type }) => type === 'port_request.noted')
        .map(({ data }) => data),
  };
};

describe.each([
  ['submitted', 'SendRequestToOperator', 'request.submitted'],
  ['in_progress', 'ExecutePort', 'port.started'],
  ['cancelled', 'WithdrawCancelledRequest', 'request.cancelled'],
  ['expired', 'ReportExpiredWindow', 'request.expired'],
] as const)('a carrier that is down while a request is %s', (status, step, message) => {
  test('for three tries is told within minutes, and nothing is noted', async () => {
    const { told, pass, notes } = await startMachine(status, (tries) => tries <= 3);
    await pass('PT5M');
    expect(told).toEqual([message]);
    expect(await notes()).toEqual([]);
  });

  test('for a day is told soon after it is back, and the outage is noted once', async () => {
    let isDown = true;
    const { told, pass, notes } = await startMachine(status, () => isDown);
    await pass('PT24H');
    expect(told).toEqual([]);
    isDown = false;
    await pass('PT2H');
    expect(told).toEqual([message]);
    expect(await notes()).toEqual([{ code: 'lifecycle_step_failed', step }]);
  });
});
