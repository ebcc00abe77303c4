import type { Timer } from './virtual-clock.ts';

/** A timer that is set, with its instant as a number: comparing instants is slow. */
export type SetTimer = Timer & { readonly atMilliseconds: number };

/** Timers, earliest first; of several at one instant the one that was set first. */
export type TimersInOrder = {
  readonly add: (timer: Timer) => SetTimer;
  readonly remove: (timer: SetTimer) => void;
  readonly first: () => SetTimer | undefined;
  readonly all: () => readonly Timer[];
};

/** What is due within one stretch of time. */
type Part = { readonly number: number; readonly timers: SetTimer[] };

const millisecondsPerPart = 6 * 3_600_000;

/** The place of the first that is not before what is looked for. */
const placeOf = <Item>(items: readonly Item[], isBefore: (item: Item) => boolean): number => {
  let from = 0;
  let to = items.length;
  while (from < to) {
    const middle = (from + to) >> 1;
    const item = items[middle];
    if (item !== undefined && isBefore(item)) from = middle + 1;
    else to = middle;
  }
  return from;
};

/** No timers yet. Kept in parts, so that setting one of ten thousand moves only its neighbours. */
export const createTimersInOrder = (): TimersInOrder => {
  const parts: Part[] = [];
  let shown: readonly Timer[] | undefined;

  const numberOf = (milliseconds: number): number => Math.floor(milliseconds / millisecondsPerPart);
  const partAt = (number: number): number => placeOf(parts, (part) => part.number < number);

  return {
    add: (timer) => {
      const atMilliseconds = timer.at.epochMilliseconds;
      const set = { ...timer, atMilliseconds };
      const number = numberOf(atMilliseconds);
      const place = partAt(number);
      const part = parts[place];
      if (part?.number !== number) parts.splice(place, 0, { number, timers: [set] });
      else
        part.timers.splice(
          placeOf(part.timers, (other) => other.atMilliseconds <= atMilliseconds),
          0,
          set,
        );
      shown = undefined;
      return set;
    },
    remove: (timer) => {
      const number = numberOf(timer.atMilliseconds);
      const place = partAt(number);
      const part = parts[place];
      const inPart = part?.number === number ? part.timers.indexOf(timer) : -1;
      if (part === undefined || inPart === -1) return;
      part.timers.splice(inPart, 1);
      if (part.timers.length === 0) parts.splice(place, 1);
      shown = undefined;
    },
    first: () => parts[0]?.timers[0],
    all: () => {
      shown ??= parts.flatMap(({ timers }) => timers);
      return shown;
    },
  };
};
