import { Metrics as EmbeddedMetrics, MetricUnit } from '@aws-lambda-powertools/metrics';
import type { Metrics } from '../metrics/metrics.ts';

/** The one dimension that every metric has beside its own: the metrics library cannot do without. */
export const serviceDimension = { service: 'porting' } as const;

/**
 * Metrics as lines on the standard output, in CloudWatch's embedded metric format: CloudWatch makes them metrics, so that counting
 * costs no call and cannot fail. What is measured in one go and has the same dimensions shares a line.
 * @param namespace tells the stages of one account apart.
 */
export const embeddedMetrics = (namespace: string): Metrics => {
  const metrics = new EmbeddedMetrics({ namespace, serviceName: serviceDimension.service });
  return {
    put: (measurements) => {
      const lines = Map.groupBy(measurements, ({ dimensions }) => JSON.stringify(dimensions));
      for (const group of lines.values()) {
        const [first] = group;
        if (first === undefined) continue;
        metrics.addDimensions(first.dimensions);
        for (const { name, value } of group)
          metrics.addMetric(name, name.endsWith('Seconds') ? MetricUnit.Seconds : MetricUnit.Count, value);
        metrics.publishStoredMetrics();
      }
    },
  };
};
