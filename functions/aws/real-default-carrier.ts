import * as z from 'zod';
import { readEnv } from '../runtime/env.ts';
import { lazy } from '../runtime/lazy.ts';

const carrierEnv = z.object({ DEFAULT_CARRIER: z.string().min(1) });

/** The carrier that this stage's new requests go to. */
export const defaultCarrier: () => string = lazy(() => readEnv(carrierEnv).DEFAULT_CARRIER);
