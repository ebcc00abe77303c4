import { realFacts } from '../../aws/real-facts.ts';
import { realMailLedger } from '../../aws/real-mail-ledger.ts';
import { realRequests } from '../../aws/real-records.ts';
import { realTelemetry } from '../../aws/real-telemetry.ts';
import { newHandler } from '../../correspondence/record-bounce.queue.ts';
import { onBusinessClock } from '../on-business-clock.ts';

export const handler = onBusinessClock(newHandler, () => ({
  ...realTelemetry(),
  ...realFacts(),
  requests: realRequests(),
  mailLedger: realMailLedger(),
}));
