import { describe, expect, test } from 'vitest';
import { type MetricKind, metricNames } from '../../functions/metrics/metric-catalogue.ts';
import { type AlarmDefinition, anchorOf } from '../../operations/alarm.ts';
import { alarms } from '../../operations/alarms.ts';
import type { DashboardDefinition, Widget } from '../../operations/dashboard.ts';
import { dashboards } from '../../operations/dashboards.ts';
import { platformMetrics } from '../../operations/platform-metrics.ts';
import {
  describedSeries,
  dimensionOf,
  type Series,
  type Statistic,
  unitOf,
} from '../../operations/series.ts';
import { filesBelow, readFile } from './source-files.ts';
import { importsOf } from './source-rules.ts';

/** The metrics in one set that are not in another. */
const missingFrom = (others: ReadonlySet<string>, names: readonly string[]): readonly string[] =>
  names.filter((name) => !others.has(name));

const seriesOf = (widgets: readonly Widget[]): readonly Series[] =>
  widgets.flatMap((widget) => ('series' in widget ? widget.series : []));

const shownOrAlarmed = (
  shown: readonly DashboardDefinition[],
  alarmed: readonly AlarmDefinition[],
): ReadonlySet<string> =>
  new Set([
    ...shown.flatMap(({ widgets }) => seriesOf(widgets).map(({ metric }) => metric)),
    ...alarmed.flatMap(({ series }) => series.map(({ metric }) => metric)),
  ]);

/** What a text describes: a row for each metric of a table, a heading for each alarm. */
const describedIn = (text: string) => ({
  metrics: new Set([...text.matchAll(/^\| `([A-Z]\w+)` \|/gm)].map(([, name = '']) => name)),
  headings: new Set(
    [...text.matchAll(/^### (.+)\n\n\*\*Impact:\*\* /gm)].map(([, title = '']) => anchorOf({ title })),
  ),
});

const emitted: readonly string[] = [...metricNames, ...Object.keys(platformMetrics)];
const runbook = readFile('docs/runbook.md');

describe('What is measured', () => {
  test('is shown or alarmed, all of it', () => {
    expect(missingFrom(shownOrAlarmed(dashboards, alarms), emitted)).toEqual([]);
  });

  test('is described in the runbook, all of it', () => {
    const described = describedIn(runbook);
    expect(missingFrom(described.metrics, [...shownOrAlarmed(dashboards, alarms)])).toEqual([]);
    expect(missingFrom(described.headings, alarms.map(anchorOf))).toEqual([]);
  });

  test('is no more than is described, shown and alarmed', () => {
    const described = describedIn(runbook);
    expect(missingFrom(new Set(emitted), [...described.metrics])).toEqual([]);
    expect(missingFrom(new Set(alarms.map(anchorOf)), [...described.headings])).toEqual([]);
    expect(missingFrom(new Set(emitted), [...shownOrAlarmed(dashboards, alarms)])).toEqual([]);
  });

  test('would be missed anywhere', () => {
    const withoutDesk = dashboards.filter(({ id }) => id !== 'desk');
    const withoutWindows = alarms.filter(({ id }) => id !== 'LinesDeadTooLong');
    const withoutHeading = runbook.replace('### Lines are dead for too long', '');
    const withoutRow = runbook.replace('| `PortsStarted` |', '');
    expect(missingFrom(shownOrAlarmed(withoutDesk, alarms), emitted)).toContain('RejectionReasons');
    expect(missingFrom(shownOrAlarmed([], withoutWindows), emitted)).toContain('LinesDeadTooLong');
    expect(missingFrom(describedIn(withoutRow).metrics, emitted)).toEqual(['PortsStarted']);
    expect(missingFrom(describedIn(withoutHeading).headings, alarms.map(anchorOf))).toEqual([
      'lines-are-dead-for-too-long',
    ]);
  });
});

describe('A metric', () => {
  const sources = filesBelow(['functions'], '.ts');

  test('is emitted in one place only, which takes nothing but what the catalogue has', () => {
    const emitters = sources.filter((file) =>
      importsOf(file).some((module) => module.startsWith('@aws-lambda-powertools/metrics')),
    );
    expect(emitters.map(({ path }) => path)).toEqual(['functions/runtime/emf-metrics.ts']);
    expect(sources.filter(({ text }) => /PutMetricData|"?_aws"?\s*:/.test(text))).toEqual([]);
  });

  test('of the catalogue is emitted somewhere', () => {
    const emitting = sources
      .filter(({ path }) => path !== 'functions/metrics/metric-catalogue.ts')
      .map(({ text }) => text)
      .join('\n');
    expect(metricNames.filter((name) => !emitting.includes(`'${name}'`))).toEqual([]);
  });
});

/** In which ways a kind of metric can be read; a sum of gauges would count what stands as often as it is looked at. */
const statistics: Readonly<Record<MetricKind, readonly Statistic[]>> = {
  counter: ['Sum'],
  gauge: ['Maximum', 'Average'],
  spread: ['Average', 'Maximum', 'p50', 'p90'],
};

const faultsOf = (series: Series): readonly string[] => {
  const { metric, of, statistic } = series;
  const dimension = dimensionOf(metric);
  return [
    ...(statistics[describedSeries(metric).kind].includes(statistic) ? [] : [`${metric}: no ${statistic}`]),
    ...(dimension === undefined && of !== undefined ? [`${metric}: is not split`] : []),
    ...(dimension !== undefined && of === undefined ? [`${metric}: which value?`] : []),
    ...(of === undefined || of === 'each' || of === 'together' || (dimension?.values.includes(of) ?? false)
      ? []
      : [`${metric}: no value ${of}`]),
  ];
};

/** As many metrics as the service emits for a series; those of the platform are counted where they are made. */
const metricsRead = ({ metric, of }: Series): number =>
  of === 'each' || of === 'together' ? (dimensionOf(metric)?.values.length ?? 1) : 1;

describe('An alarm', () => {
  test.each(alarms.map((alarm) => [alarm.id, alarm] as const))('can be made: %s', (_, alarm) => {
    expect(alarm.series.flatMap(faultsOf)).toEqual([]);
    expect(alarm.series.reduce((sum, series) => sum + metricsRead(series), 0)).toBeLessThanOrEqual(10);
    // CloudWatch looks back a day at most, and takes a whole number of minutes or an hour.
    expect(alarm.periodMinutes * alarm.periods).toBeLessThanOrEqual(1440);
    expect(alarm.impact).toMatch(/^[A-Z].+\.$/);
    expect(`${alarm.impact} Severity: ${alarm.severity}.`.length).toBeLessThan(900);
  });

  test('is there once', () => {
    expect(new Set(alarms.map(({ id }) => id)).size).toBe(alarms.length);
    expect(new Set(alarms.map(anchorOf)).size).toBe(alarms.length);
  });

  test('that calls somebody does so for customers who are hurt, but for a few that see it coming', () => {
    const foreseeing = alarms.filter(
      ({ severity, hurtsCustomers }) => severity === 'call' && !hurtsCustomers,
    );
    expect(foreseeing.map(({ id }) => id)).toEqual(['LookFailed', 'NothingSampled']);
  });
});

/** The widths of the rows of a page. */
const rowWidths = (widgets: readonly Widget[]): readonly number[] => {
  const widths: number[] = [];
  for (const widget of widgets) {
    const width = widget.kind === 'title' ? 24 : widget.width;
    const last = widths.at(-1);
    if (last === undefined || last + width > 24) widths.push(width);
    else widths[widths.length - 1] = last + width;
  }
  return widths;
};

describe.each(dashboards)('The dashboard $id', ({ widgets }) => {
  test('can be drawn: every series is one, every alarm is there, every row is full', () => {
    expect(seriesOf(widgets).flatMap(faultsOf)).toEqual([]);
    const ids = widgets.flatMap((widget) => (widget.kind === 'alarms' ? widget.ids : []));
    expect(ids.filter((id) => !alarms.some((alarm) => alarm.id === id))).toEqual([]);
    expect(rowWidths(widgets).every((width) => width === 24)).toBe(true);
  });

  test('says of each graph what is normal, and begins each part with a title', () => {
    expect(widgets[0]?.kind).toBe('title');
    for (const widget of widgets) if ('normal' in widget) expect(widget.normal.length).toBeGreaterThan(0);
  });

  test('has one unit on each axis', () => {
    const units = widgets.flatMap((widget) =>
      widget.kind === 'lines' || widget.kind === 'bars'
        ? [new Set(widget.series.map(({ metric }) => unitOf(metric))).size]
        : [],
    );
    expect(units.every((count) => count === 1)).toBe(true);
  });
});
