import type { InstantText } from '../calendar/clock.ts';
import type { Facts } from '../port-request/facts.ts';
import { failed } from '../port-request/failed.ts';
import type { Attempt, PortRequest } from '../port-request/port-request.ts';
import type { Recording } from '../port-request/recording.ts';
import type { Actor } from '../port-request/status.ts';
import { applied, type EventOutcome } from './event-outcome.ts';
import type { DataOf } from './operator-event.ts';

/** The carrier rolled the port back: no number moved, and it can be started again while its window lasts (assumption). */
export const fail = (
  recording: Recording,
  { reason }: DataOf<'port.failed'>,
  facts: Facts,
  actor: Actor,
): EventOutcome => applied(failed(recording, reason, facts, actor));

/** A roll-back moves no number; of a port of which some were confirmed, the desk finds out what is true. */
export const mayHaveFailed = ({ completedNumbers }: PortRequest): boolean =>
  Object.keys(completedNumbers).length === 0;

/**
 * Whether this failure was recorded already: nothing has been started since, or it happened before what was. Else a repeat
 * that comes late would roll back the next start.
 */
export const repeatsFailure = ({ failedStarts, startedAt }: Attempt, occurredAt: InstantText): boolean => {
  const last = failedStarts.at(-1);
  return last !== undefined && (startedAt === null || occurredAt < startedAt || occurredAt <= last.failedAt);
};
