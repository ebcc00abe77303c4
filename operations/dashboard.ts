import type { Series } from './series.ts';

/** A part of a dashboard. Widths are in 24ths of the page, as CloudWatch counts. */
export type Widget =
  /** A heading, with one sentence that says what the row below answers. */
  | { readonly kind: 'title'; readonly title: string; readonly explains: string }
  /** What is normal, and what to do when it is not; Markdown. */
  | { readonly kind: 'text'; readonly markdown: string; readonly width: number }
  /** The newest value of each series, large. */
  | {
      readonly kind: 'numbers';
      readonly title: string;
      /** What is normal, in a few words: stands with the title. */
      readonly normal: string;
      readonly series: readonly Series[];
      readonly periodMinutes: number;
      readonly width: number;
    }
  /** Series over time, as lines or as stacked bars. */
  | {
      readonly kind: 'lines' | 'bars';
      readonly title: string;
      readonly normal: string;
      readonly series: readonly Series[];
      readonly periodMinutes: number;
      readonly width: number;
      /** A value above which something is wrong, drawn across. */
      readonly limit?: { readonly value: number; readonly label: string };
    }
  /** One value of each series for the whole time shown (its statistic over all of it), largest first, as bars. */
  | {
      readonly kind: 'ranking';
      readonly title: string;
      readonly normal: string;
      readonly series: readonly Series[];
      readonly width: number;
    }
  /** The state of alarms, by their ids. */
  | {
      readonly kind: 'alarms';
      readonly title: string;
      readonly ids: readonly string[];
      readonly width: number;
    };

/** A page that somebody looks at, and whom it is for. */
export type DashboardDefinition = {
  readonly id: 'desk' | 'operations' | 'customer-impact';
  readonly title: string;
  /** Who looks at it, and which question it answers. */
  readonly purpose: string;
  /** From left to right and from top to bottom; a row is full at 24. */
  readonly widgets: readonly Widget[];
};
