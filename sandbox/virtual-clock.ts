import { Temporal } from 'temporal-polyfill';
import { createTimersInOrder, type SetTimer } from './timers-in-order.ts';

/** Something that fires when the clock reaches an instant. */
export type Timer = {
  readonly at: Temporal.Instant;
  readonly what: string;
  readonly fire: () => Promise<void>;
};

/** A clock that moves only when told, and on its way stops at every timer. */
export type VirtualClock = {
  readonly now: () => Temporal.Instant;
  readonly at: (
    at: Temporal.Instant,
    what: string,
    fire: () => Promise<void>,
  ) => { readonly cancel: () => void };
  /** All timers that are set, earliest first. */
  readonly timers: () => readonly Timer[];
  /** Runs what is due at this instant, and what follows from it, until nothing is left to do. */
  readonly settle: () => Promise<void>;
  /** The same, without waiting for what runs beside. */
  readonly settleButBeside: () => Promise<void>;
  /** Moves forward, timer by timer; an instant that has passed only settles. */
  readonly advanceTo: (target: Temporal.Instant) => Promise<void>;
  /** Runs soon, in order, as part of settling. */
  readonly enqueue: (work: () => Promise<void>) => void;
  /**
   * Begins soon, in order, and then runs beside the rest: for what waits for somebody outside. The clock does not move before it is done.
   */
  readonly enqueueBeside: (work: () => Promise<void>) => void;
};

const toSecond = (instant: Temporal.Instant): Temporal.Instant =>
  instant.round({ smallestUnit: 'second', roundingMode: 'trunc' });

/** A clock standing at `start`. */
export const createVirtualClock = (start: Temporal.Instant): VirtualClock => {
  let now = toSecond(start);
  const timers = createTimersInOrder();
  const work: (() => Promise<void>)[] = [];
  const beside = new Set<Promise<void>>();
  let draining: Promise<void> | undefined;

  const dueTimer = (until: Temporal.Instant): SetTimer | undefined => {
    const first = timers.first();
    return first !== undefined && first.atMilliseconds <= until.epochMilliseconds ? first : undefined;
  };

  const drain = async () => {
    for (;;) {
      const next = work.shift();
      if (next !== undefined) {
        await next();
        continue;
      }
      const due = dueTimer(now);
      if (due === undefined) return;
      timers.remove(due);
      await due.fire();
    }
  };

  // Whoever settles while somebody else does waits for the same end: answers at one instant see the same world.
  const settleButBeside = async () => {
    while (draining !== undefined || work.length > 0 || dueTimer(now) !== undefined) {
      draining ??= drain().finally(() => {
        draining = undefined;
      });
      await draining;
    }
  };

  const settle = async () => {
    await settleButBeside();
    while (beside.size > 0) {
      await Promise.race(beside);
      await settleButBeside();
    }
  };

  return {
    now: () => now,
    at: (at, what, fire) => {
      const timer = timers.add({ at, what, fire });
      return { cancel: () => timers.remove(timer) };
    },
    timers: timers.all,
    settle,
    settleButBeside,
    advanceTo: async (target) => {
      const end = toSecond(target);
      await settle();
      for (let due = dueTimer(end); due !== undefined; due = dueTimer(end)) {
        if (Temporal.Instant.compare(due.at, now) > 0) now = toSecond(due.at);
        await settle();
      }
      if (Temporal.Instant.compare(end, now) > 0) now = end;
      await settle();
    },
    enqueue: (item) => {
      work.push(item);
    },
    enqueueBeside: (item) => {
      work.push(async () => {
        const running: Promise<void> = item().finally(() => beside.delete(running));
        beside.add(running);
      });
    },
  };
};
