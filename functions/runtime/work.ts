import middy from '@middy/core';
import type { Context, DynamoDBBatchResponse, SQSBatchResponse } from 'aws-lambda';
import * as z from 'zod';
import type { Work } from '../metrics/metric-catalogue.ts';
import { measured } from '../metrics/metrics.ts';
import { correlated, correlationAttribute } from './correlation.ts';
import { idsIn } from './log.ts';
import type { Telemetry } from './telemetry.ts';

/** A Lambda function that a queue or a table's stream feeds; it names the records that have to come again. */
export type WorkHandler = (
  event: unknown,
  context: Context,
) => Promise<SQSBatchResponse | DynamoDBBatchResponse>;

type WorkDeps = Telemetry;

const queueEvent = z.object({
  Records: z.array(
    z.object({
      messageId: z.string(),
      body: z.string(),
      messageAttributes: z
        .object({ [correlationAttribute]: z.object({ stringValue: z.string().optional() }).optional() })
        .optional(),
    }),
  ),
});

/**
 * Wraps the worker of a queue: each message stands alone, one that fails comes again without the others. It is worked on under the id
 * of what put it there; those of others, which bring none, under their own.
 */
export const queue = <Message extends z.ZodType, Deps extends WorkDeps>(
  { name, message }: { readonly name: Work; readonly message: Message },
  deps: () => Deps,
  work: (deps: Deps, message: z.output<Message>) => Promise<void>,
): WorkHandler =>
  middy<unknown, SQSBatchResponse>().handler(async (event: unknown) => {
    const real = deps();
    const batchItemFailures: { itemIdentifier: string }[] = [];
    const isDone = async (messageId: string, body: string): Promise<boolean> => {
      let ids = idsIn(undefined);
      try {
        const given: unknown = JSON.parse(body);
        ids = idsIn(given);
        await work(real, message.parse(given));
        real.log.info('work.completed', { work: name, ...ids });
        return true;
      } catch (error) {
        real.metrics.put([measured('WorkFailures', { Work: name })]);
        real.log.error('work.failed', { work: name, messageId, ...ids }, error);
        return false;
      }
    };
    for (const { messageId, body, messageAttributes } of queueEvent.parse(event).Records) {
      const id = messageAttributes?.[correlationAttribute]?.stringValue ?? messageId;
      if (!(await correlated(id, () => isDone(messageId, body))))
        batchItemFailures.push({ itemIdentifier: messageId });
    }
    return { batchItemFailures };
  });

const streamEvent = z.object({
  Records: z.array(
    z.object({
      eventName: z.string().optional(),
      dynamodb: z.object({
        SequenceNumber: z.string(),
        NewImage: z
          .object({
            entry: z.object({ S: z.string() }).optional(),
            [correlationAttribute]: z.object({ S: z.string() }).optional(),
          })
          .optional(),
      }),
    }),
  ),
});

/**
 * Wraps the reader of the table's stream. Only inserted items with an `entry` are read: history entries, whose text is
 * kept as it was hashed. A record that fails stops the batch there, because a request's entries have an order. Each is read under the
 * id of what wrote it, which stands beside the entry.
 */
export const stream = <Entry extends z.ZodType, Deps extends WorkDeps>(
  { name, entry }: { readonly name: Work; readonly entry: Entry },
  deps: () => Deps,
  work: (deps: Deps, entry: z.output<Entry>) => Promise<void>,
): WorkHandler =>
  middy<unknown, DynamoDBBatchResponse>().handler(async (event: unknown) => {
    const real = deps();
    const isDone = async (sequenceNumber: string, text: string): Promise<boolean> => {
      let ids = idsIn(undefined);
      try {
        const given: unknown = JSON.parse(text);
        ids = idsIn(given);
        await work(real, entry.parse(given));
        real.log.info('work.completed', { work: name, ...ids });
        return true;
      } catch (error) {
        real.metrics.put([measured('WorkFailures', { Work: name })]);
        real.log.error('work.failed', { work: name, sequenceNumber, ...ids }, error);
        return false;
      }
    };
    for (const { eventName, dynamodb } of streamEvent.parse(event).Records) {
      const { NewImage: item, SequenceNumber: sequenceNumber } = dynamodb;
      const text = item?.entry?.S;
      if (eventName !== 'INSERT' || text === undefined) continue;
      // Entries of earlier versions of the service have none.
      const id = item?.[correlationAttribute]?.S ?? sequenceNumber;
      if (!(await correlated(id, () => isDone(sequenceNumber, text))))
        return { batchItemFailures: [{ itemIdentifier: sequenceNumber }] };
    }
    return { batchItemFailures: [] };
  });
