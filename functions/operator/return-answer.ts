import { Temporal } from 'temporal-polyfill';
import type { Facts } from '../port-request/facts.ts';
import type { EmergencyReturn, PortRequest } from '../port-request/port-request.ts';
import { type Recording, record } from '../port-request/recording.ts';
import type { Actor } from '../port-request/status.ts';
import { applied, type EventOutcome } from './event-outcome.ts';
import type { DataOf, OperatorEvent } from './operator-event.ts';
import { implausibleTime } from './plausible-time.ts';

type ReturnEvent = Extract<OperatorEvent, { type: 'return.completed' | 'return.refused' }>;

/** The return as this answer leaves it. */
const statusAfter = {
  'return.completed': 'completed',
  'return.refused': 'refused',
} as const satisfies Record<ReturnEvent['type'], EmergencyReturn['status']>;

/** Whether numbers were asked back and nobody has answered yet. */
export const awaitsReturn = ({ status, emergencyReturn }: PortRequest): boolean =>
  status === 'completed' && emergencyReturn?.status === 'requested';

/** Whether the return was answered like this already; when it was done makes no other answer. */
export const repeatsReturn = ({ emergencyReturn }: PortRequest, { type }: ReturnEvent): boolean =>
  emergencyReturn?.status === statusAfter[type];

const answered = (
  recording: Recording,
  emergencyReturn: EmergencyReturn,
  type: ReturnEvent['type'],
): PortRequest => ({
  ...recording.after,
  emergencyReturn: { ...emergencyReturn, status: statusAfter[type] },
});

const takeBack = (
  recording: Recording,
  asked: EmergencyReturn,
  { completedAt }: DataOf<'return.completed'>,
  facts: Facts,
  actor: Actor,
): EventOutcome => {
  const problems = implausibleTime(completedAt, Temporal.Instant.from(asked.requestedAt), facts);
  if (problems.length > 0) return { kind: 'refused', problems };
  return applied(
    record(recording, facts, {
      type: 'port_request.return_completed',
      actor,
      data: { completedAt },
      request: answered(recording, asked, 'return.completed'),
    }),
  );
};

/**
 * The carrier answers the return that was asked for: the numbers are back, or will not come. The port stays completed
 * (assumption). Why it refuses is a note for the desk.
 */
export const answerReturn = (
  recording: Recording,
  asked: EmergencyReturn,
  event: ReturnEvent,
  facts: Facts,
  actor: Actor,
): EventOutcome => {
  if (event.type === 'return.completed') return takeBack(recording, asked, event.data, facts, actor);
  return applied(
    record(recording, facts, {
      type: 'port_request.return_refused',
      actor,
      enclosure: { kind: 'note', visibility: 'desk', text: event.data.reason },
      request: answered(recording, asked, event.type),
    }),
  );
};
