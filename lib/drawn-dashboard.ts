import { Duration } from 'aws-cdk-lib';
import {
  type Alarm,
  AlarmStatusWidget,
  Color,
  GraphWidget,
  GraphWidgetView,
  type IWidget,
  SingleValueWidget,
  TextWidget,
} from 'aws-cdk-lib/aws-cloudwatch';
import type { DashboardDefinition, Widget } from '../operations/dashboard.ts';
import { type AnyMetricName, unitOf } from '../operations/series.ts';
import { UnwatchableSeriesError, type WatchedSeries } from './watched-series.ts';

const fullWidth = 24;

/** In the rows of the page. */
const heights = { title: 2, graph: 6, numbers: 4 } as const;

/** Of a ranking: its bars are of the whole time shown, whatever the period of what they are made from. */
const rankedPeriod = Duration.days(1);

const widthOf = (widget: Widget): number => (widget.kind === 'title' ? fullWidth : widget.width);

/** What a graph is, and what it looks like when all is well. */
const titleOf = ({ title, normal }: { readonly title: string; readonly normal: string }): string =>
  `${title} (normal: ${normal})`;

/** Alarms in a grid, some four in a row of half the page. */
const alarmsHeight = (alarms: number, width: number): number => 1 + Math.ceil(alarms / Math.ceil(width / 3));

/** What a dashboard is drawn with. */
export type Drawing = {
  readonly series: WatchedSeries;
  readonly alarms: ReadonlyMap<string, Alarm>;
};

const alarmOf = ({ alarms }: Drawing, id: string): Alarm => {
  const alarm = alarms.get(id);
  if (alarm === undefined) throw new UnwatchableSeriesError(`There is no alarm ${id}`);
  return alarm;
};

const axisOf = (metric: AnyMetricName | undefined) => ({
  min: 0,
  showUnits: false,
  ...(metric === undefined ? {} : { label: unitOf(metric) }),
});

const drawn = (drawing: Drawing, widget: Widget): IWidget => {
  switch (widget.kind) {
    case 'title':
      return new TextWidget({
        markdown: `## ${widget.title}\n${widget.explains}`,
        width: fullWidth,
        height: heights.title,
      });
    case 'text':
      return new TextWidget({ markdown: widget.markdown, width: widget.width, height: heights.graph });
    case 'alarms':
      return new AlarmStatusWidget({
        title: widget.title,
        alarms: widget.ids.map((id) => alarmOf(drawing, id)),
        width: widget.width,
        height: alarmsHeight(widget.ids.length, widget.width),
      });
    case 'numbers': {
      const period = Duration.minutes(widget.periodMinutes);
      return new SingleValueWidget({
        title: titleOf(widget),
        metrics: widget.series.flatMap((series) => drawing.series.lines(series, period)),
        period,
        width: widget.width,
        height: heights.numbers,
      });
    }
    case 'ranking':
      return new GraphWidget({
        title: titleOf(widget),
        view: GraphWidgetView.BAR,
        left: widget.series.flatMap((series) => drawing.series.ranked(series, rankedPeriod)),
        setPeriodToTimeRange: true,
        width: widget.width,
        height: heights.graph,
      });
    case 'lines':
    case 'bars': {
      const period = Duration.minutes(widget.periodMinutes);
      return new GraphWidget({
        title: titleOf(widget),
        left: widget.series.flatMap((series) => drawing.series.lines(series, period)),
        leftYAxis: axisOf(widget.series[0]?.metric),
        // CloudWatch has no bars over time: stacked, the whole is as high as the bars would be.
        stacked: widget.kind === 'bars',
        period,
        leftAnnotations: widget.limit === undefined ? [] : [{ ...widget.limit, color: Color.RED }],
        width: widget.width,
        height: heights.graph,
      });
    }
  }
};

/** The widgets of a dashboard in rows, none wider than the page. */
export const rowsOf = (drawing: Drawing, { widgets }: DashboardDefinition): IWidget[][] => {
  const rows: IWidget[][] = [];
  let width = fullWidth;
  for (const widget of widgets) {
    width += widthOf(widget);
    if (width > fullWidth) {
      rows.push([]);
      width = widthOf(widget);
    }
    rows.at(-1)?.push(drawn(drawing, widget));
  }
  return rows;
};
