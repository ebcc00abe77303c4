import { defaultCarrier } from '../../aws/real-default-carrier.ts';
import { realFacts } from '../../aws/real-facts.ts';
import { realRecords } from '../../aws/real-records.ts';
import { realTelemetry } from '../../aws/real-telemetry.ts';
import { newHandler } from '../../port-request/create.http.ts';
import { systemClock } from '../../runtime/system-clock.ts';
import { onBusinessClock } from '../on-business-clock.ts';

export const handler = onBusinessClock(newHandler, () => ({
  ...realTelemetry(),
  wallClock: systemClock,
  ...realFacts(),
  ...realRecords(),
  carrier: defaultCarrier(),
}));
