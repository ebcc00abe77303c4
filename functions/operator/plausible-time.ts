import type { Temporal } from 'temporal-polyfill';
import { type InstantText, type LocalDate, toInstantText } from '../calendar/clock.ts';
import { addDays, compareDates, localDateOf } from '../calendar/local-date.ts';
import type { Facts } from '../port-request/facts.ts';
import { currentRules } from '../port-request/porting-rules.ts';
import type { ProblemEntry } from '../problems/problem-entry.ts';

/** How far the operator's clock may be off before a time is taken for a slip of the pen (assumption). */
const plausibleHours = 24;

/** A time long before it can have been, or far ahead, would be told to the customer and counted as lateness. */
export const implausibleTime = (
  completedAt: InstantText,
  notBefore: Temporal.Instant,
  { now }: Facts,
): readonly ProblemEntry[] => {
  const isPlausible =
    completedAt >= toInstantText(notBefore.subtract({ hours: plausibleHours })) &&
    completedAt <= toInstantText(now.add({ hours: plausibleHours }));
  return isPlausible ? [] : [{ code: 'time.implausible', pointer: '/data/completedAt' }];
};

/** A day further ahead than any port may be asked for is a slip that would hold the numbers for years (assumption). */
export const implausibleDay = (
  day: LocalDate | null | undefined,
  pointer: string,
  { now }: Facts,
): readonly ProblemEntry[] => {
  const latest = addDays(localDateOf(now), currentRules.maxLeadDays);
  return day === null || day === undefined || compareDates(day, latest) <= 0
    ? []
    : [{ code: 'time.implausible', pointer }];
};
