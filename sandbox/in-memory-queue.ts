import type { WorkHandler } from '../functions/runtime/work.ts';
import { lambdaContext } from './lambda-context.ts';
import type { VirtualClock } from './virtual-clock.ts';

/** What never got through, with how often it was tried: a dead-letter queue. */
export type DeadLetter = { readonly queue: string; readonly event: unknown };

type QueueOptions = {
  readonly name: string;
  readonly clock: VirtualClock;
  readonly handler: WorkHandler;
  readonly onDeadLetter: (letter: DeadLetter) => void;
};

const maxReceives = 5;
const retryDelaySeconds = 60;

/** Hands events to a worker one at a time, in order; one that fails comes again after a minute, five times in all. */
const createDelivery = ({ name, clock, handler, onDeadLetter }: QueueOptions) => {
  const deliver = async (event: unknown, receives: number): Promise<void> => {
    const { batchItemFailures } = await handler(event, lambdaContext);
    if (batchItemFailures.length === 0) return;
    if (receives >= maxReceives) {
      onDeadLetter({ queue: name, event });
      return;
    }
    clock.at(clock.now().add({ seconds: retryDelaySeconds }), `${name} redelivery`, () =>
      deliver(event, receives + 1),
    );
  };
  return (event: unknown) => clock.enqueue(() => deliver(event, 1));
};

/** A queue in memory, with the event form of SQS. */
export const createInMemoryQueue = (options: QueueOptions): ((message: unknown) => void) => {
  const deliver = createDelivery(options);
  let count = 0;
  return (message) => {
    count += 1;
    deliver({ Records: [{ messageId: `${options.name}-${count}`, body: JSON.stringify(message) }] });
  };
};

/** The stream of a table in memory, with the event form of DynamoDB Streams. */
export const createInMemoryStream = (options: QueueOptions): ((entry: unknown) => void) => {
  const deliver = createDelivery(options);
  let count = 0;
  return (entry) => {
    count += 1;
    deliver({
      Records: [
        {
          eventName: 'INSERT',
          dynamodb: { SequenceNumber: `${count}`, NewImage: { entry: { S: JSON.stringify(entry) } } },
        },
      ],
    });
  };
};
