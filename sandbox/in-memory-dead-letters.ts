import type { DeadLetters, Taken } from '../functions/repair/dead-letters.ts';
import { type QueueName, queueNames, type WokenName } from '../functions/repair/queue-names.ts';
import type { DeadLetter, InMemoryQueue } from './in-memory-queue.ts';

type DeadLettersOptions = {
  /** Everything that was put aside, oldest first; what is taken off goes out of it. */
  readonly letters: DeadLetter[];
  readonly queueOf: (name: QueueName) => InMemoryQueue;
  /** Told how many there are of one kind, whenever that changes. */
  readonly onCount: (name: QueueName | WokenName, count: number) => void;
};

/** The dead letters of a world, with the way back to their queues. */
export const createInMemoryDeadLetters = ({ letters, queueOf, onCount }: DeadLettersOptions): DeadLetters => {
  const of = (name: QueueName | WokenName) => letters.filter(({ queue }) => queue === name);
  const isWork = (name: QueueName | WokenName): name is QueueName =>
    queueNames.some((queue) => queue === name);

  const take = (name: QueueName | WokenName, limit: number, use: (letter: DeadLetter) => void): Taken => {
    const taken = of(name).slice(0, limit);
    for (const letter of taken) {
      use(letter);
      letters.splice(letters.indexOf(letter), 1);
    }
    const left = of(name).length;
    if (taken.length > 0) onCount(name, left);
    return { taken: taken.length, left };
  };

  return {
    count: async (name) => ({
      waiting: isWork(name) ? queueOf(name).save().length : 0,
      dead: of(name).length,
    }),
    redrive: async (name, limit) => take(name, limit, ({ event }) => queueOf(name).putBack(event)),
    discard: async (name, limit) => take(name, limit, () => {}),
  };
};
