import * as fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, test } from 'vitest';
import { createVirtualClock } from '../../sandbox/virtual-clock.ts';

const start = Temporal.Instant.from('2026-03-30T08:00:00Z');
const secondsLater = (seconds: number) => start.add({ seconds });

/** A clock, and a list of what has happened at which second. */
const newClock = () => {
  const clock = createVirtualClock(start);
  const happened: string[] = [];
  const secondsNow = () => start.until(clock.now()).total('second');
  const note = (what: string) => async () => {
    happened.push(`${what} at ${secondsNow()}`);
  };
  return { clock, happened, note };
};

describe('A virtual clock', () => {
  test('stands still until it is told to move, in whole seconds', async () => {
    const clock = createVirtualClock(Temporal.Instant.from('2026-03-30T08:00:00.9Z'));
    await clock.settle();
    expect(clock.now().toString()).toBe('2026-03-30T08:00:00Z');
    await clock.advanceTo(Temporal.Instant.from('2026-03-30T08:00:01.999Z'));
    expect(clock.now().toString()).toBe('2026-03-30T08:00:01Z');
  });

  test('stops at every timer on its way, in order, each at its own instant', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.nat(100), { maxLength: 30 }), fc.nat(100), async (seconds, end) => {
        const { clock, happened, note } = newClock();
        for (const [index, second] of seconds.entries())
          clock.at(secondsLater(second), 'timer', note(`${index}`));
        await clock.advanceTo(secondsLater(end));
        const expected = [...seconds.entries()]
          .filter(([, second]) => second <= end)
          .toSorted(([, one], [, other]) => one - other)
          .map(([index, second]) => `${index} at ${second}`);
        expect(happened).toEqual(expected);
        expect(clock.timers()).toHaveLength(seconds.filter((second) => second > end).length);
        expect(clock.now().equals(secondsLater(end))).toBe(true);
      }),
    );
  });

  test('fires what a timer sets on the way, and does what it enqueues before it goes on', async () => {
    const { clock, happened, note } = newClock();
    clock.at(secondsLater(10), 'first', async () => {
      await note('first')();
      clock.enqueue(note('work'));
      clock.at(secondsLater(10), 'at once', note('at once'));
      clock.at(secondsLater(15), 'later', note('later'));
    });
    clock.at(secondsLater(12), 'second', note('second'));
    await clock.advanceTo(secondsLater(20));
    expect(happened).toEqual(['first at 10', 'work at 10', 'at once at 10', 'second at 12', 'later at 15']);
  });

  test('does not fire a timer that was cancelled, and cancelling again harms nobody', async () => {
    const { clock, happened, note } = newClock();
    const { cancel } = clock.at(secondsLater(1), 'timer', note('cancelled'));
    clock.at(secondsLater(1), 'timer', note('kept'));
    cancel();
    cancel();
    await clock.advanceTo(secondsLater(2));
    expect(happened).toEqual(['kept at 1']);
  });

  test('fires a timer of the past as soon as it settles', async () => {
    const { clock, happened, note } = newClock();
    await clock.advanceTo(secondsLater(5));
    clock.at(secondsLater(1), 'late', note('late'));
    await clock.settle();
    expect(happened).toEqual(['late at 5']);
  });

  test('only settles when it is told to go back', async () => {
    const { clock, happened, note } = newClock();
    await clock.advanceTo(secondsLater(5));
    clock.enqueue(note('work'));
    await clock.advanceTo(secondsLater(1));
    expect(happened).toEqual(['work at 5']);
    expect(clock.now().equals(secondsLater(5))).toBe(true);
  });

  test('is settled for everybody at the same moment: nobody is let go while work is left', async () => {
    const { clock, happened, note } = newClock();
    clock.enqueue(async () => {
      await Promise.resolve();
      clock.enqueue(note('second'));
    });
    await Promise.all([clock.settle(), clock.settle()].map((settled) => settled.then(note('settled'))));
    expect(happened).toEqual(['second at 0', 'settled at 0', 'settled at 0']);
  });

  test('goes on after work that failed, and tells whoever waited', async () => {
    const { clock, happened, note } = newClock();
    clock.enqueue(async () => {
      throw new Error('No table');
    });
    clock.enqueue(note('next'));
    await expect(clock.settle()).rejects.toThrow('No table');
    await clock.settle();
    expect(happened).toEqual(['next at 0']);
  });

  test('lists its timers, earliest first, those of one instant as they were set', () => {
    const { clock, note } = newClock();
    for (const [what, second] of [
      ['c', 3],
      ['a', 1],
      ['b', 2],
      ['a2', 1],
    ] as const)
      clock.at(secondsLater(second), what, note(what));
    expect(clock.timers().map(({ what }) => what)).toEqual(['a', 'a2', 'b', 'c']);
  });
});
