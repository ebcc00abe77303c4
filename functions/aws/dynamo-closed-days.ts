import { ConditionalCheckFailedException, PutItemCommand } from '@aws-sdk/client-dynamodb';
import * as z from 'zod';
import type { LocalDate, Now } from '../calendar/clock.ts';
import {
  type Announcement,
  announced,
  type ClosedDay,
  type ClosedDays,
  closedDaysOf,
  noClosedDays,
} from '../calendar/working-calendar.ts';
import { localDate } from '../port-request/field-schemas.ts';
import { type Item, keys, readItem, type Table, text } from './dynamo-items.ts';
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

const readStored = (table: Table): Promise<Item | undefined> =>
  readSetting(settingName, () => readItem(table, keys.closedDays));

/** Checked, because somebody may have written it by hand. */
const closedDaysIn = (item: Item | undefined): ClosedDays =>
  item === undefined
    ? noClosedDays
    : closedDaysOf(parseSetting(settingName, item['days']?.S ?? '', z.array(closedDay), ['date', 'name']));

/**
 * The days Fonzer has announced as closed, as they stand now: an item of the records table whose `days` is a JSON list of
 * `{ "date": "2026-05-15", "name"?: … }`. None are announced as long as there is no such item.
 * @throws UnavailableError · SettingUnreadableError
 */
export const readClosedDays = async (table: Table): Promise<ClosedDays> =>
  closedDaysIn(await readStored(table));

/** The closed days as functions count with them: read again after a minute, and the last good list while that fails. */
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
  refreshed({ wallClock, freshSeconds, usableSeconds, onCovered, read: () => readClosedDays(table) });

/** `overtaken`: somebody else wrote the list since it was read. Nothing was written, and the day may be announced again. */
export type WrittenAnnouncement = Announcement | { readonly kind: 'overtaken' };

/**
 * Announces a closed day: reads the list, checks the day against it, and writes it with the day in it unless somebody else
 * wrote it meanwhile, whose day would be lost. A list that cannot be read is never written over.
 * @throws UnavailableError · SettingUnreadableError
 */
export const announceClosedDay = async (
  table: Table,
  day: ClosedDay,
  today: LocalDate,
): Promise<WrittenAnnouncement> => {
  const stored = await readStored(table);
  const announcement = announced(closedDaysIn(stored), day, today);
  if (announcement.kind !== 'announced') return announcement;
  const read = stored?.['days'];
  try {
    await table.client.send(
      new PutItemCommand({
        TableName: table.table,
        Item: { ...keys.closedDays, days: text(JSON.stringify(announcement.closedDays.days)) },
        ...(read === undefined
          ? { ConditionExpression: 'attribute_not_exists(pk)' }
          : { ConditionExpression: 'days = :read', ExpressionAttributeValues: { ':read': read } }),
      }),
    );
  } catch (error) {
    if (error instanceof ConditionalCheckFailedException) return { kind: 'overtaken' };
    throw error;
  }
  return announcement;
};
