import { describe, expect, test } from 'vitest';
import { noClosedDays } from '../../functions/calendar/working-calendar.ts';
import { noMetrics } from '../../functions/metrics/metrics.ts';
import { readNumberItem } from '../../functions/numbers/number-item.ts';
import type { Log } from '../../functions/runtime/log.ts';
import { newHandler as dueHandler } from '../../functions/window/do-what-is-due.queue.ts';
import { newHandler as lookHandler } from '../../functions/window/look-for-due.schedule.ts';
import { createInMemoryRecords } from '../../sandbox/in-memory-port-requests.ts';
import { lambdaContext } from '../../sandbox/lambda-context.ts';
import { aContent } from '../support/port-request-builder.ts';
import { factsAt, recordingsInto } from '../support/port-request-life.ts';

const log: Log = { info: () => {}, error: () => {} };

/** So many approved requests, all for 14 April 2026, and what a tick at an instant finds. */
const createSchedule = async (count: number, at: string) => {
  const facts = factsAt(at);
  const requests = createInMemoryRecords(
    () => facts.now,
    () => {},
  );
  for (let index = 0; index < count; index += 1) {
    const numbers = [readNumberItem(`0258${String(index).padStart(5, '0')}`)];
    const content = aContent({ numbers, mainNumber: null, contract: null });
    for (const recording of recordingsInto('approved', content)) await requests.commit(recording);
  }
  const found: string[] = [];
  const deps = {
    log,
    metrics: noMetrics,
    requests,
    now: () => facts.now,
    newId: facts.newId,
    closedDays: async () => noClosedDays,
    dueQueue: {
      put: async (ids: readonly string[]) => {
        found.push(...ids);
      },
    },
  };
  return { deps, found, look: () => lookHandler(() => deps)({}, lambdaContext) };
};

describe('looking for what is due', () => {
  test.each([0, 1, 99, 100, 101, 250])('finds each of %i requests once', async (count) => {
    const { deps, found, look } = await createSchedule(count, '2026-04-14T07:00:00Z');
    await look();
    expect(found).toHaveLength(count);
    expect(new Set(found).size).toBe(count);
    expect(deps.requests.all()).toHaveLength(count);
  });

  test('finds nothing one second too early', async () => {
    const { found, look } = await createSchedule(3, '2026-04-14T06:59:59Z');
    await look();
    expect(found).toEqual([]);
  });

  test('and doing it opens the windows; a second message, and a second tick, find nothing', async () => {
    const { deps, found, look } = await createSchedule(3, '2026-04-14T07:00:00Z');
    await look();
    const messages = [...found, ...found].map((portRequestId, index) => ({
      messageId: `${index}`,
      body: JSON.stringify({ portRequestId }),
    }));
    expect(await dueHandler(() => deps)({ Records: messages }, lambdaContext)).toEqual({
      batchItemFailures: [],
    });
    expect(deps.requests.all().map(({ status, version }) => [status, version])).toEqual(
      Array(3).fill(['ready_to_start', 5]),
    );
    await look();
    expect(found).toHaveLength(3);
  });
});
