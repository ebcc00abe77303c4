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

/** The description of any metric. */
export const describedSeries = (name: AnyMetricName): MetricDescription => {
  const all: Readonly<Record<AnyMetricName, MetricDescription>> = { ...metricCatalogue, ...platformMetrics };
  return all[name];
};
