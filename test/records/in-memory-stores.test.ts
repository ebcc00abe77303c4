import { createInMemoryCallCounts } from '../../sandbox/in-memory-call-counts.ts';
import { createInMemoryFeed } from '../../sandbox/in-memory-event-feed.ts';
import { createInMemoryMailLedger, createKeptMailLedger } from '../../sandbox/in-memory-mail-ledger.ts';
import { createInMemoryRecords } from '../../sandbox/in-memory-port-requests.ts';
import { createInMemoryStanding } from '../../sandbox/in-memory-standing.ts';
import { createInMemoryStartTokens } from '../../sandbox/in-memory-start-tokens.ts';
import { createInMemoryWaits } from '../../sandbox/in-memory-waits.ts';
import { describeCallCounts } from './call-counts-contract.ts';
import { describeConcurrency } from './concurrency-contract.ts';
import { describeDeliveries } from './deliveries-contract.ts';
import { describeEventFeed, type MakeFeed } from './event-feed-contract.ts';
import { describeMailLedger } from './mail-ledger-contract.ts';
import { describeOutbox } from './outbox-contract.ts';
import { describeStanding } from './standing-contract.ts';
import { describeStartTokens } from './start-tokens-contract.ts';
import { describeWaits } from './waits-contract.ts';
import { describeWebhookEndpoints } from './webhook-endpoints-contract.ts';

describeCallCounts('in memory', async () => createInMemoryCallCounts());
describeMailLedger('in memory', async () => createInMemoryMailLedger());
describeStartTokens('in memory', async () => createInMemoryStartTokens());
describeWaits('in memory', async () => createInMemoryWaits());
describeConcurrency('in memory', async (now) => {
  const requests = createInMemoryRecords(now, () => {});
  return { requests, answers: requests.answers };
});
describeOutbox('in memory', async (now) => {
  const requests = createInMemoryRecords(now, () => {});
  return { requests, outbox: requests.outbox };
});

const makeFeed: MakeFeed = async (now) => {
  const { answers } = createInMemoryRecords(now, () => {});
  return { ...createInMemoryFeed(answers), answers };
};
describeEventFeed('in memory', makeFeed);
describeWebhookEndpoints('in memory', makeFeed);
describeDeliveries('in memory', makeFeed);
describeStanding('in memory', async (now) => {
  const records = createInMemoryRecords(now, () => {});
  const waits = createInMemoryWaits();
  const mailLedger = createKeptMailLedger();
  const { feed } = createInMemoryFeed(records.answers);
  const standing = createInMemoryStanding({ records, waits, mailLedger, feed });
  return { requests: records, waits, mailLedger, feed, standing };
});
