import { realCarrier } from '../../aws/real-carrier.ts';
import { realRequests } from '../../aws/real-records.ts';
import { realTelemetry } from '../../aws/real-telemetry.ts';
import { newHandler } from '../../operator/report-to-carrier.queue.ts';
import { lazy } from '../../runtime/lazy.ts';

export const handler = newHandler(
  lazy(() => ({ ...realTelemetry(), requests: realRequests(), carrierPort: realCarrier() })),
);
