import type { Temporal } from 'temporal-polyfill';
import { type InstantText, toInstantText } from '../functions/calendar/clock.ts';
import { byWaiting } from '../functions/desk/desk-task.ts';
import { erasedContent, erasedEnclosure } from '../functions/erasure/erase.ts';
import type { Content } from '../functions/port-request/content.ts';
import type { Enclosure } from '../functions/port-request/enclosure.ts';
import type { HistoryEntry } from '../functions/port-request/history.ts';
import {
  attemptsOpenedBy,
  blockChangesOf,
  heldItems,
  locksAfter,
  type NumberLock,
  takenOf,
} from '../functions/port-request/number-locks.ts';
import type { PortRequest } from '../functions/port-request/port-request.ts';
import { type CommitOutcome, matches } from '../functions/port-request/port-requests.ts';
import type { Recording } from '../functions/port-request/recording.ts';
import type { RememberedAnswer } from '../functions/remembered-answers.ts';
import { createStandingRequests, type StandingRequests } from './in-memory-standing.ts';
import { itemsIn, mostActionsAtOnce } from './items-written.ts';
import type { SandboxRecords } from './stores.ts';

/** The records as data. */
export type SavedRecords = {
  readonly requests: readonly PortRequest[];
  /** Every history entry; those of one request in order. */
  readonly entries: readonly HistoryEntry[];
  readonly attempts: readonly (readonly [attempt: string, content: Content])[];
  readonly locks: readonly (readonly [block: string, locks: readonly NumberLock[]])[];
  readonly answers: readonly RememberedAnswer[];
  readonly enclosures: readonly (readonly [id: string, enclosures: readonly Enclosure[]])[];
  /** The outbox: entries nobody has followed up, oldest first. */
  readonly unhandled: readonly { readonly entry: HistoryEntry; readonly writtenAt: InstantText }[];
};

/** The records in memory, which can be saved. */
export type InMemoryRecords = SandboxRecords & {
  readonly save: () => SavedRecords;
  readonly standing: Omit<StandingRequests, 'keep'>;
  /** The locks of each block of which somebody holds numbers. */
  readonly heldBlocks: () => ReadonlyMap<string, readonly NumberLock[]>;
  readonly writeLocks: (block: string, locks: readonly NumberLock[]) => void;
};

const noRecords: SavedRecords = {
  requests: [],
  entries: [],
  attempts: [],
  locks: [],
  answers: [],
  enclosures: [],
  unhandled: [],
};

const byCreation = (one: PortRequest, other: PortRequest): number =>
  one.createdAt === other.createdAt ? (one.id < other.id ? -1 : 1) : one.createdAt < other.createdAt ? -1 : 1;

/**
 * The records in memory. A commit checks and writes without a pause in between, which is this store's transaction.
 * @param onEntry is told of each history entry that was written, as a table's stream would.
 * @param saved what it holds at first.
 */
export const createInMemoryRecords = (
  now: () => Temporal.Instant,
  onEntry: (entry: HistoryEntry) => void,
  saved: SavedRecords = noRecords,
): InMemoryRecords => {
  const outboxKey = ({ portRequestId, sequence }: Pick<HistoryEntry, 'portRequestId' | 'sequence'>) =>
    `${portRequestId} ${sequence}`;

  const answerKey = (scope: string, key: string) => `${scope}\n${key}`;

  const requests = new Map(saved.requests.map((request) => [request.id, request]));
  const histories = Map.groupBy(saved.entries, ({ portRequestId }) => portRequestId);
  const frozen = new Map(saved.attempts);
  const locks = new Map(saved.locks);
  const enclosures = new Map(saved.enclosures);
  const remembered = new Map(saved.answers.map((answer) => [answerKey(answer.scope, answer.key), answer]));
  const unhandled = new Map(saved.unhandled.map((left) => [outboxKey(left.entry), left]));
  const standing = createStandingRequests(saved.requests);
  let itemsWritten = 0;

  const findAnswer = (scope: string, key: string): RememberedAnswer | undefined => {
    const answer = remembered.get(answerKey(scope, key));
    return answer !== undefined && answer.expiresAt > toInstantText(now()) ? answer : undefined;
  };

  const keepAnswer = (answer: RememberedAnswer) => {
    remembered.set(answerKey(answer.scope, answer.key), answer);
    itemsWritten += 1;
  };

  const locksOn = (block: string): readonly NumberLock[] => locks.get(block) ?? [];

  const writeLocks = (block: string, held: readonly NumberLock[]) => {
    if (held.length === 0) locks.delete(block);
    else locks.set(block, held);
  };

  const write = (recording: Recording) => {
    const { after, entries } = recording;
    for (const change of blockChangesOf(recording))
      writeLocks(change.block, locksAfter(locksOn(change.block), change, after));
    for (const { number } of attemptsOpenedBy(recording)) frozen.set(`${after.id} ${number}`, after.content);
    if (recording.enclosures.length > 0)
      enclosures.set(after.id, [...(enclosures.get(after.id) ?? []), ...recording.enclosures]);
    requests.set(after.id, after);
    standing.keep(after);
    histories.set(after.id, [...(histories.get(after.id) ?? []), ...entries]);
    for (const entry of entries) unhandled.set(outboxKey(entry), { entry, writtenAt: toInstantText(now()) });
    itemsWritten += itemsIn(recording);
  };

  return {
    find: async (id) => requests.get(id),
    history: async (id) => [...(histories.get(id) ?? [])],
    attemptContent: async (id, attempt) => frozen.get(`${id} ${attempt}`),
    list: async (filter, { limit, after }) =>
      [...requests.values()]
        .filter((request) => matches(request, filter))
        .sort((one, other) => byCreation(other, one))
        .filter(
          ({ createdAt, id }) =>
            after === undefined ||
            createdAt < after.createdAt ||
            (createdAt === after.createdAt && id < after.id),
        )
        .slice(0, limit),
    due: async (until, { limit, after }) => {
      const latest = toInstantText(until);
      const due: { readonly dueAt: InstantText; readonly id: string }[] = [];
      // One pass over all of them, since the sweeper asks every five minutes.
      for (const { dueAt, id } of requests.values()) {
        if (dueAt === null || dueAt > latest) continue;
        const isAfter =
          after === undefined || dueAt > after.dueAt || (dueAt === after.dueAt && id > after.id);
        if (isAfter) due.push({ dueAt, id });
      }
      return due
        .sort((one, other) => (`${one.dueAt}${one.id}` < `${other.dueAt}${other.id}` ? -1 : 1))
        .slice(0, limit);
    },
    enclosures: async (id) => [...(enclosures.get(id) ?? [])],
    deskQueue: async ({ limit, after }) =>
      [...requests.values()]
        .flatMap(({ id, deskTasks }) => deskTasks.map((task) => ({ ...task, portRequestId: id })))
        .toSorted(byWaiting)
        .filter((task) => after === undefined || byWaiting(task, after) > 0)
        .slice(0, limit),
    eraseBeside: async (id) => {
      for (const [key, content] of frozen)
        if (key.startsWith(`${id} `)) frozen.set(key, erasedContent(content));
      const enclosed = enclosures.get(id);
      if (enclosed !== undefined) enclosures.set(id, enclosed.map(erasedEnclosure));
    },
    holdersOf: async (items) => takenOf(items, locksOn),
    commit: async (recording, remember): Promise<CommitOutcome> => {
      const { before, after, entries } = recording;
      const answered = remember && findAnswer(remember.scope, remember.key);
      if (answered !== undefined) return { kind: 'already_answered', answer: answered };
      if (requests.get(after.id)?.version !== before?.version) return { kind: 'stale' };
      const conflicts = takenOf(heldItems(after), locksOn, after.id);
      if (conflicts.length > 0) return { kind: 'numbers_taken', taken: conflicts };
      const actions = itemsIn(recording) + (remember === undefined ? 0 : 1);
      if (actions > mostActionsAtOnce)
        throw new RangeError(`${actions} actions in one transaction; DynamoDB takes ${mostActionsAtOnce}`);
      write(recording);
      if (remember !== undefined) keepAnswer(remember);
      for (const entry of entries) onEntry(entry);
      return { kind: 'committed' };
    },
    answers: {
      find: async (scope, key) => findAnswer(scope, key),
      keep: async (answer) => {
        const before = findAnswer(answer.scope, answer.key);
        if (before === undefined) keepAnswer(answer);
        return before ?? answer;
      },
    },
    outbox: {
      unhandled: async (writtenBefore, limit) =>
        [...unhandled.values()]
          .filter(({ writtenAt }) => writtenAt < toInstantText(writtenBefore))
          .map(({ entry }) => entry)
          .slice(0, limit),
      handled: async (entry) => unhandled.delete(outboxKey(entry)),
      postpone: async (entry, until) => {
        const left = unhandled.get(outboxKey(entry));
        if (left === undefined) return;
        // Taken out and put in again, it comes last.
        unhandled.delete(outboxKey(entry));
        unhandled.set(outboxKey(entry), { ...left, writtenAt: toInstantText(until) });
      },
    },
    unhandledCount: () => unhandled.size,
    all: () => [...requests.values()],
    tamper: (id, sequence, change) => {
      const history = histories.get(id) ?? [];
      histories.set(
        id,
        history.map((entry) => (entry.sequence === sequence ? { ...entry, ...change } : entry)),
      );
    },
    leaveLocks: async (block, left) => writeLocks(block, [...locksOn(block), ...left]),
    standing,
    heldBlocks: () => locks,
    writeLocks,
    itemsWritten: () => itemsWritten,
    save: () => ({
      requests: [...requests.values()],
      entries: [...histories.values()].flat(),
      attempts: [...frozen],
      locks: [...locks],
      answers: [...remembered.values()],
      enclosures: [...enclosures],
      unhandled: [...unhandled.values()],
    }),
  };
};
