import { Temporal } from 'temporal-polyfill';
import { type InstantText, toInstantText } from '../calendar/clock.ts';
import { localDateOf } from '../calendar/local-date.ts';
import type { NumberItem } from '../numbers/number-item.ts';
import { firstNumbersOf, notWholeInRequest } from '../operator/named-numbers.ts';
import type { ProblemEntry } from '../problems/problem-entry.ts';
import { catchUp } from './catch-up.ts';
import { completed, doneIndexes } from './completed.ts';
import type { Content } from './content.ts';
import type { EnclosureContent } from './enclosure.ts';
import type { Facts } from './facts.ts';
import { failed } from './failed.ts';
import { currentAttempt, type PortRequest } from './port-request.ts';
import { type Decision, decided, type Recording, startRecording } from './recording.ts';
import { type Actor, type MoveName, mayMove } from './status.ts';
import { moveNotAllowed } from './submit.ts';

/** How a port can have ended in reality. */
export const outcomes = ['completed', 'failed'] as const;

/** What really happened to a port, as the desk learned it. */
export type Outcome = {
  readonly outcome: (typeof outcomes)[number];
  /** The numbers that moved; undefined: all of them. */
  readonly numbers: readonly NumberItem[] | undefined;
  readonly at: InstantText;
  /** For the desk only. */
  readonly reason: string;
};

const movesOf: Readonly<Record<Outcome['outcome'], readonly MoveName[]>> = {
  completed: ['complete', 'recordOutcome'],
  failed: ['fail'],
};

/** Nothing can have happened before the attempt was submitted, or after now. */
const implausibleTime = (at: InstantText, request: PortRequest, { now }: Facts): readonly ProblemEntry[] => {
  const submittedAt = currentAttempt(request)?.submittedAt ?? request.createdAt;
  if (at >= submittedAt && at <= toInstantText(now)) return [];
  const earliest = localDateOf(Temporal.Instant.from(submittedAt));
  return [{ code: 'time.implausible', pointer: '/at', parameters: { earliest } }];
};

/** Completes what was named beside what was confirmed before; the rest stays where it is. */
const complete = (
  recording: Recording,
  { numbers, at }: Outcome,
  note: EnclosureContent,
  facts: Facts,
  actor: Actor,
): Recording => {
  const { content, completedNumbers } = recording.after;
  const moved = {
    ...Object.fromEntries(firstNumbersOf(content.numbers, numbers).map((first) => [first, at])),
    ...completedNumbers,
  };
  const itemIndexes = doneIndexes(content.numbers, moved);
  const data = {
    outcome: 'completed',
    completed: itemIndexes.length,
    of: content.numbers.length,
    itemIndexes,
  };
  return completed(recording, { completedNumbers: moved, at, data, enclosure: note }, facts, actor);
};

/**
 * The desk records what really happened when no event could say it: the carrier went first, or reported to nobody. Completed
 * with all numbers or some, also after the window went by; or failed, and then no number moved, whatever was confirmed
 * before (assumption).
 * @param submitted the data its newest attempt was submitted with: what was ported is that, whatever was corrected since.
 */
export const recordOutcome = (
  request: PortRequest,
  told: Outcome,
  submitted: Content | undefined,
  facts: Facts,
  actor: Actor,
): Decision => {
  const caughtUp = catchUp(startRecording(request), facts);
  const recording =
    submitted === undefined || caughtUp.after.status !== 'expired'
      ? caughtUp
      : { ...caughtUp, after: { ...caughtUp.after, content: submitted } };
  const { after } = recording;
  if (!movesOf[told.outcome].some((move) => mayMove(move, after.status))) return moveNotAllowed(after, facts);
  const problems = [
    ...notWholeInRequest(after.content.numbers, told.numbers ?? [], '/numbers'),
    ...implausibleTime(told.at, after, facts),
  ];
  if (problems.length > 0) return { kind: 'refused', problems };
  const note = { kind: 'note', visibility: 'desk', text: told.reason } as const;
  if (told.outcome === 'completed') return decided(complete(recording, told, note, facts, actor));
  // The incident is for the reseller to read as well, so the desk's own reason is not its description.
  const entry = { data: { outcome: 'failed', at: told.at }, enclosure: note };
  return decided(failed(recording, '', facts, actor, entry));
};
