import {
  type MetricDescription,
  type MetricName,
  metricCatalogue,
} from '../functions/metrics/metric-catalogue.ts';
import { type PlatformMetricName, platformMetrics } from './platform-metrics.ts';

/** Any metric that dashboards show and alarms watch: one that the service emits, or one of the platform. */
export type AnyMetricName = MetricName | PlatformMetricName;

/** How the values of a period become one. */
export type Statistic = 'Sum' | 'Maximum' | 'Average' | 'p50' | 'p90';

/** A line of a graph, or what an alarm watches: one metric, read in one way. */
export type Series = {
  readonly metric: AnyMetricName;
  readonly statistic: Statistic;
  /**
   * Of a metric that is split: `each` is a line for every value of its dimension, `together` their sum in one line; else the value
   * that is meant. Left out of a metric that is not split.
   */
  readonly of?: 'each' | 'together' | string;
  /** What the line is called; without it, the value of the dimension or the name of the metric. */
  readonly label?: string;
};

const units = ['Milliseconds', 'Seconds', 'Minutes', 'WorkingDays', 'Hours'] as const;

/** What stands at the axis of a graph of it: the unit that ends its name, in words; without one it is a count. */
export const unitOf = (name: AnyMetricName): string => {
  const unit = units.find((ending) => name.endsWith(ending));
  return unit === undefined ? 'count' : unit.replaceAll(/(?<=[a-z])[A-Z]/g, ' $&').toLowerCase();
};

/** The description of any metric. */
export const describedSeries = (name: AnyMetricName): MetricDescription => {
  const all: Readonly<Record<AnyMetricName, MetricDescription>> = { ...metricCatalogue, ...platformMetrics };
  return all[name];
};

/** The one dimension of a metric that is split, with all its values; undefined of a metric that is not. */
export const dimensionOf = (
  name: AnyMetricName,
): { readonly name: string; readonly values: readonly string[] } | undefined => {
  const [dimension] = Object.entries(describedSeries(name).dimensions);
  return dimension === undefined ? undefined : { name: dimension[0], values: dimension[1] };
};
