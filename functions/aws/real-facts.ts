import * as z from 'zod';
import type { FactsDeps } from '../port-request/gather-facts.edge.ts';
import { readEnv } from '../runtime/env.ts';
import { lazy } from '../runtime/lazy.ts';
import { newIds } from '../runtime/new-id.ts';
import { systemClock } from '../runtime/system-clock.ts';
import { parameterClosedDays, parametersClient } from './closed-days.ts';
import { realBusinessClock } from './real-business-clock.ts';
import { realLog } from './real-log.ts';

const closedDaysEnv = z.object({ CLOSED_DAYS_PARAMETER: z.string().min(1) });

/** What decisions are gathered from: the business clock, new ids, the closed days of this stage. */
export const realFacts: () => FactsDeps = lazy(() => {
  const { now } = realBusinessClock();
  return {
    now,
    newId: newIds(now),
    closedDays: parameterClosedDays({
      client: parametersClient(),
      parameterName: readEnv(closedDaysEnv).CLOSED_DAYS_PARAMETER,
      wallClock: systemClock,
      onCovered: (error) => realLog().error('setting.not_refreshed', { setting: 'closed-days' }, error),
    }),
  };
});
