import { firstBrokenSequence, firstPreviousHash, type HistoryEntry } from '../port-request/history.ts';
import type { PortRequest } from '../port-request/port-request.ts';

/** In what a record can disagree with its own history. */
export const disagreements = ['version', 'last_hash', 'status', 'attempt'] as const;

export type Disagreement = (typeof disagreements)[number];

/** What checking a history comes to. */
export type Verification = {
  readonly entries: number;
  /** The first entry that is not what was written; null: the chain is whole. */
  readonly firstBrokenSequence: number | null;
  readonly disagreements: readonly Disagreement[];
};

/** Whether a history is whole, and whether the record is what its newest entry left. */
export const verify = (request: PortRequest, history: readonly HistoryEntry[]): Verification => {
  const last = history.at(-1);
  const agrees: Readonly<Record<Disagreement, boolean>> = {
    version: request.version === (last?.sequence ?? 0),
    last_hash: request.lastHash === (last?.hash ?? firstPreviousHash),
    status: request.status === last?.status,
    attempt: (request.attempts.at(-1)?.number ?? null) === (last?.attempt ?? null),
  };
  return {
    entries: history.length,
    firstBrokenSequence: firstBrokenSequence(history) ?? null,
    disagreements: disagreements.filter((each) => !agrees[each]),
  };
};

/** Whether nothing was found. */
export const isWhole = (verification: Verification): boolean =>
  verification.firstBrokenSequence === null && verification.disagreements.length === 0;
