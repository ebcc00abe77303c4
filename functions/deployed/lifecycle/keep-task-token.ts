import { realWakeUp } from '../../aws/real-lifecycle.ts';
import { realLog } from '../../aws/real-log.ts';
import { realRequests } from '../../aws/real-records.ts';
import { realWaits } from '../../aws/real-waits.ts';
import { newHandler } from '../../lifecycle/keep-task-token.task.ts';
import { lazy } from '../../runtime/lazy.ts';

export const handler = newHandler(
  lazy(() => ({
    log: realLog(),
    requests: realRequests(),
    waits: realWaits(),
    lifecycle: realWakeUp(),
  })),
);
