import * as z from 'zod';
import { doWhatIsDue } from '../port-request/do-what-is-due.ts';
import { type FactsDeps, gatherFacts } from '../port-request/gather-facts.edge.ts';
import type { PortRequests } from '../port-request/port-requests.ts';
import type { Telemetry } from '../runtime/telemetry.ts';
import { queue } from '../runtime/work.ts';

type DueDeps = FactsDeps & Telemetry & { readonly requests: PortRequests };

/** Does to one request what is due: opens, reminds, closes, records an overdue answer. A second message finds nothing. */
export const newHandler = (deps: () => DueDeps) =>
  queue(
    { name: 'do-what-is-due', message: z.object({ portRequestId: z.string() }) },
    deps,
    async (real, { portRequestId }) => {
      await doWhatIsDue(real.requests, portRequestId, await gatherFacts(real));
    },
  );
