import type { VirtualClock } from './virtual-clock.ts';

/** The name of the sweeper's timers. */
export const sweepName = 'sweep';

const everyMinutes = 5;

/**
 * Sweeps every five minutes, for as long as there may be something to sweep: a clock that is moved by weeks would
 * otherwise stop thousands of times for nothing.
 */
export const createSweeps = (
  clock: VirtualClock,
  sweep: () => Promise<void>,
  mayFindSomething: () => boolean,
): { readonly arm: () => void } => {
  let isArmed = false;
  const arm = () => {
    if (isArmed) return;
    isArmed = true;
    clock.at(clock.now().add({ minutes: everyMinutes }), sweepName, async () => {
      isArmed = false;
      if (!mayFindSomething()) return;
      await sweep();
      arm();
    });
  };
  return { arm };
};
