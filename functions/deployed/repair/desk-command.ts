import { realDeadLetters } from '../../aws/real-dead-letters.ts';
import { realFeed } from '../../aws/real-event-feed.ts';
import { realFacts } from '../../aws/real-facts.ts';
import { realLifecycle } from '../../aws/real-lifecycle.ts';
import { realMailLedger } from '../../aws/real-mail-ledger.ts';
import { realMailQueue } from '../../aws/real-queues.ts';
import { realRequests } from '../../aws/real-records.ts';
import { realTelemetry } from '../../aws/real-telemetry.ts';
import { realOutbox, realWaits } from '../../aws/real-waits.ts';
import { realDeliveries, realEndpoints } from '../../aws/real-webhooks.ts';
import { newHandler } from '../../repair/desk-command.task.ts';
import { systemClock } from '../../runtime/system-clock.ts';
import { onBusinessClock } from '../on-business-clock.ts';

export const handler = onBusinessClock(newHandler, () => ({
  ...realTelemetry(),
  ...realFacts(),
  wallClock: systemClock,
  requests: realRequests(),
  waits: realWaits(),
  lifecycle: realLifecycle(),
  mailLedger: realMailLedger(),
  mailQueue: realMailQueue(),
  outbox: realOutbox(),
  feed: realFeed(),
  endpoints: realEndpoints(),
  deliveries: realDeliveries(),
  deadLetters: realDeadLetters(),
}));
