import * as z from 'zod';
import type { CallRate } from '../runtime/call-rate.ts';
import { readEnv } from '../runtime/env.ts';
import { lazy } from '../runtime/lazy.ts';
import { dynamoCallCounts } from './dynamo-call-counts.ts';
import { dynamoClient } from './dynamo-client.ts';

const callRateEnv = z.object({
  ANSWERS_TABLE: z.string().min(1),
  CALLS_PER_MINUTE: z.coerce.number().pipe(z.int().min(1)),
});

/** How many calls a tenant of this stage may make in a minute, counted in the table of remembered answers. */
export const realCallRate: () => CallRate = lazy(() => {
  const { ANSWERS_TABLE, CALLS_PER_MINUTE } = readEnv(callRateEnv);
  // One try: every call waits for its count, which is worth less than the call. A try whose answer was lost and that is sent
  // again would count twice, too.
  const client = dynamoClient({ maxAttempts: 1 });
  return {
    counts: dynamoCallCounts({ client, table: ANSWERS_TABLE }),
    callsPerMinute: CALLS_PER_MINUTE,
  };
});
