import { beforeEach, describe, expect, test } from 'vitest';
import { noClosedDays } from '../../functions/calendar/working-calendar.ts';
import { newHandler as keepHandler } from '../../functions/lifecycle/keep-task-token.task.ts';
import type { Outbox } from '../../functions/lifecycle/outbox.ts';
import { newHandler as recordFailureHandler } from '../../functions/lifecycle/record-failure.task.ts';
import { newHandler as relayHandler } from '../../functions/lifecycle/relay.stream.ts';
import { edit } from '../../functions/port-request/edit.ts';
import type { HistoryEntry } from '../../functions/port-request/history.ts';
import type { Status } from '../../functions/port-request/status.ts';
import { createInMemoryRecords } from '../../sandbox/in-memory-port-requests.ts';
import { createInMemoryWaits } from '../../sandbox/in-memory-waits.ts';
import { lambdaContext } from '../../sandbox/lambda-context.ts';
import { aWait } from '../support/a-wait.ts';
import { factsAt, recordingOf, recordingsInto, reseller } from '../support/port-request-life.ts';
import { watchedMetrics } from '../support/watched-metrics.ts';

/** What can be made to fail while an entry is followed up, in the order in which it is asked. */
const steps = ['mails', 'publications', 'content', 'handled'] as const;

/** The relay with all it needs; the next call of the step that is named in `failing` fails. */
const createRelayWorld = () => {
  const facts = factsAt('2026-04-14T08:41:00Z');
  const watched = watchedMetrics();
  const entries: HistoryEntry[] = [];
  const requests = createInMemoryRecords(
    () => facts.now,
    (entry) => entries.push(entry),
  );
  const world = { failing: '' };
  let wakeAnswer: 'woken' | 'gone' = 'woken';
  const mayFail = (step: (typeof steps)[number]) => {
    if (world.failing !== step) return;
    world.failing = '';
    throw new Error(`${step}: no answer`);
  };
  const outbox: Outbox = {
    ...requests.outbox,
    handled: async (entry) => {
      mayFail('handled');
      return requests.outbox.handled(entry);
    },
  };
  const deps = {
    log: { info: () => {}, error: () => {} },
    metrics: watched.metrics,
    now: () => facts.now,
    newId: facts.newId,
    closedDays: async () => noClosedDays,
    longestWaitSeconds: 3600,
    requests: {
      ...requests,
      attemptContent: async (id: string, attempt: number) => {
        mayFail('content');
        return requests.attemptContent(id, attempt);
      },
    },
    waits: createInMemoryWaits(),
    outbox,
    lifecycle: { start: async () => {}, wake: async () => wakeAnswer },
    mailQueue: { put: async () => mayFail('mails') },
    erasures: { put: async () => {} },
    carrierReports: { put: async () => {} },
    publications: { put: async () => mayFail('publications') },
  };
  return Object.assign(world, {
    deps,
    entries,
    counted: watched.texts,
    bring: async (status: Status) => {
      for (const recording of recordingsInto(status)) await requests.commit(recording);
      return entries[0]?.portRequestId ?? '';
    },
    relay: (told: readonly HistoryEntry[]) =>
      relayHandler(() => deps)(
        {
          Records: told.map((entry) => ({
            eventName: 'INSERT',
            dynamodb: {
              SequenceNumber: `${entry.sequence}`,
              NewImage: { entry: { S: JSON.stringify(entry) } },
            },
          })),
        },
        lambdaContext,
      ),
    isGone: () => {
      wakeAnswer = 'gone';
    },
  });
};

let world = createRelayWorld();
beforeEach(() => {
  world = createRelayWorld();
});

const ofRejected = [
  'RequestsSubmitted Operator=proximus 1',
  'AnswersRejected Operator=proximus 1',
  'AnswerWorkingDays Operator=proximus 3',
  'RejectionReasons Reason=account_number_mismatch 1',
];

describe('an entry', () => {
  test('is counted once, however often the relay is told of it', async () => {
    await world.bring('rejected');
    await world.relay(world.entries);
    expect(world.counted()).toEqual(ofRejected);
    await world.relay(world.entries);
    await Promise.all([world.relay(world.entries), world.relay(world.entries.slice(-1))]);
    expect(world.counted()).toEqual(ofRejected);
  });

  test('is counted once where many relays are at it', async () => {
    await world.bring('rejected');
    await Promise.all([1, 2, 3, 4].map(() => world.relay(world.entries)));
    expect(world.counted().toSorted()).toEqual(ofRejected.toSorted());
  });

  test.each(steps)(
    'is not counted as long as it is not followed up, and once when it is: %s',
    async (step) => {
      await world.bring('rejected');
      const [last] = world.entries.slice(-1);
      if (last === undefined) throw new Error('Nothing was written');
      world.failing = step;
      expect((await world.relay([last])).batchItemFailures).toHaveLength(1);
      expect(world.counted()).toEqual(['WorkFailures Work=relay 1']);
      expect((await world.relay([last])).batchItemFailures).toEqual([]);
      await world.relay([last]);
      expect(world.counted()).toEqual(['WorkFailures Work=relay 1', ...ofRejected.slice(1)]);
    },
  );

  test('is not counted where nobody wrote it', async () => {
    await world.bring('draft');
    const [first] = world.entries;
    if (first === undefined) throw new Error('Nothing was written');
    await world.relay([{ ...first, sequence: 99, type: 'port_request.cancelled' }]);
    expect(world.counted()).toEqual([]);
  });

  test('counts for the operator that its attempt was sent to, whatever was corrected since', async () => {
    const rejected = await world.deps.requests.find(await world.bring('rejected'));
    if (rejected === undefined) throw new Error('Nothing was written');
    const losingOperator = { name: 'Telenet', accountNumber: null, easySwitchId: null };
    const corrected = recordingOf(
      edit(rejected, { ...rejected.content, losingOperator }, factsAt('2026-04-02T10:00:00Z'), reseller),
    );
    expect(await world.deps.requests.commit(corrected)).toEqual({ kind: 'committed' });
    await world.relay(world.entries);
    expect(world.counted()).toEqual(ofRejected);
  });
});

describe('a wait that had ended already', () => {
  test('is counted where the relay finds it', async () => {
    await world.bring('approved');
    const [last] = world.entries.slice(-1);
    if (last === undefined) throw new Error('Nothing was written');
    await world.deps.waits.keep(last.portRequestId, 1, aWait({ seenVersion: last.sequence - 1 }));
    await world.relay([last]);
    expect(world.counted()).not.toContain('WakeUpsGone 1');
    world.isGone();
    await world.relay([last]);
    expect(world.counted()).toContain('WakeUpsGone 1');
  });

  test('is counted where it is found while its token is kept', async () => {
    const portRequestId = await world.bring('awaiting_answer');
    const keep = (seenVersion: number) =>
      keepHandler(() => world.deps)({ portRequestId, attempt: 1, ...aWait({ seenVersion }) }, lambdaContext);
    await keep(2);
    expect(world.counted()).toEqual([]);
    world.isGone();
    await keep(3);
    expect(world.counted()).toEqual([]);
    await keep(2);
    expect(world.counted()).toEqual(['WakeUpsGone 1']);
  });
});

test('a step of the machine that keeps failing is counted each time', async () => {
  const portRequestId = await world.bring('awaiting_answer');
  for (const failures of [0, 1])
    await recordFailureHandler(() => world.deps)(
      { portRequestId, attempt: 1, failedStep: 'ExecutePort', failure: 'States.Timeout', failures },
      lambdaContext,
    );
  expect(world.counted()).toEqual(['LifecycleStepFailures 1', 'LifecycleStepFailures 1']);
});
