import type { Now } from '../calendar/clock.ts';
import { measured } from '../metrics/metrics.ts';
import type { Telemetry } from '../runtime/telemetry.ts';
import { patience } from './findings.ts';
import { type FollowUpDeps, followUp } from './follow-up.ts';
import type { Mending } from './mending.edge.ts';

/** More than a healthy service leaves behind in five minutes; what is left comes with the next sweep. */
const entriesPerSweep = 500;

/** Less than all of a sweep, so that many entries leave time for the rest. */
const longestMinutes = 2;

/** Follows up the entries that the relay did not. One that fails goes behind all others. */
export const mendEntries = async (
  real: FollowUpDeps & Telemetry & { readonly wallClock: Now },
  mending: Mending,
): Promise<void> => {
  const writtenBefore = real.wallClock().subtract({ minutes: patience.relayMinutes });
  const left = await real.outbox.unhandled(writtenBefore, entriesPerSweep);
  real.metrics.put([measured('EntriesNotFollowedUp', {}, left.length)]);
  for (const entry of left) {
    if (mending.isOver(longestMinutes)) return;
    const { portRequestId, sequence, type } = entry;
    const outcome = await mending.mend('entry_followed_up', { portRequestId, sequence, type }, async () => {
      await followUp(real, entry);
      return 1;
    });
    // Behind all that are old enough now, which so come next, however many fail. No longer: mails are to keep their order.
    if (outcome === 'failed') await real.outbox.postpone(entry, writtenBefore);
  }
};
