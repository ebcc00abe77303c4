import { taskChangesOf } from '../functions/desk/desk-task.ts';
import { attemptsOpenedBy, blockChangesOf } from '../functions/port-request/number-locks.ts';
import type { Recording } from '../functions/port-request/recording.ts';

/** What one transaction of DynamoDB takes; more than that it refuses, at every retry. */
export const mostActionsAtOnce = 100;

/** How many items of a table a recording writes. What is counted here has to be what the adapters of AWS write. */
export const itemsIn = (recording: Recording): number => {
  const { added, gone } = taskChangesOf(recording);
  return [
    [recording.after],
    recording.entries,
    recording.enclosures,
    blockChangesOf(recording),
    attemptsOpenedBy(recording),
    added,
    gone,
  ].flat().length;
};
