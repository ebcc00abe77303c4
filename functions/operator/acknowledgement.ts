import type { Facts } from '../port-request/facts.ts';
import { type Attempt, withAttempt } from '../port-request/port-request.ts';
import { type Recording, record } from '../port-request/recording.ts';
import type { Actor } from '../port-request/status.ts';
import { type EventOutcome, noted } from './event-outcome.ts';
import type { DataOf } from './operator-event.ts';

/** Noted only, unless it is what shows that the operator has the request. */
export const acknowledge = (
  recording: Recording,
  { operatorReference }: DataOf<'request.acknowledged'>,
  facts: Facts,
  actor: Actor,
): EventOutcome =>
  noted(
    record(recording, facts, {
      type: 'port_request.acknowledged',
      actor,
      request: withAttempt(recording.after, { operatorReference }),
    }),
  );

/** Whether the attempt was acknowledged under this reference already. */
export const repeatsAcknowledgement = (
  attempt: Attempt,
  { operatorReference }: DataOf<'request.acknowledged'>,
): boolean => attempt.operatorReference === operatorReference;
