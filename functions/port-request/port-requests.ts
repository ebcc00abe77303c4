import type { Temporal } from 'temporal-polyfill';
import type { InstantText } from '../calendar/clock.ts';
import type { DeskTask } from '../desk/desk-task.ts';
import type { NumberInterval } from '../numbers/number-interval.ts';
import type { NumberItem } from '../numbers/number-item.ts';
import { numbersCoveredBy } from '../numbers/number-list.ts';
import type { RememberedAnswer } from '../remembered-answers.ts';
import type { Content } from './content.ts';
import type { Enclosure } from './enclosure.ts';
import type { HistoryEntry } from './history.ts';
import type { PortRequest } from './port-request.ts';
import type { Recording } from './recording.ts';
import type { Status } from './status.ts';

/** A filter of the list. Undefined members do not filter. */
export type PortRequestFilter = {
  /** Undefined: every tenant (the desk). */
  readonly tenant: string | undefined;
  readonly statuses: readonly Status[];
  readonly number: NumberItem | undefined;
  readonly customerReference: string | undefined;
  readonly updatedAfter: InstantText | undefined;
};

/** Where a page of the list ended: newest first, so the next page is older. */
export type ListPosition = { readonly createdAt: InstantText; readonly id: string };

/** A request with something due, and since when. */
export type DuePosition = { readonly dueAt: InstantText; readonly id: string };

/** One thing that waits for the desk, and in which request. */
export type QueuedTask = DeskTask & { readonly portRequestId: string };

/** Where a page of the desk's queue ended: oldest first, so the next page is newer. */
export type QueuePosition = Pick<QueuedTask, 'since' | 'portRequestId' | 'sequence'>;

/** Numbers of a wanted item that another open request holds; an item that several hold is named once for each. */
export type TakenItem = {
  readonly index: number;
  readonly numbers: NumberInterval;
  readonly holder: { readonly portRequestId: string; readonly tenant: string };
};

/** How a commit ended. Only `committed` wrote anything; every other outcome wrote nothing at all. */
export type CommitOutcome =
  | { readonly kind: 'committed' }
  /** Somebody else wrote the request meanwhile: read it again and decide again. */
  | { readonly kind: 'stale' }
  | { readonly kind: 'numbers_taken'; readonly taken: readonly TakenItem[] }
  /** The same key was answered meanwhile: give that answer. */
  | { readonly kind: 'already_answered'; readonly answer: RememberedAnswer };

/** The store of port requests: request, history, number locks and remembered answer are one transaction. */
export interface PortRequests {
  readonly find: (id: string) => Promise<PortRequest | undefined>;
  /** Oldest first, whole. */
  readonly history: (id: string) => Promise<readonly HistoryEntry[]>;
  /** The data as an attempt was submitted with it. */
  readonly attemptContent: (id: string, attempt: number) => Promise<Content | undefined>;
  /** Newest first by creation; at most `limit`, older than `after`. */
  readonly list: (
    filter: PortRequestFilter,
    page: { readonly limit: number; readonly after: ListPosition | undefined },
  ) => Promise<readonly PortRequest[]>;
  /** Requests for which the clock has something to do at this instant, the longest due first; `after` is a page's last. */
  readonly due: (
    until: Temporal.Instant,
    page: { readonly limit: number; readonly after: DuePosition | undefined },
  ) => Promise<readonly DuePosition[]>;
  /** What belongs to a request's history and stands beside it, oldest first. */
  readonly enclosures: (id: string) => Promise<readonly Enclosure[]>;
  /** Everything that waits for the desk, longest first; at most `limit`, after the page that ended at `after`. */
  readonly deskQueue: (page: {
    readonly limit: number;
    readonly after: QueuePosition | undefined;
  }) => Promise<readonly QueuedTask[]>;
  /**
   * Takes what names a person out of everything kept beside a request: the data its attempts were submitted with, and what is
   * enclosed. Doing it again changes nothing.
   */
  readonly eraseBeside: (id: string) => Promise<void>;
  /** For each item, the open requests that hold numbers of it. */
  readonly holdersOf: (items: readonly NumberItem[]) => Promise<readonly TakenItem[]>;
  /**
   * Writes a recording if the request is still at the version it was decided on, its numbers are free, and the answer's
   * key is new. Locks follow from the statuses before and after; a new attempt keeps a frozen copy of the data.
   */
  readonly commit: (recording: Recording, remember?: RememberedAnswer) => Promise<CommitOutcome>;
}

/** Whether a request is one that a filter asks for. */
export const matches = (request: PortRequest, filter: PortRequestFilter): boolean => {
  const { tenant, statuses, number, customerReference, updatedAfter } = filter;
  return (
    (tenant === undefined || request.tenant === tenant) &&
    (statuses.length === 0 || statuses.includes(request.status)) &&
    (number === undefined || numbersCoveredBy(request.content.numbers, [number]).length > 0) &&
    (customerReference === undefined || request.content.customerReference === customerReference) &&
    (updatedAfter === undefined || request.updatedAt > updatedAfter)
  );
};
