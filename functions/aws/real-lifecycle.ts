import * as z from 'zod';
import type { Lifecycle } from '../lifecycle/lifecycle.ts';
import { readEnv } from '../runtime/env.ts';
import { lazy } from '../runtime/lazy.ts';
import { statesClient, statesLifecycle, statesWakeUp } from './states-lifecycle.ts';

const machineEnv = z.object({ STATE_MACHINE_ARN: z.string().min(1) });

/** The state machine of this stage. */
export const realLifecycle: () => Lifecycle = lazy(() =>
  statesLifecycle({ client: statesClient(), stateMachineArn: readEnv(machineEnv).STATE_MACHINE_ARN }),
);

/** Ends waits of the machine, for the function that its own states call: the machine cannot be named to it before it is made. */
export const realWakeUp: () => Pick<Lifecycle, 'wake'> = lazy(() => statesWakeUp(statesClient()));
