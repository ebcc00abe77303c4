import { Temporal } from 'temporal-polyfill';
import { type InstantText, toInstantText } from '../calendar/clock.ts';

/** How many calls each tenant has made. */
export interface CallCounts {
  /** Counts one more call of a tenant in a window, and answers how many it makes with this one. */
  readonly count: (tenant: string, window: CallWindow) => Promise<number>;
}

/** A minute in which calls are counted together; it ends with the instant at which the next one begins. */
export type CallWindow = { readonly startsAt: InstantText; readonly endsAt: Temporal.Instant };

/** How many calls each tenant may make in a minute, and where they are counted. */
export type CallRate = { readonly counts: CallCounts; readonly callsPerMinute: number };

const windowSeconds = 60;

/** The minute of the clock that an instant is in. */
export const callWindowAt = (now: Temporal.Instant): CallWindow => {
  const seconds = Math.floor(now.epochMilliseconds / 1000);
  const start = Temporal.Instant.fromEpochMilliseconds((seconds - (seconds % windowSeconds)) * 1000);
  return { startsAt: toInstantText(start), endsAt: start.add({ seconds: windowSeconds }) };
};

/**
 * Counts a call, and answers after how many whole seconds the tenant may call again; undefined where it may call now.
 * Windows are the minutes of the clock, not the last sixty seconds: whoever calls at the end of one and at the start of the next
 * is let in with twice the limit within moments. That is accepted, because the limit keeps one tenant from taking the
 * capacity of all, and the gateway's own throttle holds every second. Calls over the limit count too. The limit is an assumption.
 */
export const retryAfterSecondsOf = async (
  { counts, callsPerMinute }: CallRate,
  tenant: string,
  now: Temporal.Instant,
): Promise<number | undefined> => {
  const window = callWindowAt(now);
  const calls = await counts.count(tenant, window);
  // Rounded up: a caller that comes back a moment early would be refused again.
  return calls > callsPerMinute ? Math.ceil(now.until(window.endsAt).total('seconds')) : undefined;
};
