import type { EventFeed } from '../functions/events/event-feed.ts';
import {
  type Overview,
  type Standing,
  type StandingRequest,
  standingRequestOf,
} from '../functions/lifecycle/standing.ts';
import type { PortRequest } from '../functions/port-request/port-request.ts';
import type { InMemoryMailLedger } from './in-memory-mail-ledger.ts';
import type { InMemoryRecords } from './in-memory-port-requests.ts';
import type { InMemoryWaits } from './in-memory-waits.ts';

/** The requests under way, and those with something for the desk: kept up as they are written, so that an overview is quick. */
export type StandingRequests = {
  readonly keep: (request: PortRequest) => void;
  readonly underWay: () => readonly StandingRequest[];
  readonly desk: () => Overview['desk'];
};

/** Of requests as they are at first. */
export const createStandingRequests = (requests: Iterable<PortRequest>): StandingRequests => {
  const underWay = new Map<string, StandingRequest>();
  const waitingForDesk = new Map<string, PortRequest>();
  const keep = (request: PortRequest) => {
    const standing = standingRequestOf(request);
    if (standing === undefined) underWay.delete(request.id);
    else underWay.set(request.id, standing);
    if (request.deskTasks.length === 0) waitingForDesk.delete(request.id);
    else waitingForDesk.set(request.id, request);
  };
  for (const request of requests) keep(request);
  return {
    keep,
    underWay: () => [...underWay.values()],
    desk: () => {
      const since = [...waitingForDesk.values()].flatMap(({ deskTasks }) =>
        deskTasks.map((task) => task.since),
      );
      return { waiting: since.length, oldestSince: since.toSorted()[0] ?? null };
    },
  };
};

/** What stands in the stores in memory. */
export const createInMemoryStanding = ({
  records,
  waits,
  mailLedger,
  feed,
}: {
  readonly records: InMemoryRecords;
  readonly waits: InMemoryWaits;
  readonly mailLedger: InMemoryMailLedger;
  readonly feed: EventFeed;
}): Standing => ({
  read: async () => ({
    requests: records.standing.underWay(),
    waits: waits.standing(),
    locks: [...records.heldBlocks()].map(([block, locks]) => ({
      block,
      holders: [...new Set(locks.map(({ portRequestId }) => portRequestId))],
    })),
    mails: mailLedger.sending(),
    desk: records.standing.desk(),
  }),
  publishedThrough: async (portRequestIds) => {
    const through = new Map<string, number>();
    for (const id of portRequestIds) {
      const request = await records.find(id);
      through.set(id, request === undefined ? 0 : (await feed.state(request.tenant, id)).through);
    }
    return through;
  },
  closeWait: async (wait) => waits.close(wait),
  releaseLocks: async (block, isOver) => {
    const read = records.heldBlocks().get(block) ?? [];
    const over: string[] = [];
    for (const holder of new Set(read.map(({ portRequestId }) => portRequestId)))
      if (await isOver(holder)) over.push(holder);
    // Locks are never changed in place: another list was written meanwhile.
    if (over.length === 0 || records.heldBlocks().get(block) !== read) return [];
    records.writeLocks(
      block,
      read.filter(({ portRequestId }) => !over.includes(portRequestId)),
    );
    return over;
  },
});
