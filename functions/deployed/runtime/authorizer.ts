import { realCallRate } from '../../aws/real-call-rate.ts';
import { realTelemetry } from '../../aws/real-telemetry.ts';
import { newHandler } from '../../runtime/authorizer.ts';
import { lazy } from '../../runtime/lazy.ts';
import { remoteIssuer } from '../../runtime/remote-issuer.ts';
import { systemClock } from '../../runtime/system-clock.ts';

export const handler = newHandler(
  lazy(() => ({
    ...realTelemetry(),
    tokenIssuer: remoteIssuer(),
    wallClock: systemClock,
    callRate: realCallRate(),
  })),
);
