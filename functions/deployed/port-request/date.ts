import { realFacts } from '../../aws/real-facts.ts';
import { realLog } from '../../aws/real-log.ts';
import { realRecords } from '../../aws/real-records.ts';
import { newHandler } from '../../port-request/date.http.ts';
import { systemClock } from '../../runtime/system-clock.ts';
import { onBusinessClock } from '../on-business-clock.ts';

export const handler = onBusinessClock(newHandler, () => ({
  log: realLog(),
  wallClock: systemClock,
  ...realFacts(),
  ...realRecords(),
}));
