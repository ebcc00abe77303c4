import { describe, expect, test } from 'vitest';
import * as z from 'zod';
import type { Now } from '../../functions/calendar/clock.ts';
import { noClosedDays } from '../../functions/calendar/working-calendar.ts';
import { newHandler as decideHandler } from '../../functions/lifecycle/decide-next-step.task.ts';
import { newHandler as keepHandler } from '../../functions/lifecycle/keep-task-token.task.ts';
import type { Lifecycle, Waits } from '../../functions/lifecycle/lifecycle.ts';
import type { Outbox } from '../../functions/lifecycle/outbox.ts';
import { newHandler as relayHandler } from '../../functions/lifecycle/relay.stream.ts';
import { noMetrics } from '../../functions/metrics/metrics.ts';
import type { HistoryEntry } from '../../functions/port-request/history.ts';
import type { PortRequests } from '../../functions/port-request/port-requests.ts';
import type { Log } from '../../functions/runtime/log.ts';
import { lambdaContext } from '../../sandbox/lambda-context.ts';
import { aWait } from '../support/a-wait.ts';
import { answered, events, factsAt, recordingOf, recordingsInto } from '../support/port-request-life.ts';
import { interleavingsOf, runInterleaved, type Turn } from './interleavings.ts';

/** The stores that a wait and a change meet on, empty, whose only clock is `now`. */
export type MeetingStores = {
  readonly requests: PortRequests;
  readonly waits: Waits;
  readonly outbox: Outbox;
};

const log: Log = { info: () => {}, error: () => {} };

/** A hundred and forty meetings, each on new stores: some seconds where these are tables. */
const testMilliseconds = 120_000;

const now = '2026-04-02T09:12:00Z';
const decided = z.object({ decision: z.string(), seenVersion: z.int() });

const streamOf = (entry: HistoryEntry) => ({
  Records: [
    {
      eventName: 'INSERT',
      dynamodb: { SequenceNumber: `${entry.sequence}`, NewImage: { entry: { S: JSON.stringify(entry) } } },
    },
  ],
});

/** A store whose reads wait for their turn, as those of another machine would. */
const readInTurn = (requests: PortRequests, turn: Turn): PortRequests => ({
  ...requests,
  find: async (id) => {
    await turn();
    return requests.find(id);
  },
});

/**
 * The machine decides to wait and hands its token over, while two answers are written and told on. Everything that
 * touches the records or the waits is one step, and the lanes are interleaved as `order` says.
 */
const meet = async (order: readonly number[], { requests, waits, outbox }: MeetingStores) => {
  const recordings = recordingsInto('awaiting_answer');
  const request = recordings.at(-1)?.after;
  if (request === undefined) throw new Error('No request was made');
  const entries = recordings.flatMap((recording) => recording.entries);
  await requests.commit({ before: undefined, after: request, entries, enclosures: [] });

  await waits.keep(request.id, 1, aWait({ token: 'used up', seenVersion: request.version - 1 }));
  const woken: string[] = [];
  const lifecycle: Pick<Lifecycle, 'start' | 'wake'> = {
    start: async () => {},
    wake: async (token) => {
      woken.push(token);
      return token === 'used up' ? 'gone' : 'woken';
    },
  };
  const waitsInTurn = (turn: Turn): Waits => ({
    keep: async (...wait) => {
      await turn();
      return waits.keep(...wait);
    },
    find: async (...attempt) => {
      await turn();
      return waits.find(...attempt);
    },
  });

  let seenVersion = 0;
  let decision = '';
  const machine = async (turn: Turn) => {
    const step = { portRequestId: request.id, attempt: 1 };
    const inTurn = readInTurn(requests, turn);
    const decide = decideHandler(() => ({
      ...factsAt(now),
      now: () => factsAt(now).now,
      closedDays: async () => noClosedDays,
      log,
      metrics: noMetrics,
      requests: inTurn,
      longestWaitSeconds: 3600,
    }));
    const result = decided.parse(await decide({ ...step, toldOfStart: 'no start yet' }, lambdaContext));
    ({ seenVersion, decision } = result);
    const keep = keepHandler(() => ({
      log,
      metrics: noMetrics,
      requests: inTurn,
      waits: waitsInTurn(turn),
      lifecycle,
    }));
    await keep(
      { ...step, ...aWait({ token: 'wait', seenVersion, waitingSince: '2026-04-02T09:12:00.000Z' }) },
      lambdaContext,
    );
  };

  const acknowledged = recordingOf(answered(request, events.acknowledged(request), now));
  const approved = recordingOf(answered(acknowledged.after, events.approved(request), now));
  const writer = async (turn: Turn) => {
    for (const recording of [acknowledged, approved]) {
      await turn();
      await requests.commit(recording);
    }
  };

  const relay = async (turn: Turn) => {
    const handler = relayHandler(() => ({
      log,
      metrics: noMetrics,
      lifecycle,
      waits: waitsInTurn(turn),
      outbox,
      mailQueue: { put: async () => {} },
      erasures: { put: async () => {} },
      carrierReports: { put: async () => {} },
      publications: { put: async () => {} },
      requests: { find: async () => request, attemptContent: async () => request.content },
    }));
    for (const entry of [...acknowledged.entries, ...approved.entries])
      await handler(streamOf(entry), lambdaContext);
  };

  await runInterleaved(order, [machine, writer, relay]);
  return {
    decision,
    seenVersion,
    version: (await requests.find(request.id))?.version ?? 0,
    wakes: woken.filter((token) => token === 'wait').length,
  };
};

// The machine: two reads to decide, the token, the read after it. The writer: two commits. The relay: two looks at the
// waits, each only after the commit that it tells of.
const machineSteps = 4;
const orders = interleavingsOf([machineSteps, 2, 2]).filter((order) => {
  const positionsOf = (lane: number) => order.flatMap((each, position) => (each === lane ? [position] : []));
  const [firstCommit = 0, secondCommit = 0] = positionsOf(1);
  const [firstLook = 0, secondLook = 0] = positionsOf(2);
  return firstCommit < firstLook && secondCommit < secondLook;
});

/** What the stores promise together: whoever writes first and then reads is seen by the other side, or sees it. */
export const describeWakeUps = (name: string, makeStores: (now: Now) => Promise<MeetingStores>): void => {
  describe(`${name}: a wait and two changes, in every order of their writes and reads`, () => {
    test(
      'lose no wake-up, and none is sent for what the machine had seen',
      async () => {
        const wrong: string[] = [];
        const seen = new Map<string, number>();
        for (const order of orders) {
          const { decision, seenVersion, version, wakes } = await meet(
            order,
            await makeStores(() => factsAt(now).now),
          );
          const unseen = version - seenVersion;
          const key = `${decision}, ${unseen} unseen`;
          seen.set(key, (seen.get(key) ?? 0) + 1);
          // Each change that was not seen is told once by the relay, and all of them once by the machine's own look.
          const isRight = unseen === 0 ? wakes === 0 : wakes >= 1 && wakes <= unseen + 1;
          if (!isRight) wrong.push(`${order.join('')}: ${key}, woken ${wakes} times`);
        }
        expect(orders).toHaveLength(140);
        expect(wrong).toEqual([]);
        // The orders are worth something only when they led to all that can happen.
        expect([...seen.keys()].sort()).toEqual([
          'await_answer, 1 unseen',
          'await_answer, 2 unseen',
          'await_window, 0 unseen',
        ]);
      },
      testMilliseconds,
    );
  });
};
