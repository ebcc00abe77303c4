import { catchUp } from '../port-request/catch-up.ts';
import type { Enclosure } from '../port-request/enclosure.ts';
import type { Facts } from '../port-request/facts.ts';
import type { PortRequest } from '../port-request/port-request.ts';
import { type Decision, decided, record, startRecording } from '../port-request/recording.ts';
import type { Actor } from '../port-request/status.ts';
import type { OperatorEvent } from './operator-event.ts';

/** An event that was refused, as it came. */
export type RefusedEvent = {
  readonly event: OperatorEvent;
  readonly webhookId: string;
  readonly body: unknown;
  /** Why: a code of the problem catalogue. */
  readonly code: string;
};

/**
 * More than a request plausibly has: a sender that runs wild must not fill its record (assumption). As many of the largest
 * bodies still fit into one answer of a function, 6 MB.
 */
const mostKept = 50;

const isKept = (enclosure: Enclosure, { webhookId, code }: RefusedEvent): boolean =>
  enclosure.kind === 'refused_event' && enclosure.webhookId === webhookId && enclosure.code === code;

/**
 * Keeps an event that was refused for the desk, since it may say what really happened. Its retry, refused for the same
 * reason, is kept no second time. Nothing is kept with a request whose personal data were erased.
 * @param enclosures what is kept with the request so far.
 */
export const keepRefusedEvent = (
  request: PortRequest,
  refused: RefusedEvent,
  enclosures: readonly Enclosure[],
  facts: Facts,
  actor: Actor,
): Decision => {
  const kept = enclosures.filter(({ kind }) => kind === 'refused_event');
  if (request.erasedAt !== null || kept.length >= mostKept || kept.some((each) => isKept(each, refused)))
    return { kind: 'nothing_new', request };
  const recording = catchUp(startRecording(request), facts);
  const { event, webhookId, body, code } = refused;
  const { type, attempt } = event;
  return decided(
    record(recording, facts, {
      type: 'port_request.operator_event_refused',
      actor,
      data: { type, attempt, code, webhookId },
      enclosure: { kind: 'refused_event', webhookId, type, attempt, code, body },
      request: recording.after,
    }),
  );
};
