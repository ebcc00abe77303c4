import { realBusinessClock } from '../../aws/real-business-clock.ts';
import { realDueQueue } from '../../aws/real-queues.ts';
import { realRequests } from '../../aws/real-records.ts';
import { realTelemetry } from '../../aws/real-telemetry.ts';
import { newHandler } from '../../window/look-for-due.schedule.ts';
import { onBusinessClock } from '../on-business-clock.ts';

export const handler = onBusinessClock(newHandler, () => ({
  ...realTelemetry(),
  now: realBusinessClock().now,
  requests: realRequests(),
  dueQueue: realDueQueue(),
}));
