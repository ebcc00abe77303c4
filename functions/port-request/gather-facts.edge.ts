import type { Now } from '../calendar/clock.ts';
import { type ClosedDays, workingCalendar } from '../calendar/working-calendar.ts';
import type { Facts } from './facts.ts';

/** What every decision is gathered from. */
export type FactsDeps = {
  readonly now: Now;
  readonly closedDays: () => Promise<ClosedDays>;
  readonly newId: Facts['newId'];
};

/** What a decision may know, as of this instant. */
export const gatherFacts = async ({ now, closedDays, newId }: FactsDeps): Promise<Facts> => ({
  now: now(),
  calendar: workingCalendar(await closedDays()),
  newId,
});
