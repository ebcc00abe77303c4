import { type MetricDescription, metricCatalogue } from './metric-catalogue.ts';

/** As how many metrics one of the catalogue is paid for: each value of its dimension is one. */
export const customMetricsOf = ({ dimensions }: MetricDescription): number =>
  Object.values(dimensions).reduce((product, values) => product * values.length, 1);

const countOf = (descriptions: readonly MetricDescription[]): number =>
  descriptions.reduce((sum, description) => sum + customMetricsOf(description), 0);

const described: readonly MetricDescription[] = Object.values(metricCatalogue);

/**
 * How many custom metrics a stage has. `atMost`: were every value of every dimension seen within the same hour. `idle`: of a stage
 * on which nothing is ported, where only the sampler measures what stands.
 */
export const customMetrics = {
  atMost: countOf(described),
  idle: countOf(described.filter(({ kind }) => kind === 'gauge')),
} as const;
