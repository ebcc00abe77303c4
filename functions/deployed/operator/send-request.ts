import { realCarrier } from '../../aws/real-carrier.ts';
import { realFacts } from '../../aws/real-facts.ts';
import { realRequests } from '../../aws/real-records.ts';
import { realTelemetry } from '../../aws/real-telemetry.ts';
import { newHandler } from '../../operator/send-request.task.ts';
import { onBusinessClock } from '../on-business-clock.ts';

export const handler = onBusinessClock(newHandler, () => ({
  ...realTelemetry(),
  ...realFacts(),
  requests: realRequests(),
  carrierPort: realCarrier(),
}));
