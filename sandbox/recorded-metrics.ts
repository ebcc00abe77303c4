import { Temporal } from 'temporal-polyfill';
import { type InstantText, toInstantText } from '../functions/calendar/clock.ts';
import type { Metrics } from '../functions/metrics/metrics.ts';
import type { PlatformMetricName } from '../operations/platform-metrics.ts';
import type { AnyMetricName } from '../operations/series.ts';

/** What was measured within one minute. */
export type Minute = {
  /** Whole minutes since 1970. */
  readonly minute: number;
  readonly values: readonly number[];
};

/** One metric with one value of its dimensions, and all that was ever measured of it, oldest first. */
export type RecordedSeries = {
  readonly name: AnyMetricName;
  readonly dimensions: Readonly<Record<string, string>>;
  readonly minutes: readonly Minute[];
  readonly lastAt: InstantText;
};

/** CloudWatch on one machine: takes measurements, and gives them back by minute of the virtual clock. */
export type RecordedMetrics = Metrics & {
  /** What the simulated platform measures. */
  readonly putPlatform: (
    name: PlatformMetricName,
    dimensions: Readonly<Record<string, string>>,
    value: number,
  ) => void;
  readonly all: () => readonly RecordedSeries[];
  /** Takes over what another world measured, to be looked at here. */
  readonly load: (recorded: readonly RecordedSeries[]) => void;
};

const millisecondsPerMinute = 60_000;

type Kept = {
  readonly name: AnyMetricName;
  readonly dimensions: Readonly<Record<string, string>>;
  readonly minutes: { readonly minute: number; readonly values: number[] }[];
};

/** No measurements yet. */
export const createRecordedMetrics = (now: () => Temporal.Instant): RecordedMetrics => {
  const kept = new Map<string, Kept>();

  const keyOf = (name: AnyMetricName, dimensions: Readonly<Record<string, string>>): string =>
    `${name} ${JSON.stringify(dimensions)}`;

  const put = (name: AnyMetricName, dimensions: Readonly<Record<string, string>>, value: number): void => {
    const key = keyOf(name, dimensions);
    const series = kept.get(key) ?? { name, dimensions, minutes: [] };
    kept.set(key, series);
    const minute = Math.floor(now().epochMilliseconds / millisecondsPerMinute);
    const last = series.minutes.at(-1);
    if (last?.minute === minute) last.values.push(value);
    else series.minutes.push({ minute, values: [value] });
  };

  return {
    put: (measurements) => {
      for (const { name, dimensions, value } of measurements) put(name, dimensions, value);
    },
    putPlatform: put,
    load: (recorded) => {
      for (const { name, dimensions, minutes } of recorded)
        kept.set(keyOf(name, dimensions), {
          name,
          dimensions,
          minutes: minutes.map(({ minute, values }) => ({ minute, values: [...values] })),
        });
    },
    all: () =>
      [...kept.values()].map(({ name, dimensions, minutes }) => ({
        name,
        dimensions,
        minutes,
        lastAt: toInstantText(
          Temporal.Instant.fromEpochMilliseconds((minutes.at(-1)?.minute ?? 0) * millisecondsPerMinute),
        ),
      })),
  };
};
