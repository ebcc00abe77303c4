import { performance } from 'node:perf_hooks';
import { withProgress } from '../scripts/progress.ts';

/** Milliseconds of each run, in the order in which they were taken. */
export type Samples = readonly number[];

const quantile = (samples: Samples, share: number): number => {
  const sorted = samples.toSorted((one, other) => one - other);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
};

export const median = (samples: Samples): number => quantile(samples, 0.5);

export const percentile95 = (samples: Samples): number => quantile(samples, 0.95);

export const perSecond = (samples: Samples): number =>
  (1000 * samples.length) / samples.reduce((sum, sample) => sum + sample, 0);

/**
 * Runs the cases in turn, A B A B …, after a warm-up: a machine whose speed drifts slows all of them alike, so their
 * ratios can be trusted where single times cannot.
 * @param title what is measured, for whoever waits for it.
 */
export const measureInTurn = async <Name extends string>(
  title: string,
  cases: Readonly<Record<Name, () => Promise<void>>>,
  { warmUps, runs }: { readonly warmUps: number; readonly runs: number },
): Promise<Readonly<Record<string, Samples>>> => {
  const samples = new Map<string, number[]>();
  await withProgress(title, warmUps + runs, async (advance) => {
    for (let run = -warmUps; run < runs; run += 1) {
      for (const [name, measured] of Object.entries<() => Promise<void>>(cases)) {
        const before = performance.now();
        await measured();
        const took = performance.now() - before;
        if (run >= 0) samples.set(name, [...(samples.get(name) ?? []), took]);
      }
      advance();
    }
  });
  return Object.fromEntries(samples);
};
