import { SendMessageBatchCommand, SQSClient, type SQSClientConfig } from '@aws-sdk/client-sqs';
import { correlationAttribute, correlationId } from '../runtime/correlation.ts';
import { requestLimits } from './request-limits.ts';

/** A client of SQS. It may repeat a call: every message may come twice anyway. */
export const queueClient = (config: SQSClientConfig = {}): SQSClient =>
  new SQSClient({ ...requestLimits, ...config });

/** Thrown when a queue did not take messages, also not on a second try; names SQS's codes and nothing of the messages. */
export class QueueRefusedError extends Error {
  override readonly name = 'QueueRefusedError';
}

/** One message: its body as the queue's worker parses it. */
export type OutgoingMessage = {
  readonly body: unknown;
  readonly delaySeconds?: number;
  /** On a FIFO queue only: messages of one group are handed out one after the other. */
  readonly groupId?: string;
  /** On a FIFO queue only: of messages that share it within five minutes, the first counts. */
  readonly deduplicationId?: string;
};

/** SQS takes no more in one call. */
const batchSize = 10;

type Destination = { readonly client: SQSClient; readonly queueUrl: string };

type Refused = { readonly message: OutgoingMessage; readonly code: string };

/** The id that whoever works on a message goes on with; what comes of no call has none. */
const correlationAttributes = () => {
  const id = correlationId();
  return id === undefined ? undefined : { [correlationAttribute]: { DataType: 'String', StringValue: id } };
};

/** Sends one batch; what was not taken, with why. One call may take some messages and refuse others. */
const sendBatch = async (
  { client, queueUrl }: Destination,
  messages: readonly OutgoingMessage[],
): Promise<readonly Refused[]> => {
  const attributes = correlationAttributes();
  const { Failed = [] } = await client.send(
    new SendMessageBatchCommand({
      QueueUrl: queueUrl,
      Entries: messages.map(({ body, delaySeconds, groupId, deduplicationId }, index) => ({
        Id: `${index}`,
        MessageBody: JSON.stringify(body),
        MessageAttributes: attributes,
        DelaySeconds: delaySeconds,
        MessageGroupId: groupId,
        MessageDeduplicationId: deduplicationId,
      })),
    }),
  );
  return Failed.flatMap(({ Id, Code }) => {
    const message = messages[Number(Id)];
    return message === undefined ? [] : [{ message, code: Code ?? 'unknown' }];
  });
};

const putBatch = async (to: Destination, messages: readonly OutgoingMessage[]): Promise<void> => {
  const refused = await sendBatch(to, messages);
  if (refused.length === 0) return;
  const refusedAgain = await sendBatch(
    to,
    refused.map(({ message }) => message),
  );
  if (refusedAgain.length === 0) return;
  const codes = [...new Set(refusedAgain.map(({ code }) => code))].join(', ');
  throw new QueueRefusedError(`${refusedAgain.length} of ${messages.length} messages were refused: ${codes}`);
};

/**
 * Puts messages on a queue, ten per call, several calls at once. A message that was refused is tried once more.
 * @throws QueueRefusedError when one is refused again. The others may be on the queue, so the caller's retry doubles them.
 */
export const putMessages = async (to: Destination, messages: readonly OutgoingMessage[]): Promise<void> => {
  const batches = Array.from({ length: Math.ceil(messages.length / batchSize) }, (_, index) =>
    messages.slice(index * batchSize, (index + 1) * batchSize),
  );
  await Promise.all(batches.map((batch) => putBatch(to, batch)));
};
