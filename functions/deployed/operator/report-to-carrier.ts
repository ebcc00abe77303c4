import { realCarrier } from '../../aws/real-carrier.ts';
import { realLog } from '../../aws/real-log.ts';
import { realRequests } from '../../aws/real-records.ts';
import { newHandler } from '../../operator/report-to-carrier.queue.ts';
import { lazy } from '../../runtime/lazy.ts';

export const handler = newHandler(
  lazy(() => ({ log: realLog(), requests: realRequests(), carrierPort: realCarrier() })),
);
