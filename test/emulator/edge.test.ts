import { afterAll, describe, expect, test } from 'vitest';
import { deployedClient } from './deployed-client.ts';
import { theWorld } from './world.ts';

const world = theWorld();
const service = deployedClient(world);
afterAll(() => service.close());

/** What a caller sees of a refusal. */
const refusal = async (answer: ReturnType<typeof service.call>) => {
  const { status, headers, json } = await answer;
  return [status, headers['content-type'], json?.code];
};

const problem = 'application/problem+json';

describe('the deployed API', () => {
  test('is healthy', async () => {
    expect(await service.get('/v1/health', { token: null })).toMatchObject({ status: 200 });
  });

  test('says what is wrong with a token', async () => {
    const asked = '/v1/port-requests';
    expect(await refusal(service.get(asked, { token: null }))).toEqual([401, problem, 'auth.token_missing']);
    expect(await refusal(service.get(asked, { token: 'a.b.c' }))).toEqual([
      401,
      problem,
      'auth.token_invalid',
    ]);
    const expired = await service.tokenFor('acme', 'port-requests:read', '-1h');
    expect(await refusal(service.get(asked, { token: expired }))).toEqual([
      401,
      problem,
      'auth.token_invalid',
    ]);
  });

  test('lets in whoever the issuer vouches for', async () => {
    const token = await service.tokenFor('newcomer');
    expect(await service.get('/v1/port-requests', { token })).toMatchObject({
      status: 200,
      json: { items: [] },
    });
  });

  test('answers paths and methods that it does not know', async () => {
    expect((await service.get('/nowhere', { token: null })).status).toBe(404);
    expect((await service.call('DELETE', '/v1/port-requests')).status).toBe(405);
  });

  test('refuses an event that the carrier did not sign', async () => {
    const forged = service.event('x', 'request.approved', {}, { secret: `whsec_${'A'.repeat(43)}=` });
    expect((await refusal(forged))[0]).toBe(401);
  });
});
