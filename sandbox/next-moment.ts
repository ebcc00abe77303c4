import { Temporal } from 'temporal-polyfill';
import { type InstantText, toInstantText } from '../functions/calendar/clock.ts';
import { currentAttempt, type PortRequest } from '../functions/port-request/port-request.ts';
import { firstTickFrom, tickName } from './in-memory-schedules.ts';
import type { SandboxRecords } from './stores.ts';
import { sweepName } from './sweeps.ts';
import type { Timer, VirtualClock } from './virtual-clock.ts';

/** Whether all that is left for the clock to do is to forget who it was about. */
const waitsForErasure = (request: PortRequest): boolean =>
  request.status === 'cancelled' ||
  request.status === 'rejected' ||
  (request.status === 'completed' && currentAttempt(request)?.reminded === 'check_up');

const earliestDue = (
  records: SandboxRecords,
  isMeant: (request: PortRequest) => boolean = () => true,
): InstantText | undefined => {
  let earliest: InstantText | undefined;
  for (const request of records.all()) {
    const { dueAt } = request;
    if (dueAt === null || (earliest !== undefined && dueAt >= earliest)) continue;
    if (isMeant(request)) earliest = dueAt;
  }
  return earliest;
};

/** Whether the sweeper may find something: an entry that nobody followed up, or a request that is due. */
export const mayHaveToSweep = ({ now }: VirtualClock, records: SandboxRecords): boolean => {
  const due = earliestDue(records);
  return records.unhandledCount() > 0 || (due !== undefined && due <= toInstantText(now()));
};

/**
 * The next moment at which something is due; undefined: nothing is. Ticks that would find nothing do not count, nor does what
 * comes years after a port: whoever steps through one does not want to wake up there.
 */
export const nextMoment = (clock: VirtualClock, records: SandboxRecords): Temporal.Instant | undefined => {
  const now = clock.now();
  // What was due and is not done is not due after all: a closed day has moved it since it was written down.
  const nextTickFor = (at: Temporal.Instant) =>
    firstTickFrom(Temporal.Instant.compare(at, now) > 0 ? at : now.add({ seconds: 1 }));
  const due = earliestDue(records, (request) => !waitsForErasure(request));
  // The machine's own waits only look: they count from the instant at which there is something to see, as ticks do.
  const sees = ({ at, what }: Timer) =>
    what !== tickName &&
    (what !== sweepName || mayHaveToSweep(clock, records)) &&
    (!what.endsWith(' timeout') || (due !== undefined && toInstantText(at) >= due));
  const moments = [
    ...clock
      .timers()
      .filter(sees)
      .slice(0, 1)
      .map(({ at }) => at),
    ...(due === undefined ? [] : [nextTickFor(Temporal.Instant.from(due))]),
  ];
  return moments.sort(Temporal.Instant.compare)[0];
};
