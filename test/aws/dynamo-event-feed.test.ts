import {
  DeleteItemCommand,
  PutItemCommand,
  ScanCommand,
  TransactionCanceledException,
} from '@aws-sdk/client-dynamodb';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { dynamoDeliveries } from '../../functions/aws/dynamo-deliveries.ts';
import { dynamoEventFeed } from '../../functions/aws/dynamo-event-feed.ts';
import { keys } from '../../functions/aws/dynamo-items.ts';
import { maxTries } from '../../functions/aws/dynamo-pause.ts';
import { dynamoRememberedAnswers } from '../../functions/aws/dynamo-remembered-answers.ts';
import { dynamoWebhookEndpoints } from '../../functions/aws/dynamo-webhook-endpoints.ts';
import { UnavailableError } from '../../functions/problems/unavailable-error.ts';
import { givenUp, sentAgain } from '../../functions/webhooks/delivery.ts';
import {
  anEndpoint,
  entriesOf,
  type FeedUnderTest,
  publicationOf,
  standingAt,
} from '../records/event-feed-contract.ts';
import { workAtOnce, workers, writeAtOnce, writersOf } from '../records/feed-concurrency-contract.ts';
import { describeOnDynamodb } from '../support/dynamodb-local.ts';
import { type Call, intercept, loseFirstAnswer } from './dynamo-faults.ts';

const wallClock = () => standingAt;

const lane = { endpointId: 'whe_1', portRequestId: 'prt_1' };

const fromNow = { now: standingAt, until: standingAt.add({ minutes: 2 }) };

const publication = (head: number, from: number, to: number) =>
  publicationOf('acme', head, entriesOf('prt_1', from, to), [anEndpoint('whe_1')]);

const cancelled = (...codes: readonly string[]) =>
  new TransactionCanceledException({
    message: 'Cancelled',
    $metadata: {},
    CancellationReasons: codes.map((Code) => ({ Code })),
  });

describeOnDynamodb((fresh) => {
  const begin = async (onCall: (call: Call) => void = () => {}) => {
    const { client, records, answers } = await fresh();
    intercept(client, (call) => {
      onCall(call);
      return undefined;
    });
    const pauses: number[] = [];
    const pause = async (tries: number) => {
      pauses.push(tries);
    };
    const table = { client, table: records, wallClock, pause };
    const store: FeedUnderTest = {
      feed: dynamoEventFeed(table),
      endpoints: dynamoWebhookEndpoints({ client, records, answers, wallClock, pause }),
      deliveries: dynamoDeliveries(table),
      answers: dynamoRememberedAnswers({ client, table: answers, wallClock }),
    };
    const items = async () =>
      (await client.send(new ScanCommand({ TableName: records, ConsistentRead: true }))).Items ?? [];
    return { client, records, pauses, items, ...store };
  };

  /** Has the table refuse the first transactions of a store, each with codes for its actions. */
  const refusing = async (...codesOfEach: readonly (readonly string[])[]) => {
    const left = [...codesOfEach];
    return begin(({ command }) => {
      const codes = command === 'TransactWriteItemsCommand' ? left.shift() : undefined;
      if (codes !== undefined) throw cancelled(...codes);
    });
  };

  describe('DynamoDB: at once', { timeout: 120_000 }, () => {
    test.each(fc.sample(writersOf({ requests: 3, entries: 3 }), { seed: 6, numRuns: 2 }))(
      'writers of one feed leave no gap and lose nothing, and readers miss nothing (%#)',
      async (plan) => {
        expect.hasAssertions();
        await writeAtOnce(await begin(), plan);
      },
    );

    test.each(fc.sample(workers, { seed: 6, numRuns: 2 }))(
      'workers of one lane never have it together, and lose nothing that is put into it (%#)',
      async (plan) => {
        expect.hasAssertions();
        await workAtOnce(await begin(), plan);
      },
    );
  });

  describe('DynamoDB: a publication', () => {
    test('is no history entry to whoever reads the stream', async () => {
      const { feed, items } = await begin();
      await feed.append(publication(0, 1, 2));
      const written = await items();
      // The end of the feed, how far the request is published, two events, two deliveries, their lane.
      expect(written).toHaveLength(1 + 1 + 2 + 2 + 1);
      expect(written.filter((item) => item['entry'] !== undefined)).toEqual([]);
    });

    test.each(['TransactionConflict', 'ThrottlingError', 'ProvisionedThroughputExceeded'])(
      'that meets others on its way (%s) is written a moment later',
      async (code) => {
        const { feed, pauses } = await refusing(['None', 'None', 'None', code], ['None', code]);
        expect(await feed.append(publication(0, 1, 1))).toBe('appended');
        expect(pauses).toEqual([1, 2]);
        expect(await feed.state('acme', 'prt_1')).toEqual({ head: 1, through: 1 });
      },
    );

    test('that never gets through says so', async () => {
      const { feed } = await refusing(...Array.from({ length: maxTries }, () => ['TransactionConflict']));
      await expect(feed.append(publication(0, 1, 1))).rejects.toThrow(UnavailableError);
    });

    test('that the table finds wrong is thrown', async () => {
      const { feed, pauses } = await refusing(['None', 'ValidationError']);
      await expect(feed.append(publication(0, 1, 1))).rejects.toThrow(TransactionCanceledException);
      expect(pauses).toEqual([]);
    });

    test('beyond whose feed an event is there already is thrown, and writes nothing', async () => {
      const { feed, client, records } = await begin();
      const stray = { ...keys.feedEvent('acme', 2), event: { S: '{}' } };
      await client.send(new PutItemCommand({ TableName: records, Item: stray }));
      await expect(feed.append(publication(0, 1, 2))).rejects.toThrow(TransactionCanceledException);
      expect(await feed.state('acme', 'prt_1')).toEqual({ head: 0, through: 0 });
    });

    test('whose answer was lost is sent again, and written once', async () => {
      const { feed, client } = await begin();
      const timesSent = loseFirstAnswer(client, 'TransactWriteItemsCommand');
      expect(await feed.append(publication(0, 1, 1))).toBe('appended');
      expect(timesSent()).toBe(2);
      expect(await feed.read('acme', 0, 10)).toHaveLength(1);
    });

    test('that is seen in part is read up to what is missing', async () => {
      const { feed, client, records } = await begin();
      await feed.append(publication(0, 1, 4));
      await client.send(new DeleteItemCommand({ TableName: records, Key: keys.feedEvent('acme', 3) }));
      const positionsAfter = async (after: number) =>
        (await feed.read('acme', after, 10)).map(({ position }) => position);
      expect(await positionsAfter(0)).toEqual([1, 2]);
      expect(await positionsAfter(2)).toEqual([]);
      expect(await positionsAfter(3)).toEqual([4]);
    });
  });

  describe('DynamoDB: a delivery', () => {
    test('may be deleted thirty days after it is done, and nothing else ever is', async () => {
      const { feed, deliveries, items } = await begin();
      await feed.append(publication(0, 1, 2));
      const deletable = async () => (await items()).filter((item) => item['deleteAfter'] !== undefined);
      expect(await deletable()).toEqual([]);
      const delivery = await deliveries.find('whe_1', 1);
      if (delivery === undefined) throw new Error('It was published');
      await deliveries.write(givenUp(delivery));
      const thirtyDaysLater = standingAt.add({ hours: 720 }).epochMilliseconds / 1000;
      expect((await deletable()).map((item) => [item['sk']?.S, item['deleteAfter']?.N])).toEqual([
        ['DELIVERY#000000000001', String(thirtyDaysLater)],
      ]);
      await deliveries.write(sentAgain(delivery));
      expect(await deletable()).toEqual([]);
    });

    test('that was made once more since it was asked for keeps its attempts', async () => {
      const { feed, deliveries } = await begin();
      await feed.append(publication(0, 1, 1));
      await deliveries.take(lane, 'wrk_1', fromNow);
      const asked = await deliveries.find('whe_1', 1);
      if (asked === undefined) throw new Error('It was published');
      const attempts = [{ at: '2026-04-14T07:00:00Z', status: 200, error: null }] as const;
      await deliveries.write({ ...asked, status: 'delivered', attempts });
      await deliveries.advance(lane, 'wrk_1', 1);
      const queued = sentAgain({ ...asked, attempts });
      expect(await deliveries.again(asked, 'acme', standingAt)).toEqual(queued);
      expect(await deliveries.find('whe_1', 1)).toEqual(queued);
    });

    test('that was deleted while it was asked for is there again', async () => {
      const { feed, deliveries, client, records } = await begin();
      await feed.append(publication(0, 1, 1));
      await deliveries.take(lane, 'wrk_1', fromNow);
      const asked = await deliveries.find('whe_1', 1);
      if (asked === undefined) throw new Error('It was published');
      await deliveries.advance(lane, 'wrk_1', 1);
      await client.send(new DeleteItemCommand({ TableName: records, Key: keys.delivery('whe_1', 1) }));
      expect(await deliveries.again(asked, 'acme', standingAt)).toEqual(sentAgain(asked));
      expect(await deliveries.find('whe_1', 1)).toEqual(sentAgain(asked));
    });
  });

  describe('DynamoDB: a lane whose answer was lost', () => {
    test('is taken all the same', async () => {
      const { feed, deliveries, client } = await begin();
      await feed.append(publication(0, 1, 2));
      const timesSent = loseFirstAnswer(client, 'UpdateItemCommand');
      expect(await deliveries.take(lane, 'wrk_1', fromNow)).toEqual({ tenant: 'acme', waiting: [1, 2] });
      expect(timesSent()).toBe(2);
    });

    test('is not shortened twice', async () => {
      const { feed, deliveries, client } = await begin();
      await feed.append(publication(0, 1, 3));
      await deliveries.take(lane, 'wrk_1', fromNow);
      const timesSent = loseFirstAnswer(client, 'UpdateItemCommand');
      expect(await deliveries.advance(lane, 'wrk_1', 1)).toEqual([2, 3]);
      // The second try found its work done, which the table answers with an error.
      expect(timesSent()).toBe(1);
    });

    test('is over all the same, and the next one is not touched', async () => {
      const { feed, deliveries, client } = await begin();
      await feed.append(publication(0, 1, 1));
      await deliveries.take(lane, 'wrk_1', fromNow);
      loseFirstAnswer(client, 'DeleteItemCommand');
      expect(await deliveries.advance(lane, 'wrk_1', 1)).toBeUndefined();
      await feed.append(publication(1, 2, 2));
      expect(await deliveries.take(lane, 'wrk_2', fromNow)).toEqual({ tenant: 'acme', waiting: [2] });
    });

    test('is never left with nothing in it', async () => {
      const deleted: string[] = [];
      const { feed, deliveries } = await begin(({ command }) => {
        if (command === 'DeleteItemCommand') deleted.push(command);
      });
      await feed.append(publication(0, 1, 1));
      await deliveries.take(lane, 'wrk_1', fromNow);
      // What came after the last delivery was taken up, and before the lane ends.
      await feed.append(publication(1, 2, 2));
      expect(await deliveries.advance(lane, 'wrk_1', 1)).toEqual([2]);
      expect(await deliveries.advance(lane, 'wrk_1', 2)).toEqual([]);
      expect(deleted).toHaveLength(2);
    });
  });

  test('DynamoDB: endpoints that others write at the same moment are written a moment later', async () => {
    const { endpoints, pauses } = await refusing(['TransactionConflict', 'None']);
    const before = await endpoints.of('acme');
    expect(await endpoints.write({ before, after: [anEndpoint('whe_1')] })).toEqual({ kind: 'written' });
    expect(pauses).toEqual([1]);
  });

  test('DynamoDB: an error that is no broken condition comes through', async () => {
    const { deliveries } = await begin(({ command }) => {
      if (command === 'UpdateItemCommand') throw new TypeError('A bug');
    });
    await expect(deliveries.take(lane, 'wrk_1', fromNow)).rejects.toThrow(TypeError);
  });
});
