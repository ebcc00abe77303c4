import type { Temporal } from 'temporal-polyfill';
import * as z from 'zod';
import type { Now } from '../calendar/clock.ts';
import { readEnv } from '../runtime/env.ts';
import { lazy } from '../runtime/lazy.ts';
import { systemClock } from '../runtime/system-clock.ts';
import { dynamoBusinessClock } from './dynamo-business-clock.ts';
import { realTable } from './real-table.ts';

const clockEnv = z.object({ BUSINESS_CLOCK: z.enum(['system', 'movable']) });

type BusinessClock = {
  readonly now: Now;
  /** Reads where the clock was moved to; does nothing where it cannot be moved. */
  readonly refresh: () => Promise<void>;
};

const movable = (): BusinessClock => {
  const clock = dynamoBusinessClock(realTable());
  let movedTo: Temporal.Instant | undefined;
  return {
    now: () => movedTo ?? systemClock(),
    refresh: async () => {
      movedTo = await clock.read();
    },
  };
};

/** The clock by which customers count: the machine's, save on a stage for trying things out, where it can be moved. */
export const realBusinessClock: () => BusinessClock = lazy(() =>
  readEnv(clockEnv).BUSINESS_CLOCK === 'movable' ? movable() : { now: systemClock, refresh: async () => {} },
);
