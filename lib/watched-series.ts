import type { Duration } from 'aws-cdk-lib';
import { type IMetric, MathExpression, Metric } from 'aws-cdk-lib/aws-cloudwatch';
import { metricCatalogue } from '../functions/metrics/metric-catalogue.ts';
import { serviceDimension } from '../functions/runtime/emf-metrics.ts';
import type { PlatformMetricName } from '../operations/platform-metrics.ts';
import { type AnyMetricName, dimensionOf, type Series } from '../operations/series.ts';

/** Which metric of AWS a metric of the platform is; several of one value are added up. */
export type Measure =
  | {
      readonly metric: Metric;
      /** What its line is called where each is drawn. */
      readonly label?: string;
      /** What its unit has to be divided by to be ours. */
      readonly divideBy?: number;
    }
  /** Metrics found by a search. Only dashboards can: no alarm may search. */
  | { readonly searchedBy: (statistic: string, periodSeconds: number) => string };

/** Thrown where a series is asked for that nothing measures, or that an alarm cannot watch. */
export class UnwatchableSeriesError extends Error {
  override readonly name = 'UnwatchableSeriesError';
}

/** What a series is called where it has no name of its own. */
const nameOf = ({ metric, of, label }: Series): string =>
  label ?? (of === undefined || of === 'each' || of === 'together' ? metric : of);

const isOwn = (name: AnyMetricName): boolean => Object.hasOwn(metricCatalogue, name);

const keyOf = (name: AnyMetricName, of: string | undefined): string => `${name} ${of ?? ''}`;

const reading = ({ statistic }: Series, period: Duration) => ({ statistic, period });

/** Reads series from CloudWatch: our own by their namespace, the platform's by what the constructs said they are. */
export class WatchedSeries {
  readonly #namespace: string;
  readonly #measures = new Map<string, readonly Measure[]>();

  constructor(namespace: string) {
    this.#namespace = namespace;
  }

  /** Says what a metric of the platform is, of one value of its dimension where it has one. */
  measures(name: PlatformMetricName, of: string | undefined, measures: readonly Measure[]): void {
    const key = keyOf(name, of);
    this.#measures.set(key, [...(this.#measures.get(key) ?? []), ...measures]);
  }

  /**
   * What an alarm watches: the sum of its series. A period without a value counts as `missing`; undefined leaves it out where one
   * metric alone is watched.
   * @throws UnwatchableSeriesError for what only a search finds.
   */
  sum(series: readonly Series[], period: Duration, missing: number | undefined): IMetric {
    const parts = series.flatMap((one) =>
      this.#partsOf(one).map((measure) => {
        if ('searchedBy' in measure)
          throw new UnwatchableSeriesError(`No alarm can search for ${nameOf(one)}`);
        return { metric: measure.metric.with(reading(one, period)), divideBy: measure.divideBy };
      }),
    );
    const [only] = parts;
    if (only !== undefined && parts.length === 1 && only.divideBy === undefined && missing === undefined)
      return only.metric;
    return new MathExpression({
      expression: parts
        .map(({ divideBy }, index) => {
          const filled = `FILL(m${index}, ${missing ?? 0})`;
          return divideBy === undefined ? filled : `${filled} / ${divideBy}`;
        })
        .join(' + '),
      usingMetrics: Object.fromEntries(parts.map(({ metric }, index) => [`m${index}`, metric])),
      period,
      label: series.map(nameOf).join(' + '),
    });
  }

  /** What a graph draws of a series: one line, or one for each value that was ever measured. */
  lines(series: Series, period: Duration): readonly IMetric[] {
    const label = nameOf(series);
    const dimension = dimensionOf(series.metric);
    if (isOwn(series.metric) && dimension !== undefined)
      switch (series.of) {
        case 'each':
          return [
            this.#searched(this.#searchFor(series, period), period, `\${PROP('Dim.${dimension.name}')}`),
          ];
        case 'together':
          return [this.#searched(`SUM(${this.#searchFor(series, period)})`, period, label)];
        default:
          return [this.#own(series, series.of).with({ ...reading(series, period), label })];
      }
    const parts = this.#partsOf(series);
    if (series.of === 'each')
      return this.#valuesOf(series).flatMap((value) =>
        this.#measured(series.metric, value).map((measure) =>
          'searchedBy' in measure
            ? this.#searched(measure.searchedBy(series.statistic, period.toSeconds()), period, '')
            : measure.metric.with({ ...reading(series, period), label: measure.label ?? value ?? label }),
        ),
      );
    const [only] = parts;
    if (only !== undefined && parts.length === 1 && 'metric' in only && only.divideBy === undefined)
      return [only.metric.with({ ...reading(series, period), label })];
    return [
      new MathExpression({
        expression: parts
          .map((measure, index) => {
            if ('searchedBy' in measure)
              return `SUM(${measure.searchedBy(series.statistic, period.toSeconds())})`;
            return measure.divideBy === undefined ? `FILL(m${index}, 0)` : `m${index} / ${measure.divideBy}`;
          })
          .join(' + '),
        usingMetrics: Object.fromEntries(
          parts.flatMap((measure, index) =>
            'metric' in measure ? [[`m${index}`, measure.metric.with(reading(series, period))]] : [],
          ),
        ),
        period,
        label,
      }),
    ];
  }

  /** The values of a divided series for the whole time shown, the largest first. */
  ranked(series: Series, period: Duration): readonly IMetric[] {
    if (series.of !== 'each' || !isOwn(series.metric)) return this.lines(series, period);
    const { name = '' } = dimensionOf(series.metric) ?? {};
    return [
      this.#searched(
        `SORT(${this.#searchFor(series, period)}, SUM, DESC)`,
        period,
        `\${PROP('Dim.${name}')}`,
      ),
    ];
  }

  #own({ metric }: Series, value: string | undefined): Metric {
    const dimension = dimensionOf(metric);
    return new Metric({
      namespace: this.#namespace,
      metricName: metric,
      dimensionsMap: {
        ...serviceDimension,
        ...(dimension === undefined || value === undefined ? {} : { [dimension.name]: value }),
      },
    });
  }

  #searchFor({ metric, statistic }: Series, period: Duration): string {
    const { name = '' } = dimensionOf(metric) ?? {};
    return `SEARCH('{"${this.#namespace}",service,${name}} MetricName="${metric}" service="${serviceDimension.service}"', '${statistic}', ${period.toSeconds()})`;
  }

  #searched(expression: string, period: Duration, label: string): IMetric {
    return new MathExpression({ expression, usingMetrics: {}, period, label });
  }

  /** The values of the dimension that a series means; only undefined where the metric has none. */
  #valuesOf({ metric, of }: Series): readonly (string | undefined)[] {
    const dimension = dimensionOf(metric);
    if (dimension === undefined) return [undefined];
    return of === undefined || of === 'each' || of === 'together' ? dimension.values : [of];
  }

  #measured(name: AnyMetricName, value: string | undefined): readonly Measure[] {
    const measures = this.#measures.get(keyOf(name, value));
    if (measures === undefined)
      throw new UnwatchableSeriesError(`Nothing measures ${keyOf(name, value).trim()}`);
    return measures;
  }

  #partsOf(series: Series): readonly Measure[] {
    return this.#valuesOf(series).flatMap((value) =>
      isOwn(series.metric) ? [{ metric: this.#own(series, value) }] : this.#measured(series.metric, value),
    );
  }
}
