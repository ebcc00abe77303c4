import { isFinallyRejected } from '../port-request/allowed-actions.ts';
import { catchUp } from '../port-request/catch-up.ts';
import type { Facts } from '../port-request/facts.ts';
import type { PortRequest } from '../port-request/port-request.ts';
import { type Decision, decided, record, startRecording } from '../port-request/recording.ts';
import type { Actor } from '../port-request/status.ts';
import { moveNotAllowed } from '../port-request/submit.ts';
import { erasureOf } from './erase.ts';

/** Whether nothing can happen to a request any more for which a person would have to be known. */
const isOver = (request: PortRequest): boolean =>
  request.status === 'completed' || request.status === 'cancelled' || isFinallyRejected(request);

/**
 * Erases a request at once, because its subscriber asked for it (assumption: the right to it is the desk's to judge). One that
 * is still open has to be cancelled first. Doing it again changes nothing.
 */
export const eraseNow = (request: PortRequest, facts: Facts, actor: Actor): Decision => {
  const recording = catchUp(startRecording(request), facts);
  const { after } = recording;
  if (!isOver(after)) return moveNotAllowed(after, facts);
  return decided(
    after.erasedAt === null ? record(recording, facts, erasureOf(after, facts, actor)) : recording,
  );
};
