import { realFacts } from '../../aws/real-facts.ts';
import { realLog } from '../../aws/real-log.ts';
import { realMailLedger } from '../../aws/real-mail-ledger.ts';
import { realRequests } from '../../aws/real-records.ts';
import { newHandler } from '../../correspondence/record-bounce.queue.ts';
import { onBusinessClock } from '../on-business-clock.ts';

export const handler = onBusinessClock(newHandler, () => ({
  log: realLog(),
  ...realFacts(),
  requests: realRequests(),
  mailLedger: realMailLedger(),
}));
