import type { Temporal } from 'temporal-polyfill';
import type { DuePosition, PortRequests } from '../port-request/port-requests.ts';

/** Where requests with something due wait for their worker. */
export interface DueQueue {
  readonly put: (portRequestIds: readonly string[]) => Promise<void>;
}

const pageSize = 100;

/** Queues every request that had something due at an instant, the longest due first, page by page. */
export const queueDue = async (
  { requests, dueQueue }: { readonly requests: PortRequests; readonly dueQueue: DueQueue },
  until: Temporal.Instant,
): Promise<void> => {
  let after: DuePosition | undefined;
  do {
    const page: readonly DuePosition[] = await requests.due(until, { limit: pageSize, after });
    await dueQueue.put(page.map(({ id }) => id));
    after = page.length < pageSize ? undefined : page.at(-1);
  } while (after !== undefined);
};
