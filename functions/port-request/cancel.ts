import { toInstantText } from '../calendar/clock.ts';
import { settleUnfinishedPort } from '../incidents/escalation.ts';
import { catchUp } from './catch-up.ts';
import type { Facts } from './facts.ts';
import { currentAttempt, type PortRequest, withAttempt } from './port-request.ts';
import { type Decision, decided, record, startRecording } from './recording.ts';
import { type Actor, mayMove } from './status.ts';
import { moveNotAllowed } from './submit.ts';

/** Cancels a request for good, in every status before the start. The numbers stay where they are. */
export const cancel = (request: PortRequest, reason: string | null, facts: Facts, actor: Actor): Decision => {
  const recording = catchUp(startRecording(request), facts);
  const { after } = recording;
  if (!mayMove('cancel', after.status)) return moveNotAllowed(after, facts);
  const at = toInstantText(facts.now);
  // A rejected or expired attempt is closed already and keeps the outcome it had.
  const isOpen = currentAttempt(after)?.outcome === null;
  const cancelled = record(recording, facts, {
    type: 'port_request.cancelled',
    actor,
    data: { fromStatus: after.status },
    request: {
      ...(isOpen ? withAttempt(after, { closedAt: at, outcome: 'cancelled' }) : after),
      status: 'cancelled',
      cancellation: { at, by: actor.kind, reason },
    },
  });
  return decided(settleUnfinishedPort(cancelled, facts));
};
