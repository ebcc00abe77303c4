import { describedMetric, metricNames } from '../../functions/metrics/metric-catalogue.ts';
import type { Measurement, Metrics } from '../../functions/metrics/metrics.ts';

/** A measurement as one text: `PortsStarted By=desk 1`. */
export const measurementText = ({ name, dimensions, value }: Measurement): string =>
  [name, ...Object.entries(dimensions).map((pair) => pair.join('=')), value].join(' ');

/** Metrics that keep what they are told, in order. */
export const watchedMetrics = () => {
  const measurements: Measurement[] = [];
  const metrics: Metrics = {
    put: (given) => {
      measurements.push(...given);
    },
  };
  return { metrics, measurements, texts: () => measurements.map(measurementText) };
};

/** Why something measured is not in the catalogue; undefined where it is, dimension by dimension and value by value. */
export const faultOf = ({
  name,
  dimensions,
}: {
  readonly name: string;
  readonly dimensions: Readonly<Record<string, string>>;
}): string | undefined => {
  const known = metricNames.find((each) => each === name);
  if (known === undefined) return `${name} is not in the catalogue`;
  const described = describedMetric(known).dimensions;
  if (Object.keys(dimensions).toSorted().join() !== Object.keys(described).toSorted().join())
    return `${name} is split by ${Object.keys(dimensions).join()}`;
  const strange = Object.entries(dimensions).find(
    ([dimension, value]) => !described[dimension]?.includes(value),
  );
  return strange && `${name} has ${strange.join('=')}`;
};
