import { describe, expect, test } from 'vitest';
import type { DeadLetters } from '../../functions/repair/dead-letters.ts';
import type { QueueName, WokenName } from '../../functions/repair/queue-names.ts';

/** Dead letters of a service whose workers take what they are given. */
export type DeadLettersWorld = {
  readonly deadLetters: DeadLetters;
  /** Puts a message aside, as if it had failed for good. */
  readonly putAside: (name: QueueName | WokenName, body: string) => Promise<void>;
  /** The bodies that the worker of a queue was handed; resolves once there are so many. */
  readonly received: (queue: QueueName, count: number) => Promise<readonly string[]>;
};

/** What all dead letters promise. */
export const describeDeadLetters = (name: string, makeWorld: () => Promise<DeadLettersWorld>): void => {
  describe(`${name}: dead letters`, () => {
    test('are put back in order, no more than asked for, until none is left', async () => {
      const { deadLetters, putAside, received } = await makeWorld();
      const bodies = ['1', '2', '3', '4'];
      for (const body of bodies) await putAside('publications', body);
      await putAside('mails', 'other');
      expect(await deadLetters.count('publications')).toEqual({ waiting: 0, dead: 4 });
      expect(await deadLetters.redrive('publications', 3)).toEqual({ taken: 3, left: 1 });
      expect(await deadLetters.redrive('publications', 10)).toEqual({ taken: 1, left: 0 });
      expect(await received('publications', 4)).toEqual(bodies);
      expect(await deadLetters.redrive('publications', 10)).toEqual({ taken: 0, left: 0 });
      expect((await deadLetters.count('mails')).dead).toBe(1);
      expect(await deadLetters.redrive('mails', 1)).toEqual({ taken: 1, left: 0 });
      expect(await received('mails', 1)).toEqual(['other']);
    });

    test('are thrown away where they are no work', async () => {
      const { deadLetters, putAside } = await makeWorld();
      for (const body of ['1', '2', '3']) await putAside('relay', body);
      expect(await deadLetters.discard('relay', 2)).toEqual({ taken: 2, left: 1 });
      expect(await deadLetters.discard('relay', 10)).toEqual({ taken: 1, left: 0 });
      expect(await deadLetters.discard('relay', 10)).toEqual({ taken: 0, left: 0 });
      expect(await deadLetters.count('relay')).toEqual({ waiting: 0, dead: 0 });
    });
  });
};
