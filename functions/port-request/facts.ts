import type { Temporal } from 'temporal-polyfill';
import type { WorkingCalendar } from '../calendar/working-calendar.ts';

/** The prefixes of ids: a port request, a history entry, an incident, an uploaded document. */
export type IdPrefix = 'prt' | 'evt' | 'inc' | 'doc';

/** What a decision may know besides the record: gathered by the caller, so that the decision itself stays pure. */
export type Facts = {
  readonly now: Temporal.Instant;
  readonly calendar: WorkingCalendar;
  /** A new id, `prt_…`: sorts by the time it was made, opaque to callers. */
  readonly newId: (prefix: IdPrefix) => string;
};
