import { Temporal } from 'temporal-polyfill';
import { describe, expect, test } from 'vitest';
import * as z from 'zod';
import { DeskFailedError, lambdaDesk } from '../../functions/aws/lambda-desk.ts';
import { queueClient } from '../../functions/aws/sqs-batches.ts';
import { type QueueAddresses, sqsDeadLetters } from '../../functions/aws/sqs-dead-letters.ts';
import type { QueueName } from '../../functions/repair/queue-names.ts';
import { createInMemoryDeadLetters } from '../../sandbox/in-memory-dead-letters.ts';
import { createInMemoryQueue, type DeadLetter } from '../../sandbox/in-memory-queue.ts';
import { createVirtualClock } from '../../sandbox/virtual-clock.ts';
import { json, jsonError, startEndpoint, type WireAnswer } from './aws-endpoint.ts';
import { describeDeadLetters } from './dead-letters-contract.ts';

const messages = z.object({ Records: z.array(z.object({ body: z.string() })) });

describeDeadLetters('in memory', async () => {
  const clock = createVirtualClock(Temporal.Instant.from('2026-03-30T08:00:00Z'));
  const letters: DeadLetter[] = [];
  const bodies = new Map<QueueName, string[]>();
  const queueOf = (name: QueueName) =>
    createInMemoryQueue({
      name,
      clock,
      onDeadLetter: () => {},
      handler: async (event) => {
        bodies.set(name, [
          ...(bodies.get(name) ?? []),
          ...messages.parse(event).Records.map(({ body }) => body),
        ]);
        return { batchItemFailures: [] };
      },
    });
  return {
    deadLetters: createInMemoryDeadLetters({ letters, queueOf, onCount: () => {} }),
    putAside: async (queue, body) => {
      letters.push({ queue, event: { Records: [{ messageId: body, body }] } });
    },
    received: async (name) => {
      await clock.settle();
      return bodies.get(name) ?? [];
    },
  };
});

const addressesAt = (base: string): QueueAddresses => {
  const ofWork = (name: string) => ({ url: `${base}/${name}`, deadLettersUrl: `${base}/dead-${name}` });
  const ofWoken = (name: string) => ({ deadLettersUrl: `${base}/dead-${name}` });
  return {
    work: {
      mails: ofWork('mails'),
      'due work': ofWork('due'),
      bounces: ofWork('bounces'),
      uploads: ofWork('uploads'),
      erasures: ofWork('erasures'),
      'carrier reports': ofWork('reports'),
      publications: ofWork('publications.fifo'),
      webhooks: ofWork('lanes'),
    },
    woken: {
      relay: ofWoken('relay'),
      sweep: ofWoken('sweep'),
      look: ofWoken('look'),
      'sweep of webhooks': ofWoken('sweep-lanes'),
    },
  };
};

const correlation = { correlationId: { DataType: 'String', StringValue: 'call-1' } };

const deadPublications = ['1', '2', '3'].map((sequence) => ({
  MessageId: `message-${sequence}`,
  ReceiptHandle: `receipt-${sequence}`,
  Body: `{ "sequence":${sequence} }`,
  MessageAttributes: correlation,
  Attributes: { MessageGroupId: 'group-1', MessageDeduplicationId: `prt_1#${sequence}` },
}));

/** Dead letters on a queue that answers as it is told; everything else succeeds. */
const deadLettersWith = async (answers: Readonly<Record<string, WireAnswer>>) => {
  const { calls, config } = await startEndpoint(
    ({ operation }) =>
      answers[operation] ??
      json(
        operation === 'ReceiveMessage'
          ? { Messages: deadPublications }
          : operation === 'GetQueueAttributes'
            ? { Attributes: { ApproximateNumberOfMessages: '4', ApproximateNumberOfMessagesNotVisible: '3' } }
            : { Successful: [], Failed: [] },
      ),
  );
  const base = `${config.endpoint}/000000000000`;
  const deadLetters = sqsDeadLetters({
    client: queueClient({ ...config, md5: false }),
    addresses: addressesAt(base),
  });
  const sentTo = () =>
    calls.map(({ operation, text }) => {
      const { QueueUrl, ...given } = JSON.parse(text);
      return { operation, queue: String(QueueUrl).slice(base.length + 1), given };
    });
  return { deadLetters, sentTo };
};

describe('Dead letters on SQS', () => {
  test('are sent as they were, then taken off', async () => {
    const { deadLetters, sentTo } = await deadLettersWith({});
    expect(await deadLetters.redrive('publications', 3)).toEqual({ taken: 3, left: 7 });
    expect(sentTo().map(({ operation, queue }) => `${operation} ${queue}`)).toEqual([
      'ReceiveMessage dead-publications.fifo',
      'SendMessageBatch publications.fifo',
      'DeleteMessageBatch dead-publications.fifo',
      'GetQueueAttributes dead-publications.fifo',
    ]);
    const [received, sent, deleted] = sentTo();
    expect(received?.given).toMatchObject({ MaxNumberOfMessages: 3, MessageAttributeNames: ['All'] });
    expect(sent?.given.Entries).toEqual(
      ['1', '2', '3'].map((sequence, index) => ({
        Id: `${index}`,
        MessageBody: `{ "sequence":${sequence} }`,
        MessageAttributes: correlation,
        MessageGroupId: 'group-1',
        MessageDeduplicationId: `prt_1#${sequence}`,
      })),
    );
    expect(deleted?.given.Entries).toEqual(
      ['1', '2', '3'].map((sequence, index) => ({ Id: `${index}`, ReceiptHandle: `receipt-${sequence}` })),
    );
  });

  test('stay where they are that were not taken', async () => {
    const Failed = [{ Id: '1', Code: 'InternalError', SenderFault: false }];
    const { deadLetters, sentTo } = await deadLettersWith({ SendMessageBatch: json({ Failed }) });
    expect(await deadLetters.redrive('publications', 10)).toMatchObject({ taken: 2 });
    const deleted = sentTo().find(({ operation }) => operation === 'DeleteMessageBatch');
    expect(deleted?.given.Entries.map((entry: { ReceiptHandle: string }) => entry.ReceiptHandle)).toEqual([
      'receipt-1',
      'receipt-3',
    ]);
  });

  test.each([
    ['is refused whole', json({ Failed: ['0', '1', '2'].map((Id) => ({ Id, Code: 'InternalError' })) })],
    ['does not exist', jsonError('QueueDoesNotExist')],
  ])('are not taken off where their queue %s', async (_, answer) => {
    const { deadLetters, sentTo } = await deadLettersWith({ SendMessageBatch: answer });
    await expect(deadLetters.redrive('mails', 10)).rejects.toThrow();
    expect(sentTo().map(({ operation }) => operation)).toEqual(['ReceiveMessage', 'SendMessageBatch']);
  });

  test('are looked for long enough to find them, and none are sent where there are none', async () => {
    const { deadLetters, sentTo } = await deadLettersWith({ ReceiveMessage: json({}) });
    expect(await deadLetters.redrive('mails', 10)).toMatchObject({ taken: 0 });
    expect(sentTo().map(({ operation }) => operation)).toEqual(['ReceiveMessage', 'GetQueueAttributes']);
    expect(sentTo()[0]?.given.WaitTimeSeconds).toBeGreaterThan(0);
  });

  test('are counted with those that somebody is at', async () => {
    const { deadLetters } = await deadLettersWith({});
    expect(await deadLetters.count('mails')).toEqual({ waiting: 7, dead: 7 });
    expect(await deadLetters.count('look')).toEqual({ waiting: 0, dead: 7 });
  });
});

describe('The desk of a deployed stage', () => {
  const deskWith = async (answer: WireAnswer) => {
    const { calls, config } = await startEndpoint(() => answer);
    return { calls, ask: lambdaDesk({ stage: 'production', config }) };
  };
  const command = { command: 'queues', askedBy: 'ann' } as const;

  test('is asked through its function, by its name', async () => {
    const { calls, ask } = await deskWith(json({ kind: 'counted' }));
    expect(await ask(command)).toEqual({ kind: 'counted' });
    expect(calls.map(({ line, text }) => [line, JSON.parse(text)])).toEqual([
      ['POST /2015-03-31/functions/porting-production-desk/invocations', command],
    ]);
  });

  test('says what its function failed with', async () => {
    const { ask } = await deskWith({
      status: 200,
      body: JSON.stringify({ errorType: 'UnavailableError', errorMessage: 'No answer' }),
      headers: { 'x-amz-function-error': 'Unhandled' },
    });
    await expect(ask(command)).rejects.toEqual(new DeskFailedError('UnavailableError: No answer'));
  });

  test('is asked once, also where the answer gets lost: it may have been done', async () => {
    const { calls, ask } = await deskWith('break the connection');
    await expect(ask(command)).rejects.toThrow();
    expect(calls).toHaveLength(1);
  });
});
