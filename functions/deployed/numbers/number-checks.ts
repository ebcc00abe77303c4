import { realRecords } from '../../aws/real-records.ts';
import { realTelemetry } from '../../aws/real-telemetry.ts';
import { newHandler } from '../../numbers/number-checks.http.ts';
import { lazy } from '../../runtime/lazy.ts';
import { systemClock } from '../../runtime/system-clock.ts';

export const handler = newHandler(
  lazy(() => ({
    ...realTelemetry(),
    wallClock: systemClock,
    ...realRecords(),
  })),
);
