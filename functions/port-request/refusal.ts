import type { InstantText, LocalDate } from '../calendar/clock.ts';
import type { EntryParameters } from '../entry-text.ts';
import type { EntryCode } from '../problem-catalogue.ts';
import type { AllowedAction } from './allowed-actions.ts';
import type { Status } from './status.ts';

/** One thing that is wrong, or doubtful, and where. Its texts come from the catalogue, in the reader's language. */
export type ProblemEntry = {
  readonly code: EntryCode;
  /** JSON Pointer into the body. */
  readonly pointer: string;
  /** What the catalogue's texts need to be precise. */
  readonly parameters?: EntryParameters;
  /** Further members of the entry as it is sent, for a caller that acts on it: `earliestDate`, `numbers` … */
  readonly members?: Readonly<Record<string, unknown>>;
};

/** Expected refusals: values, so that a new one fails to compile where it is not answered. */
export type Refusal =
  | { readonly kind: 'unknown' }
  /** The request has changed since the version that the caller named. */
  | { readonly kind: 'superseded' }
  | {
      readonly kind: 'move_not_allowed';
      readonly status: Status;
      readonly allowedActions: readonly AllowedAction[];
    }
  | {
      readonly kind: 'window_closed';
      /** Next opening; null once the window is over. */
      readonly opensAt: InstantText | null;
      /** End of that day's hours; null once the window is over. */
      readonly closesAt: InstantText | null;
      readonly lastDay: LocalDate;
    }
  | { readonly kind: 'refused'; readonly problems: readonly ProblemEntry[] }
  | { readonly kind: 'numbers_taken'; readonly problems: readonly ProblemEntry[] };
