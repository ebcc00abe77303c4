import { realFacts } from '../../aws/real-facts.ts';
import { realLog } from '../../aws/real-log.ts';
import { longestWaitSeconds } from '../../aws/real-longest-wait.ts';
import { realRequests } from '../../aws/real-records.ts';
import { newHandler } from '../../lifecycle/decide-next-step.task.ts';
import { onBusinessClock } from '../on-business-clock.ts';

export const handler = onBusinessClock(newHandler, () => ({
  log: realLog(),
  ...realFacts(),
  requests: realRequests(),
  longestWaitSeconds: longestWaitSeconds(),
}));
