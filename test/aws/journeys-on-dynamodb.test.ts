import { afterAll, describe, expect, inject, test } from 'vitest';
import { dynamoClient } from '../../functions/aws/dynamo-client.ts';
import { dynamodbLocalSettings } from '../../sandbox/dynamodb-local.ts';
import { dynamodbStores } from '../../sandbox/dynamodb-stores.ts';
import { failingCall } from '../../sandbox/faults.ts';
import type { Doubles } from '../../sandbox/world-options.ts';
import { live, liveInPeace } from '../journeys/persistent-journeys.ts';
import { patience } from '../support/dynamodb-local.ts';
import { exampleBody } from '../support/example-body.ts';
import { awaitingRequest, expiredRequest, happenedTo, mailed, toldCarrier } from '../support/journey.ts';
import { SandboxClient } from '../support/sandbox-client.ts';

const endpoint = inject('dynamodbEndpoint');

describe.skipIf(endpoint === null)('on DynamoDB', () => {
  const client = dynamoClient({ ...dynamodbLocalSettings(endpoint ?? ''), ...patience });
  const { openStores, close } = dynamodbStores(endpoint ?? '', client);
  afterAll(close);

  test.each(['completed', 'corrected'] as const)(
    'a request that is %s comes to the same as in memory',
    async (journey) => {
      const { outcome } = await liveInPeace(journey);
      expect(await live(journey, () => ({}), { openStores })).toEqual(outcome);
    },
  );

  test.each<[string, () => Doubles]>([
    ['the relay never sees anything', () => ({ isStreamed: () => false })],
    [
      'every seventh call of the tables is done and dies',
      () => {
        let calls = 0;
        return {
          around: (call, perform) => {
            calls += call.target === 'records' ? 1 : 0;
            return call.target === 'records' && calls % 7 === 0
              ? failingCall('records', 'crash_after', perform)
              : perform();
          },
        };
      },
    ],
  ])('nothing is lost where %s', async (_, doubles) => {
    const { counted: once, ...inPeace } = (await liveInPeace('completed')).outcome;
    const { counted, ...outcome } = await live('completed', doubles, { openStores });
    expect(outcome).toEqual(inPeace);
    // Whoever dies after taking an entry out of the outbox counts it no more; nothing is ever counted twice.
    expect(once).toEqual(expect.arrayContaining([...counted]));
    expect(counted).toHaveLength(new Set(counted).size);
  });

  test('a request that expires does so as in memory', async () => {
    const lives = [];
    for (const options of [{}, { openStores }]) {
      const client = await SandboxClient.start(undefined, options);
      const id = await expiredRequest(client);
      lives.push([await happenedTo(client, id), await mailed(client, id), await toldCarrier(client, id)]);
    }
    expect(lives[1]).toEqual(lives[0]);
  });

  test('a reset makes an empty world', async () => {
    const client = await SandboxClient.start(undefined, { openStores });
    await awaitingRequest(client);
    await client.post('/sandbox/reset', {}, { token: null });
    expect((await client.get('/v1/port-requests')).json.items).toEqual([]);
    expect((await client.create(exampleBody())).status).toBe(201);
  });
});
