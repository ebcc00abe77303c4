import { setTimeout } from 'node:timers/promises';

/** Waits before a try is repeated; `tries` counts those that failed. Given by tests that do not want to wait. */
export type Pause = (tries: number) => Promise<void>;

/**
 * How often something is tried that others stand in the way of. With the pauses below all of it takes less than two
 * seconds on average, and at most four: a caller is still there to be told.
 */
export const maxTries = 10;

const firstPauseMilliseconds = 40;
const longestPauseMilliseconds = 500;

/** A random pause that grows with the tries: those who met once must not meet again. */
export const pauseAtRandom: Pause = async (tries) => {
  const most = Math.min(longestPauseMilliseconds, firstPauseMilliseconds * 2 ** (tries - 1));
  await setTimeout(Math.random() * most);
};
