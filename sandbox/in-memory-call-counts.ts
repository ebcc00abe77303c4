import type { CallCounts } from '../functions/runtime/call-rate.ts';

/** Counts of calls in memory. Of each tenant only the newest minute: no clock goes back to an earlier one. */
export const createInMemoryCallCounts = (): CallCounts => {
  const newest = new Map<string, { readonly startsAt: string; readonly calls: number }>();
  return {
    count: async (tenant, { startsAt }) => {
      const before = newest.get(tenant);
      const calls = before?.startsAt === startsAt ? before.calls + 1 : 1;
      newest.set(tenant, { startsAt, calls });
      return calls;
    },
  };
};
