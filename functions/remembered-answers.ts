import type { InstantText } from './calendar/clock.ts';

/** An answer that was given once, to be given again: for a client's idempotency key, or for an operator's event id. */
export type RememberedAnswer = {
  /** Whose key it is and for what: tenant, method and path; or an operator. */
  readonly scope: string;
  readonly key: string;
  /** SHA-256 of the body as a JSON value: another body under the same key is refused. */
  readonly fingerprint: string;
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  /** From then on no store may give it again, even where it deletes late. */
  readonly expiresAt: InstantText;
};

/** Answers that were given to keys, outside of a change. */
export interface RememberedAnswers {
  readonly find: (scope: string, key: string) => Promise<RememberedAnswer | undefined>;
  /** Keeps an answer unless the key has one; the answer that is kept. */
  readonly keep: (answer: RememberedAnswer) => Promise<RememberedAnswer>;
}

const neverAsked = async (): Promise<never> => {
  throw new Error('A route without idempotency keys asked for a remembered answer');
};

/** For routes whose calls have no keys, those that read and PATCH: their functions need no table of answers. */
export const noRememberedAnswers: RememberedAnswers = { find: neverAsked, keep: neverAsked };
