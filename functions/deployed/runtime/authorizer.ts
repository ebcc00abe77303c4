import { realCallRate } from '../../aws/real-call-rate.ts';
import { realLog } from '../../aws/real-log.ts';
import { newHandler } from '../../runtime/authorizer.ts';
import { lazy } from '../../runtime/lazy.ts';
import { remoteIssuer } from '../../runtime/remote-issuer.ts';
import { systemClock } from '../../runtime/system-clock.ts';

export const handler = newHandler(
  lazy(() => ({
    log: realLog(),
    tokenIssuer: remoteIssuer(),
    wallClock: systemClock,
    callRate: realCallRate(),
  })),
);
