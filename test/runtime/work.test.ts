import { describe, expect, test } from 'vitest';
import * as z from 'zod';
import { noMetrics } from '../../functions/metrics/metrics.ts';
import { correlationId } from '../../functions/runtime/correlation.ts';
import { queue, stream } from '../../functions/runtime/work.ts';
import { lambdaContext } from '../../sandbox/lambda-context.ts';
import { rememberingLog } from './handlers.ts';

const message = z.object({ name: z.string() });

/** A worker that fails for the name `bad` and writes down the others. */
const workOn = () => {
  const done: string[] = [];
  const work = async (_: unknown, { name }: z.infer<typeof message>) => {
    if (name === 'bad') throw new Error('Not this one');
    done.push(name);
  };
  return { ...rememberingLog(), metrics: noMetrics, done, work };
};

describe('The worker of a queue', () => {
  const eventOf = (...bodies: readonly string[]) => ({
    Records: bodies.map((body, index) => ({ messageId: `m${index + 1}`, body, attributes: {} })),
  });
  const handle = async (...bodies: readonly string[]) => {
    const { log, lines, done, work } = workOn();
    const answer = await queue(
      { name: 'relay', message },
      () => ({ log, metrics: noMetrics }),
      work,
    )(eventOf(...bodies), lambdaContext);
    return { lines, done, failed: answer.batchItemFailures.map(({ itemIdentifier }) => itemIdentifier) };
  };
  const good = (name: string) => JSON.stringify({ name });

  test('does every message of a batch', async () => {
    const { done, failed } = await handle(good('a'), good('b'));
    expect([done, failed]).toEqual([['a', 'b'], []]);
  });

  test('names the messages that failed, and only those come again', async () => {
    const { done, failed } = await handle(good('a'), good('bad'), good('c'), good('bad'));
    expect([done, failed]).toEqual([
      ['a', 'c'],
      ['m2', 'm4'],
    ]);
  });

  test.each(['', '{', 'null', '[]', '{"name":5}', '{}'])(
    'takes the payload %j as a failure of that message alone',
    async (payload) => {
      const { done, failed } = await handle(good('a'), payload, good('c'));
      expect([done, failed]).toEqual([['a', 'c'], ['m2']]);
    },
  );

  test('logs what was done and what failed, never a payload', async () => {
    const { lines } = await handle(good('a'), good('bad'), '{"name":"025805050"');
    expect(lines.map(({ message: logged }) => logged)).toEqual([
      'work.completed',
      'work.failed',
      'work.failed',
    ]);
    expect(lines.map(({ fields }) => fields)).toEqual([
      { work: 'relay' },
      { work: 'relay', messageId: 'm2' },
      { work: 'relay', messageId: 'm3' },
    ]);
  });

  test('works on each message under the id that came with it, or its own', async () => {
    const under: unknown[] = [];
    const worker = queue({ name: 'relay', message }, workOn, async () => {
      under.push(correlationId());
    });
    const messageAttributes = { correlationId: { dataType: 'String', stringValue: 'call-1' } };
    const [one, two] = eventOf(good('a'), good('b')).Records;
    await worker({ Records: [{ ...one, messageAttributes }, two] }, lambdaContext);
    expect(under).toEqual(['call-1', 'm2']);
  });

  test.each([undefined, null, {}, { Records: 1 }, { Records: [{}] }])(
    'throws for %j, which no queue sends',
    async (event) => {
      const { log, work } = workOn();
      await expect(
        queue({ name: 'relay', message }, () => ({ log, metrics: noMetrics }), work)(event, lambdaContext),
      ).rejects.toThrow();
    },
  );
});

describe('The reader of a stream', () => {
  const record = (sequence: string, entry: string, eventName = 'INSERT') => ({
    eventName,
    dynamodb: { SequenceNumber: sequence, NewImage: { entry: { S: entry }, pk: { S: 'PORT#1' } } },
  });
  const good = (sequence: string, name: string) => record(sequence, JSON.stringify({ name }));
  const handle = async (...records: readonly unknown[]) => {
    const { log, lines, done, work } = workOn();
    const answer = await stream(
      { name: 'relay', entry: message },
      () => ({ log, metrics: noMetrics }),
      work,
    )({ Records: records }, lambdaContext);
    return { lines, done, failed: answer.batchItemFailures.map(({ itemIdentifier }) => itemIdentifier) };
  };

  test('does every entry in order', async () => {
    const { done, failed } = await handle(good('1', 'a'), good('2', 'b'));
    expect([done, failed]).toEqual([['a', 'b'], []]);
  });

  test('stops at the entry that fails, since those after it must not overtake it', async () => {
    const { done, failed } = await handle(good('1', 'a'), good('2', 'bad'), good('3', 'c'), good('4', 'bad'));
    expect([done, failed]).toEqual([['a'], ['2']]);
  });

  test.each(['', '{', '{"name":5}'])('stops at the payload %j too', async (payload) => {
    const { done, failed } = await handle(good('1', 'a'), record('2', payload), good('3', 'c'));
    expect([done, failed]).toEqual([['a'], ['2']]);
  });

  test('passes over what is no new entry: changes, removals, other items', async () => {
    const { done, failed } = await handle(
      record('1', '{"name":"changed"}', 'MODIFY'),
      { eventName: 'REMOVE', dynamodb: { SequenceNumber: '2' } },
      { eventName: 'INSERT', dynamodb: { SequenceNumber: '3', NewImage: { pk: { S: 'PORT#1' } } } },
      good('4', 'a'),
    );
    expect([done, failed]).toEqual([['a'], []]);
  });

  test('reads each entry under the id that stands beside it, or that of its place in the stream', async () => {
    const under: unknown[] = [];
    const reader = stream({ name: 'relay', entry: message }, workOn, async () => {
      under.push(correlationId());
    });
    const { eventName, dynamodb } = good('7', 'a');
    const NewImage = { ...dynamodb.NewImage, correlationId: { S: 'call-1' } };
    const records = [{ eventName, dynamodb: { ...dynamodb, NewImage } }, good('8', 'b')];
    await reader({ Records: records }, lambdaContext);
    expect(under).toEqual(['call-1', '8']);
  });

  test('logs where it stopped', async () => {
    const { lines } = await handle(good('1', 'bad'));
    expect(lines).toEqual([
      { message: 'work.failed', fields: { work: 'relay', sequenceNumber: '1' }, error: expect.any(Error) },
    ]);
  });
});
