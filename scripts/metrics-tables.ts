import { type MetricDescription, metricCatalogue } from '../functions/metrics/metric-catalogue.ts';
import { anchorOf } from '../operations/alarm.ts';
import { alarms } from '../operations/alarms.ts';
import { dashboards } from '../operations/dashboards.ts';
import { platformMetrics } from '../operations/platform-metrics.ts';
import { type AnyMetricName, unitOf } from '../operations/series.ts';

/** Dimensions with more values than these are only counted. */
const mostValuesShown = 8;

const splitBy = ({ dimensions }: MetricDescription): string =>
  Object.entries(dimensions)
    .map(([name, values]) =>
      values.length > mostValuesShown
        ? `${name}: ${values.length} values`
        : `${name}: ${values.map((value) => `\`${value}\``).join(', ')}`,
    )
    .join('; ');

const shownOn = (name: string): string =>
  dashboards
    .filter(({ widgets }) =>
      widgets.some((widget) => 'series' in widget && widget.series.some(({ metric }) => metric === name)),
    )
    .map(({ id }) => id)
    .join(', ');

const alarmedBy = (name: string): string =>
  alarms
    .filter(({ series }) => series.some(({ metric }) => metric === name))
    .map((alarm) => `[${alarm.title}](#${anchorOf(alarm)})`)
    .join('; ');

const kindOf = (name: AnyMetricName, { kind }: MetricDescription): string => {
  const unit = unitOf(name);
  return unit === 'count' ? kind : `${kind}, ${unit}`;
};

const table = (
  described: readonly (readonly [name: AnyMetricName, description: MetricDescription])[],
): string =>
  [
    ['Metric', 'What it says', 'Kind', 'Split by', 'Dashboards', 'Alarms'],
    ['---', '---', '---', '---', '---', '---'],
    ...described.map(([name, description]) => [
      `\`${name}\``,
      description.meaning,
      kindOf(name, description),
      splitBy(description),
      shownOn(name),
      alarmedBy(name),
    ]),
  ]
    .map((cells) => `| ${cells.join(' | ')} |`)
    .join('\n');

const named = <Name extends AnyMetricName>(
  catalogue: Readonly<Record<Name, MetricDescription>>,
): readonly (readonly [Name, MetricDescription])[] =>
  Object.keys(catalogue)
    .filter((name): name is Name => Object.hasOwn(catalogue, name))
    .map((name) => [name, catalogue[name]]);

/** What the service counts and measures, with where it is shown and what watches it. */
export const metricsTable = (): string => table(named(metricCatalogue));

/** The same of what AWS measures by itself. */
export const platformMetricsTable = (): string => table(named(platformMetrics));
