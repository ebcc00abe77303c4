import { readFileSync, writeFileSync } from 'node:fs';
import { gunzipSync, gzipSync } from 'node:zlib';
import type { InstantText } from '../../functions/calendar/clock.ts';
import type { RecordedSeries } from '../recorded-metrics.ts';

/** What a simulated month measured, as it is kept. */
export type MonthFile = {
  /** The days that are to be shown; those before only filled the world. */
  readonly from: InstantText;
  readonly to: InstantText;
  readonly samplesEveryMinutes: number;
  readonly recorded: readonly RecordedSeries[];
};

/** Writes it, packed. */
export const writeMonthFile = (path: string, month: MonthFile): void =>
  writeFileSync(path, gzipSync(JSON.stringify(month)));

/** Reads what was written. */
export const readMonthFile = (path: string): MonthFile =>
  JSON.parse(gunzipSync(readFileSync(path)).toString());
