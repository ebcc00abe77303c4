import { measured } from '../metrics/metrics.ts';
import type { PortRequests } from '../port-request/port-requests.ts';
import { holdsNumbers } from '../port-request/status.ts';
import type { Telemetry } from '../runtime/telemetry.ts';
import { longestMendingMinutes, type Mending } from './mending.edge.ts';
import type { Standing, StandingLock } from './standing.ts';

/** What releasing numbers needs. */
export type LockDeps = Telemetry & {
  readonly requests: Pick<PortRequests, 'find'>;
  readonly standing: Pick<Standing, 'releaseLocks'>;
};

/** Takes the locks away that are held for requests which are over, or which there are not. */
export const mendLocks = async (
  { requests, standing, metrics }: LockDeps,
  mending: Mending,
  suspects: readonly StandingLock[],
): Promise<void> => {
  const isOver = async (portRequestId: string): Promise<boolean> => {
    const request = await requests.find(portRequestId);
    return request === undefined || !holdsNumbers(request.status);
  };
  const found: { readonly block: string; readonly over: readonly string[] }[] = [];
  for (const { block, holders } of suspects) {
    if (mending.isOver(longestMendingMinutes)) break;
    const over: string[] = [];
    for (const holder of holders) if (await isOver(holder)) over.push(holder);
    if (over.length > 0) found.push({ block, over });
  }
  metrics.put([
    measured(
      'LocksWithoutRequest',
      {},
      found.reduce((sum, { over }) => sum + over.length, 0),
    ),
  ]);
  for (const { block, over } of found) {
    const [portRequestId] = over;
    await mending.mend(
      'lock_released',
      { portRequestId },
      async () => (await standing.releaseLocks(block, isOver)).length,
    );
  }
};
