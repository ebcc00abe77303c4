import type { InstantText, LocalDate } from '../calendar/clock.ts';
import type { ProblemEntry } from '../problems/problem-entry.ts';
import type { AllowedAction } from './allowed-actions.ts';
import type { Status } from './status.ts';

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
