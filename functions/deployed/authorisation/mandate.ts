import { newHandler } from '../../authorisation/mandate.http.ts';
import { realBusinessClock } from '../../aws/real-business-clock.ts';
import { realLog } from '../../aws/real-log.ts';
import { realRequests } from '../../aws/real-records.ts';
import { onBusinessClock } from '../on-business-clock.ts';

export const handler = onBusinessClock(newHandler, () => ({
  log: realLog(),
  now: realBusinessClock().now,
  requests: realRequests(),
}));
