import { Temporal } from 'temporal-polyfill';
import { type InstantText, toInstantText } from '../functions/calendar/clock.ts';
import { atLocalTime, localDateOf } from '../functions/calendar/local-date.ts';
import { operatorCatalogue } from '../functions/operator/operator-catalogue.ts';
import { type AlarmDefinition, anchorOf } from '../operations/alarm.ts';
import type { DashboardDefinition, Widget } from '../operations/dashboard.ts';
import { describedSeries, dimensionOf, type Series, type Statistic, unitOf } from '../operations/series.ts';
import { type AlarmState, judge, type Sampling } from './alarms.ts';
import { countOf, type Source, type Span, sourcesOf, valuesOf } from './measured-series.ts';
import type { RecordedSeries } from './recorded-metrics.ts';

/** The time that is shown. */
export type Range = { readonly from: Temporal.Instant; readonly to: Temporal.Instant };

/** A line or a kind of bar: a value for each period, null where nothing is known. */
export type ResolvedLine = {
  readonly label: string;
  readonly values: readonly (number | null)[];
  /** How many measurements it is drawn from. */
  readonly measurements: number;
  /** Whether it is one of all the values of a dimension, which nobody asked for by name. */
  readonly isOneOfAll: boolean;
  /** The sum over the whole time, of what can be added up. */
  readonly total: number | null;
};

type ResolvedNumber = { readonly label: string; readonly value: number | null; readonly unit: string };

/** An alarm with how it stands, and when it was on in the time that is shown. */
export type ResolvedAlarm = {
  readonly id: string;
  readonly title: string;
  readonly impact: string;
  readonly severity: AlarmDefinition['severity'];
  readonly hurtsCustomers: boolean;
  /** Of its heading in the runbook. */
  readonly anchor: string;
  readonly state: AlarmState;
  readonly since: InstantText | null;
  readonly value: number | null;
  readonly threshold: number;
  readonly episodes: readonly { readonly from: InstantText; readonly to: InstantText }[];
};

type Of<Kind extends Widget['kind']> = Extract<Widget, { readonly kind: Kind }>;

type Graph = Of<'lines' | 'bars'>;

/** A widget with what it shows. */
export type ResolvedWidget =
  | Of<'title'>
  | Of<'text'>
  | (Omit<Of<'numbers'>, 'series'> & { readonly numbers: readonly ResolvedNumber[] })
  | (Omit<Graph, 'series'> & {
      readonly unit: string;
      /** How the values of a period became one. */
      readonly statistic: Statistic;
      /** Whether it shows what is counted where it happens: nothing measured is good news then. */
      readonly isCounted: boolean;
      /** When the first period begins. */
      readonly from: InstantText;
      /** How long one value is drawn for; never shorter than `periodMinutes`, which one value is of. */
      readonly drawnMinutes: number;
      /** Whether each value is the worst period of those that it is drawn for, so that it can be held against the limit. */
      readonly isWorst: boolean;
      readonly lines: readonly ResolvedLine[];
    })
  | (Omit<Of<'ranking'>, 'series'> & { readonly unit: string; readonly ranks: readonly ResolvedNumber[] })
  | (Omit<Of<'alarms'>, 'ids'> & { readonly alarms: readonly ResolvedAlarm[] });

/** A dashboard with what it shows. */
export type ResolvedDashboard = Omit<DashboardDefinition, 'widgets'> & {
  readonly from: InstantText;
  readonly to: InstantText;
  readonly widgets: readonly ResolvedWidget[];
};

/** What there is to show. */
export type Measured = {
  readonly all: readonly RecordedSeries[];
  readonly alarms: readonly AlarmDefinition[];
  readonly sampling: Sampling;
};

/** Operators have names of their own; what else a line is called stands in its definition. */
const labelOf = ({ metric, of, label: defined }: Series, { label }: Source): string => {
  if (defined !== undefined || of === 'together' || dimensionOf(metric)?.name !== 'Operator') return label;
  return operatorCatalogue.find(({ code }) => code === label)?.name ?? 'Other operators';
};

const millisecondsPerMinute = 60_000;

/** Whole minutes since 1970, as measurements are kept. */
export const minuteOf = ({ epochMilliseconds }: Temporal.Instant): number =>
  Math.floor(epochMilliseconds / millisecondsPerMinute);

const instantText = (minute: number): InstantText =>
  toInstantText(Temporal.Instant.fromEpochMilliseconds(minute * millisecondsPerMinute));

/** Lengths that a day or a week is made of, shortest first. */
const niceMinutes: readonly number[] = [1, 5, 10, 15, 30, 60, 120, 180, 360, 720, 1440, 10_080];

/** More bars or points than these are a smear. */
const mostDrawn = { bars: 64, lines: 260 } as const;

const drawnMinutesOf = ({ kind, periodMinutes }: Graph, { from, to }: Range): number => {
  const minutes = minuteOf(to) - minuteOf(from);
  const longest = niceMinutes.at(-1) ?? periodMinutes;
  return niceMinutes.find((each) => each >= periodMinutes && minutes / each <= mostDrawn[kind]) ?? longest;
};

/** Periods begin where the last day of Brussels does: a bar is a day, save before the two days of a year that have other hours. */
const spanOf = ({ from, to }: Range, periodMinutes: number): Span => {
  const midnight = minuteOf(atLocalTime(localDateOf(to), '00:00'));
  const before = Math.floor((minuteOf(from) - midnight) / periodMinutes);
  const firstMinute = midnight + before * periodMinutes;
  return { firstMinute, periodMinutes, periods: Math.ceil((minuteOf(to) - firstMinute) / periodMinutes) };
};

const wholeOf = ({ firstMinute, periodMinutes, periods }: Span): Span => ({
  firstMinute,
  periodMinutes: periodMinutes * periods,
  periods: 1,
});

const inGroupsOf = (values: readonly (number | undefined)[], size: number): (number | undefined)[] =>
  Array.from({ length: Math.ceil(values.length / size) }, (_, group) => {
    const own = values.slice(group * size, (group + 1) * size).filter((value) => value !== undefined);
    return own.length === 0 ? undefined : Math.max(...own);
  });

const resolveGraph = (widget: Graph, range: Range, { all }: Measured): ResolvedWidget => {
  const { series, ...shown } = widget;
  const drawnMinutes = drawnMinutesOf(widget, range);
  const span = spanOf(range, drawnMinutes);
  // A limit is for one period: sums of longer times would cross it without anything being wrong.
  const isWorst =
    widget.limit !== undefined &&
    drawnMinutes > widget.periodMinutes &&
    series.some(({ statistic }) => statistic === 'Sum');
  const size = drawnMinutes / widget.periodMinutes;
  const fine = { ...span, periodMinutes: widget.periodMinutes, periods: span.periods * size };
  const valuesFor = (each: Series, source: Source) =>
    isWorst ? inGroupsOf(valuesOf(each, source, fine), size) : valuesOf(each, source, span);
  return {
    ...shown,
    unit: unitOf(series[0]?.metric ?? 'ApiCalls'),
    statistic: series[0]?.statistic ?? 'Sum',
    isCounted: series.every(({ metric }) => describedSeries(metric).kind === 'counter'),
    from: instantText(span.firstMinute),
    drawnMinutes,
    isWorst,
    lines: series.flatMap((each) =>
      sourcesOf(each, all).map((source) => ({
        label: labelOf(each, source),
        values: valuesFor(each, source).map((value) => value ?? null),
        measurements: countOf(source, span),
        isOneOfAll: each.of === 'each',
        total: each.statistic === 'Sum' ? (valuesOf(each, source, wholeOf(span))[0] ?? null) : null,
      })),
    ),
  };
};

/** One value for each series. */
const numbersOf = (series: readonly Series[], span: Span, { all }: Measured): readonly ResolvedNumber[] =>
  series.flatMap((each) =>
    sourcesOf(each, all).map((source) => ({
      label: labelOf(each, source),
      value: valuesOf(each, source, span)[0] ?? null,
      unit: unitOf(each.metric),
    })),
  );

const resolveRanking = (
  { series, ...shown }: Of<'ranking'>,
  range: Range,
  measured: Measured,
): ResolvedWidget => {
  const firstMinute = minuteOf(range.from);
  const span = { firstMinute, periodMinutes: Math.max(1, minuteOf(range.to) - firstMinute), periods: 1 };
  return {
    ...shown,
    unit: unitOf(series[0]?.metric ?? 'ApiCalls'),
    ranks: numbersOf(series, span, measured)
      .filter(({ value }) => value !== null && value > 0)
      .toSorted((one, other) => (other.value ?? 0) - (one.value ?? 0)),
  };
};

const resolveNumbers = (
  { series, ...shown }: Of<'numbers'>,
  { to }: Range,
  measured: Measured,
): ResolvedWidget => {
  const { periodMinutes } = shown;
  const span = { firstMinute: minuteOf(to) + 1 - periodMinutes, periodMinutes, periods: 1 };
  return { ...shown, numbers: numbersOf(series, span, measured) };
};

/** An alarm as it stands at the end of a time, with the times at which it was on within it. */
export const resolveAlarm = (
  alarm: AlarmDefinition,
  { from, to }: Range,
  { all, sampling }: Measured,
): ResolvedAlarm => {
  const { state, since, value, episodes } = judge(alarm, all, minuteOf(to), sampling);
  const { id, title, impact, severity, hurtsCustomers, threshold } = alarm;
  return {
    id,
    title,
    impact,
    severity,
    hurtsCustomers,
    anchor: anchorOf(alarm),
    state,
    since: since === undefined ? null : instantText(since),
    value: value ?? null,
    threshold,
    episodes: episodes
      .filter((episode) => episode.to > minuteOf(from))
      .map((episode) => ({
        from: instantText(Math.max(episode.from, minuteOf(from))),
        to: instantText(Math.min(episode.to, minuteOf(to))),
      })),
  };
};

const resolveWidget = (widget: Widget, range: Range, measured: Measured): ResolvedWidget => {
  switch (widget.kind) {
    case 'title':
    case 'text':
      return widget;
    case 'numbers':
      return resolveNumbers(widget, range, measured);
    case 'lines':
    case 'bars':
      return resolveGraph(widget, range, measured);
    case 'ranking':
      return resolveRanking(widget, range, measured);
    case 'alarms': {
      const { ids, ...shown } = widget;
      const own = measured.alarms.filter(({ id }) => ids.includes(id));
      return { ...shown, alarms: own.map((alarm) => resolveAlarm(alarm, range, measured)) };
    }
  }
};

/** A dashboard with what was measured in a time: what CloudWatch would draw of the same definition. */
export const resolveDashboard = (
  { widgets, ...shown }: DashboardDefinition,
  range: Range,
  measured: Measured,
): ResolvedDashboard => ({
  ...shown,
  from: toInstantText(range.from),
  to: toInstantText(range.to),
  widgets: widgets.map((widget) => resolveWidget(widget, range, measured)),
});

/** When the first measurement was made; undefined: there is none. */
export const firstMeasuredAt = (all: readonly RecordedSeries[]): Temporal.Instant | undefined => {
  const first = Math.min(...all.map(({ minutes }) => minutes[0]?.minute ?? Number.POSITIVE_INFINITY));
  return Number.isFinite(first)
    ? Temporal.Instant.fromEpochMilliseconds(first * millisecondsPerMinute)
    : undefined;
};
