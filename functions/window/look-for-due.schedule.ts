import type { Now } from '../calendar/clock.ts';
import type { DuePosition, PortRequests } from '../port-request/port-requests.ts';
import type { Log } from '../runtime/log.ts';
import { schedule } from '../runtime/task.ts';

/** Where requests with something due wait for their worker. */
export interface DueQueue {
  readonly put: (portRequestIds: readonly string[]) => Promise<void>;
}

type LookDeps = {
  readonly log: Log;
  readonly now: Now;
  readonly requests: PortRequests;
  readonly dueQueue: DueQueue;
};

const pageSize = 100;

/**
 * Answers: which requests have something due now? Windows to open, to remind of, to close; answers overdue. Asks the
 * clock and the records, never the tick that woke it: a late, doubled or extra tick changes nothing.
 */
export const newHandler = (deps: () => LookDeps) =>
  schedule('look-for-due', deps, async ({ now, requests, dueQueue }) => {
    const until = now();
    let after: DuePosition | undefined;
    do {
      const page: readonly DuePosition[] = await requests.due(until, { limit: pageSize, after });
      await dueQueue.put(page.map(({ id }) => id));
      after = page.length < pageSize ? undefined : page.at(-1);
    } while (after !== undefined);
  });
