import {
  DeleteMessageBatchCommand,
  GetQueueAttributesCommand,
  type Message,
  type QueueAttributeName,
  ReceiveMessageCommand,
  SendMessageBatchCommand,
  type SQSClient,
} from '@aws-sdk/client-sqs';
import { type DeadLetters, mostTakenAtOnce, type Taken } from '../repair/dead-letters.ts';
import type { QueueName, WokenName } from '../repair/queue-names.ts';
import { QueueRefusedError } from './sqs-batches.ts';

/** Where dead letters are, and where they came from; what is woken without a queue has none. */
export type QueueAddresses = {
  readonly work: Readonly<Record<QueueName, { readonly url: string; readonly deadLettersUrl: string }>>;
  readonly woken: Readonly<Record<WokenName, { readonly deadLettersUrl: string }>>;
};

/** Long enough that all of SQS's servers are asked: an empty answer then means an empty queue. */
const receiveSeconds = 2;

/** How long messages are hidden from others while they are put back: longer than that takes. */
const hiddenSeconds = 60;

const waitingAttributes: readonly QueueAttributeName[] = [
  'ApproximateNumberOfMessages',
  'ApproximateNumberOfMessagesNotVisible',
  'ApproximateNumberOfMessagesDelayed',
];

/**
 * Dead letters on SQS. A message is sent as it was: its body, its group, what tells repeats apart, and the id that its log lines are
 * found by. Only what SQS says it took is deleted.
 */
export const sqsDeadLetters = ({
  client,
  addresses: { work, woken },
}: {
  readonly client: SQSClient;
  readonly addresses: QueueAddresses;
}): DeadLetters => {
  /** How many messages a queue holds, whatever becomes of them just now. */
  const messagesIn = async (queueUrl: string): Promise<number> => {
    const { Attributes = {} } = await client.send(
      new GetQueueAttributesCommand({ QueueUrl: queueUrl, AttributeNames: [...waitingAttributes] }),
    );
    return waitingAttributes.reduce((sum, name) => sum + Number(Attributes[name] ?? 0), 0);
  };

  const receive = async (queueUrl: string, limit: number): Promise<readonly Message[]> => {
    const { Messages = [] } = await client.send(
      new ReceiveMessageCommand({
        QueueUrl: queueUrl,
        MaxNumberOfMessages: Math.min(limit, mostTakenAtOnce),
        WaitTimeSeconds: receiveSeconds,
        VisibilityTimeout: hiddenSeconds,
        MessageAttributeNames: ['All'],
        MessageSystemAttributeNames: ['MessageGroupId', 'MessageDeduplicationId'],
      }),
    );
    return Messages;
  };

  /** Those that the queue took. @throws QueueRefusedError when it took none. */
  const send = async (queueUrl: string, messages: readonly Message[]): Promise<readonly Message[]> => {
    const { Failed = [] } = await client.send(
      new SendMessageBatchCommand({
        QueueUrl: queueUrl,
        Entries: messages.map(({ Body, MessageAttributes, Attributes }, index) => ({
          Id: `${index}`,
          MessageBody: Body,
          MessageAttributes,
          MessageGroupId: Attributes?.MessageGroupId,
          MessageDeduplicationId: Attributes?.MessageDeduplicationId,
        })),
      }),
    );
    const taken = messages.filter((_, index) => !Failed.some(({ Id }) => Id === `${index}`));
    if (taken.length === 0) {
      const codes = [...new Set(Failed.map(({ Code = 'unknown' }) => Code))].join(', ');
      throw new QueueRefusedError(`${messages.length} messages were refused: ${codes}`);
    }
    return taken;
  };

  const remove = async (queueUrl: string, messages: readonly Message[]): Promise<Taken> => {
    if (messages.length > 0) {
      const { Failed = [] } = await client.send(
        new DeleteMessageBatchCommand({
          QueueUrl: queueUrl,
          Entries: messages.map(({ ReceiptHandle }, index) => ({ Id: `${index}`, ReceiptHandle })),
        }),
      );
      // It shows again in a minute, and may be taken once more: work done twice is harmless.
      if (Failed.length === messages.length)
        throw new QueueRefusedError(`${messages.length} messages could not be taken off the dead letters`);
    }
    return { taken: messages.length, left: await messagesIn(queueUrl) };
  };

  const isWork = (name: QueueName | WokenName): name is QueueName => Object.hasOwn(work, name);

  return {
    count: async (name) => {
      if (!isWork(name)) return { waiting: 0, dead: await messagesIn(woken[name].deadLettersUrl) };
      const { url, deadLettersUrl } = work[name];
      const [waiting, dead] = await Promise.all([messagesIn(url), messagesIn(deadLettersUrl)]);
      return { waiting, dead };
    },
    redrive: async (queue, limit) => {
      const { url, deadLettersUrl } = work[queue];
      const messages = await receive(deadLettersUrl, limit);
      return remove(deadLettersUrl, messages.length === 0 ? [] : await send(url, messages));
    },
    discard: async (name, limit) => {
      const { deadLettersUrl } = woken[name];
      return remove(deadLettersUrl, await receive(deadLettersUrl, limit));
    },
  };
};
