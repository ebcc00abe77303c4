import { Temporal } from 'temporal-polyfill';
import { toInstantText } from '../functions/calendar/clock.ts';
import type { Outbox } from '../functions/lifecycle/outbox.ts';
import { blocksOf } from '../functions/numbers/number-blocks.ts';
import { sharedNumbers } from '../functions/numbers/number-interval.ts';
import { intervalOf, type NumberItem } from '../functions/numbers/number-item.ts';
import type { Content } from '../functions/port-request/content.ts';
import type { HistoryEntry } from '../functions/port-request/history.ts';
import { attemptsOpenedBy, blockChangesOf, heldItems } from '../functions/port-request/number-locks.ts';
import type { PortRequest } from '../functions/port-request/port-request.ts';
import {
  type CommitOutcome,
  matches,
  type PortRequests,
  type TakenItem,
} from '../functions/port-request/port-requests.ts';
import type { Recording } from '../functions/port-request/recording.ts';
import type { RememberedAnswer, RememberedAnswers } from '../functions/remembered-answers.ts';

type Lock = { readonly from: number; readonly to: number; readonly portRequestId: string };

export type InMemoryRecords = PortRequests & {
  readonly answers: RememberedAnswers;
  readonly outbox: Outbox;
  /** Entries in the outbox, however new. */
  readonly unhandledCount: () => number;
  /** Every request, in the order of creation. */
  readonly all: () => readonly PortRequest[];
  /** Changes a stored history entry behind everybody's back, to show that its chain breaks. */
  readonly tamper: (id: string, sequence: number, change: Partial<HistoryEntry>) => void;
  /** Items written so far: what a table would be charged for. */
  readonly itemsWritten: () => number;
};

const byCreation = (one: PortRequest, other: PortRequest): number =>
  one.createdAt === other.createdAt ? (one.id < other.id ? -1 : 1) : one.createdAt < other.createdAt ? -1 : 1;

/**
 * The records in memory. A commit checks and writes without a pause in between, which is this store's transaction.
 * @param onEntry is told of each history entry that was written, as a table's stream would.
 */
export const createInMemoryRecords = (
  now: () => Temporal.Instant,
  onEntry: (entry: HistoryEntry) => void,
): InMemoryRecords => {
  const requests = new Map<string, PortRequest>();
  const histories = new Map<string, HistoryEntry[]>();
  const frozen = new Map<string, Content>();
  const locks = new Map<string, readonly Lock[]>();
  const remembered = new Map<string, RememberedAnswer>();
  const unhandled = new Map<string, { readonly entry: HistoryEntry; readonly writtenAt: Temporal.Instant }>();
  let itemsWritten = 0;

  const outboxKey = ({ portRequestId, sequence }: Pick<HistoryEntry, 'portRequestId' | 'sequence'>) =>
    `${portRequestId} ${sequence}`;

  const answerKey = (scope: string, key: string) => `${scope}\n${key}`;

  const findAnswer = (scope: string, key: string): RememberedAnswer | undefined => {
    const answer = remembered.get(answerKey(scope, key));
    return answer !== undefined && answer.expiresAt > toInstantText(now()) ? answer : undefined;
  };

  const keepAnswer = (answer: RememberedAnswer) => {
    remembered.set(answerKey(answer.scope, answer.key), answer);
    itemsWritten += 1;
  };

  /** What other requests hold of an item. */
  const heldOf = (item: NumberItem, except: string | undefined): readonly Omit<TakenItem, 'index'>[] => {
    const wanted = intervalOf(item);
    if (wanted === undefined) return [];
    return blocksOf([item])
      .flatMap((block) => locks.get(block) ?? [])
      .flatMap((lock) => {
        const numbers = sharedNumbers(lock, wanted);
        const holder = requests.get(lock.portRequestId);
        return numbers === undefined || holder === undefined || holder.id === except
          ? []
          : [{ numbers, holder: { portRequestId: holder.id, tenant: holder.tenant } }];
      });
  };

  const taken = (items: readonly NumberItem[], except: string | undefined): readonly TakenItem[] =>
    items.flatMap((item, index) => heldOf(item, except).map((held) => ({ index, ...held })));

  const write = (recording: Recording) => {
    const { after, entries } = recording;
    for (const { block, held } of blockChangesOf(recording)) {
      const others = (locks.get(block) ?? []).filter(({ portRequestId }) => portRequestId !== after.id);
      const own = held
        .map(intervalOf)
        .filter((interval) => interval !== undefined)
        .map((interval) => ({ ...interval, portRequestId: after.id }));
      locks.set(block, [...others, ...own]);
      itemsWritten += 1;
    }
    for (const { number } of attemptsOpenedBy(recording)) {
      frozen.set(`${after.id} ${number}`, after.content);
      itemsWritten += 1;
    }
    requests.set(after.id, after);
    histories.set(after.id, [...(histories.get(after.id) ?? []), ...entries]);
    for (const entry of entries) unhandled.set(outboxKey(entry), { entry, writtenAt: now() });
    itemsWritten += 1 + entries.length;
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
    due: async (until, { limit, after }) =>
      [...requests.values()]
        .flatMap(({ dueAt, id }) => (dueAt === null ? [] : [{ dueAt, id }]))
        .filter(({ dueAt }) => dueAt <= toInstantText(until))
        .filter(
          ({ dueAt, id }) =>
            after === undefined || dueAt > after.dueAt || (dueAt === after.dueAt && id > after.id),
        )
        .sort((one, other) => (`${one.dueAt}${one.id}` < `${other.dueAt}${other.id}` ? -1 : 1))
        .slice(0, limit),
    holdersOf: async (items) => taken(items, undefined),
    commit: async (recording, remember): Promise<CommitOutcome> => {
      const { before, after, entries } = recording;
      const answered = remember && findAnswer(remember.scope, remember.key);
      if (answered !== undefined) return { kind: 'already_answered', answer: answered };
      if (requests.get(after.id)?.version !== before?.version) return { kind: 'stale' };
      const conflicts = taken(heldItems(after), after.id);
      if (conflicts.length > 0) return { kind: 'numbers_taken', taken: conflicts };
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
          .filter(({ writtenAt }) => Temporal.Instant.compare(writtenAt, writtenBefore) < 0)
          .map(({ entry }) => entry)
          .slice(0, limit),
      handled: async (entry) => {
        unhandled.delete(outboxKey(entry));
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
    itemsWritten: () => itemsWritten,
  };
};
