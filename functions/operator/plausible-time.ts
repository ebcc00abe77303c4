import type { Temporal } from 'temporal-polyfill';
import { type InstantText, toInstantText } from '../calendar/clock.ts';
import type { Facts } from '../port-request/facts.ts';
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
