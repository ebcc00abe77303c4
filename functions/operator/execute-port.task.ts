import * as z from 'zod';
import { attemptStep, readAttempt } from '../lifecycle/attempt-step.ts';
import { startMarkOf } from '../lifecycle/next-step.ts';
import { startNumberOf } from '../port-request/port-request.ts';
import type { PortRequests } from '../port-request/port-requests.ts';
import { task } from '../runtime/task.ts';
import type { Telemetry } from '../runtime/telemetry.ts';
import { type TellCarrierDeps, tellCarrier } from './tell-carrier.ts';

type ExecuteDeps = Telemetry & TellCarrierDeps & { readonly requests: PortRequests };

/** Answers: does the carrier know that the port was started? The interruption begins with this message. */
export const newHandler = (deps: () => ExecuteDeps) =>
  task(
    {
      name: 'execute-port',
      input: attemptStep,
      output: z.object({ startedAt: z.string().describe('The mark of the start, as the machine keeps it') }),
    },
    deps,
    async (real, step) => {
      const { request, attempt } = await readAttempt(real.requests, step);
      // Rolled back meanwhile: there is no start to tell of, and the next decision sees that.
      if (attempt.startedAt === null) return { startedAt: '' };
      await tellCarrier(real, {
        type: 'port.started',
        carrier: request.carrier,
        portRequestId: request.id,
        attempt: attempt.number,
        body: { startedAt: attempt.startedAt, start: startNumberOf(attempt) },
      });
      return { startedAt: startMarkOf(attempt) };
    },
  );
