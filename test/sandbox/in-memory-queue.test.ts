import { Temporal } from 'temporal-polyfill';
import { describe, expect, test } from 'vitest';
import * as z from 'zod';
import { noMetrics } from '../../functions/metrics/metrics.ts';
import { queue, stream } from '../../functions/runtime/work.ts';
import { createInMemoryQueue, createInMemoryStream, type DeadLetter } from '../../sandbox/in-memory-queue.ts';
import { createVirtualClock } from '../../sandbox/virtual-clock.ts';

const start = Temporal.Instant.from('2026-03-30T08:00:00Z');

const ignore = () => {};
const log = { info: ignore, error: ignore };

/** A queue and a stream whose worker fails for a message as often as its `failures` say. */
const newWorld = () => {
  const clock = createVirtualClock(start);
  const tries: string[] = [];
  const deadLetters: DeadLetter[] = [];
  const left = new Map<string, number>();
  const message = z.object({ name: z.string(), failures: z.int() });
  const work = async (_: unknown, { name, failures }: z.infer<typeof message>) => {
    tries.push(`${name} at ${start.until(clock.now()).total('second')}`);
    const stillFails = left.get(name) ?? failures;
    left.set(name, stillFails - 1);
    if (stillFails > 0) throw new Error('Not yet');
  };
  const options = { clock, onDeadLetter: (letter: DeadLetter) => deadLetters.push(letter) };
  return {
    clock,
    tries,
    deadLetters,
    put: createInMemoryQueue({
      ...options,
      name: 'mails',
      handler: queue({ name: 'relay', message }, () => ({ log, metrics: noMetrics }), work),
    }).put,
    write: createInMemoryStream({
      ...options,
      name: 'relay',
      handler: stream({ name: 'relay', entry: message }, () => ({ log, metrics: noMetrics }), work),
    }).put,
  };
};

const long = start.add({ hours: 1 });

describe.each(['put', 'write'] as const)('A queue or stream in memory (%s)', (how) => {
  test('hands on what it is given once it settles, in order, and once', async () => {
    const world = newWorld();
    for (const name of ['a', 'b', 'c']) world[how]({ name, failures: 0 });
    expect(world.tries).toEqual([]);
    await world.clock.settle();
    await world.clock.advanceTo(long);
    expect(world.tries).toEqual(['a at 0', 'b at 0', 'c at 0']);
  });

  test('brings what failed again after a minute, until it is done', async () => {
    const world = newWorld();
    world[how]({ name: 'a', failures: 2 });
    world[how]({ name: 'b', failures: 0 });
    await world.clock.advanceTo(long);
    expect(world.tries).toEqual(['a at 0', 'b at 0', 'a at 60', 'a at 120']);
    expect(world.deadLetters).toEqual([]);
  });

  test('gives up after the fifth time and keeps what never got through', async () => {
    const world = newWorld();
    world[how]({ name: 'a', failures: 99 });
    await world.clock.advanceTo(long);
    expect(world.tries).toEqual(['a at 0', 'a at 60', 'a at 120', 'a at 180', 'a at 240']);
    expect(world.deadLetters.map(({ queue: name }) => name)).toEqual([how === 'put' ? 'mails' : 'relay']);
    expect(JSON.stringify(world.deadLetters)).toContain('\\"name\\":\\"a\\"');
  });

  test('gives up on what cannot be read as well', async () => {
    const world = newWorld();
    world[how]({ colour: 'red' });
    await world.clock.advanceTo(long);
    expect(world.tries).toEqual([]);
    expect(world.deadLetters).toHaveLength(1);
  });
});
