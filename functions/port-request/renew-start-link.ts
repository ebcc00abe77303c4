import { mayRequestStartLink } from './allowed-actions.ts';
import { catchUp } from './catch-up.ts';
import type { Facts } from './facts.ts';
import { currentAttempt, type PortRequest, withAttempt } from './port-request.ts';
import { type Decision, decided, record, startRecording } from './recording.ts';
import type { Actor } from './status.ts';
import { moveNotAllowed } from './submit.ts';

/** Voids every start link mailed so far and has a new one mailed: a new generation of links. */
export const renewStartLink = (request: PortRequest, facts: Facts, actor: Actor): Decision => {
  const recording = catchUp(startRecording(request), facts);
  const { after } = recording;
  const attempt = currentAttempt(after);
  if (attempt === undefined || !mayRequestStartLink(after)) return moveNotAllowed(after, facts);
  const linkGeneration = attempt.linkGeneration + 1;
  return decided(
    record(recording, facts, {
      type: 'port_request.start_link_renewed',
      actor,
      data: { generation: linkGeneration },
      request: withAttempt(after, { linkGeneration }),
    }),
  );
};
