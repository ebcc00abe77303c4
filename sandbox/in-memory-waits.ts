import { isLaterWait, type Wait, type Waits } from '../functions/lifecycle/lifecycle.ts';
import type { StandingWait } from '../functions/lifecycle/standing.ts';

/** The waits in memory, with those that stand. */
export type InMemoryWaits = Waits & {
  readonly standing: () => readonly StandingWait[];
  readonly close: (wait: StandingWait) => void;
};

/** The newest wait of each attempt, in memory. */
export const createInMemoryWaits = (): InMemoryWaits => {
  const waits = new Map<string, Wait>();
  const standing = new Map<string, StandingWait>();
  const keyOf = (portRequestId: string, attempt: number) => `${portRequestId} ${attempt}`;
  return {
    keep: async (portRequestId, attempt, wait) => {
      const key = keyOf(portRequestId, attempt);
      const before = waits.get(key);
      if (before !== undefined && isLaterWait(before, wait)) return;
      waits.set(key, wait);
      const { seenVersion, waitingSince } = wait;
      standing.set(key, { portRequestId, attempt, seenVersion, waitingSince });
    },
    find: async (portRequestId, attempt) => waits.get(keyOf(portRequestId, attempt)),
    standing: () => [...standing.values()],
    close: ({ portRequestId, attempt, waitingSince }) => {
      const key = keyOf(portRequestId, attempt);
      if (standing.get(key)?.waitingSince === waitingSince) standing.delete(key);
    },
  };
};
