import type { Temporal } from 'temporal-polyfill';
import type { InstantText } from '../functions/calendar/clock.ts';
import type { ClosedDays } from '../functions/calendar/working-calendar.ts';
import type { HistoryEntry } from '../functions/port-request/history.ts';
import type { Log } from '../functions/runtime/log.ts';
import type { TaskHandler } from '../functions/runtime/task.ts';
import type { Receivers } from '../functions/webhooks/receivers.ts';
import type { AroundCall } from './adapter-calls.ts';
import type { SavedFiles } from './in-memory-mandate-files.ts';
import type { DeadLetter } from './in-memory-queue.ts';
import type { SavedStores } from './in-memory-stores.ts';
import type { PastExecution } from './lifecycle-runner.ts';
import type { SavedMailbox } from './mailbox.ts';
import type { SavedOperators } from './simulated-operator.ts';
import type { OpenStores } from './stores.ts';
import type { SandboxTokens } from './tokens.ts';
import type { SavedQueues } from './world-queues.ts';

/** What outlives a reset: keys and addresses. */
export type WorldIdentity = {
  readonly tokens: SandboxTokens;
  /** The secret each known operator signs with. */
  readonly operatorSecrets: ReadonlyMap<string, string>;
  readonly cursorKey: string;
  readonly webhookKey: string;
  /** Where the sandbox is reached, without a slash at the end. */
  readonly baseUrl: string;
  readonly log: Log;
  readonly closedDays: ClosedDays;
  readonly receivers: Receivers;
  /** How many calls each tenant may make in a minute; undefined: as many as it likes. */
  readonly callsPerMinute: number | undefined;
};

/** A world as data. Its machine is not kept: the record tells a new one where each request stands. */
export type SavedWorld = SavedQueues & {
  readonly now: InstantText;
  readonly stores: SavedStores;
  readonly mailbox: SavedMailbox;
  readonly operators: SavedOperators;
  readonly mandateFiles: SavedFiles;
  readonly executions: readonly PastExecution[];
  readonly deadLetters: readonly DeadLetter[];
};

/** What tests put between the service and what it runs on. */
export type Doubles = {
  /** Around each call of an adapter. */
  readonly around?: AroundCall;
  /** Stands around each function that the machine invokes. */
  readonly asInvoked?: (handler: TaskHandler) => TaskHandler;
  /** Whether the stream tells the relay of an entry. */
  readonly isStreamed?: (entry: HistoryEntry) => boolean;
  /** The text of an earlier definition of the machine. */
  readonly definition?: string;
};

/** What a world is made of. */
export type WorldOptions = {
  readonly identity: WorldIdentity;
  /** Where the clock stands first. */
  readonly start: Temporal.Instant;
  readonly openStores: OpenStores;
  /** The world as it was saved, beside its stores; the clock goes on from there. */
  readonly saved?: SavedWorld | undefined;
  readonly doubles?: Doubles;
  /** Measures what stands on this beat too, when nothing happens; undefined: only after something did. */
  readonly samplesEveryMinutes?: number | undefined;
};
