import * as z from 'zod';
import type { RememberedAnswers } from '../remembered-answers.ts';
import { readEnv } from '../runtime/env.ts';
import { lazy } from '../runtime/lazy.ts';
import { systemClock } from '../runtime/system-clock.ts';
import type { Deliveries } from '../webhooks/deliveries.ts';
import type { WebhookEndpoints } from '../webhooks/webhook-endpoints.ts';
import { dynamoDeliveries } from './dynamo-deliveries.ts';
import { dynamoRememberedAnswers } from './dynamo-remembered-answers.ts';
import { dynamoWebhookEndpoints } from './dynamo-webhook-endpoints.ts';
import { realDynamo, realTable } from './real-table.ts';

const answersEnv = z.object({ ANSWERS_TABLE: z.string().min(1) });

/** Where tenants are told of events, for functions that change it without an answer to remember: their role knows no other table. */
export const realEndpoints: () => WebhookEndpoints = lazy(() =>
  dynamoWebhookEndpoints({
    client: realDynamo(),
    records: realTable().table,
    answers: undefined,
    wallClock: systemClock,
  }),
);

/** Where tenants are told of events, and the answers remembered with changes of it. */
export const realEndpointsWithAnswers: () => {
  readonly endpoints: WebhookEndpoints;
  readonly answers: RememberedAnswers;
} = lazy(() => {
  const { ANSWERS_TABLE: answers } = readEnv(answersEnv);
  return {
    endpoints: dynamoWebhookEndpoints({
      client: realDynamo(),
      records: realTable().table,
      answers,
      wallClock: systemClock,
    }),
    answers: dynamoRememberedAnswers({ client: realDynamo(), table: answers, wallClock: systemClock }),
  };
});

/** What is sent to endpoints, and what came of it. */
export const realDeliveries: () => Deliveries = lazy(() =>
  dynamoDeliveries({ ...realTable(), wallClock: systemClock }),
);
