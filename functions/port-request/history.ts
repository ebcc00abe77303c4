import { createHash } from 'node:crypto';
import canonicalize from 'canonicalize';
import type { InstantText } from '../calendar/clock.ts';
import type { Actor, Status } from './status.ts';

/** Everything that can happen to a port request or to one of its incidents. */
export const entryTypes = [
  'port_request.created',
  'port_request.corrected',
  'port_request.submitted',
  'port_request.sent_to_operator',
  'port_request.acknowledged',
  'port_request.answer_delayed',
  'port_request.answer_overdue',
  'port_request.approved',
  'port_request.rejected',
  'port_request.window_opened',
  'port_request.reminded',
  'port_request.started',
  'port_request.partly_completed',
  'port_request.completed',
  'port_request.interruption_warned',
  'port_request.interruption_overrun',
  'port_request.failed',
  'port_request.expired',
  'port_request.replanned',
  'port_request.cancelled',
  'port_request.noted',
  'port_request.operator_event_refused',
  'port_request.compensation_due',
  'port_request.mail_bounced',
  'port_request.date_planned',
  'port_request.start_link_renewed',
  'port_request.return_requested',
  'port_request.return_completed',
  'port_request.return_refused',
  'incident.opened',
  'incident.examples_added',
  'incident.escalated',
  'incident.updated',
  'incident.resolved',
] as const;

export type EntryType = (typeof entryTypes)[number];

/** Ids, codes, dates, counts and positions only: never a name, a phone number or a free text, so that erasure leaves the chain whole. */
export type EntryData = Readonly<
  Record<string, string | number | boolean | null | readonly (string | number)[]>
>;

/** One thing that happened to a request (F22), chained to the one before it. */
export type HistoryEntry = {
  /** 1, 2, 3 … without a gap, per request; also the request's version after it. */
  readonly sequence: number;
  readonly id: string;
  readonly type: EntryType;
  readonly occurredAt: InstantText;
  readonly portRequestId: string;
  readonly status: Status;
  readonly previousStatus: Status | null;
  readonly actor: Actor;
  /** The attempt it belongs to; null before the first submission. */
  readonly attempt: number | null;
  readonly data: EntryData;
  readonly previousHash: string;
  readonly hash: string;
};

/** The `previousHash` of a request's first entry. */
export const firstPreviousHash = '0'.repeat(64);

type Unsealed = Omit<HistoryEntry, 'previousHash' | 'hash'>;

const hashOf = (entry: Unsealed, previousHash: string): string =>
  createHash('sha256')
    .update(`${previousHash}\n${canonicalize(entry)}`, 'utf8')
    .digest('hex');

/** Chains an entry to the one before it: SHA-256 over that one's hash and the entry as canonical JSON (RFC 8785). */
export const seal = (entry: Unsealed, previousHash: string): HistoryEntry => ({
  ...entry,
  previousHash,
  hash: hashOf(entry, previousHash),
});

/**
 * The first sequence at which a history is not what was written: an altered, missing, doubled or moved entry.
 * Undefined when the chain is whole.
 */
export const firstBrokenSequence = (entries: readonly HistoryEntry[]): number | undefined => {
  let expectedPreviousHash = firstPreviousHash;
  for (const [index, { hash, previousHash, ...entry }] of entries.entries()) {
    const isWhole =
      entry.sequence === index + 1 &&
      previousHash === expectedPreviousHash &&
      hash === hashOf(entry, previousHash);
    if (!isWhole) return index + 1;
    expectedPreviousHash = hash;
  }
  return undefined;
};
