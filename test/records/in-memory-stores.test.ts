import { createInMemoryMailLedger } from '../../sandbox/in-memory-mail-ledger.ts';
import { createInMemoryRecords } from '../../sandbox/in-memory-port-requests.ts';
import { createInMemoryStartTokens } from '../../sandbox/in-memory-start-tokens.ts';
import { createInMemoryWaits } from '../../sandbox/in-memory-waits.ts';
import { describeConcurrency } from './concurrency-contract.ts';
import { describeMailLedger } from './mail-ledger-contract.ts';
import { describeOutbox } from './outbox-contract.ts';
import { describeStartTokens } from './start-tokens-contract.ts';
import { describeWaits } from './waits-contract.ts';

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
