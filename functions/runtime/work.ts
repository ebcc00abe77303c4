import middy from '@middy/core';
import type { Context, DynamoDBBatchResponse, SQSBatchResponse } from 'aws-lambda';
import * as z from 'zod';
import type { Work } from '../metrics/metric-catalogue.ts';
import { measured } from '../metrics/metrics.ts';
import { idsIn, type LogFields } from './log.ts';
import type { Telemetry } from './telemetry.ts';

/** A Lambda function that a queue or a table's stream feeds; it names the records that have to come again. */
export type WorkHandler = (
  event: unknown,
  context: Context,
) => Promise<SQSBatchResponse | DynamoDBBatchResponse>;

type WorkDeps = Telemetry;

const queueEvent = z.object({
  Records: z.array(z.object({ messageId: z.string(), body: z.string() })),
});

/** Wraps the worker of a queue: each message stands alone, one that fails comes again without the others. */
export const queue = <Message extends z.ZodType, Deps extends WorkDeps>(
  { name, message }: { readonly name: Work; readonly message: Message },
  deps: () => Deps,
  work: (deps: Deps, message: z.output<Message>) => Promise<void>,
): WorkHandler =>
  middy<unknown, SQSBatchResponse>().handler(async (event: unknown) => {
    const real = deps();
    const batchItemFailures: { itemIdentifier: string }[] = [];
    for (const { messageId, body } of queueEvent.parse(event).Records) {
      let ids: LogFields = {};
      try {
        const given: unknown = JSON.parse(body);
        ids = idsIn(given);
        await work(real, message.parse(given));
        real.log.info('work.completed', { work: name, ...ids });
      } catch (error) {
        real.metrics.put([measured('WorkFailures', { Work: name })]);
        real.log.error('work.failed', { work: name, messageId, ...ids }, error);
        batchItemFailures.push({ itemIdentifier: messageId });
      }
    }
    return { batchItemFailures };
  });

const streamEvent = z.object({
  Records: z.array(
    z.object({
      eventName: z.string().optional(),
      dynamodb: z.object({
        SequenceNumber: z.string(),
        NewImage: z.object({ entry: z.object({ S: z.string() }).optional() }).optional(),
      }),
    }),
  ),
});

/**
 * Wraps the reader of the table's stream. Only inserted items with an `entry` are read: history entries, whose text is
 * kept as it was hashed. A record that fails stops the batch there, because a request's entries have an order.
 */
export const stream = <Entry extends z.ZodType, Deps extends WorkDeps>(
  { name, entry }: { readonly name: Work; readonly entry: Entry },
  deps: () => Deps,
  work: (deps: Deps, entry: z.output<Entry>) => Promise<void>,
): WorkHandler =>
  middy<unknown, DynamoDBBatchResponse>().handler(async (event: unknown) => {
    const real = deps();
    for (const { eventName, dynamodb } of streamEvent.parse(event).Records) {
      const text = dynamodb.NewImage?.entry?.S;
      if (eventName !== 'INSERT' || text === undefined) continue;
      let ids: LogFields = {};
      try {
        const given: unknown = JSON.parse(text);
        ids = idsIn(given);
        await work(real, entry.parse(given));
        real.log.info('work.completed', { work: name, ...ids });
      } catch (error) {
        real.metrics.put([measured('WorkFailures', { Work: name })]);
        real.log.error('work.failed', { work: name, sequenceNumber: dynamodb.SequenceNumber, ...ids }, error);
        return { batchItemFailures: [{ itemIdentifier: dynamodb.SequenceNumber }] };
      }
    }
    return { batchItemFailures: [] };
  });
