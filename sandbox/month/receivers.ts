import type { Receivers } from '../../functions/webhooks/receivers.ts';

/** When a receiver gives no answer. */
export type SilentReceiver = { readonly host: string; readonly from: number; readonly to: number };

const refusedOneIn = 180;

/** Receivers of webhooks on this machine: they take nearly everything at once, save one that is silent for a while. */
export const createReceivers = (now: () => number, silent: SilentReceiver): Receivers => {
  let posts = 0;
  return {
    faultsOf: async () => [],
    post: async ({ url }) => {
      posts += 1;
      const isSilent = url.includes(silent.host) && now() >= silent.from && now() < silent.to;
      if (isSilent) return { status: null, error: 'timeout' };
      return { status: posts % refusedOneIn === 0 ? 503 : 204, error: null };
    },
  };
};
