import { realBusinessClock } from '../../aws/real-business-clock.ts';
import { realReceivers } from '../../aws/real-receivers.ts';
import { realCursorKey, realWebhookKey } from '../../aws/real-secrets.ts';
import { realTelemetry } from '../../aws/real-telemetry.ts';
import { realDeliveries, realEndpointsWithAnswers } from '../../aws/real-webhooks.ts';
import { newIds } from '../../runtime/new-id.ts';
import { systemClock } from '../../runtime/system-clock.ts';
import { newHandler } from '../../webhooks/endpoints.http.ts';
import { onBusinessClock } from '../on-business-clock.ts';

export const handler = onBusinessClock(newHandler, () => {
  const { now } = realBusinessClock();
  return {
    ...realTelemetry(),
    now,
    wallClock: systemClock,
    newId: newIds(now),
    ...realEndpointsWithAnswers(),
    deliveries: realDeliveries(),
    receivers: realReceivers(),
    webhookKey: realWebhookKey(),
    cursorKey: realCursorKey(),
  };
});
