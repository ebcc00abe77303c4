import { beforeEach, describe, expect, test } from 'vitest';
import { noClosedDays } from '../../functions/calendar/working-calendar.ts';
import type { MailJob } from '../../functions/correspondence/mail-job.ts';
import { newHandler as decideHandler } from '../../functions/lifecycle/decide-next-step.task.ts';
import { newHandler as keepHandler } from '../../functions/lifecycle/keep-task-token.task.ts';
import { type LifecycleRun, runNameOf } from '../../functions/lifecycle/lifecycle.ts';
import { newHandler as recordFailureHandler } from '../../functions/lifecycle/record-failure.task.ts';
import { newHandler as relayHandler } from '../../functions/lifecycle/relay.stream.ts';
import { noMetrics } from '../../functions/metrics/metrics.ts';
import type { HistoryEntry } from '../../functions/port-request/history.ts';
import type { Status } from '../../functions/port-request/status.ts';
import type { Log } from '../../functions/runtime/log.ts';
import { createInMemoryRecords } from '../../sandbox/in-memory-port-requests.ts';
import { createInMemoryWaits } from '../../sandbox/in-memory-waits.ts';
import { lambdaContext } from '../../sandbox/lambda-context.ts';
import { aWait } from '../support/a-wait.ts';
import { aHistoryEntry } from '../support/port-request-builder.ts';
import { factsAt, instantIn, recordingsInto } from '../support/port-request-life.ts';

/** Everything that the machine's steps need, and what they did with it. */
const createMachineWorld = (now: string) => {
  const facts = factsAt(now);
  const entries: HistoryEntry[] = [];
  const started: string[] = [];
  const woken: string[] = [];
  const mails: MailJob[] = [];
  const logged: string[] = [];
  const log: Log = { info: () => {}, error: (message) => logged.push(message) };
  const requests = createInMemoryRecords(
    () => facts.now,
    (entry) => entries.push(entry),
  );
  return {
    deps: {
      log,
      metrics: noMetrics,
      now: () => facts.now,
      wallClock: () => facts.now,
      newId: facts.newId,
      closedDays: async () => noClosedDays,
      longestWaitSeconds: 3600,
      requests,
      waits: createInMemoryWaits(),
      outbox: requests.outbox,
      lifecycle: {
        start: async (run: LifecycleRun) => {
          started.push(runNameOf(run));
        },
        wake: async (token: string) => {
          woken.push(token);
          return 'woken' as const;
        },
      },
      mailQueue: {
        put: async (jobs: readonly MailJob[]) => {
          mails.push(...jobs);
        },
      },
      erasures: { put: async () => {} },
      carrierReports: { put: async () => {} },
      publications: { put: async () => {} },
    },
    seen: { entries, started, woken, mails, logged },
    bring: async (status: Status) => {
      const recordings = recordingsInto(status);
      for (const recording of recordings) await requests.commit(recording);
      return recordings[0]?.after.id ?? '';
    },
  };
};

const eventOf = (entries: readonly HistoryEntry[]) => ({
  Records: entries.map((entry) => ({
    eventName: 'INSERT',
    dynamodb: { SequenceNumber: `${entry.sequence}`, NewImage: { entry: { S: JSON.stringify(entry) } } },
  })),
});

let world = createMachineWorld('2026-03-30T08:00:00Z');
beforeEach(() => {
  world = createMachineWorld('2026-03-30T08:00:00Z');
});

describe('deciding what is next', () => {
  const decide = async (now: string, status: Status) => {
    world = createMachineWorld(now);
    const portRequestId = await world.bring(status);
    return decideHandler(() => world.deps)(
      { portRequestId, attempt: 1, toldOfStart: 'no start yet' },
      lambdaContext,
    );
  };

  test.each([
    ['submitted', 'send_to_operator', 3600, 2],
    ['awaiting_answer', 'await_answer', 3600, 3],
    ['rejected', 'rejected', 3600, 4],
    ['approved', 'await_window', 3600, 4],
    ['ready_to_start', 'await_start', 3600, 5],
    ['in_progress', 'execute', 3600, 6],
    ['completed', 'completed', 3600, 7],
    ['expired', 'expired', 3600, 6],
    ['cancelled', 'cancelled', 3600, 3],
  ] as const)('in %s: %s', async (status, decision, waitSeconds, seenVersion) => {
    expect(await decide(instantIn[status], status)).toEqual({ decision, waitSeconds, seenVersion });
  });

  test('does first what is due, and has seen it', async () => {
    expect(await decide('2026-04-14T07:00:00Z', 'approved')).toEqual({
      decision: 'await_start',
      waitSeconds: 3600,
      seenVersion: 5,
    });
    expect(world.seen.entries.at(-1)).toMatchObject({ type: 'port_request.window_opened', sequence: 5 });
  });

  test('counts its wait from the calendar, where a closed day was added since', async () => {
    // Given an answer that was due on 14 April, hence to be looked for on the 15th at 09:00
    world = createMachineWorld('2026-04-16T06:30:00Z');
    const portRequestId = await world.bring('awaiting_answer');
    expect(await world.deps.requests.find(portRequestId)).toMatchObject({ dueAt: '2026-04-15T07:00:00Z' });
    // When 10 April became a closed day, so that it is the 16th
    const closedDays = { version: 'closed-days-1', days: [{ date: '2026-04-10' }] };
    const decision = await decideHandler(() => ({ ...world.deps, closedDays: async () => closedDays }))(
      { portRequestId, attempt: 1, toldOfStart: 'no start yet' },
      lambdaContext,
    );
    // Then the machine waits until then, rather than for no time at all, over and over
    expect(decision).toEqual({ decision: 'await_answer', waitSeconds: 1800, seenVersion: 3 });
  });

  test('finds no attempt that is not there', async () => {
    const portRequestId = await world.bring('draft');
    const step = { portRequestId, attempt: 1, toldOfStart: 'no start yet' };
    await expect(decideHandler(() => world.deps)(step, lambdaContext)).rejects.toMatchObject({
      name: 'AttemptNotFoundError',
    });
    await expect(
      decideHandler(() => world.deps)({ ...step, portRequestId: 'prt_unknown' }, lambdaContext),
    ).rejects.toMatchObject({ name: 'AttemptNotFoundError' });
  });

  test.each([
    {},
    { portRequestId: 'prt_1', attempt: 0, toldOfStart: '' },
    { portRequestId: 'prt_1', attempt: 1 },
    null,
  ])('takes nothing but a step: %j', async (input) => {
    await expect(decideHandler(() => world.deps)(input, lambdaContext)).rejects.toMatchObject({
      name: 'ZodError',
    });
    expect(world.seen.logged).toEqual(['task.failed']);
  });
});

describe('keeping a task token', () => {
  const keep = (portRequestId: string, seenVersion: number) =>
    keepHandler(() => world.deps)({ portRequestId, attempt: 1, ...aWait({ seenVersion }) }, lambdaContext);

  test('lets the wait go on where nothing was recorded since', async () => {
    const id = await world.bring('awaiting_answer');
    await keep(id, 3);
    expect(await world.deps.waits.find(id, 1)).toEqual(aWait());
    expect(world.seen.woken).toEqual([]);
  });

  test('ends it at once where something was', async () => {
    await keep(await world.bring('awaiting_answer'), 2);
    expect(world.seen.woken).toEqual(['token']);
  });

  test('again, by a retry, harms nobody', async () => {
    const id = await world.bring('awaiting_answer');
    await keep(id, 3);
    await keep(id, 3);
    expect(await world.deps.waits.find(id, 1)).toEqual(aWait());
    expect(world.seen.woken).toEqual([]);
  });
});

describe('recording that a step failed', () => {
  const recordFailure = (id: string, failures: number) =>
    recordFailureHandler(() => world.deps)(
      { portRequestId: id, attempt: 1, failedStep: 'ExecutePort', failure: 'States.Timeout', failures },
      lambdaContext,
    );

  test('notes it in the history, by its name only, which waits for the desk, and changes nothing else', async () => {
    const id = await world.bring('awaiting_answer');
    const before = await world.deps.requests.find(id);
    expect(await recordFailure(id, 0)).toEqual({ retryInSeconds: 60 });
    expect(world.seen.entries.at(-1)).toMatchObject({
      type: 'port_request.noted',
      actor: { kind: 'clock', id: null },
      data: { code: 'lifecycle_step_failed', step: 'ExecutePort' },
    });
    const after = await world.deps.requests.find(id);
    expect(after).toEqual({
      ...before,
      version: 4,
      lastHash: after?.lastHash,
      // A step that failed is for the desk to look at.
      deskTasks: [{ sequence: 4, what: 'machine_failed', since: before?.updatedAt, incidentId: null }],
      // The world's clock stands a little before what was recorded last: a history never goes back.
      updatedAt: before?.updatedAt,
    });
    expect(world.seen.logged).toEqual(['lifecycle.step_failed']);
  });

  test('again in the same series is logged only, and waits twice as long, an hour at most', async () => {
    const id = await world.bring('awaiting_answer');
    const before = await world.deps.requests.find(id);
    expect(await recordFailure(id, 1)).toEqual({ retryInSeconds: 120 });
    expect(await recordFailure(id, 1000)).toEqual({ retryInSeconds: 3600 });
    expect(await world.deps.requests.find(id)).toEqual(before);
    expect(world.seen.logged).toEqual(['lifecycle.step_failed', 'lifecycle.step_failed']);
  });
});

describe('a wait that is kept', () => {
  test.each([
    ['2026-03-30T08:00:00Z', '2026-03-30T08:00:00.000Z'],
    ['2026-03-30T08:00:00.5Z', '2026-03-30T08:00:00.500Z'],
    ['2026-03-30T10:00:00.123456+02:00', '2026-03-30T08:00:00.123Z'],
  ])('since %s is told in the one spelling that sorts: %s', async (given, kept) => {
    const portRequestId = await world.bring('awaiting_answer');
    await keepHandler(() => world.deps)(
      { portRequestId, attempt: 1, ...aWait({ waitingSince: given }) },
      lambdaContext,
    );
    expect((await world.deps.waits.find(portRequestId, 1))?.waitingSince).toBe(kept);
  });
});

describe('the relay', () => {
  const relay = (entries: readonly HistoryEntry[]) =>
    relayHandler(() => world.deps)(eventOf(entries), lambdaContext);

  test('starts one machine for each attempt, and puts each mail', async () => {
    await world.bring('completed');
    await relay(world.seen.entries);
    const [{ portRequestId = '' } = {}] = world.seen.entries;
    expect(world.seen.started).toEqual([`${portRequestId}-1-1`]);
    expect(world.seen.mails.map(({ template, sequence }) => [template, sequence])).toEqual([
      ['request_received', 2],
      ['approved', 4],
      ['window_opened', 5],
      ['started', 6],
      ['completed', 7],
    ]);
  });

  test('twice asks for the same again: the same run, the same mails of the same entries', async () => {
    await world.bring('expired');
    await relay(world.seen.entries);
    const { started, mails } = { started: [...world.seen.started], mails: [...world.seen.mails] };
    await relay(world.seen.entries);
    expect(world.seen.started).toEqual([...started, ...started]);
    expect(world.seen.mails).toEqual([...mails, ...mails]);
    const keyOf = ({ sequence, template }: MailJob) => `${sequence} ${template}`;
    expect(new Set(mails.map(keyOf)).size).toBe(mails.length);
  });

  test.each([
    [5, []],
    [4, ['token']],
    [3, ['token']],
  ])('wakes a wait that has seen version %i for entry 5: %j', async (seenVersion, woken) => {
    await world.deps.waits.keep('prt_1', 1, aWait({ token: 'token', seenVersion }));
    await relay([aHistoryEntry({ portRequestId: 'prt_1', sequence: 5, type: 'port_request.noted' })]);
    expect(world.seen.woken).toEqual(woken);
  });

  test('wakes the machine of the attempt before too, which has to end', async () => {
    await world.deps.waits.keep('prt_1', 1, aWait({ token: 'first', seenVersion: 4 }));
    await world.deps.waits.keep('prt_1', 2, aWait({ token: 'second', seenVersion: 4 }));
    await relay([
      aHistoryEntry({ portRequestId: 'prt_1', sequence: 5, attempt: 2, type: 'port_request.submitted' }),
    ]);
    expect(world.seen.woken).toEqual(['first', 'second']);
    expect(world.seen.started).toEqual(['prt_1-2-1']);
  });

  test('neither starts nor wakes anything for a draft', async () => {
    await world.deps.waits.keep('prt_1', 1, aWait({ token: 'token', seenVersion: 0 }));
    await relay([aHistoryEntry({ portRequestId: 'prt_1', attempt: null, type: 'port_request.created' })]);
    expect([world.seen.started, world.seen.woken, world.seen.mails]).toEqual([[], [], []]);
  });

  test('stops at the entry that cannot be told on, so that the order stays', async () => {
    await world.bring('completed');
    const failing = {
      ...world.deps,
      lifecycle: { ...world.deps.lifecycle, start: async () => Promise.reject(new Error('Throttled')) },
    };
    const told = await relayHandler(() => failing)(eventOf(world.seen.entries), lambdaContext);
    expect(told).toEqual({ batchItemFailures: [{ itemIdentifier: '2' }] });
    expect(world.seen.mails).toEqual([]);
  });
});
