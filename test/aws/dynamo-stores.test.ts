import { GetItemCommand } from '@aws-sdk/client-dynamodb';
import { Temporal } from 'temporal-polyfill';
import { expect, test } from 'vitest';
import { dynamoCallCounts } from '../../functions/aws/dynamo-call-counts.ts';
import { dynamoDeliveries } from '../../functions/aws/dynamo-deliveries.ts';
import { dynamoEventFeed } from '../../functions/aws/dynamo-event-feed.ts';
import { dynamoMailLedger } from '../../functions/aws/dynamo-mail-ledger.ts';
import { dynamoOutbox } from '../../functions/aws/dynamo-outbox.ts';
import { dynamoPortRequests } from '../../functions/aws/dynamo-port-requests.ts';
import { dynamoRememberedAnswers } from '../../functions/aws/dynamo-remembered-answers.ts';
import { dynamoStanding } from '../../functions/aws/dynamo-standing.ts';
import { dynamoStartTokens } from '../../functions/aws/dynamo-start-tokens.ts';
import { dynamoWaits } from '../../functions/aws/dynamo-waits.ts';
import { dynamoWebhookEndpoints } from '../../functions/aws/dynamo-webhook-endpoints.ts';
import { callWindowAt } from '../../functions/runtime/call-rate.ts';
import { describeWakeUps } from '../lifecycle/wake-up-contract.ts';
import { describeCallCounts } from '../records/call-counts-contract.ts';
import { describeConcurrency } from '../records/concurrency-contract.ts';
import { describeDeliveries } from '../records/deliveries-contract.ts';
import { describeEventFeed, type MakeFeed } from '../records/event-feed-contract.ts';
import { describeKeptBeside } from '../records/kept-beside-contract.ts';
import { describeMailLedger } from '../records/mail-ledger-contract.ts';
import { describeOutbox } from '../records/outbox-contract.ts';
import { describePortRequests, type MakeRecords } from '../records/port-requests-contract.ts';
import { describeStanding } from '../records/standing-contract.ts';
import { describeStartTokens } from '../records/start-tokens-contract.ts';
import { describeWaits } from '../records/waits-contract.ts';
import { describeWebhookEndpoints } from '../records/webhook-endpoints-contract.ts';
import { describeOnDynamodb } from '../support/dynamodb-local.ts';

describeOnDynamodb((fresh) => {
  const freshRecords = async () => {
    const { client, records } = await fresh();
    return { client, table: records };
  };

  const makeRecords: MakeRecords = async (wallClock) => {
    const tables = await fresh();
    return {
      requests: dynamoPortRequests({ ...tables, wallClock }),
      answers: dynamoRememberedAnswers({ client: tables.client, table: tables.answers, wallClock }),
    };
  };

  const makeFeed: MakeFeed = async (wallClock) => {
    const tables = await fresh();
    const table = { client: tables.client, table: tables.records, wallClock };
    return {
      feed: dynamoEventFeed(table),
      endpoints: dynamoWebhookEndpoints({ ...tables, wallClock }),
      deliveries: dynamoDeliveries(table),
      answers: dynamoRememberedAnswers({ ...table, table: tables.answers }),
    };
  };

  describePortRequests('DynamoDB', makeRecords);
  describeKeptBeside('DynamoDB', makeRecords);
  describeConcurrency('DynamoDB', makeRecords);
  describeOutbox('DynamoDB', async (wallClock) => {
    const tables = await fresh();
    return {
      requests: dynamoPortRequests({ ...tables, wallClock }),
      outbox: dynamoOutbox({ client: tables.client, table: tables.records }),
    };
  });
  describeWakeUps('DynamoDB', async (wallClock) => {
    const tables = await fresh();
    const table = { client: tables.client, table: tables.records };
    return {
      requests: dynamoPortRequests({ ...tables, wallClock }),
      waits: dynamoWaits(table),
      outbox: dynamoOutbox(table),
    };
  });
  describeCallCounts('DynamoDB', async () => {
    const { client, answers } = await fresh();
    return dynamoCallCounts({ client, table: answers });
  });
  test('a count of calls deletes itself some minutes after its own', async () => {
    const { client, answers } = await fresh();
    const window = callWindowAt(Temporal.Instant.from('2026-03-30T08:00:15Z'));
    await dynamoCallCounts({ client, table: answers }).count('acme', window);
    const pk = { S: 'CALLS#acme#2026-03-30T08:00:00Z' };
    const { Item } = await client.send(new GetItemCommand({ TableName: answers, Key: { pk } }));
    const deleteAfter = Temporal.Instant.from('2026-03-30T08:06:00Z').epochMilliseconds / 1000;
    expect(Item).toEqual({ pk, calls: { N: '1' }, deleteAfter: { N: String(deleteAfter) } });
  });
  describeMailLedger('DynamoDB', async () => dynamoMailLedger(await freshRecords()));
  describeStartTokens('DynamoDB', async () => dynamoStartTokens(await freshRecords()));
  describeWaits('DynamoDB', async () => dynamoWaits(await freshRecords()));
  describeStanding('DynamoDB', async (wallClock) => {
    const tables = await fresh();
    const table = { client: tables.client, table: tables.records };
    return {
      requests: dynamoPortRequests({ ...tables, wallClock }),
      waits: dynamoWaits(table),
      mailLedger: dynamoMailLedger(table),
      feed: dynamoEventFeed({ ...table, wallClock }),
      standing: dynamoStanding(table),
    };
  });
  describeEventFeed('DynamoDB', makeFeed);
  describeWebhookEndpoints('DynamoDB', makeFeed);
  describeDeliveries('DynamoDB', makeFeed);
});
