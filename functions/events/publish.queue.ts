import { type Now, toInstantText } from '../calendar/clock.ts';
import type { PortRequests } from '../port-request/port-requests.ts';
import { untilWritten } from '../problems/until-written.ts';
import type { Telemetry } from '../runtime/telemetry.ts';
import { queue } from '../runtime/work.ts';
import { type Lane, newDeliveriesOf } from '../webhooks/delivery.ts';
import type { LaneQueue } from '../webhooks/lane-queue.ts';
import type { WebhookEndpoints } from '../webhooks/webhook-endpoints.ts';
import type { EventFeed } from './event-feed.ts';
import { type PublicationJob, publicationJob } from './publications.ts';

type PublishDeps = Telemetry & {
  /** Deliveries wait by it. */
  readonly wallClock: Now;
  readonly requests: PortRequests;
  readonly feed: EventFeed;
  readonly endpoints: WebhookEndpoints;
  readonly laneQueue: LaneQueue;
};

/** Each is up to two items per endpoint, beside the event itself: all of it is one transaction of at most 100 actions. */
const entriesAtOnce = 8;

/** Adds the next entries of a request. Undefined: there may be more, or somebody else wrote meanwhile. */
const publishSome = async (
  real: PublishDeps,
  { tenant, portRequestId, sequence }: PublicationJob,
): Promise<'published' | undefined> => {
  const { head, through } = await real.feed.state(tenant, portRequestId);
  if (through >= sequence) return 'published';
  // Whatever was written before it goes first, also where its own message got lost.
  const entries = (await real.requests.history(portRequestId))
    .filter((entry) => entry.sequence > through)
    .slice(0, entriesAtOnce);
  const last = entries.at(-1);
  if (last === undefined) throw new Error(`No entry ${sequence} of ${portRequestId}`);
  const { endpoints } = await real.endpoints.of(tenant);
  const deliveries = newDeliveriesOf(endpoints, entries, head, toInstantText(real.wallClock()));
  const appended = await real.feed.append({
    tenant,
    head,
    events: entries,
    request: { id: portRequestId, through, throughAfter: last.sequence },
    deliveries,
  });
  if (appended === 'overtaken') return undefined;
  const lanes = new Map<string, Lane>(
    deliveries.map(({ endpointId }) => [endpointId, { endpointId, portRequestId }]),
  );
  await real.laneQueue.put([...lanes.values()]);
  return undefined;
};

/**
 * Publishes a history entry: into its tenant's feed, and to the receivers of its webhooks. The message may come twice, late and
 * out of order: the feed says how far the request stands in it, and what is missing before the entry is published with it.
 */
const publish = async (real: PublishDeps, job: PublicationJob): Promise<void> => {
  await untilWritten(`The feed of ${job.portRequestId}`, () => publishSome(real, job));
};

export const newHandler = (deps: () => PublishDeps) =>
  queue({ name: 'publish', message: publicationJob }, deps, publish);
