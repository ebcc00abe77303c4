import { mayRequestStartLink } from '../port-request/allowed-actions.ts';
import { catchUp } from '../port-request/catch-up.ts';
import type { Facts } from '../port-request/facts.ts';
import type { HistoryEntry } from '../port-request/history.ts';
import { currentAttempt, type PortRequest } from '../port-request/port-request.ts';
import { type Decision, decided, record, startRecording } from '../port-request/recording.ts';
import type { Actor } from '../port-request/status.ts';
import { moveNotAllowed } from '../port-request/submit.ts';

/**
 * How many new links the holders of locked ones can have mailed in one attempt; further ones come through the reseller
 * (assumption). A scanner that fills in fields locks each link it is mailed and presses the button behind it: without an
 * end to this, mail would follow mail.
 */
const maxLinksAskedFor = 3;

/** Whether a locked link of this attempt still has the button that mails a new one. */
export const mayAskForLink = (history: readonly HistoryEntry[], attempt: number): boolean =>
  history.filter(
    (entry) =>
      entry.type === 'port_request.start_link_renewed' &&
      entry.attempt === attempt &&
      entry.actor.kind === 'subscriber',
  ).length < maxLinksAskedFor;

/**
 * Has a new link mailed in the place of a locked one. The generation stays: a scanner may press the button of an old
 * mail, and the good link of a newer one must outlive that.
 */
export const replaceLockedLink = (request: PortRequest, facts: Facts, actor: Actor): Decision => {
  const recording = catchUp(startRecording(request), facts);
  const { after } = recording;
  const attempt = currentAttempt(after);
  if (attempt === undefined || !mayRequestStartLink(after)) return moveNotAllowed(after, facts);
  return decided(
    record(recording, facts, {
      type: 'port_request.start_link_renewed',
      actor,
      data: { generation: attempt.linkGeneration },
      request: after,
    }),
  );
};
