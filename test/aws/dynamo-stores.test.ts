import { dynamoMailLedger } from '../../functions/aws/dynamo-mail-ledger.ts';
import { dynamoOutbox } from '../../functions/aws/dynamo-outbox.ts';
import { dynamoPortRequests } from '../../functions/aws/dynamo-port-requests.ts';
import { dynamoRememberedAnswers } from '../../functions/aws/dynamo-remembered-answers.ts';
import { dynamoStartTokens } from '../../functions/aws/dynamo-start-tokens.ts';
import { dynamoWaits } from '../../functions/aws/dynamo-waits.ts';
import { describeWakeUps } from '../lifecycle/wake-up-contract.ts';
import { describeConcurrency } from '../records/concurrency-contract.ts';
import { describeKeptBeside } from '../records/kept-beside-contract.ts';
import { describeMailLedger } from '../records/mail-ledger-contract.ts';
import { describeOutbox } from '../records/outbox-contract.ts';
import { describePortRequests, type MakeRecords } from '../records/port-requests-contract.ts';
import { describeStartTokens } from '../records/start-tokens-contract.ts';
import { describeWaits } from '../records/waits-contract.ts';
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
  describeMailLedger('DynamoDB', async () => dynamoMailLedger(await freshRecords()));
  describeStartTokens('DynamoDB', async () => dynamoStartTokens(await freshRecords()));
  describeWaits('DynamoDB', async () => dynamoWaits(await freshRecords()));
});
