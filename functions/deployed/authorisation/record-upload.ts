import { newHandler } from '../../authorisation/record-upload.queue.ts';
import { realFacts } from '../../aws/real-facts.ts';
import { realLog } from '../../aws/real-log.ts';
import { realErasures } from '../../aws/real-queues.ts';
import { realRequests } from '../../aws/real-records.ts';
import { onBusinessClock } from '../on-business-clock.ts';

export const handler = onBusinessClock(newHandler, () => ({
  log: realLog(),
  ...realFacts(),
  requests: realRequests(),
  erasures: realErasures(),
}));
