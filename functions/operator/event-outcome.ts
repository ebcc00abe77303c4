import { type Decision, decided, type Recording } from '../port-request/recording.ts';
import type { ProblemEntry } from '../problems/problem-entry.ts';

/** What an event that fits does: `applied` changed the request, `recorded` only noted, or its data is refused. */
export type EventOutcome =
  | { readonly kind: 'answered'; readonly outcome: 'applied' | 'recorded'; readonly decision: Decision }
  | { readonly kind: 'refused'; readonly problems: readonly ProblemEntry[] };

/** The event changed the request. */
export const applied = (recording: Recording): EventOutcome => ({
  kind: 'answered',
  outcome: 'applied',
  decision: decided(recording),
});

/** The event was noted, if at all. */
export const recorded = (recording: Recording): EventOutcome => ({
  kind: 'answered',
  outcome: 'recorded',
  decision: decided(recording),
});

/** The event was noted only, unless it is what showed that the operator has the request. */
export const noted = (recording: Recording): EventOutcome =>
  recording.before?.status === recording.after.status ? recorded(recording) : applied(recording);
