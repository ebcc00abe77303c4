import type { DimensionsOf, MetricName } from './metric-catalogue.ts';

/** One value of one metric. */
export type Measurement = {
  readonly name: MetricName;
  readonly dimensions: Readonly<Record<string, string>>;
  readonly value: number;
};

/** A measurement, with exactly the dimensions that the catalogue gives its metric. A counter counts one unless told otherwise. */
export const measured = <Name extends MetricName>(
  name: Name,
  dimensions: DimensionsOf<Name>,
  value = 1,
): Measurement => ({ name, dimensions, value });

/** Where the service says what it counts and measures. Never throws: nothing may fail because it could not be counted. */
export interface Metrics {
  readonly put: (measurements: readonly Measurement[]) => void;
}

/** For whoever is not interested. */
export const noMetrics: Metrics = { put: () => {} };
