import { isLaterWait, type Wait, type Waits } from '../functions/lifecycle/lifecycle.ts';

/** The newest wait of each attempt, in memory. */
export const createInMemoryWaits = (): Waits => {
  const waits = new Map<string, Wait>();
  const keyOf = (portRequestId: string, attempt: number) => `${portRequestId} ${attempt}`;
  return {
    keep: async (portRequestId, attempt, wait) => {
      const before = waits.get(keyOf(portRequestId, attempt));
      if (before === undefined || !isLaterWait(before, wait)) waits.set(keyOf(portRequestId, attempt), wait);
    },
    find: async (portRequestId, attempt) => waits.get(keyOf(portRequestId, attempt)),
  };
};
