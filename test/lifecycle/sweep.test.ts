import { Temporal } from 'temporal-polyfill';
import { describe, expect, test } from 'vitest';
import { noClosedDays } from '../../functions/calendar/working-calendar.ts';
import type { Lifecycle } from '../../functions/lifecycle/lifecycle.ts';
import { newHandler } from '../../functions/lifecycle/sweep.schedule.ts';
import { noMetrics } from '../../functions/metrics/metrics.ts';
import type { Status } from '../../functions/port-request/status.ts';
import { createInMemoryFeed } from '../../sandbox/in-memory-event-feed.ts';
import { createKeptMailLedger } from '../../sandbox/in-memory-mail-ledger.ts';
import { createInMemoryRecords } from '../../sandbox/in-memory-port-requests.ts';
import { createInMemoryStanding } from '../../sandbox/in-memory-standing.ts';
import { createInMemoryWaits } from '../../sandbox/in-memory-waits.ts';
import { lambdaContext } from '../../sandbox/lambda-context.ts';
import { aContent } from '../support/port-request-builder.ts';
import { recordingsInto } from '../support/port-request-life.ts';

const writtenAt = Temporal.Instant.from('2026-04-20T08:00:00Z');

/** A sweeper over requests in these statuses, all written at one instant, with two clocks that tests move. */
const newSweeper = async (...statuses: readonly Status[]) => {
  const clocks = { now: writtenAt, wallClock: writtenAt };
  const requests = createInMemoryRecords(
    () => clocks.wallClock,
    () => {},
  );
  const ids: string[] = [];
  for (const [index, status] of statuses.entries()) {
    // Numbers of its own: two requests cannot hold the same ones.
    const number = `+3228${String(index).padStart(6, '0')}`;
    const recordings = recordingsInto(
      status,
      aContent({ numbers: [{ kind: 'single', number }], mainNumber: number }),
    );
    for (const recording of recordings) await requests.commit(recording);
    ids.push(recordings[0]?.after.id ?? '');
  }
  const started: string[] = [];
  const mailed: string[] = [];
  const queued: string[] = [];
  const failing = new Set<string>();
  let slowness: { readonly minutes: number } = { minutes: 0 };
  let broken: 'due' | 'unhandled' | undefined;
  const outOfReach = async (): Promise<never> => {
    throw new Error('Out of reach');
  };
  const lifecycle: Lifecycle = {
    start: async ({ portRequestId }) => {
      clocks.wallClock = clocks.wallClock.add(slowness);
      if (failing.has(portRequestId)) throw new Error('StartExecution failed');
      started.push(portRequestId);
    },
    wake: async () => 'gone',
    newestRun: async () => ({ run: 1, isRunning: true, hasEnded: false }),
    brokenRuns: async () => [],
  };
  const waits = createInMemoryWaits();
  const mailLedger = createKeptMailLedger();
  const { feed, endpoints } = createInMemoryFeed(requests.answers);
  const standing = createInMemoryStanding({ records: requests, waits, mailLedger, feed });
  const handler = newHandler(() => ({
    log: { info: () => {}, error: () => {} },
    metrics: noMetrics,
    now: () => clocks.now,
    wallClock: () => clocks.wallClock,
    closedDays: async () => noClosedDays,
    requests: broken === 'due' ? { ...requests, due: outOfReach } : requests,
    waits,
    standing,
    mailLedger,
    endpoints,
    endpointMails: { put: async () => {} },
    lifecycle,
    outbox: broken === 'unhandled' ? { ...requests.outbox, unhandled: outOfReach } : requests.outbox,
    mailQueue: {
      put: async (jobs) => {
        for (const job of jobs)
          if ('portRequestId' in job) mailed.push(`${job.portRequestId} ${job.template}`);
      },
    },
    erasures: { put: async () => {} },
    carrierReports: { put: async () => {} },
    publications: { put: async () => {} },
    dueQueue: {
      put: async (due: readonly string[]) => {
        queued.push(...due);
      },
    },
  }));
  return {
    ids,
    started,
    mailed,
    queued,
    failing,
    breakOff: (half: 'due' | 'unhandled') => {
      broken = half;
    },
    slowDown: (duration: { readonly minutes: number }) => {
      slowness = duration;
    },
    left: requests.unhandledCount,
    sweep: () => handler({}, lambdaContext),
    after: (duration: { readonly minutes?: number; readonly seconds?: number }) => {
      clocks.now = writtenAt.add(duration);
      clocks.wallClock = writtenAt.add(duration);
    },
    standAt: (now: string) => {
      clocks.now = Temporal.Instant.from(now);
    },
  };
};

describe('the sweeper', () => {
  test('leaves to the relay what is younger than two minutes', async () => {
    const sweeper = await newSweeper('submitted');
    sweeper.after({ minutes: 2 });
    await sweeper.sweep();
    expect([sweeper.left(), sweeper.started, sweeper.mailed]).toEqual([2, [], []]);
  });

  test('follows up what is older: starts the run, queues the mail, and says so', async () => {
    const sweeper = await newSweeper('submitted');
    const [id = ''] = sweeper.ids;
    sweeper.after({ minutes: 2, seconds: 1 });
    await sweeper.sweep();
    expect([sweeper.left(), sweeper.started, sweeper.mailed]).toEqual([0, [id], [`${id} request_received`]]);
  });

  test('finds nothing the second time', async () => {
    const sweeper = await newSweeper('submitted');
    sweeper.after({ minutes: 3 });
    await sweeper.sweep();
    await sweeper.sweep();
    expect([sweeper.started.length, sweeper.mailed.length]).toEqual([1, 1]);
  });

  test('goes by the wall clock, however far the business clock was moved', async () => {
    const sweeper = await newSweeper('submitted');
    sweeper.standAt('2027-01-01T00:00:00Z');
    await sweeper.sweep();
    expect([sweeper.left(), sweeper.started]).toEqual([2, []]);
  });

  test('does not let one entry that fails hold back the others, and fails in the end', async () => {
    const sweeper = await newSweeper('submitted', 'submitted', 'submitted');
    const [first = '', second = '', third = ''] = sweeper.ids;
    sweeper.failing.add(second);
    sweeper.after({ minutes: 3 });
    await expect(sweeper.sweep()).rejects.toMatchObject({ name: 'SweepIncompleteError' });
    expect(sweeper.started).toEqual([first, third]);
    // Its creation was followed up, its submission was not, and comes again once others had their turn.
    expect(sweeper.left()).toBe(1);
    sweeper.failing.clear();
    sweeper.after({ minutes: 3, seconds: 1 });
    await sweeper.sweep();
    expect([sweeper.started, sweeper.left()]).toEqual([[first, third, second], 0]);
  });

  test('queues what has been due for five minutes, also where an entry fails', async () => {
    const sweeper = await newSweeper('approved', 'draft', 'submitted');
    const [approved = '', , submitted = ''] = sweeper.ids;
    sweeper.failing.add(submitted);
    sweeper.after({ minutes: 3 });
    sweeper.standAt('2026-04-14T07:04:59Z');
    await expect(sweeper.sweep()).rejects.toThrow();
    expect(sweeper.queued).toEqual([]);
    sweeper.standAt('2026-04-14T07:05:00Z');
    await sweeper.sweep();
    expect(sweeper.queued).toEqual([approved]);
  });

  test('comes to the others, however many entries fail before them', async () => {
    const sweeper = await newSweeper(...Array<Status>(501).fill('submitted'), 'submitted');
    const last = sweeper.ids.at(-1) ?? '';
    for (const id of sweeper.ids) if (id !== last) sweeper.failing.add(id);
    for (const minutes of [3, 8, 13]) {
      sweeper.after({ minutes });
      await sweeper.sweep().catch(() => {});
    }
    expect(sweeper.started).toEqual([last]);
  });

  test.each(['due', 'unhandled'] as const)(
    'does its other half where asking for what is %s fails',
    async (half) => {
      const sweeper = await newSweeper('approved', 'submitted');
      sweeper.breakOff(half);
      sweeper.after({ minutes: 3 });
      sweeper.standAt('2026-04-14T07:05:00Z');
      await expect(sweeper.sweep()).rejects.toThrow('Out of reach');
      expect(half === 'due' ? sweeper.started : sweeper.queued).not.toEqual([]);
    },
  );

  test('ends in time, and leaves the rest to the next', async () => {
    const sweeper = await newSweeper('submitted', 'submitted');
    sweeper.slowDown({ minutes: 3 });
    sweeper.after({ minutes: 3 });
    await sweeper.sweep();
    expect(sweeper.started).toHaveLength(1);
    await sweeper.sweep();
    expect(sweeper.started).toHaveLength(2);
  });
});
