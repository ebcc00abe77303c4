import { Temporal } from 'temporal-polyfill';
import { completed, doneIndexes } from '../port-request/completed.ts';
import type { Facts } from '../port-request/facts.ts';
import { type Attempt, currentAttempt, type PortRequest } from '../port-request/port-request.ts';
import { type Recording, record } from '../port-request/recording.ts';
import type { Actor } from '../port-request/status.ts';
import { applied, type EventOutcome, recorded } from './event-outcome.ts';
import { firstNumbers, firstNumbersOf, notWholeInRequest, readNamedItem } from './named-numbers.ts';
import type { DataOf } from './operator-event.ts';
import { implausibleTime } from './plausible-time.ts';

type Completion = DataOf<'port.completed'>;

/** Numbers are confirmed at Fonzer; the port is completed with the last of them. */
export const complete = (
  recording: Recording,
  data: Completion,
  facts: Facts,
  actor: Actor,
): EventOutcome => {
  const { after } = recording;
  const wanted = after.content.numbers;
  const named = data.numbers?.map(readNamedItem);
  const problems = [
    ...notWholeInRequest(wanted, named ?? [], '/data/numbers'),
    ...implausibleTime(
      data.completedAt,
      Temporal.Instant.from(currentAttempt(after)?.startedAt ?? data.completedAt),
      facts,
    ),
  ];
  if (problems.length > 0) return { kind: 'refused', problems };
  const newlyDone = firstNumbersOf(wanted, named).filter(
    (first) => after.completedNumbers[first] === undefined,
  );
  const completedNumbers = {
    ...after.completedNumbers,
    ...Object.fromEntries(newlyDone.map((first) => [first, data.completedAt])),
  };
  const itemIndexes = doneIndexes(wanted, completedNumbers);
  const isDone = itemIndexes.length === firstNumbers(wanted).length;
  if (!isDone && newlyDone.length === 0) return recorded(recording);
  return applied(
    isDone
      ? completed(recording, { completedNumbers, at: data.completedAt }, facts, actor)
      : record(recording, facts, {
          type: 'port_request.partly_completed',
          actor,
          // Positions, since a history holds no phone number; the numbers of an open attempt do not change.
          data: { completed: itemIndexes.length, of: wanted.length, itemIndexes },
          request: { ...after, completedNumbers },
        }),
  );
};

/** Whether this is about a start that was rolled back since: it contradicts the roll-back, and completes no later start. */
export const precedesFailure = ({ failedStarts }: Attempt, { completedAt }: Completion): boolean => {
  const last = failedStarts.at(-1);
  return last !== undefined && completedAt < last.failedAt;
};

/** Whether this was reported already: the whole at that time, or the part before the whole was done. */
export const repeatsCompletion = (
  request: PortRequest,
  attempt: Attempt,
  { completedAt, numbers }: Completion,
): boolean => {
  if (attempt.outcome !== 'completed') return false;
  if (attempt.completedAt === completedAt) return true;
  const parts = firstNumbersOf(request.content.numbers, numbers?.map(readNamedItem));
  return parts.length > 0 && parts.every((first) => request.completedNumbers[first] === completedAt);
};
