import { realBusinessClock } from '../../aws/real-business-clock.ts';
import { realLifecycle } from '../../aws/real-lifecycle.ts';
import {
  realCarrierReports,
  realDueQueue,
  realErasures,
  realMailQueue,
  realPublications,
} from '../../aws/real-queues.ts';
import { realRequests } from '../../aws/real-records.ts';
import { realTelemetry } from '../../aws/real-telemetry.ts';
import { realOutbox, realWaits } from '../../aws/real-waits.ts';
import { newHandler } from '../../lifecycle/sweep.schedule.ts';
import { systemClock } from '../../runtime/system-clock.ts';
import { onBusinessClock } from '../on-business-clock.ts';

export const handler = onBusinessClock(newHandler, () => ({
  ...realTelemetry(),
  now: realBusinessClock().now,
  wallClock: systemClock,
  requests: realRequests(),
  outbox: realOutbox(),
  waits: realWaits(),
  lifecycle: realLifecycle(),
  mailQueue: realMailQueue(),
  erasures: realErasures(),
  carrierReports: realCarrierReports(),
  publications: realPublications(),
  dueQueue: realDueQueue(),
}));
