import { createInMemoryMailLedger } from '../../sandbox/in-memory-mail-ledger.ts';
import { createInMemoryStartTokens } from '../../sandbox/in-memory-start-tokens.ts';
import { createInMemoryWaits } from '../../sandbox/in-memory-waits.ts';
import { describeMailLedger } from './mail-ledger-contract.ts';
import { describeStartTokens } from './start-tokens-contract.ts';
import { describeWaits } from './waits-contract.ts';

describeMailLedger('in memory', async () => createInMemoryMailLedger());
describeStartTokens('in memory', async () => createInMemoryStartTokens());
describeWaits('in memory', async () => createInMemoryWaits());
