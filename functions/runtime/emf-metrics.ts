import { Metrics as EmbeddedMetrics, MetricUnit } from '@aws-lambda-powertools/metrics';
import type { Measurement, Metrics } from '../metrics/metrics.ts';

/** The one dimension that every metric has beside its own: the metrics library cannot do without. */
export const serviceDimension = { service: 'porting' } as const;

/** A line takes no more: the library would write it by itself, and forget the dimensions of what is left. */
const mostInOneLine = 99;

/** Those that belong on one line: of the same dimensions, and no more than it takes. */
const linesOf = (measurements: readonly Measurement[]): readonly (readonly Measurement[])[] =>
  [...Map.groupBy(measurements, ({ dimensions }) => JSON.stringify(dimensions)).values()].flatMap((alike) =>
    Array.from({ length: Math.ceil(alike.length / mostInOneLine) }, (_, line) =>
      alike.slice(line * mostInOneLine, (line + 1) * mostInOneLine),
    ),
  );

/**
 * Metrics as lines on the standard output, in CloudWatch's embedded metric format: CloudWatch makes them metrics, so that counting
 * costs no call and cannot fail. What is measured in one go and has the same dimensions shares a line.
 * @param namespace tells the stages of one account apart.
 */
export const embeddedMetrics = (namespace: string): Metrics => {
  const metrics = new EmbeddedMetrics({ namespace, serviceName: serviceDimension.service });
  return {
    put: (measurements) => {
      for (const line of linesOf(measurements)) {
        metrics.addDimensions(line[0]?.dimensions ?? {});
        for (const { name, value } of line)
          metrics.addMetric(name, name.endsWith('Seconds') ? MetricUnit.Seconds : MetricUnit.Count, value);
        metrics.publishStoredMetrics();
      }
    },
  };
};
