import { realBusinessClock } from '../../aws/real-business-clock.ts';
import { realFeed } from '../../aws/real-event-feed.ts';
import { realEndpointMails, realLaneQueue } from '../../aws/real-queues.ts';
import { realReceivers } from '../../aws/real-receivers.ts';
import { realWebhookKey } from '../../aws/real-secrets.ts';
import { realTelemetry } from '../../aws/real-telemetry.ts';
import { realDeliveries, realEndpoints } from '../../aws/real-webhooks.ts';
import { newIds } from '../../runtime/new-id.ts';
import { systemClock } from '../../runtime/system-clock.ts';
import { newHandler } from '../../webhooks/deliver.queue.ts';
import { onBusinessClock } from '../on-business-clock.ts';

export const handler = onBusinessClock(newHandler, () => {
  const { now } = realBusinessClock();
  return {
    ...realTelemetry(),
    now,
    wallClock: systemClock,
    newId: newIds(now),
    feed: realFeed(),
    endpoints: realEndpoints(),
    deliveries: realDeliveries(),
    receivers: realReceivers(),
    webhookKey: realWebhookKey(),
    laneQueue: realLaneQueue(),
    endpointMails: realEndpointMails(),
    random: Math.random,
  };
});
