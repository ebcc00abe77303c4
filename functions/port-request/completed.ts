import { type InstantText, toInstantText } from '../calendar/clock.ts';
import { settleUnfinishedPort } from '../incidents/escalation.ts';
import type { NumberItem } from '../numbers/number-item.ts';
import { compensationFor } from './compensation.ts';
import type { EnclosureContent } from './enclosure.ts';
import type { Facts } from './facts.ts';
import type { EntryData } from './history.ts';
import { firstNumberOf } from './main-number.ts';
import { withAttempt } from './port-request.ts';
import { type Recording, record } from './recording.ts';
import type { Actor } from './status.ts';

/** The positions of the items that are confirmed: a history holds positions, never phone numbers. */
export const doneIndexes = (
  numbers: readonly NumberItem[],
  completedNumbers: Readonly<Record<string, InstantText>>,
): readonly number[] =>
  numbers.flatMap((item, index) => {
    const first = firstNumberOf(item);
    return first === undefined || completedNumbers[first] === undefined ? [] : [index];
  });

type Completion = {
  readonly completedNumbers: Readonly<Record<string, InstantText>>;
  /** Used where no number has a time of its own. */
  readonly at: InstantText;
  readonly data?: EntryData;
  readonly enclosure?: EnclosureContent;
};

/**
 * Records a port as completed, with what follows from it: incidents that only said "not yet" are resolved, or bad
 * routing where calls prove it (F33, F34), and what its lateness may cost is noted. Reports come out of order: a port is done with its last number.
 */
export const completed = (
  recording: Recording,
  { completedNumbers, at, data = {}, enclosure }: Completion,
  facts: Facts,
  actor: Actor,
): Recording => {
  const completedAt = Object.values(completedNumbers).toSorted().at(-1) ?? at;
  const done = record(recording, facts, {
    type: 'port_request.completed',
    actor,
    data: { completedAt, ...data },
    ...(enclosure === undefined ? {} : { enclosure }),
    request: {
      ...withAttempt(recording.after, {
        completedAt,
        closedAt: toInstantText(facts.now),
        outcome: 'completed',
      }),
      completedNumbers,
      status: 'completed',
    },
  });
  const settled = settleUnfinishedPort(done, facts);
  const compensation = compensationFor(settled.after, facts.calendar);
  if (compensation === undefined) return settled;
  const { amount, currency, daysLate, numbers, agreedDate, claimUntil } = compensation;
  return record(settled, facts, {
    type: 'port_request.compensation_due',
    actor,
    data: { amount, currency, daysLate, numbers, agreedDate, claimUntil },
    request: { ...settled.after, compensation },
  });
};
