import type { FactsDeps } from '../port-request/gather-facts.edge.ts';
import { lazy } from '../runtime/lazy.ts';
import { newIds } from '../runtime/new-id.ts';
import { systemClock } from '../runtime/system-clock.ts';
import { dynamoClosedDays } from './dynamo-closed-days.ts';
import { notingLastGoodValue } from './last-good-value.ts';
import { realBusinessClock } from './real-business-clock.ts';
import { realTable } from './real-table.ts';
import { realTelemetry } from './real-telemetry.ts';

/** What decisions are gathered from: the business clock, new ids, the closed days of this stage. */
export const realFacts: () => FactsDeps = lazy(() => {
  const { now } = realBusinessClock();
  return {
    now,
    newId: newIds(now),
    closedDays: dynamoClosedDays({
      table: realTable(),
      wallClock: systemClock,
      onCovered: notingLastGoodValue(realTelemetry(), 'closed-days'),
    }),
  };
});
