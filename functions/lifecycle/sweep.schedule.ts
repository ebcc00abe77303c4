import type { Now } from '../calendar/clock.ts';
import type { PortRequests } from '../port-request/port-requests.ts';
import { schedule } from '../runtime/task.ts';
import type { Telemetry } from '../runtime/telemetry.ts';
import { gaugesOf, suspectsOf } from './findings.ts';
import type { FollowUpDeps } from './follow-up.ts';
import { countClosedWindows, type DueDeps, mendDue } from './mend-due.edge.ts';
import { mendEntries } from './mend-entries.edge.ts';
import { mendFeeds } from './mend-feeds.edge.ts';
import { mendLocks } from './mend-locks.edge.ts';
import { type MailDeps, mendMails } from './mend-mails.edge.ts';
import { mendRuns, mendWaits, type RunDeps } from './mend-runs.edge.ts';
import { beginMending } from './mending.edge.ts';

type SweepDeps = FollowUpDeps &
  DueDeps &
  RunDeps &
  MailDeps &
  Telemetry & { readonly wallClock: Now; readonly requests: PortRequests };

/** Thrown at the end of a sweep in which something could not be mended, so that the function's errors show it. */
export class SweepIncompleteError extends Error {
  override readonly name = 'SweepIncompleteError';
}

/**
 * Answers: what stands, and what was left lying? Every few minutes it measures what there is, looks anew into whatever seems amiss,
 * counts it before it is mended, so that an alarm sees it, and mends it. All of it may happen twice, no part of it waits for
 * another to succeed, and one thing that cannot be mended holds back none.
 */
export const newHandler = (deps: () => SweepDeps) =>
  schedule('sweep', deps, async (real) => {
    const mending = beginMending(real);
    const { part } = mending;
    const overview = await part(() => real.standing.read());
    const suspects = overview && suspectsOf(overview, real.now(), real.wallClock());
    if (overview !== undefined) real.metrics.put(gaugesOf(overview, real.now()));
    // Before what is due is queued, since its workers are quick.
    if (suspects !== undefined) await part(() => countClosedWindows(real, suspects.windows));
    await part(() => mendDue(real, mending));
    await part(() => mendEntries(real, mending));
    if (overview !== undefined && suspects !== undefined) {
      await part(() => mendLocks(real, mending, suspects.locks));
      await part(() => mendMails(real, mending, suspects.mails));
      await part(() => mendFeeds(real, mending, suspects.feeds));
      const gone = await part(() => mendWaits(real, mending, suspects));
      await part(() => mendRuns(real, mending, overview, gone ?? []));
    }
    for (const error of mending.failedParts()) throw error;
    if (mending.failures() > 0)
      throw new SweepIncompleteError(`${mending.failures()} repairs could not be made`);
  });
