import { laterOf, toInstantText } from '../calendar/clock.ts';
import { deskTasksAfter } from '../desk/desk-task.ts';
import { erasedEnclosureContent, erasedRequest } from '../erasure/erase.ts';
import { nextDueAt } from './due.ts';
import type { Enclosure, EnclosureContent } from './enclosure.ts';
import type { Facts } from './facts.ts';
import { type EntryData, type EntryType, type HistoryEntry, seal } from './history.ts';
import type { PortRequest } from './port-request.ts';
import type { Refusal } from './refusal.ts';
import type { Actor, Status } from './status.ts';

/** A request as it was read, as it shall be, and the history entries between the two: what one transaction writes. */
export type Recording = {
  /** Undefined for a request that is being created. */
  readonly before: PortRequest | undefined;
  readonly after: PortRequest;
  readonly entries: readonly HistoryEntry[];
  /** Texts that belong to entries and are kept beside the history. */
  readonly enclosures: readonly Enclosure[];
};

/** What a use case decided: a change to commit, nothing to change, or an expected refusal. */
export type Decision =
  | { readonly kind: 'change'; readonly recording: Recording }
  | { readonly kind: 'nothing_new'; readonly request: PortRequest }
  | Refusal;

/** Nothing has happened yet. */
export const startRecording = (request: PortRequest): Recording => ({
  before: request,
  after: request,
  entries: [],
  enclosures: [],
});

/** One thing that happens to a request, and the request as it makes it. */
export type Happening = {
  readonly type: EntryType;
  readonly actor: Actor;
  readonly data?: EntryData;
  /** A text that belongs to it and must not stand in the history. */
  readonly enclosure?: EnclosureContent;
  /** The request as this makes it; version, times and chain are filled in here. */
  readonly request: PortRequest;
  /** The status before it when that is not the recorded one: null for a creation. */
  readonly previousStatus?: Status | null;
};

/** Writes one thing that happened: the changed request, and its entry chained to the one before. */
export const record = (recording: Recording, facts: Facts, happening: Happening): Recording => {
  const { type, actor, data = {} } = happening;
  // What was erased stays so, whatever comes later: a note, a reason, an operator's words.
  const isErased = recording.after.erasedAt !== null;
  const request = isErased ? erasedRequest(happening.request) : happening.request;
  const enclosure =
    happening.enclosure && (isErased ? erasedEnclosureContent(happening.enclosure) : happening.enclosure);
  // Another machine's clock may be ahead: a history never goes back in time, nor does what pollers compare.
  const occurredAt = laterOf(toInstantText(facts.now), recording.after.updatedAt);
  const sequence = recording.after.version + 1;
  const entry = seal(
    {
      sequence,
      id: facts.newId('evt'),
      type,
      occurredAt,
      portRequestId: request.id,
      status: request.status,
      previousStatus:
        happening.previousStatus === undefined ? recording.after.status : happening.previousStatus,
      actor,
      attempt: request.attempts.at(-1)?.number ?? null,
      data,
    },
    recording.after.lastHash,
  );
  const dueAt = nextDueAt(request, facts.calendar);
  return {
    before: recording.before,
    after: {
      ...request,
      statusSince: entry.status === entry.previousStatus ? recording.after.statusSince : occurredAt,
      deskTasks: deskTasksAfter(request, entry),
      version: sequence,
      lastHash: entry.hash,
      updatedAt: occurredAt,
      dueAt: dueAt === undefined ? null : toInstantText(dueAt),
    },
    entries: [...recording.entries, entry],
    enclosures:
      enclosure === undefined
        ? recording.enclosures
        : [...recording.enclosures, { ...enclosure, sequence, id: entry.id, at: occurredAt, by: actor }],
  };
};

/** A recording as a decision: nothing new when it holds no entry. */
export const decided = (recording: Recording): Decision =>
  recording.entries.length === 0
    ? { kind: 'nothing_new', request: recording.after }
    : { kind: 'change', recording };
