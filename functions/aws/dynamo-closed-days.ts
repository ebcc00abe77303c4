import * as z from 'zod';
import type { Now } from '../calendar/clock.ts';
import { type ClosedDays, noClosedDays } from '../calendar/working-calendar.ts';
import { localDate } from '../port-request/field-schemas.ts';
import { keys, readItem, type Table } from './dynamo-items.ts';
import { refreshed } from './refreshed-value.ts';
import { parseSetting, readSetting } from './stored-setting.ts';

const closedDay = z
  .strictObject({ date: localDate, name: z.string().min(1).optional() })
  .transform(({ date, name }) => (name === undefined ? { date } : { date, name }));

/** How long after its announcement a closed day may still be counted as a working day. */
const freshSeconds = 60;

/** How long the list is used while it cannot be read: a day that is missing from an old list is the smaller harm. */
const usableSeconds = 3600;

const settingName = 'The list of closed days';

/**
 * The days Fonzer has announced as closed: an item of the records table whose `days` is a JSON list of
 * `{ "date": "2026-05-15", "name"?: … }`, written by hand and therefore checked. The list only grows, so its length is its
 * version. None are announced as long as there is no such item.
 */
export const dynamoClosedDays = ({
  table,
  wallClock,
  onCovered,
}: {
  readonly table: Table;
  readonly wallClock: Now;
  /** Told of a failure while the last good list is still used. */
  readonly onCovered: (error: unknown) => void;
}): (() => Promise<ClosedDays>) =>
  refreshed({
    wallClock,
    freshSeconds,
    usableSeconds,
    onCovered,
    read: async () => {
      const item = await readSetting(settingName, () => readItem(table, keys.closedDays));
      if (item === undefined) return noClosedDays;
      const days = parseSetting(settingName, item['days']?.S ?? '', z.array(closedDay), ['date', 'name']);
      return { version: `closed-days-${days.length}`, days };
    },
  });
