import * as z from 'zod';
import { readEnv } from '../runtime/env.ts';
import { lazy } from '../runtime/lazy.ts';
import { systemClock } from '../runtime/system-clock.ts';
import { httpsReceivers, webhookTimeoutMilliseconds } from '../webhooks/https-receivers.edge.ts';
import type { Receivers } from '../webhooks/receivers.ts';

/** Absent everywhere but on the stage of the emulator: what is not said is not allowed. */
const receiversEnv = z.object({ RECEIVERS_ALLOW_LOOPBACK: z.literal('true').optional() });

/** Receivers on the internet, and nowhere else unless the stage says so: its own machine is the emulator's. */
export const realReceivers: () => Receivers = lazy(() =>
  httpsReceivers({
    clock: systemClock,
    timeoutMilliseconds: webhookTimeoutMilliseconds,
    allowsLoopback: readEnv(receiversEnv).RECEIVERS_ALLOW_LOOPBACK === 'true',
  }),
);
