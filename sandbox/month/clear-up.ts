import { mostTakenAtOnce } from '../../functions/repair/dead-letters.ts';
import type { DeskCommand } from '../../functions/repair/desk-command.ts';
import { type QueueName, queueNames, type WokenName } from '../../operations/platform-metrics.ts';
import type { World } from '../world.ts';

const isQueue = (name: QueueName | WokenName): name is QueueName =>
  queueNames.some((queue) => queue === name);

const commandFor = (name: QueueName | WokenName): DeskCommand =>
  isQueue(name)
    ? { askedBy: 'operations', command: 'redrive', queue: name }
    : { askedBy: 'operations', command: 'purge', queue: name };

/** Operations put back what was put aside, and throw away what was left by something that is woken. */
export const clearUp = async (world: World): Promise<void> => {
  const counts = Map.groupBy(world.deadLetters(), ({ queue }) => queue);
  for (const [name, letters] of counts)
    for (let left = letters.length; left > 0; left -= mostTakenAtOnce) await world.askDesk(commandFor(name));
  await world.clock.settle();
};
