import { newHandler } from '../../authorisation/mandate.http.ts';
import { realBusinessClock } from '../../aws/real-business-clock.ts';
import { realRequests } from '../../aws/real-records.ts';
import { realTelemetry } from '../../aws/real-telemetry.ts';
import { onBusinessClock } from '../on-business-clock.ts';

export const handler = onBusinessClock(newHandler, () => ({
  ...realTelemetry(),
  now: realBusinessClock().now,
  requests: realRequests(),
}));
