import { realWakeUp } from '../../aws/real-lifecycle.ts';
import { realRequests } from '../../aws/real-records.ts';
import { realTelemetry } from '../../aws/real-telemetry.ts';
import { realWaits } from '../../aws/real-waits.ts';
import { newHandler } from '../../lifecycle/keep-task-token.task.ts';
import { lazy } from '../../runtime/lazy.ts';

export const handler = newHandler(
  lazy(() => ({
    ...realTelemetry(),
    requests: realRequests(),
    waits: realWaits(),
    lifecycle: realWakeUp(),
  })),
);
