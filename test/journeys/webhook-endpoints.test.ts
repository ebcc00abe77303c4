import { Webhook } from 'standardwebhooks';
import { describe, expect, test } from 'vitest';
import { verifyWebhook } from '../../client/src/index.ts';
import type { ResolveName } from '../../functions/webhooks/https-receivers.edge.ts';
import { inMemoryStores } from '../../sandbox/in-memory-stores.ts';
import { moments, mustBe } from '../support/journey.ts';
import type { Received } from '../support/receiver.ts';
import {
  addEndpoint,
  contactEmail,
  deliveriesOf,
  draftOf,
  noteOn,
  replay,
  webhookWorld,
} from '../support/webhook-world.ts';

const under = (key: string) => ({ headers: { 'idempotency-key': key } });

/** Whether the reference package takes a message under a secret. */
const isTakenUnder = (secret: string, { text, headers }: Received): boolean => {
  const given = Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, `${value}`]));
  try {
    new Webhook(secret).verify(text, given);
    return true;
  } catch {
    return false;
  }
};

describe('an endpoint', () => {
  test('is made, read, listed and deleted by its tenant', async () => {
    const { client, receiver } = await webhookWorld();
    const made = await client.post('/v1/webhook-endpoints', {
      url: receiver.url(),
      types: ['port_request.*', 'port_request.*'],
      contactEmail,
    });
    const { secret, ...endpoint } = mustBe(made, 201).json;
    expect(endpoint).toEqual({
      id: expect.stringMatching(/^whe_/),
      url: receiver.url(),
      types: ['port_request.*'],
      contactEmail,
      language: 'en',
      status: 'enabled',
      createdAt: moments.submitted,
    });
    expect(secret).toMatch(/^whsec_/);
    const path = `/v1/webhook-endpoints/${endpoint.id}`;
    expect(made.headers['location']).toBe(path);
    expect((await client.get(path)).json).toEqual(endpoint);
    expect((await client.get('/v1/webhook-endpoints')).json).toEqual({ items: [endpoint], nextCursor: null });
    expect((await client.call('DELETE', path)).status).toBe(204);
    for (const gone of [await client.get(path), await client.call('DELETE', path)])
      expect(gone).toMatchObject({ status: 404, json: { code: 'webhook_endpoint.not_found' } });
    expect((await client.get('/v1/webhook-endpoints')).json.items).toEqual([]);
  });

  test('is listed with others, newest first, page after page', async () => {
    const { client, receiver } = await webhookWorld();
    const made: string[] = [];
    for (const name of ['/a', '/b', '/c']) {
      made.push((await addEndpoint(client, receiver.url(name))).id);
      await client.clock({ by: 'PT1S' });
    }
    const first = (await client.get('/v1/webhook-endpoints?limit=2')).json;
    const cursor = encodeURIComponent(first.nextCursor);
    const second = (await client.get(`/v1/webhook-endpoints?limit=2&cursor=${cursor}`)).json;
    const ids = [...first.items, ...second.items].map(({ id }) => id);
    expect([ids, second.nextCursor]).toEqual([made.toReversed(), null]);
  });

  test('is one of five at most', async () => {
    const { client, receiver } = await webhookWorld();
    for (let index = 0; index < 5; index += 1) await addEndpoint(client, receiver.url(`/${index}`));
    const body = { url: receiver.url('/5'), types: ['*'], contactEmail };
    expect(await client.post('/v1/webhook-endpoints', body)).toMatchObject({
      status: 422,
      json: { code: 'request.refused', errors: [{ code: 'webhook_endpoints.too_many', pointer: '' }] },
    });
    const wrongToo = await client.post('/v1/webhook-endpoints', { ...body, url: 'http://10.0.0.1/' });
    expect(wrongToo.json.errors.map(({ code }: { code: string }) => code)).toEqual([
      'webhook_endpoint.not_https',
      'webhook_endpoint.address_not_public',
      'webhook_endpoints.too_many',
    ]);
    // Another tenant has its own five.
    await addEndpoint(client, receiver.url(), {}, await client.tokenFor('other'));
    await draftOf(client);
    expect(receiver.received.map(({ path }) => path)).toEqual(['/0', '/1', '/2', '/3', '/4']);
  });

  const privately: ResolveName = (_, done) => done(null, [{ address: '10.0.0.7', family: 4 }]);

  test.each([
    ['http://8.8.8.8/hooks', 'not_https'],
    ['http://10.0.0.1/', 'not_https', 'address_not_public'],
    ['https://10.0.0.1/', 'address_not_public'],
    ['https://169.254.169.254/latest', 'address_not_public'],
    ['https://[::ffff:10.0.0.1]/', 'address_not_public'],
    ['https://inside.example/', 'address_not_public'],
    ['https://user@8.8.8.8/', 'with_credentials'],
    ['http://user@inside.example/', 'not_https', 'with_credentials', 'address_not_public'],
  ])('is not made at %s, and is told all that is wrong with it', async (url, ...faults) => {
    const { client } = await webhookWorld(undefined, { resolve: privately });
    const answer = await client.post('/v1/webhook-endpoints', { url, types: ['*'], contactEmail });
    expect(answer).toMatchObject({
      status: 422,
      json: {
        code: 'request.refused',
        errors: faults.map((fault) => ({ code: `webhook_endpoint.${fault}`, pointer: '/url' })),
      },
    });
    expect((await client.get('/v1/webhook-endpoints')).json.items).toEqual([]);
  });

  test.each([
    [{ url: 'portal' }, '/url'],
    [{ url: 'https:portal.example/' }, '/url'],
    [{ url: 'https://portal.example/a b' }, '/url'],
    [{ url: 'https://portal.example/\n\nPay at https://evil.example/\n' }, '/url'],
    [{ url: 'https://portal.example/\r\tpay' }, '/url'],
    [{ url: 'https://portal.example/\u2028pay' }, '/url'],
    [{ types: [] }, '/types'],
    [{ types: ['webhook_endpoint.disabled'] }, '/types/0'],
    [{ types: ['port_request.nothing'] }, '/types/0'],
    [{ contactEmail: 'nobody' }, '/contactEmail'],
    [{ secret: 'whsec_own' }, '/secret'],
  ])('is not made of %j', async (wrong, pointer) => {
    const { client, receiver } = await webhookWorld();
    const body = { url: receiver.url(), types: ['*'], contactEmail, ...wrong };
    const answer = await client.post('/v1/webhook-endpoints', body);
    expect(answer).toMatchObject({ status: 400, json: { errors: [{ pointer }] } });
  });

  test('is sent the types it asked for, and each endpoint its own', async () => {
    const { client, receiver } = await webhookWorld();
    await addEndpoint(client, receiver.url('/all'));
    await addEndpoint(client, receiver.url('/notes'), { types: ['port_request.noted'] });
    await addEndpoint(client, receiver.url('/incidents'), { types: ['incident.*'] });
    await noteOn(client, await draftOf(client));
    const sentTo = (wanted: string) =>
      receiver.received.filter(({ path }) => path === wanted).map(({ event }) => event.type);
    expect(sentTo('/all')).toEqual(['port_request.created', 'port_request.noted']);
    expect(sentTo('/notes')).toEqual(['port_request.noted']);
    expect(sentTo('/incidents')).toEqual([]);
  });

  test('is sent nothing of another tenant', async () => {
    const { client, receiver } = await webhookWorld();
    await addEndpoint(client, receiver.url());
    await draftOf(client, undefined, await client.tokenFor('other'));
    expect(receiver.tried).toEqual([]);
  });

  test('that is deleted is sent nothing more, also of what waits', async () => {
    const { client, receiver } = await webhookWorld(() => 500);
    const { id: endpointId } = await addEndpoint(client, receiver.url());
    const id = await draftOf(client);
    await noteOn(client, id);
    expect(receiver.tried).toHaveLength(1);
    mustBe(await client.call('DELETE', `/v1/webhook-endpoints/${endpointId}`), 204);
    await noteOn(client, id);
    await client.clock({ by: 'P5D' });
    expect(receiver.tried).toHaveLength(1);
    expect(await client.mails(`to=${contactEmail}`)).toEqual([]);
    expect((await client.get('/v1/events')).json.items).toHaveLength(3);
    expect(
      client.sandbox
        .world()
        .clock.timers()
        .filter(({ what }) => what === 'webhooks'),
    ).toEqual([]);
  });
});

describe('the secret of an endpoint', () => {
  test('is shown once, to whoever made it, and is null where the same call is answered again', async () => {
    // In memory, whatever else runs elsewhere: only there is a world saved.
    const { client, receiver, logged } = await webhookWorld(undefined, {
      options: { openStores: inMemoryStores() },
    });
    const body = { url: receiver.url(), types: ['*'], contactEmail };
    const first = await client.post('/v1/webhook-endpoints', body, under('one'));
    const { id, secret } = mustBe(first, 201).json;
    const again = await client.post('/v1/webhook-endpoints', body, under('one'));
    expect(again).toMatchObject({ status: 201, headers: { 'idempotency-replayed': 'true' } });
    expect(again.text).toBe(first.text.replace(`"${secret}"`, 'null'));
    const path = `/v1/webhook-endpoints/${id}`;

    const rotated = await client.post(`${path}/secret`, undefined, under('two'));
    const { secret: second } = mustBe(rotated, 200).json;
    expect(second).toMatch(/^whsec_/);
    expect(second).not.toBe(secret);
    const rotatedAgain = await client.post(`${path}/secret`, undefined, under('two'));
    expect(rotatedAgain.text).toBe(rotated.text.replace(`"${second}"`, 'null'));

    await noteOn(client, await draftOf(client));
    const [delivery] = await deliveriesOf(client, id);
    await replay(client, id, delivery.id);
    const seen = [
      (await client.get(path)).text,
      (await client.get('/v1/webhook-endpoints')).text,
      (await client.get(`${path}/deliveries`)).text,
      (await client.get('/v1/events')).text,
      JSON.stringify(await client.mails()),
      JSON.stringify(client.sandbox.save()),
      ...logged,
    ].join('\n');
    expect(logged.join()).toContain('webhook.attempted');
    for (const each of [secret, second]) {
      expect(seen).not.toContain(each);
      expect(seen).not.toContain(each.slice('whsec_'.length));
    }
    // The rotation under one key was one.
    const last = receiver.received.at(-1);
    expect(last && [isTakenUnder(secret, last), isTakenUnder(second, last)]).toEqual([true, true]);
  });

  test('signs together with the one before it for 24 hours, then alone', async () => {
    const { client, receiver } = await webhookWorld();
    const { id: endpointId, secret: first } = await addEndpoint(client, receiver.url());
    const path = `/v1/webhook-endpoints/${endpointId}/secret`;
    const id = await draftOf(client);
    const { secret: second } = mustBe(await client.post(path), 200).json;
    await noteOn(client, id);
    await client.clock({ by: 'PT23H59M59S' });
    await noteOn(client, id);
    await client.clock({ by: 'PT1S' });
    await noteOn(client, id);
    expect(
      receiver.received.map((message) => [
        `${message.headers['webhook-signature']}`.split(' ').length,
        isTakenUnder(first, message),
        isTakenUnder(second, message),
      ]),
    ).toEqual([
      [1, true, false],
      [2, true, true],
      [2, true, true],
      [1, false, true],
    ]);
  });

  test('that leaked ends at once where it is rotated twice', async () => {
    const { client, receiver } = await webhookWorld();
    const { id, secret: first } = await addEndpoint(client, receiver.url());
    const path = `/v1/webhook-endpoints/${id}/secret`;
    const { secret: second } = (await client.post(path)).json;
    const { secret: third } = (await client.post(path)).json;
    await draftOf(client);
    const [message] = receiver.received;
    expect(message && [first, second, third].map((secret) => isTakenUnder(secret, message))).toEqual([
      false,
      true,
      true,
    ]);
  });

  test('is another for each endpoint, and what it signs is taken by our own client', async () => {
    const { client, receiver } = await webhookWorld();
    const one = await addEndpoint(client, receiver.url('/one'));
    const other = await addEndpoint(client, receiver.url('/other'));
    const id = await draftOf(client);
    const [toOne, toOther] = receiver.received;
    if (toOne === undefined || toOther === undefined) throw new Error('Nothing was sent');
    const verified = (secret: string, { headers, text: body }: Received) =>
      verifyWebhook({ secret, headers, body });
    expect(await verified(one.secret, toOne)).toMatchObject({ portRequestId: id });
    expect(await verified(other.secret, toOther)).toMatchObject({ portRequestId: id });
    await expect(verified(one.secret, toOther)).rejects.toThrow('signature_invalid');
  });
});
