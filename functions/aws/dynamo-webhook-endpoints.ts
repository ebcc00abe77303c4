import type { TransactWriteItem } from '@aws-sdk/client-dynamodb';
import { UnavailableError } from '../problems/unavailable-error.ts';
import { noRememberedAnswers, type RememberedAnswer } from '../remembered-answers.ts';
import type { WebhookEndpoint } from '../webhooks/webhook-endpoint.ts';
import type {
  EndpointsChange,
  EndpointsWritten,
  TenantEndpoints,
  WebhookEndpoints,
} from '../webhooks/webhook-endpoints.ts';
import type { RecordTables } from './dynamo-commit.ts';
import { keys, number, numberIn, readItem, text, textIn } from './dynamo-items.ts';
import { maxTries, pauseAtRandom } from './dynamo-pause.ts';
import { answerPut, dynamoRememberedAnswers } from './dynamo-remembered-answers.ts';
import { type GuardedAction, transact } from './dynamo-transaction.ts';

/** The endpoints of a tenant in one item, good only where they are still as they were read. */
export const endpointsPut = (table: string, { before, after }: EndpointsChange): TransactWriteItem => ({
  Put: {
    TableName: table,
    Item: {
      ...keys.tenantEndpoints(before.tenant),
      version: number(before.version + 1),
      endpoints: text(JSON.stringify(after)),
    },
    ...(before.version === 0
      ? { ConditionExpression: 'attribute_not_exists(pk)' }
      : {
          ConditionExpression: 'version = :read',
          ExpressionAttributeValues: { ':read': number(before.version) },
        }),
  },
});

/** Which tenant an endpoint is of, in an item of its own: written with a new endpoint, deleted with it. */
const pointerActions = (table: string, { before, after }: EndpointsChange): readonly TransactWriteItem[] => {
  const isIn = (endpoints: readonly WebhookEndpoint[], { id }: WebhookEndpoint) =>
    endpoints.some((each) => each.id === id);
  const added = after.filter((endpoint) => !isIn(before.endpoints, endpoint));
  const gone = before.endpoints.filter((endpoint) => !isIn(after, endpoint));
  return [
    ...added.map(({ id }) => ({
      Put: { TableName: table, Item: { ...keys.endpoint(id), tenant: text(before.tenant) } },
    })),
    ...gone.map(({ id }) => ({ Delete: { TableName: table, Key: keys.endpoint(id) } })),
  ];
};

type EndpointTables = Omit<RecordTables, 'pause'> & Partial<Pick<RecordTables, 'pause'>>;

/**
 * The endpoints for webhooks: those of a tenant in one item, since all of them are asked for whenever one is. What waits in the
 * lanes of one that is deleted goes with the worker that finds it gone.
 */
export const dynamoWebhookEndpoints = ({
  client,
  records,
  answers: answersTable,
  wallClock,
  pause = pauseAtRandom,
}: EndpointTables): WebhookEndpoints => {
  const table = { client, table: records };
  const answers =
    answersTable === undefined
      ? noRememberedAnswers
      : dynamoRememberedAnswers({ client, table: answersTable, wallClock });

  const endpointsOf = async (tenant: string): Promise<TenantEndpoints> => {
    const item = await readItem(table, keys.tenantEndpoints(tenant));
    if (item === undefined) return { tenant, version: 0, endpoints: [] };
    const endpoints: readonly WebhookEndpoint[] = JSON.parse(textIn(item, 'endpoints'));
    return { tenant, version: numberIn(item, 'version'), endpoints };
  };

  const answerAction = (answer: RememberedAnswer): TransactWriteItem => {
    if (answersTable === undefined)
      throw new TypeError('A store without a table of answers was given one to remember');
    return { Put: answerPut(answersTable, answer, wallClock()) };
  };

  /** The endpoints are read first: whoever won under the same key wrote both at once, so its answer is found then. */
  const whoWon = async (
    { before }: EndpointsChange,
    remember: RememberedAnswer | undefined,
  ): Promise<EndpointsWritten | undefined> => {
    const { version } = await endpointsOf(before.tenant);
    const answer = remember && (await answers.find(remember.scope, remember.key));
    if (answer !== undefined) return { kind: 'already_answered', answer };
    return version === before.version ? undefined : { kind: 'stale' };
  };

  return {
    of: endpointsOf,
    tenantOf: async (endpointId) => {
      const item = await readItem(table, keys.endpoint(endpointId));
      return item && textIn(item, 'tenant');
    },
    write: async (change, remember) => {
      for (let tries = 1; ; tries += 1) {
        const actions: readonly GuardedAction<'as read'>[] = [
          endpointsPut(records, change),
          ...pointerActions(records, change),
          ...(remember === undefined ? [] : [answerAction(remember)]),
        ].map((action) => ({ guards: 'as read', action }));
        if ((await transact(client, actions)).kind === 'written') return { kind: 'written' };
        const winner = await whoWon(change, remember);
        if (winner !== undefined) return winner;
        if (tries >= maxTries)
          throw new UnavailableError(`The endpoints of ${change.before.tenant} could not be written`);
        await pause(tries);
      }
    },
  };
};
