import type { Content } from '../port-request/content.ts';
import type { HistoryEntry } from '../port-request/history.ts';
import { firstNumberOf } from '../port-request/main-number.ts';
import { currentAttempt, type PortRequest } from '../port-request/port-request.ts';
import type { PlannedMail } from './occasions.ts';

/** Every mail to the starter brings a link of its own, and no other mail does. */
export const bringsStartLink = ({ audience }: Pick<PlannedMail, 'audience'>): boolean =>
  audience === 'starter';

/** A mail whose link would open nothing any more: the port was started, withdrawn or lapsed since. */
export const bringsDeadLink = (mail: PlannedMail, request: PortRequest, entry: HistoryEntry): boolean =>
  bringsStartLink(mail) &&
  (request.status !== 'ready_to_start' || currentAttempt(request)?.number !== entry.attempt);

/** A mail that would call numbers done that were rolled back since. */
export const callsUndoneDone = (
  { template }: PlannedMail,
  { completedNumbers }: PortRequest,
  { data: { itemIndexes } }: HistoryEntry,
  { numbers }: Content,
): boolean =>
  template === 'partly_completed' &&
  typeof itemIndexes === 'object' &&
  numbers.some((item, index) => {
    const first = firstNumberOf(item);
    return itemIndexes?.includes(index) && first !== undefined && completedNumbers[first] === undefined;
  });
