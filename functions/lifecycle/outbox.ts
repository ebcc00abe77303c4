import type { Temporal } from 'temporal-polyfill';
import type { HistoryEntry } from '../port-request/history.ts';

/**
 * The history entries whose consequences are not known to be done. Every entry is written into it with its change, so
 * an entry the relay never saw, or gave up on, is still here for the sweeper.
 */
export interface Outbox {
  /** Entries written before an instant (wall clock) that nobody has followed up yet, oldest first. */
  readonly unhandled: (writtenBefore: Temporal.Instant, limit: number) => Promise<readonly HistoryEntry[]>;
  /** Puts an entry that could not be followed up behind all that were written until `until`: it must not hold them back. */
  readonly postpone: (
    entry: Pick<HistoryEntry, 'portRequestId' | 'sequence'>,
    until: Temporal.Instant,
  ) => Promise<void>;
  /**
   * Everything that follows from an entry is done. Answers whether that was said for the first time: saying it again changes nothing,
   * and is false, as it is of an entry that nobody wrote. An answer that gets lost on its way may make the first time look like a later
   * one, never the other way round.
   */
  readonly handled: (entry: Pick<HistoryEntry, 'portRequestId' | 'sequence'>) => Promise<boolean>;
}
