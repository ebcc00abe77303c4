import * as z from 'zod';
import { changeRequest } from '../port-request/change.ts';
import { type FactsDeps, gatherFacts } from '../port-request/port-request.edge.ts';
import type { PortRequests } from '../port-request/port-requests.ts';
import { decided, record, startRecording } from '../port-request/recording.ts';
import { theClock } from '../port-request/status.ts';
import type { Log } from '../runtime/log.ts';
import { task } from '../runtime/task.ts';
import { attemptStep } from './attempt-step.ts';

type FailureDeps = FactsDeps & { readonly log: Log; readonly requests: PortRequests };

/**
 * Answers: who learns that a step of the machine failed for good? The history does, and through it the desk; the machine
 * itself waits and tries again.
 */
export const newHandler = (deps: () => FailureDeps) =>
  task(
    {
      name: 'record-failure',
      input: attemptStep.extend({ failure: z.string().max(200) }),
      output: z.void(),
    },
    deps,
    async (real, { portRequestId, attempt, failure }) => {
      real.log.error('lifecycle.step_failed', { portRequestId, attempt, failure }, new Error(failure));
      const facts = await gatherFacts(real);
      await changeRequest(real.requests, portRequestId, (request) =>
        decided(
          record(startRecording(request), facts, {
            type: 'port_request.noted',
            actor: theClock,
            data: { code: 'lifecycle_step_failed', failure },
            request,
          }),
        ),
      );
    },
  );
