import * as z from 'zod';
import { readEnv } from '../runtime/env.ts';
import { lazy } from '../runtime/lazy.ts';
import { type Log, structuredLog } from '../runtime/log.ts';

const logEnv = z.object({
  /** Set by Lambda. */
  AWS_LAMBDA_FUNCTION_NAME: z.string().min(1),
  LOG_LEVEL: z.enum(['INFO', 'ERROR']),
});

/** The function's own log, by the name it was deployed under. */
export const realLog: () => Log = lazy(() => {
  const env = readEnv(logEnv);
  return structuredLog(env.AWS_LAMBDA_FUNCTION_NAME, env.LOG_LEVEL);
});
