import { realBusinessClock } from '../../aws/real-business-clock.ts';
import { realFacts } from '../../aws/real-facts.ts';
import { realLifecycle } from '../../aws/real-lifecycle.ts';
import { realMailLedger } from '../../aws/real-mail-ledger.ts';
import {
  realCarrierReports,
  realDueQueue,
  realEndpointMails,
  realErasures,
  realMailQueue,
  realPublications,
} from '../../aws/real-queues.ts';
import { realRequests } from '../../aws/real-records.ts';
import { realTelemetry } from '../../aws/real-telemetry.ts';
import { realOutbox, realStanding, realWaits } from '../../aws/real-waits.ts';
import { realEndpoints } from '../../aws/real-webhooks.ts';
import { newHandler } from '../../lifecycle/sweep.schedule.ts';
import { systemClock } from '../../runtime/system-clock.ts';
import { onBusinessClock } from '../on-business-clock.ts';

export const handler = onBusinessClock(newHandler, () => ({
  ...realTelemetry(),
  now: realBusinessClock().now,
  wallClock: systemClock,
  requests: realRequests(),
  closedDays: realFacts().closedDays,
  standing: realStanding(),
  outbox: realOutbox(),
  waits: realWaits(),
  lifecycle: realLifecycle(),
  mailLedger: realMailLedger(),
  mailQueue: realMailQueue(),
  endpointMails: realEndpointMails(),
  endpoints: realEndpoints(),
  erasures: realErasures(),
  carrierReports: realCarrierReports(),
  publications: realPublications(),
  dueQueue: realDueQueue(),
}));
