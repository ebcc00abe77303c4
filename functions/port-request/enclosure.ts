import type { InstantText } from '../calendar/clock.ts';
import type { Actor } from './status.ts';

/**
 * A text that belongs to a history entry and must not stand in it: it is kept beside the history, so that erasing it
 * leaves the chain whole.
 */
export type EnclosureContent =
  | { readonly kind: 'note'; readonly visibility: 'shared' | 'desk'; readonly text: string }
  | {
      readonly kind: 'refused_event';
      readonly webhookId: string;
      readonly type: string;
      readonly attempt: number;
      /** Why it was refused: a code of the problem catalogue. */
      readonly code: string;
      /** As it came. */
      readonly body: unknown;
    };

/** An enclosure with the entry it belongs to. */
export type Enclosure = EnclosureContent & {
  /** The entry's sequence: no two enclosures of a request have the same. */
  readonly sequence: number;
  /** The entry's id, when it happened, and who did it. */
  readonly id: string;
  readonly at: InstantText;
  readonly by: Actor;
};
