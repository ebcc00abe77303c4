import { Temporal } from 'temporal-polyfill';
import { type InstantText, toInstantText } from '../calendar/clock.ts';
import { readNumberItem } from '../numbers/number-item.ts';
import type { Facts } from '../port-request/facts.ts';
import { firstNumberOf } from '../port-request/main-number.ts';
import { type Attempt, currentAttempt, type PortRequest, withAttempt } from '../port-request/port-request.ts';
import { type Recording, record } from '../port-request/recording.ts';
import type { Actor } from '../port-request/status.ts';
import type { ProblemEntry } from '../problems/problem-entry.ts';
import { applied, type EventOutcome, recorded } from './event-outcome.ts';
import { firstNumbers, firstNumbersOf, notWholeInRequest } from './named-numbers.ts';
import type { OperatorEvent } from './operator-event.ts';

type Completion = Extract<OperatorEvent, { type: 'port.completed' }>['data'];

/** How far the operator's clock may be off before a time is taken for a slip of the pen (assumption). */
const plausibleHours = 24;

/** A time long before the start, or far ahead, would be told to the customer and counted as lateness. */
const implausibleTime = (
  attempt: Attempt | undefined,
  completedAt: InstantText,
  { now }: Facts,
): readonly ProblemEntry[] => {
  const startedAt = Temporal.Instant.from(attempt?.startedAt ?? completedAt);
  const isPlausible =
    completedAt >= toInstantText(startedAt.subtract({ hours: plausibleHours })) &&
    completedAt <= toInstantText(now.add({ hours: plausibleHours }));
  return isPlausible ? [] : [{ code: 'time.implausible', pointer: '/data/completedAt' }];
};

/** Numbers are confirmed at Fonzer; the port is completed with the last of them. */
export const complete = (
  recording: Recording,
  data: Completion,
  facts: Facts,
  actor: Actor,
): EventOutcome => {
  const { after } = recording;
  const wanted = after.content.numbers;
  const named = data.numbers?.map(readNumberItem);
  const problems = [
    ...notWholeInRequest(wanted, named ?? [], '/data/numbers'),
    ...implausibleTime(currentAttempt(after), data.completedAt, facts),
  ];
  if (problems.length > 0) return { kind: 'refused', problems };
  const newlyDone = firstNumbersOf(wanted, named).filter(
    (first) => after.completedNumbers[first] === undefined,
  );
  const completedNumbers = {
    ...after.completedNumbers,
    ...Object.fromEntries(newlyDone.map((first) => [first, data.completedAt])),
  };
  const itemIndexes = wanted.flatMap((item, index) => {
    const first = firstNumberOf(item);
    return first === undefined || completedNumbers[first] === undefined ? [] : [index];
  });
  const isDone = itemIndexes.length === firstNumbers(wanted).length;
  // Reports come out of order: a port is done with its last number, which need not be the last one reported.
  const completedAt = Object.values(completedNumbers).toSorted().at(-1) ?? data.completedAt;
  if (!isDone && newlyDone.length === 0) return recorded(recording);
  return applied(
    isDone
      ? record(recording, facts, {
          type: 'port_request.completed',
          actor,
          data: { completedAt },
          request: {
            ...withAttempt(after, {
              completedAt,
              closedAt: toInstantText(facts.now),
              outcome: 'completed',
            }),
            completedNumbers,
            status: 'completed',
          },
        })
      : record(recording, facts, {
          type: 'port_request.partly_completed',
          actor,
          // Positions, since a history holds no phone number; the numbers of an open attempt do not change.
          data: { completed: itemIndexes.length, of: wanted.length, itemIndexes },
          request: { ...after, completedNumbers },
        }),
  );
};

/** Whether this was reported already: the whole at that time, or the part before the whole was done. */
export const repeatsCompletion = (
  request: PortRequest,
  attempt: Attempt,
  { completedAt, numbers }: Completion,
): boolean => {
  if (attempt.outcome !== 'completed') return false;
  if (attempt.completedAt === completedAt) return true;
  const parts = firstNumbersOf(request.content.numbers, numbers?.map(readNumberItem));
  return parts.length > 0 && parts.every((first) => request.completedNumbers[first] === completedAt);
};
