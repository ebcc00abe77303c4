import { realLaneQueue } from '../../aws/real-queues.ts';
import { realTelemetry } from '../../aws/real-telemetry.ts';
import { realDeliveries } from '../../aws/real-webhooks.ts';
import { lazy } from '../../runtime/lazy.ts';
import { systemClock } from '../../runtime/system-clock.ts';
import { newHandler } from '../../webhooks/sweep-lanes.schedule.ts';

export const handler = newHandler(
  lazy(() => ({
    ...realTelemetry(),
    wallClock: systemClock,
    deliveries: realDeliveries(),
    laneQueue: realLaneQueue(),
  })),
);
