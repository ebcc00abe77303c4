import type { Publications } from '../events/publications.ts';
import type { PortRequest } from '../port-request/port-request.ts';
import type { Mending } from './mending.edge.ts';
import type { Standing } from './standing.ts';

/** What putting publications again needs. */
export type FeedDeps = {
  readonly standing: Pick<Standing, 'publishedThrough'>;
  readonly publications: Publications;
};

/**
 * Puts the newest entries of requests on their way to the feeds again, where those do not have them: what is missing before an entry
 * is published with it. Answers the ids of those whose feeds were behind.
 */
export const mendFeeds = async (
  { standing, publications }: FeedDeps,
  mending: Mending,
  requests: readonly Pick<PortRequest, 'id' | 'tenant' | 'version'>[],
): Promise<ReadonlySet<string>> => {
  const behind = new Set<string>();
  if (requests.length === 0) return behind;
  const through = await standing.publishedThrough(requests.map(({ id }) => id));
  for (const { id: portRequestId, tenant, version: sequence } of requests) {
    if ((through.get(portRequestId) ?? 0) >= sequence) continue;
    behind.add(portRequestId);
    await mending.mend('publication_queued_again', { portRequestId, sequence }, async () => {
      await publications.put({ tenant, portRequestId, sequence });
      return 1;
    });
  }
  return behind;
};
