import { setTimeout as wait } from 'node:timers/promises';
import { inspect } from 'node:util';

/** Thrown when something did not come about in time; says what was seen last. */
export class NeverHappenedError extends Error {
  override readonly name = 'NeverHappenedError';
}

type Patience = { readonly seconds?: number; readonly everyMilliseconds?: number };

/**
 * Looks again and again until what it sees is as it should be, and answers that. A look that throws counts as one that saw the
 * error.
 * @param what Completes the sentence "Never saw …".
 * @throws NeverHappenedError after the seconds, 60 unless given.
 */
export const eventually = async <Seen>(
  what: string,
  look: () => Promise<Seen>,
  isRight: (seen: Seen) => boolean,
  { seconds = 60, everyMilliseconds = 200 }: Patience = {},
): Promise<Seen> => {
  const deadline = Date.now() + seconds * 1_000;
  for (;;) {
    let lastSeen: unknown;
    try {
      const seen = await look();
      if (isRight(seen)) return seen;
      lastSeen = seen;
    } catch (error) {
      lastSeen = error;
    }
    if (Date.now() > deadline)
      throw new NeverHappenedError(
        `Never saw ${what} within ${seconds} s, but at last: ${inspect(lastSeen, { depth: 6 })}`,
      );
    await wait(everyMilliseconds);
  }
};
