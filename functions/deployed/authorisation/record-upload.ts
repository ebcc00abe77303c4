import { newHandler } from '../../authorisation/record-upload.queue.ts';
import { realFacts } from '../../aws/real-facts.ts';
import { realErasures } from '../../aws/real-queues.ts';
import { realRequests } from '../../aws/real-records.ts';
import { realTelemetry } from '../../aws/real-telemetry.ts';
import { onBusinessClock } from '../on-business-clock.ts';

export const handler = onBusinessClock(newHandler, () => ({
  ...realTelemetry(),
  ...realFacts(),
  requests: realRequests(),
  erasures: realErasures(),
}));
