import { realLog } from '../../aws/real-log.ts';
import { realRecords } from '../../aws/real-records.ts';
import { newHandler } from '../../numbers/number-checks.http.ts';
import { lazy } from '../../runtime/lazy.ts';
import { systemClock } from '../../runtime/system-clock.ts';

export const handler = newHandler(
  lazy(() => ({
    log: realLog(),
    wallClock: systemClock,
    ...realRecords(),
  })),
);
