import * as z from 'zod';
import type { MandateFiles } from '../authorisation/mandate-files.ts';
import { readEnv } from '../runtime/env.ts';
import { lazy } from '../runtime/lazy.ts';
import { systemClock } from '../runtime/system-clock.ts';
import { mandateFilesClient, s3MandateFiles } from './s3-mandate-files.ts';

const env = z.object({ MANDATES_BUCKET: z.string().min(1) });

/** Where this stage keeps signed mandates. */
export const realMandateFiles: () => MandateFiles = lazy(() =>
  s3MandateFiles({
    client: mandateFilesClient(),
    bucket: readEnv(env).MANDATES_BUCKET,
    wallClock: systemClock,
  }),
);
