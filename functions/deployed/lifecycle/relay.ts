import { realLifecycle } from '../../aws/real-lifecycle.ts';
import { realCarrierReports, realErasures, realMailQueue, realPublications } from '../../aws/real-queues.ts';
import { realRequests } from '../../aws/real-records.ts';
import { realTelemetry } from '../../aws/real-telemetry.ts';
import { realOutbox, realWaits } from '../../aws/real-waits.ts';
import { newHandler } from '../../lifecycle/relay.stream.ts';
import { lazy } from '../../runtime/lazy.ts';

export const handler = newHandler(
  lazy(() => ({
    ...realTelemetry(),
    lifecycle: realLifecycle(),
    waits: realWaits(),
    outbox: realOutbox(),
    mailQueue: realMailQueue(),
    erasures: realErasures(),
    carrierReports: realCarrierReports(),
    publications: realPublications(),
    requests: realRequests(),
  })),
);
