import { Temporal } from 'temporal-polyfill';
import { type InstantText, toInstantText } from '../functions/calendar/clock.ts';
import type { WorkHandler } from '../functions/runtime/work.ts';
import { lambdaContext } from './lambda-context.ts';
import type { VirtualClock } from './virtual-clock.ts';

/** What never got through, with how often it was tried: a dead-letter queue. */
export type DeadLetter = { readonly queue: string; readonly event: unknown };

/** A message that is not done: under way, or waiting to be delivered again. */
export type Undelivered = {
  readonly event: unknown;
  /** Deliveries so far, the one under way among them. */
  readonly receives: number;
  /** When it is delivered next. */
  readonly at: InstantText;
};

type QueueOptions = {
  readonly name: string;
  readonly clock: VirtualClock;
  readonly handler: WorkHandler;
  readonly onDeadLetter: (letter: DeadLetter) => void;
  /** Deliveries before a message is put aside. */
  readonly maxReceives?: number;
  /** Whether its messages are worked on beside everything else: their worker waits for somebody outside. */
  readonly isBeside?: boolean;
  /** What was left in it when it was saved. */
  readonly saved?: readonly Undelivered[];
};

/** A queue or stream: what is put in is delivered, what is not done yet can be saved. */
export type InMemoryQueue = {
  readonly put: (message: unknown) => void;
  readonly save: () => readonly Undelivered[];
};

const usualMaxReceives = 5;
const retryDelaySeconds = 60;

/** Hands events to a worker, one at a time and in order unless it works beside; one that fails comes again after a minute, until it is put aside. */
const createDelivery = ({
  name,
  clock,
  handler,
  onDeadLetter,
  maxReceives = usualMaxReceives,
  isBeside = false,
  saved = [],
}: QueueOptions) => {
  const undelivered = new Set<Undelivered>();

  const isDone = async (event: unknown): Promise<boolean> => {
    try {
      const { batchItemFailures } = await handler(event, lambdaContext);
      return batchItemFailures.length === 0;
    } catch {
      return false; // a worker that dies hands everything back
    }
  };

  const deliver = async (given: Undelivered): Promise<void> => {
    const { event, receives } = given;
    const done = await isDone(event);
    undelivered.delete(given);
    if (done) return;
    if (receives >= maxReceives) {
      onDeadLetter({ queue: name, event });
      return;
    }
    const at = clock.now().add({ seconds: retryDelaySeconds });
    redeliver({ event, receives: receives + 1, at: toInstantText(at) });
  };

  const redeliver = (given: Undelivered): void => {
    undelivered.add(given);
    clock.at(Temporal.Instant.from(given.at), `${name} redelivery`, async () => deliverSoon(given));
  };

  const deliverSoon = (given: Undelivered): void => {
    undelivered.add(given);
    if (isBeside) clock.enqueueBeside(() => deliver(given));
    else clock.enqueue(() => deliver(given));
  };

  for (const each of saved) redeliver(each);

  return {
    deliver: (event: unknown): void => {
      deliverSoon({ event, receives: 1, at: toInstantText(clock.now()) });
    },
    save: () => [...undelivered],
  };
};

/** A queue in memory, with the event form of SQS. */
export const createInMemoryQueue = (options: QueueOptions): InMemoryQueue => {
  const { deliver, save } = createDelivery(options);
  let count = 0;
  const put = (message: unknown): void => {
    count += 1;
    deliver({ Records: [{ messageId: `${options.name}-${count}`, body: JSON.stringify(message) }] });
  };
  return { put, save };
};

/** The stream of a table in memory, with the event form of DynamoDB Streams. */
export const createInMemoryStream = (options: QueueOptions): InMemoryQueue => {
  const { deliver, save } = createDelivery(options);
  let count = 0;
  const put = (entry: unknown): void => {
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
  return { put, save };
};
