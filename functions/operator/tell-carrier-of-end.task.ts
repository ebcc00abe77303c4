import * as z from 'zod';
import { attemptStep, readAttempt } from '../lifecycle/attempt-step.ts';
import type { AttemptOutcome } from '../port-request/port-request.ts';
import type { PortRequests } from '../port-request/port-requests.ts';
import { task } from '../runtime/task.ts';
import type { Telemetry } from '../runtime/telemetry.ts';
import type { CarrierMessageType } from './carrier.ts';
import { type TellCarrierDeps, tellCarrier } from './tell-carrier.ts';

/** The ends the carrier does not know of by itself: it told us of a rejection, and of a completion. */
const messageOf: Readonly<Record<AttemptOutcome, CarrierMessageType | null>> = {
  cancelled: 'request.cancelled',
  expired: 'request.expired',
  replanned: 'request.replanned',
  rejected: null,
  completed: null,
};

type EndDeps = Telemetry & TellCarrierDeps & { readonly requests: PortRequests };

/**
 * Answers: does the carrier know that this attempt is over? It is told if it took the attempt over, or may have: a message
 * can reach it though its acceptance was never recorded, and an order that lives on there would move cancelled numbers.
 * That a cancellation too many harms nobody is an assumption.
 */
export const newHandler = (deps: () => EndDeps) =>
  task(
    {
      name: 'tell-carrier-of-end',
      input: attemptStep.extend({
        /** Whether sending the attempt was begun, however it ended. */
        mayBeAtCarrier: z.boolean(),
      }),
      output: z.void(),
    },
    deps,
    async (real, { mayBeAtCarrier, ...step }) => {
      const { request, attempt } = await readAttempt(real.requests, step);
      const type = attempt.outcome && messageOf[attempt.outcome];
      if (type === null || (attempt.sentAt === null && !mayBeAtCarrier)) return;
      await tellCarrier(real, {
        type,
        carrier: request.carrier,
        portRequestId: request.id,
        attempt: attempt.number,
        body: { closedAt: attempt.closedAt, operatorReference: attempt.operatorReference },
      });
    },
  );
