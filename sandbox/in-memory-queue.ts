import { Temporal } from 'temporal-polyfill';
import { type InstantText, toInstantText } from '../functions/calendar/clock.ts';
import { correlationAttribute, correlationId } from '../functions/runtime/correlation.ts';
import type { WorkHandler } from '../functions/runtime/work.ts';
import type { QueueName, WokenName } from '../operations/platform-metrics.ts';
import { newLambdaContext } from './lambda-context.ts';
import type { Waiting } from './simulated-platform.ts';
import type { VirtualClock } from './virtual-clock.ts';

/** What never got through, with how often it was tried: a dead-letter queue. */
export type DeadLetter = { readonly queue: QueueName | WokenName; readonly event: unknown };

/** A message that is not done: under way, or waiting to be delivered again. */
export type Undelivered = {
  readonly event: unknown;
  /** Deliveries so far, the one under way among them. */
  readonly receives: number;
  /** When it was put in. */
  readonly since: InstantText;
  /** When it is delivered next. */
  readonly at: InstantText;
};

type QueueOptions = {
  readonly name: QueueName | WokenName;
  readonly clock: VirtualClock;
  readonly handler: WorkHandler;
  readonly onDeadLetter: (letter: DeadLetter) => void;
  /** Deliveries before a message is put aside. */
  readonly maxReceives?: number;
  /** Whether its messages are worked on beside everything else: their worker waits for somebody outside. */
  readonly isBeside?: boolean;
  /** What was left in it when it was saved. */
  readonly saved?: readonly Undelivered[];
  /** Told of what waits, once something had to, and once nothing does any more. */
  readonly onWaiting?: (waiting: Waiting) => void;
  /** Told of a worker that died. */
  readonly onWorkerDied?: () => void;
};

/** A queue or stream: what is put in is delivered, what is not done yet can be saved. */
export type InMemoryQueue = {
  readonly put: (message: unknown) => void;
  /** Puts in an event that was put aside, as it was, with all its deliveries before it. */
  readonly putBack: (event: unknown) => void;
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
  onWaiting = () => {},
  onWorkerDied = () => {},
}: QueueOptions) => {
  const undelivered = new Set<Undelivered>();
  let measuredAt: InstantText | undefined;

  /** Once an instant, and only from the first message on that had to wait: most never do. */
  const measure = (): void => {
    const now = toInstantText(clock.now());
    if (undelivered.size === 0) {
      if (measuredAt !== undefined) onWaiting({ messages: 0, oldestSeconds: 0 });
      measuredAt = undefined;
      return;
    }
    if (measuredAt === now) return;
    measuredAt = now;
    const oldest = [...undelivered].map(({ since }) => since).sort()[0] ?? now;
    const oldestSeconds = clock.now().since(Temporal.Instant.from(oldest)).total('seconds');
    onWaiting({ messages: undelivered.size, oldestSeconds });
  };

  const isDone = async (event: unknown): Promise<boolean> => {
    try {
      const { batchItemFailures } = await handler(event, newLambdaContext());
      return batchItemFailures.length === 0;
    } catch {
      onWorkerDied();
      return false; // a worker that dies hands everything back
    }
  };

  const deliver = async (given: Undelivered): Promise<void> => {
    const { event, receives } = given;
    const done = await isDone(event);
    undelivered.delete(given);
    if (done) {
      if (undelivered.size === 0) measure();
      return;
    }
    if (receives >= maxReceives) onDeadLetter({ queue: name, event });
    else {
      const at = clock.now().add({ seconds: retryDelaySeconds });
      redeliver({ ...given, receives: receives + 1, at: toInstantText(at) });
    }
    measure();
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
      const now = toInstantText(clock.now());
      deliverSoon({ event, receives: 1, since: now, at: now });
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
    const id = correlationId();
    const messageAttributes =
      id === undefined ? {} : { [correlationAttribute]: { dataType: 'String', stringValue: id } };
    const messageId = `${options.name}-${count}`;
    deliver({ Records: [{ messageId, body: JSON.stringify(message), messageAttributes }] });
  };
  return { put, putBack: deliver, save };
};

/** The stream of a table in memory, with the event form of DynamoDB Streams. */
export const createInMemoryStream = (options: QueueOptions): InMemoryQueue => {
  const { deliver, save } = createDelivery(options);
  let count = 0;
  const put = (entry: unknown): void => {
    count += 1;
    const id = correlationId();
    const NewImage = {
      entry: { S: JSON.stringify(entry) },
      ...(id === undefined ? {} : { [correlationAttribute]: { S: id } }),
    };
    deliver({ Records: [{ eventName: 'INSERT', dynamodb: { SequenceNumber: `${count}`, NewImage } }] });
  };
  return { put, putBack: deliver, save };
};
