import type { Temporal } from 'temporal-polyfill';
import type { MailLedger } from '../functions/correspondence/mail-ledger.ts';
import type { EventFeed } from '../functions/events/event-feed.ts';
import type { Waits } from '../functions/lifecycle/lifecycle.ts';
import type { Outbox } from '../functions/lifecycle/outbox.ts';
import type { Standing } from '../functions/lifecycle/standing.ts';
import type { HistoryEntry } from '../functions/port-request/history.ts';
import type { NumberLock } from '../functions/port-request/number-locks.ts';
import type { PortRequest } from '../functions/port-request/port-request.ts';
import type { PortRequests } from '../functions/port-request/port-requests.ts';
import type { RememberedAnswers } from '../functions/remembered-answers.ts';
import type { Deliveries } from '../functions/webhooks/deliveries.ts';
import type { WebhookEndpoints } from '../functions/webhooks/webhook-endpoints.ts';
import type { StartTokens } from '../functions/window/start-tokens.ts';
import type { SavedStores } from './in-memory-stores.ts';

/** The records of a world, with what the service itself has no use for. */
export type SandboxRecords = PortRequests & {
  readonly answers: RememberedAnswers;
  readonly outbox: Outbox;
  /** Entries in the outbox, however new. */
  readonly unhandledCount: () => number;
  /** Every request, in the order of creation. */
  readonly all: () => readonly PortRequest[];
  /** Changes a stored history entry behind everybody's back, to show that its chain breaks. */
  readonly tamper: (id: string, sequence: number, change: Partial<HistoryEntry>) => void;
  /** Leaves locks on a block behind everybody's back, as if whoever held them had forgotten them. */
  readonly leaveLocks: (block: string, locks: readonly NumberLock[]) => Promise<void>;
  /** Items written by commits and for answers so far: what a table would be charged for. */
  readonly itemsWritten: () => number;
};

/** Where a world keeps what has to last. */
export type Stores = {
  readonly records: SandboxRecords;
  readonly waits: Waits;
  readonly standing: Standing;
  readonly mailLedger: MailLedger;
  readonly startTokens: StartTokens;
  readonly feed: EventFeed;
  readonly endpoints: WebhookEndpoints;
  readonly deliveries: Deliveries;
  /** All of it as data; undefined where it is kept elsewhere anyway. */
  readonly save: (() => SavedStores) | undefined;
};

/** Opens the stores of a new world. `onEntry` is told of each history entry that was written, as a table's stream would. */
export type OpenStores = (
  now: () => Temporal.Instant,
  onEntry: (entry: HistoryEntry) => void,
) => Promise<Stores>;
