import { newHandler } from '../../authorisation/number-list-letter.http.ts';
import { realRequests } from '../../aws/real-records.ts';
import { realTelemetry } from '../../aws/real-telemetry.ts';
import { lazy } from '../../runtime/lazy.ts';

export const handler = newHandler(
  lazy(() => ({
    ...realTelemetry(),
    requests: realRequests(),
  })),
);
