import { describedSeries, dimensionOf, type Series, type Statistic } from '../operations/series.ts';
import type { Minute, RecordedSeries } from './recorded-metrics.ts';

/** Measured values become one. @returns undefined where there are none. */
export const asOne = (statistic: Statistic, values: readonly number[]): number | undefined => {
  if (values.length === 0) return undefined;
  const sum = () => values.reduce((total, value) => total + value, 0);
  switch (statistic) {
    case 'Sum':
      return sum();
    case 'Average':
      return sum() / values.length;
    case 'Maximum':
      return values.reduce((most, value) => Math.max(most, value), Number.NEGATIVE_INFINITY);
    case 'p50':
      return percentile(values, 0.5);
    case 'p90':
      return percentile(values, 0.9);
  }
};

/** The smallest value that so large a share of all is not above. */
const percentile = (values: readonly number[], share: number): number | undefined =>
  values.toSorted((one, other) => one - other)[Math.max(0, Math.ceil(share * values.length) - 1)];

/** What one line is drawn from. */
export type Source = { readonly label: string; readonly recorded: readonly RecordedSeries[] };

const valueOfDimension = ({ dimensions }: RecordedSeries): string => Object.values(dimensions)[0] ?? '';

const inOrderOf = (values: readonly string[]) => (one: RecordedSeries, other: RecordedSeries) =>
  values.indexOf(valueOfDimension(one)) - values.indexOf(valueOfDimension(other));

/** The lines of a series: one, or of `each` one for every value of its dimension that was ever measured. */
export const sourcesOf = (series: Series, all: readonly RecordedSeries[]): readonly Source[] => {
  const { metric, of = 'together', label } = series;
  const own = all.filter(({ name }) => name === metric);
  if (of === 'each')
    return own
      .toSorted(inOrderOf(dimensionOf(metric)?.values ?? []))
      .map((recorded) => ({ label: valueOfDimension(recorded), recorded: [recorded] }));
  const recorded = of === 'together' ? own : own.filter((each) => valueOfDimension(each) === of);
  return [{ label: label ?? (of === 'together' ? metric : of), recorded }];
};

/** A time in equal parts; minutes are whole minutes since 1970. */
export type Span = {
  readonly firstMinute: number;
  readonly periodMinutes: number;
  readonly periods: number;
};

/** The place of the first minute that is not before another one. */
const placeFrom = (minutes: readonly Minute[], first: number): number => {
  let from = 0;
  let to = minutes.length;
  while (from < to) {
    const middle = (from + to) >> 1;
    if ((minutes[middle]?.minute ?? first) < first) from = middle + 1;
    else to = middle;
  }
  return from;
};

/** What was measured in each period. */
const valuesIn = ({ minutes }: RecordedSeries, { firstMinute, periodMinutes, periods }: Span): number[][] => {
  const inPeriods: number[][] = Array.from({ length: periods }, () => []);
  for (let place = placeFrom(minutes, firstMinute); place < minutes.length; place += 1) {
    const found = minutes[place];
    if (found === undefined) break;
    const values = inPeriods[Math.floor((found.minute - firstMinute) / periodMinutes)];
    if (values === undefined) break;
    values.push(...found.values);
  }
  return inPeriods;
};

const lastBefore = ({ minutes }: RecordedSeries, minute: number): number | undefined =>
  minutes[placeFrom(minutes, minute) - 1]?.values.at(-1);

/** A gauge stands at what was measured last: it is measured when it changes. */
const held = (recorded: RecordedSeries, span: Span, statistic: Statistic): (number | undefined)[] => {
  let last = lastBefore(recorded, span.firstMinute);
  return valuesIn(recorded, span).map((values) => {
    const before = last;
    last = values.at(-1) ?? last;
    return asOne(statistic, values) ?? before;
  });
};

const added = (lines: readonly (readonly (number | undefined)[])[], periods: number) =>
  Array.from({ length: periods }, (_, period) => {
    const values = lines.map((line) => line[period]).filter((value) => value !== undefined);
    return values.length === 0 ? undefined : values.reduce((sum, value) => sum + value, 0);
  });

/** One value for each period, undefined where nothing is known. What was not counted happened no time. */
export const valuesOf = (
  { metric, statistic }: Series,
  { recorded }: Source,
  span: Span,
): readonly (number | undefined)[] => {
  const { kind } = describedSeries(metric);
  if (kind === 'gauge')
    return added(
      recorded.map((each) => held(each, span, statistic)),
      span.periods,
    );
  const inPeriods = recorded.map((each) => valuesIn(each, span));
  return Array.from({ length: span.periods }, (_, period) => {
    const values = inPeriods.flatMap((each) => each[period] ?? []);
    return asOne(statistic, values) ?? (kind === 'counter' ? 0 : undefined);
  });
};

/** How many measurements a time holds. */
export const countOf = ({ recorded }: Source, { firstMinute, periodMinutes, periods }: Span): number => {
  const whole = { firstMinute, periodMinutes: periodMinutes * periods, periods: 1 };
  return recorded.flatMap((each) => valuesIn(each, whole)).flat().length;
};
