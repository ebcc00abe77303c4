import * as z from 'zod';
import { measured } from '../metrics/metrics.ts';
import { changeRequest } from '../port-request/change.ts';
import { type FactsDeps, gatherFacts } from '../port-request/gather-facts.edge.ts';
import type { PortRequests } from '../port-request/port-requests.ts';
import { decided, record, startRecording } from '../port-request/recording.ts';
import { theClock } from '../port-request/status.ts';
import { task } from '../runtime/task.ts';
import type { Telemetry } from '../runtime/telemetry.ts';
import { attemptStep } from './attempt-step.ts';

type FailureDeps = FactsDeps &
  Telemetry & {
    readonly requests: PortRequests;
    readonly longestWaitSeconds: number;
  };

/** The wait before the first retry; each further one of a series is twice as long. */
const firstRetrySeconds = 60;

const longestRetrySeconds = 3600;

/** Logged when a step of the machine has failed, time and again, for minutes. */
export class LifecycleStepFailedError extends Error {
  override readonly name = 'LifecycleStepFailedError';
}

/**
 * Answers: who learns that a step of the machine keeps failing, and when is it tried again? Every failure is logged; the
 * first of a series stands in the history, so that an outage of a day is one entry and not hundreds.
 */
export const newHandler = (deps: () => FailureDeps) =>
  task(
    {
      name: 'record-failure',
      input: attemptStep.extend({
        failedStep: z.string().max(100),
        failure: z.string().max(200),
        /** Failures of this series before this one. */
        failures: z.int().min(0),
      }),
      output: z.object({ retryInSeconds: z.int().min(1) }),
    },
    deps,
    async (real, { portRequestId, attempt, failedStep, failure, failures }) => {
      real.metrics.put([measured('LifecycleStepFailures', {})]);
      real.log.error(
        'lifecycle.step_failed',
        { portRequestId, attempt, failedStep, failure, failures },
        new LifecycleStepFailedError(`${failedStep} failed: ${failure}`),
      );
      if (failures === 0) {
        const facts = await gatherFacts(real);
        await changeRequest(real.requests, portRequestId, (request) =>
          decided(
            record(startRecording(request), facts, {
              type: 'port_request.noted',
              actor: theClock,
              data: { code: 'lifecycle_step_failed', step: failedStep },
              request,
            }),
          ),
        );
      }
      return {
        retryInSeconds: Math.min(
          firstRetrySeconds * 2 ** Math.min(failures, 10),
          longestRetrySeconds,
          real.longestWaitSeconds,
        ),
      };
    },
  );
