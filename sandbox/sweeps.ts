import type { Standing } from '../functions/lifecycle/standing.ts';
import type { Measurement, Metrics } from '../functions/metrics/metrics.ts';
import type { VirtualClock } from './virtual-clock.ts';

/** The name of the sweeper's timers. */
export const sweepName = 'sweep';

const everyMinutes = 5;

/** When the sweeper comes. */
export type Sweeps = {
  /** Something happened, so that there may be something to mend, and the gauges have to be read anew. */
  readonly arm: () => void;
  /** A schedule has ticked: in five minutes there may be something that it should have brought about. */
  readonly armLoosely: () => void;
};

const isOfMending = ({ name, value }: Measurement): boolean =>
  (name === 'Repairs' || name === 'RepairsFailed') && value > 0;

/** What a sweep looks at and says, passed on and listened to. */
export type Overheard = {
  readonly metrics: Metrics;
  readonly standing: Standing;
  /** Whether, since it was last asked, something was mended, or a mail stood that may turn out never to be sent. */
  readonly wasRestless: () => boolean;
};

/** Listens to what a sweep finds. */
export const overhear = (metrics: Metrics, standing: Standing): Overheard => {
  let isRestless = false;
  return {
    metrics: {
      put: (measurements) => {
        isRestless ||= measurements.some(isOfMending);
        metrics.put(measurements);
      },
    },
    standing: {
      ...standing,
      read: async () => {
        const overview = await standing.read();
        isRestless ||= overview.mails.length > 0;
        return overview;
      },
    },
    wasRestless: () => {
      const wasRestless = isRestless;
      isRestless = false;
      return wasRestless;
    },
  };
};

/**
 * Sweeps every five minutes for as long as anything happens or is found, and once more five minutes after, when nothing is excused
 * by being new: a clock that is moved by weeks would otherwise stop thousands of times for nothing.
 * @param mayFindMore whether the next sweep may find something, asked after each.
 * @param samplesEveryMinutes sweeps on this beat besides, whatever happens, for gauges that grow with time alone.
 */
export const createSweeps = (
  clock: VirtualClock,
  sweep: () => Promise<void>,
  mayFindMore: () => boolean,
  samplesEveryMinutes?: number,
): Sweeps => {
  let armed: 'not' | 'loosely' | 'surely' = 'not';
  let isAskedAgain = false;
  const armAs = (how: 'loosely' | 'surely') => {
    isAskedAgain ||= armed !== 'not' && how === 'surely';
    const isSet = armed !== 'not';
    if (armed !== 'surely') armed = how;
    if (isSet) return;
    clock.at(clock.now().add({ minutes: everyMinutes }), sweepName, async () => {
      const [wasArmed, wasAskedAgain] = [armed, isAskedAgain];
      armed = 'not';
      isAskedAgain = false;
      if (wasArmed === 'loosely' && !mayFindMore()) return;
      await sweep();
      if (mayFindMore() || wasAskedAgain) armAs('surely');
    });
  };
  const sample = (minutes: number) => {
    clock.at(clock.now().add({ minutes }), sweepName, async () => {
      sample(minutes);
      await sweep();
    });
  };
  if (samplesEveryMinutes !== undefined) sample(samplesEveryMinutes);
  return { arm: () => armAs('surely'), armLoosely: () => armAs('loosely') };
};
