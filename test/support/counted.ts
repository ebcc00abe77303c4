import { describedMetric, metricNames } from '../../functions/metrics/metric-catalogue.ts';
import type { SandboxClient } from './sandbox-client.ts';

/** What a metric came to, as `GET /sandbox/metrics` answers it. */
export type CountedSeries = {
  readonly name: string;
  readonly dimensions: Readonly<Record<string, string>>;
  readonly count: number;
  readonly sum: number;
};

/** Everything that was measured so far. */
export const measuredSeries = async (client: SandboxClient): Promise<readonly CountedSeries[]> =>
  (await client.get('/sandbox/metrics', { token: null })).json.items;

const isGauge = (name: string): boolean => {
  const known = metricNames.find((each) => each === name);
  return known !== undefined && describedMetric(known).kind === 'gauge';
};

/** What happened, in numbers: `PortsStarted subscriber: 1`. What only stands is left out: nobody counts it. */
export const counted = async (client: SandboxClient): Promise<Readonly<Record<string, number>>> =>
  Object.fromEntries(
    (await measuredSeries(client))
      .filter(({ name }) => !isGauge(name))
      .map(({ name, dimensions, sum }) => [[name, ...Object.values(dimensions)].join(' '), sum]),
  );
