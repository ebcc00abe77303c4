import * as z from 'zod';
import { readEnv } from '../runtime/env.ts';
import { lazy } from '../runtime/lazy.ts';

const waitEnv = z.object({ LONGEST_WAIT_SECONDS: z.coerce.number().pipe(z.int().min(1)) });

/** No wait of the machine is longer on this stage. */
export const longestWaitSeconds: () => number = lazy(() => readEnv(waitEnv).LONGEST_WAIT_SECONDS);
