import * as z from 'zod';
import { attemptStep, readAttempt } from '../lifecycle/attempt-step.ts';
import { changeRequest } from '../port-request/change.ts';
import { type FactsDeps, gatherFacts } from '../port-request/gather-facts.edge.ts';
import { currentAttempt } from '../port-request/port-request.ts';
import type { PortRequests } from '../port-request/port-requests.ts';
import { decided, startRecording } from '../port-request/recording.ts';
import { task } from '../runtime/task.ts';
import type { Telemetry } from '../runtime/telemetry.ts';
import { accept } from './acceptance.ts';
import { orderOf } from './carrier.ts';
import { type TellCarrierDeps, tellCarrier } from './tell-carrier.ts';

type SendDeps = FactsDeps & Telemetry & TellCarrierDeps & { readonly requests: PortRequests };

/**
 * Answers: has the carrier taken the request over? Sends the attempt, then records it as with the operator. If the record
 * cannot be written the next try sends again, which the carrier recognises.
 */
export const newHandler = (deps: () => SendDeps) =>
  task({ name: 'send-request', input: attemptStep, output: z.void() }, deps, async (real, step) => {
    const { request, attempt } = await readAttempt(real.requests, step);
    if (request.status !== 'submitted' || attempt.outcome !== null) return;
    await tellCarrier(real, {
      type: 'request.submitted',
      carrier: request.carrier,
      portRequestId: request.id,
      attempt: attempt.number,
      body: orderOf(request, attempt),
    });
    const facts = await gatherFacts(real);
    await changeRequest(real.requests, request.id, (found) =>
      // Refused and submitted again while it was being sent: the new attempt has not been sent by this.
      currentAttempt(found)?.number === attempt.number
        ? decided(accept(startRecording(found), facts, { kind: 'carrier', id: found.carrier }))
        : { kind: 'nothing_new', request: found },
    );
  });
