import * as z from 'zod';
import type { Attempt, PortRequest } from '../port-request/port-request.ts';
import type { PortRequests } from '../port-request/port-requests.ts';

/** What every step of the machine is given: ids only, since the record is read anew each time. */
export const attemptStep = z.object({ portRequestId: z.string(), attempt: z.int().min(1) });

export type AttemptStep = z.infer<typeof attemptStep>;

/** Thrown when the machine names a request or attempt that is not in the records. */
export class AttemptNotFoundError extends Error {
  override readonly name = 'AttemptNotFoundError';
}

/** The attempt of a request as it was read. @throws AttemptNotFoundError */
export const attemptOf = (request: PortRequest | undefined, step: AttemptStep): Attempt => {
  const attempt = request?.attempts.find(({ number }) => number === step.attempt);
  if (attempt === undefined)
    throw new AttemptNotFoundError(`No attempt ${step.attempt} of ${step.portRequestId}`);
  return attempt;
};

/** The request and the attempt of a step. @throws AttemptNotFoundError */
export const readAttempt = async (
  requests: PortRequests,
  step: AttemptStep,
): Promise<{ readonly request: PortRequest; readonly attempt: Attempt }> => {
  const request = await requests.find(step.portRequestId);
  const attempt = attemptOf(request, step);
  if (request === undefined) throw new AttemptNotFoundError(`No ${step.portRequestId}`);
  return { request, attempt };
};
