import type { AlarmDefinition } from '../operations/alarm.ts';
import { describedSeries, type Series } from '../operations/series.ts';
import { asOne, sourcesOf } from './measured-series.ts';
import type { RecordedSeries } from './recorded-metrics.ts';

/** How an alarm stands; `no data`: nothing it watches was ever measured. */
export type AlarmState = 'ok' | 'alarm' | 'no data';

/** A time in which an alarm was on, in minutes since 1970. The last one may go on: `to` is then the end of the present period. */
export type Episode = { readonly from: number; readonly to: number };

/** An alarm as it was judged. */
export type Judgement = {
  readonly state: AlarmState;
  /** Since when it is on, in minutes since 1970. */
  readonly since: number | undefined;
  /** What it watches comes to in the present period. */
  readonly value: number | undefined;
  /** Every time it was on, oldest first. */
  readonly episodes: readonly Episode[];
};

/** How a sandbox measures. */
export type Sampling = {
  /** On which beat the gauges of the sweeper are sampled; undefined: only when something happens, and no gap says anything. */
  readonly samplesEveryMinutes?: number | undefined;
};

/** What one recorded series comes to, period by period, and where that changes. */
type Watched = {
  readonly changes: readonly number[];
  /** Undefined where nothing is known. */
  readonly at: (period: number) => number | undefined;
};

/** Undefined where a gap is looked for and there is one. */
const heldPeriods = (
  { missing = 'fine', periodMinutes }: AlarmDefinition,
  { samplesEveryMinutes }: Sampling,
): number =>
  missing === 'fine' || samplesEveryMinutes === undefined
    ? Number.POSITIVE_INFINITY
    : Math.ceil(samplesEveryMinutes / periodMinutes);

const watch = (
  { statistic, metric }: Series,
  { minutes }: RecordedSeries,
  { periodMinutes }: AlarmDefinition,
  holds: number,
): Watched => {
  const byPeriod = new Map<number, number[]>();
  for (const { minute, values } of minutes) {
    const period = Math.floor(minute / periodMinutes);
    const known = byPeriod.get(period);
    if (known === undefined) byPeriod.set(period, [...values]);
    else known.push(...values);
  }
  const periods = [...byPeriod.keys()];
  const valueIn = (period: number) => asOne(statistic, byPeriod.get(period) ?? []);
  if (describedSeries(metric).kind !== 'gauge')
    return { changes: periods.flatMap((period) => [period, period + 1]), at: valueIn };
  /** The last period in which it was measured, at one or before it. */
  const lastUpTo = (period: number): number | undefined => {
    let from = 0;
    let to = periods.length;
    while (from < to) {
      const middle = (from + to) >> 1;
      if ((periods[middle] ?? period) <= period) from = middle + 1;
      else to = middle;
    }
    return periods[from - 1];
  };
  return {
    changes: periods.flatMap((period) => [period, period + 1, period + 1 + holds]).filter(Number.isFinite),
    at: (period) => {
      const last = lastUpTo(period);
      if (last === undefined || period - last > holds) return undefined;
      return last === period ? valueIn(period) : byPeriod.get(last)?.at(-1);
    },
  };
};

/** A stretch of periods in which nothing changes. */
type Stretch = { readonly first: number; readonly last: number; readonly value: number | undefined };

const stretchesOf = (watched: readonly Watched[], present: number): readonly Stretch[] => {
  const changes = [...new Set(watched.flatMap(({ changes }) => changes))]
    .filter((period) => period <= present)
    .toSorted((one, other) => one - other);
  return changes.map((first, place) => {
    const values = watched.map(({ at }) => at(first)).filter((value) => value !== undefined);
    const value = values.length === 0 ? undefined : values.reduce((sum, each) => sum + each, 0);
    return { first, last: (changes[place + 1] ?? present + 1) - 1, value };
  });
};

/** Stretches that follow each other and are both beyond the threshold are one. */
const joined = (stretches: readonly Stretch[]): readonly Stretch[] => {
  const runs: Stretch[] = [];
  for (const stretch of stretches) {
    const before = runs.at(-1);
    if (before !== undefined && before.last + 1 === stretch.first)
      runs.splice(-1, 1, { ...before, last: stretch.last });
    else runs.push(stretch);
  }
  return runs;
};

/**
 * Judges an alarm as CloudWatch would, by whole periods since 1970, the present one with what it has so far. Nothing measured is
 * nothing counted; a gauge stands at its last value, since a sandbox measures it when it changes. Where a gap is what is watched
 * for, it is one only once a sample is overdue.
 * @param now in minutes since 1970.
 */
export const judge = (
  alarm: AlarmDefinition,
  all: readonly RecordedSeries[],
  now: number,
  sampling: Sampling = {},
): Judgement => {
  const { periodMinutes, threshold, periods, missing = 'fine', series } = alarm;
  const present = Math.floor(now / periodMinutes);
  const holds = heldPeriods(alarm, sampling);
  const watched = series.flatMap((each) =>
    sourcesOf(each, all).flatMap(({ recorded }) => recorded.map((one) => watch(each, one, alarm, holds))),
  );
  const stretches = stretchesOf(watched, present);
  const isBeyond = ({ value }: Stretch) => (value === undefined ? missing === 'alarm' : value >= threshold);
  const episodes = joined(stretches.filter(isBeyond))
    .filter(({ first, last }) => last - first + 1 >= periods)
    .map(({ first, last }) => ({
      from: (first + periods - 1) * periodMinutes,
      to: (last + 1) * periodMinutes,
    }));
  const latest = episodes.at(-1);
  // A period that has only begun says nothing yet: an alarm is over when a whole one was well.
  const isOn = latest !== undefined && latest.to >= present * periodMinutes;
  const value = stretches.at(-1)?.value;
  return {
    state: watched.length === 0 ? 'no data' : isOn ? 'alarm' : 'ok',
    since: isOn ? latest.from : undefined,
    value,
    episodes,
  };
};

/** How an alarm stands. @param now in minutes since 1970. */
export const stateOf = (
  alarm: AlarmDefinition,
  all: readonly RecordedSeries[],
  now: number,
  sampling: Sampling = {},
): AlarmState => judge(alarm, all, now, sampling).state;

/** Whether an alarm was on at any time. @param now in minutes since 1970. */
export const everAlarmed = (
  alarm: AlarmDefinition,
  all: readonly RecordedSeries[],
  now: number,
  sampling: Sampling = {},
): boolean => judge(alarm, all, now, sampling).episodes.length > 0;
