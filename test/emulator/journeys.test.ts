import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { isAnsweredLate, isCompleted, isCorrected, outlivesItsRun } from './completed-journeys.ts';
import { deployedClient } from './deployed-client.ts';
import { deployedParts } from './deployed-parts.ts';
import { isLookedInto } from './desk-journeys.ts';
import { expires, isCancelled, isWantedTwice } from './ended-journeys.ts';
import { eventually } from './eventually.ts';
import { isForgotten } from './forgotten-journeys.ts';
import { bounces, countsClosedDays, isSweptUp } from './repaired-journeys.ts';
import { sharedClock } from './shared-clock.ts';
import { givesUpOnReceiver, tellsReceiver } from './told-journeys.ts';
import { failsOnce, isReplanned, isTroubled } from './troubled-journeys.ts';
import { theWorld } from './world.ts';

const world = theWorld();
const service = deployedClient(world);
const parts = deployedParts(world);
const others: ReturnType<typeof deployedClient>[] = [];
const serviceOf = (reseller: string) => {
  const other = deployedClient(world, reseller);
  others.push(other);
  return other;
};
afterAll(() => {
  for (const { close } of [service, ...others, parts]) close();
});

const journeys = [
  { port: 'goes from its request to its completion', travels: isCompleted },
  {
    port: 'gets its window from the schedule alone, and a new run where the first one died',
    travels: outlivesItsRun,
  },
  { port: 'is rejected, corrected and approved', travels: isCorrected },
  { port: 'is approved long after the operator should have answered', travels: isAnsweredLate },
  { port: 'expires', travels: expires },
  { port: 'is cancelled', travels: isCancelled },
  { port: 'is refused while another has its number', travels: isWantedTwice },
  { port: 'is reported to the carrier, asked back', travels: isTroubled },
  { port: 'fails after too long, is started again', travels: failsOnce },
  { port: 'is put off beyond its window', travels: isReplanned },
  { port: 'has its mandate signed, and is forgotten', travels: isForgotten },
  { port: 'has a mail that comes back', travels: bounces },
  { port: 'is looked into and mended by operations', travels: isLookedInto },
  { port: 'gets another day where one was announced as closed', travels: countsClosedDays },
  { port: 'is told of to a receiver that fails first', travels: tellsReceiver },
  {
    port: 'is told of no more to a receiver that never answers, until somebody says so',
    travels: givesUpOnReceiver,
  },
  // Two minutes of waiting, once: where each call is judged, so that it also shows the sweeper's rights.
  ...(world.judgesCalls ? [{ port: 'goes on where the relay lost its entries', travels: isSweptUp }] : []),
] as const;

// All at once, on one clock: each takes seconds, and they would take minutes one after another.
describe.concurrent('A port', () => {
  let clock: ReturnType<typeof sharedClock>;
  // biome-ignore lint/correctness/noEmptyPattern: the runner reads off the first argument which fixtures to make
  beforeAll(({}, { tasks }) => {
    // Those that a filter leaves out never come, and the clock would stand and wait for them.
    const travellers = tasks.filter(({ mode }) => mode === 'run').length;
    clock = sharedClock((instant) => service.moveClock(instant), travellers);
  });
  test.for(journeys)('$port', async ({ travels }, { expect }) => {
    const traveller = clock.join();
    try {
      await travels({ service, serviceOf, parts, clock: traveller, expect });
    } finally {
      traveller.leave();
    }
  });
});

// After all journeys, so that many ports were written about at once.
describe('The feed of a reseller', () => {
  test('holds the history of each of its ports, whole and in order, and nothing else', async () => {
    const ids = await service.requestIds();
    const histories = new Map<string, unknown>();
    for (const id of ids)
      histories.set(id, (await service.get(`/v1/port-requests/${id}/history`)).json.items);
    await eventually(
      'as many events as there are entries',
      async () => (await service.feed()).length,
      (count) => count >= [...histories.values()].flat().length,
    );
    const feed = await service.feed();
    expect(Object.fromEntries(Map.groupBy(feed, ({ portRequestId }) => portRequestId))).toEqual(
      Object.fromEntries(histories),
    );
  });
});
