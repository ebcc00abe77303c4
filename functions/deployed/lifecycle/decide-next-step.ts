import { realFacts } from '../../aws/real-facts.ts';
import { longestWaitSeconds } from '../../aws/real-longest-wait.ts';
import { realRequests } from '../../aws/real-records.ts';
import { realTelemetry } from '../../aws/real-telemetry.ts';
import { newHandler } from '../../lifecycle/decide-next-step.task.ts';
import { onBusinessClock } from '../on-business-clock.ts';

export const handler = onBusinessClock(newHandler, () => ({
  ...realTelemetry(),
  ...realFacts(),
  requests: realRequests(),
  longestWaitSeconds: longestWaitSeconds(),
}));
