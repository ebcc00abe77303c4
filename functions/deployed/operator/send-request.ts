import { realCarrier } from '../../aws/real-carrier.ts';
import { realFacts } from '../../aws/real-facts.ts';
import { realLog } from '../../aws/real-log.ts';
import { realRequests } from '../../aws/real-records.ts';
import { newHandler } from '../../operator/send-request.task.ts';
import { onBusinessClock } from '../on-business-clock.ts';

export const handler = onBusinessClock(newHandler, () => ({
  log: realLog(),
  ...realFacts(),
  requests: realRequests(),
  carrierPort: realCarrier(),
}));
