import type { Temporal } from 'temporal-polyfill';
import type { Now } from '../calendar/clock.ts';

type Refresh<Value> = {
  readonly read: () => Promise<Value>;
  readonly wallClock: Now;
  /** How long a value is used before it is read again; also how long after a failure the next try comes. */
  readonly freshSeconds: number;
  /** How long the last good value is used while it cannot be read again. Then it counts as unknown. */
  readonly usableSeconds: number;
  /** Told of each failure that a last good value covers up; nobody else would see it. */
  readonly onCovered: (error: unknown) => void;
};

type Kept<Value> = {
  readonly value: Value;
  readonly readAt: Temporal.Instant;
  readonly readAgainAt: Temporal.Instant;
};

const isBefore = (one: Temporal.Instant, other: Temporal.Instant): boolean =>
  one.epochMilliseconds < other.epochMilliseconds;

/**
 * A value that is kept elsewhere, read at most once per `freshSeconds` and by one reader at a time: everybody else waits
 * for that one. Rejects as `read` does when there is no good value to fall back on.
 */
export const refreshed = <Value>({
  read,
  wallClock,
  freshSeconds,
  usableSeconds,
  onCovered,
}: Refresh<Value>): (() => Promise<Value>) => {
  let kept: Kept<Value> | undefined;
  let reading: Promise<Value> | undefined;

  const readAgain = async (): Promise<Value> => {
    try {
      const value = await read();
      const readAt = wallClock();
      kept = { value, readAt, readAgainAt: readAt.add({ seconds: freshSeconds }) };
      return value;
    } catch (error) {
      const now = wallClock();
      if (kept === undefined || !isBefore(now, kept.readAt.add({ seconds: usableSeconds }))) throw error;
      onCovered(error);
      kept = { ...kept, readAgainAt: now.add({ seconds: freshSeconds }) };
      return kept.value;
    } finally {
      reading = undefined;
    }
  };

  return async () => {
    if (kept !== undefined && isBefore(wallClock(), kept.readAgainAt)) return kept.value;
    reading ??= readAgain();
    return reading;
  };
};
