import { toInstantText } from '../calendar/clock.ts';
import type { Facts } from '../port-request/facts.ts';
import { withAttempt } from '../port-request/port-request.ts';
import { type Recording, record } from '../port-request/recording.ts';
import { type Actor, mayMove } from '../port-request/status.ts';

/** The carrier has taken the request over; also recorded first when an answer overtakes that message. */
export const accept = (recording: Recording, facts: Facts, actor: Actor): Recording =>
  mayMove('accept', recording.after.status)
    ? record(recording, facts, {
        type: 'port_request.sent_to_operator',
        actor,
        request: {
          ...withAttempt(recording.after, { sentAt: toInstantText(facts.now) }),
          status: 'awaiting_answer',
        },
      })
    : recording;
