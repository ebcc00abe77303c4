/** One traveller's hold on the clock. */
export type Traveller = {
  /** Resolves once it is this instant. The clock goes there when everybody else waits for this instant or a later one. */
  readonly until: (instant: string) => Promise<void>;
  /** Goes on without the clock, which from now on moves without asking. Leaving twice changes nothing. */
  readonly leave: () => void;
};

type Waiting = {
  readonly instant: string;
  readonly go: () => void;
  readonly fail: (error: unknown) => void;
};

/** Thrown when a journey waits for an instant that has gone by: it would see another time than it asked for. */
export class ClockWentByError extends Error {
  override readonly name = 'ClockWentByError';
}

/**
 * One clock for several journeys at once: it moves on to the earliest instant that somebody waits for, but only when all
 * of them wait, so nobody's time passes while they are at work. Instants are texts of one spelling and sort as such.
 * @param travellers How many there will be; the clock stands until the last of them has come.
 */
export const sharedClock = (moveTo: (instant: string) => Promise<void>, travellers: number) => {
  let travelling = travellers;
  let now = '';
  let waiting: readonly Waiting[] = [];

  const moveOn = async () => {
    const [next] = waiting.map(({ instant }) => instant).toSorted();
    if (next === undefined || waiting.length < travelling) return;
    const arriving = waiting.filter(({ instant }) => instant === next);
    waiting = waiting.filter(({ instant }) => instant !== next);
    try {
      if (next > now) await moveTo(next);
      now = next;
      for (const { go } of arriving) go();
    } catch (error) {
      for (const { fail } of arriving) fail(error);
    }
  };

  return {
    join: (): Traveller => {
      let hasLeft = false;
      return {
        until: async (instant) => {
          if (instant < now) throw new ClockWentByError(`It is ${now}, after ${instant}`);
          const { promise, resolve: go, reject: fail } = Promise.withResolvers<void>();
          waiting = [...waiting, { instant, go, fail }];
          await moveOn();
          await promise;
        },
        leave: () => {
          if (hasLeft) return;
          hasLeft = true;
          travelling -= 1;
          void moveOn();
        },
      };
    },
  };
};
