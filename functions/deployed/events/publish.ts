import { realFeed } from '../../aws/real-event-feed.ts';
import { realLaneQueue } from '../../aws/real-queues.ts';
import { realRequests } from '../../aws/real-records.ts';
import { realTelemetry } from '../../aws/real-telemetry.ts';
import { realEndpoints } from '../../aws/real-webhooks.ts';
import { newHandler } from '../../events/publish.queue.ts';
import { lazy } from '../../runtime/lazy.ts';
import { systemClock } from '../../runtime/system-clock.ts';

export const handler = newHandler(
  lazy(() => ({
    ...realTelemetry(),
    wallClock: systemClock,
    requests: realRequests(),
    feed: realFeed(),
    endpoints: realEndpoints(),
    laneQueue: realLaneQueue(),
  })),
);
