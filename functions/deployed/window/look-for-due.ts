import { realBusinessClock } from '../../aws/real-business-clock.ts';
import { realLog } from '../../aws/real-log.ts';
import { realDueQueue } from '../../aws/real-queues.ts';
import { realRequests } from '../../aws/real-records.ts';
import { newHandler } from '../../window/look-for-due.schedule.ts';
import { onBusinessClock } from '../on-business-clock.ts';

export const handler = onBusinessClock(newHandler, () => ({
  log: realLog(),
  now: realBusinessClock().now,
  requests: realRequests(),
  dueQueue: realDueQueue(),
}));
