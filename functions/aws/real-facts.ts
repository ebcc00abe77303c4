import type { FactsDeps } from '../port-request/gather-facts.edge.ts';
import { lazy } from '../runtime/lazy.ts';
import { newIds } from '../runtime/new-id.ts';
import { systemClock } from '../runtime/system-clock.ts';
import { dynamoClosedDays } from './dynamo-closed-days.ts';
import { realBusinessClock } from './real-business-clock.ts';
import { realLog } from './real-log.ts';
import { realTable } from './real-table.ts';

/** What decisions are gathered from: the business clock, new ids, the closed days of this stage. */
export const realFacts: () => FactsDeps = lazy(() => {
  const { now } = realBusinessClock();
  return {
    now,
    newId: newIds(now),
    closedDays: dynamoClosedDays({
      table: realTable(),
      wallClock: systemClock,
      onCovered: (error) => realLog().error('setting.not_refreshed', { setting: 'closed-days' }, error),
    }),
  };
});
