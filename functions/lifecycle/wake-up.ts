import { type Metrics, measured } from '../metrics/metrics.ts';
import type { Lifecycle } from './lifecycle.ts';

/** Ends a wait early, and counts one that had ended already: a few are the order of the day, many are a machine that lost its waits. */
export const wakeUp = async (
  { lifecycle, metrics }: { readonly lifecycle: Pick<Lifecycle, 'wake'>; readonly metrics: Metrics },
  token: string,
): Promise<void> => {
  if ((await lifecycle.wake(token)) === 'gone') metrics.put([measured('WakeUpsGone', {})]);
};
