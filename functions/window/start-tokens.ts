import { createHash, randomBytes } from 'node:crypto';

/** A start link that was mailed: for which attempt, and how often a confirmation was tried. */
export type StartToken = {
  readonly portRequestId: string;
  readonly attempt: number;
  /** Void once the attempt's generation has moved on. */
  readonly generation: number;
  readonly tries: number;
  /** A new link was mailed in the place of this one, which was locked. */
  readonly replaced?: true;
};

/** Tries after which a link is locked: four digits must not be found by trying (contract: wrong five times). */
export const maxTries = 5;

/** The start links given out, by the hash of their token: whoever reads the store cannot start a port. */
export interface StartTokens {
  readonly keep: (hash: string, token: StartToken) => Promise<void>;
  readonly find: (hash: string) => Promise<StartToken | undefined>;
  /**
   * Counts one more try, before it is judged: of a thousand at once, five are judged. Answers how many there have been,
   * this one included.
   */
  readonly countTry: (hash: string) => Promise<number>;
  /** Voids this one link, in whose place a new one was mailed. Doing it again changes nothing. */
  readonly replace: (hash: string) => Promise<void>;
}

/** 256 random bits, as they stand in the mailed link. */
export const newStartToken = (): string => randomBytes(32).toString('base64url');

/** SHA-256 of a token in hex: what is stored, so that a leaked table opens nothing. */
export const hashOfStartToken = (token: string): string => createHash('sha256').update(token).digest('hex');
