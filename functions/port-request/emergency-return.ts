import { Temporal } from 'temporal-polyfill';
import { toInstantText } from '../calendar/clock.ts';
import { catchUp } from './catch-up.ts';
import type { Facts } from './facts.ts';
import { type Attempt, currentAttempt, type PortRequest } from './port-request.ts';
import { rulesOfVersion } from './porting-rules.ts';
import { type Decision, decided, record, startRecording } from './recording.ts';
import type { Actor } from './status.ts';
import { moveNotAllowed } from './submit.ts';

/** Whether the numbers of a completed port can still be asked back. */
const isInTime = ({ completedAt, rulesVersion }: Attempt, now: Temporal.Instant): boolean => {
  if (completedAt === null) return false;
  const { emergencyReturnHours } = rulesOfVersion(rulesVersion);
  const until = Temporal.Instant.from(completedAt).add({ hours: emergencyReturnHours });
  return Temporal.Instant.compare(now, until) <= 0;
};

/**
 * Asks the carrier to take the numbers of a port back that went badly wrong: within 24 hours after its completion, and
 * once (assumption). The request stays completed; the carrier's answer is noted in the return.
 */
export const requestReturn = (request: PortRequest, reason: string, facts: Facts, actor: Actor): Decision => {
  const recording = catchUp(startRecording(request), facts);
  const { after } = recording;
  const attempt = currentAttempt(after);
  const mayBeAsked =
    after.status === 'completed' &&
    after.emergencyReturn === null &&
    attempt !== undefined &&
    isInTime(attempt, facts.now);
  if (!mayBeAsked) return moveNotAllowed(after, facts);
  return decided(
    record(recording, facts, {
      type: 'port_request.return_requested',
      actor,
      data: { completedAt: attempt.completedAt },
      request: {
        ...after,
        emergencyReturn: { requestedAt: toInstantText(facts.now), reason, status: 'requested' },
      },
    }),
  );
};
