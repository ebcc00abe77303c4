import * as z from 'zod';
import type { PortRequests } from '../port-request/port-requests.ts';
import type { RememberedAnswers } from '../remembered-answers.ts';
import { readEnv } from '../runtime/env.ts';
import { lazy } from '../runtime/lazy.ts';
import { systemClock } from '../runtime/system-clock.ts';
import { dynamoPortRequests } from './dynamo-port-requests.ts';
import { dynamoRememberedAnswers } from './dynamo-remembered-answers.ts';
import { realDynamo, realTable } from './real-table.ts';

const answersEnv = z.object({ ANSWERS_TABLE: z.string().min(1) });

const answersTable = lazy(() => readEnv(answersEnv).ANSWERS_TABLE);

/** The port requests, for functions that commit without an answer to remember: their role knows no other table. */
export const realRequests: () => PortRequests = lazy(() =>
  dynamoPortRequests({
    client: realDynamo(),
    records: realTable().table,
    answers: undefined,
    wallClock: systemClock,
  }),
);

/** The port requests and the answers remembered with their changes. */
export const realRecords: () => {
  readonly requests: PortRequests;
  readonly answers: RememberedAnswers;
} = lazy(() => ({
  requests: dynamoPortRequests({
    client: realDynamo(),
    records: realTable().table,
    answers: answersTable(),
    wallClock: systemClock,
  }),
  answers: dynamoRememberedAnswers({
    client: realDynamo(),
    table: answersTable(),
    wallClock: systemClock,
  }),
}));
