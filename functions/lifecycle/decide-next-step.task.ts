import * as z from 'zod';
import { doWhatIsDue } from '../port-request/do-what-is-due.ts';
import { nextDueAt } from '../port-request/due.ts';
import { type FactsDeps, gatherFacts } from '../port-request/gather-facts.edge.ts';
import type { PortRequests } from '../port-request/port-requests.ts';
import { task } from '../runtime/task.ts';
import type { Telemetry } from '../runtime/telemetry.ts';
import { attemptStep, readAttempt } from './attempt-step.ts';
import { lifecycleDecisionOf, lifecycleDecisions, waitSecondsOf } from './next-step.ts';

type DecideDeps = FactsDeps &
  Telemetry & {
    readonly requests: PortRequests;
    /** No wait is longer: whoever wakes only looks again, and a moved clock is seen this soon. */
    readonly longestWaitSeconds: number;
  };

/** Answers: what does this attempt need now? Does what is due first, so a wait never ends in the past. */
export const newHandler = (deps: () => DecideDeps) =>
  task(
    {
      name: 'decide-next-step',
      input: attemptStep.extend({ toldOfStart: z.string() }),
      output: z.object({
        decision: z.enum(lifecycleDecisions),
        waitSeconds: z.int().min(1),
        seenVersion: z.int(),
      }),
    },
    deps,
    async (real, step) => {
      const facts = await gatherFacts(real);
      await doWhatIsDue(real.requests, step.portRequestId, facts);
      const { request, attempt } = await readAttempt(real.requests, step);
      const decision = lifecycleDecisionOf(request, attempt, step.toldOfStart);
      return {
        decision,
        // Counted anew: a closed day added since has moved what the record's index still says.
        waitSeconds: waitSecondsOf(
          nextDueAt(request, facts.calendar),
          decision,
          facts.now,
          real.longestWaitSeconds,
        ),
        seenVersion: request.version,
      };
    },
  );
