import { Temporal } from 'temporal-polyfill';
import type { Now } from '../calendar/clock.ts';
import type { Repair } from '../metrics/metric-catalogue.ts';
import { measured } from '../metrics/metrics.ts';
import type { PayloadIds } from '../runtime/log.ts';
import type { Telemetry } from '../runtime/telemetry.ts';

/** Less than the function may run: a sweep that is cut off reports nothing. */
export const longestMendingMinutes = 3;

/** What a sweep goes about its mending with. */
export type Mending = {
  /**
   * Makes one repair and counts it. One that fails is counted as such, and holds back no other.
   * @param perform answers how much was mended; 0 where it turned out that nothing was amiss.
   */
  readonly mend: (
    repair: Repair,
    ids: Partial<PayloadIds>,
    perform: () => Promise<number>,
  ) => Promise<'done' | 'failed'>;
  /** Does one part of a sweep. Where it fails, the parts after it are done all the same. */
  readonly part: <Result>(perform: () => Promise<Result>) => Promise<Result | undefined>;
  /** Whether this many minutes of the sweep are over: what is left comes with the next. */
  readonly isOver: (minutes: number) => boolean;
  /** Repairs that failed so far. */
  readonly failures: () => number;
  /** Why parts could not be done. */
  readonly failedParts: () => readonly unknown[];
};

/** Begins a sweep. Its time counts by the wall clock. */
export const beginMending = ({
  log,
  metrics,
  wallClock,
}: Telemetry & { readonly wallClock: Now }): Mending => {
  const begunAt = wallClock();
  const failedParts: unknown[] = [];
  let failures = 0;
  return {
    mend: async (repair, ids, perform) => {
      try {
        const mended = await perform();
        if (mended === 0) return 'done';
        metrics.put([measured('Repairs', { Repair: repair }, mended)]);
        log.info('repair.made', { repair, ...ids });
        return 'done';
      } catch (error) {
        failures += 1;
        metrics.put([measured('RepairsFailed', {})]);
        log.error('repair.failed', { repair, ...ids }, error);
        return 'failed';
      }
    },
    part: async (perform) => {
      try {
        return await perform();
      } catch (error) {
        failedParts.push(error);
        metrics.put([measured('RepairsFailed', {})]);
        log.error('work.failed', { work: 'sweep' }, error);
        return undefined;
      }
    },
    isOver: (minutes) => Temporal.Instant.compare(wallClock(), begunAt.add({ minutes })) > 0,
    failures: () => failures,
    failedParts: () => failedParts,
  };
};
