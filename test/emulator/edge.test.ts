import { afterAll, describe, expect, test } from 'vitest';
import { exampleBody, singleNumberBody } from '../support/example-body.ts';
import { mustBe } from '../support/journey.ts';
import { deployedClient } from './deployed-client.ts';
import { theWorld } from './world.ts';

const world = theWorld();
const service = deployedClient(world);
afterAll(() => service.close());

const collection = '/v1/port-requests';
const problemType = 'application/problem+json';

/** What a caller sees of a refusal; a problem document that leaves a part of it out is none. */
const refusal = async (answer: ReturnType<typeof service.call>) => {
  const { status, headers, json } = await answer;
  expect(headers['content-type']).toBe(problemType);
  expect(json).toMatchObject({
    status,
    title: expect.stringMatching(/^\w/),
    type: expect.stringMatching(/^\w/),
  });
  expect(json.detail ?? 'none').toMatch(/^[^$]{2,}$/);
  return [status, json.code];
};

/** A draft of the reseller acme, which holds no numbers. */
const aDraft = async (body = singleNumberBody('025809001')): Promise<string> =>
  mustBe(await service.create({ ...body, submit: false }), 201).json.id;

describe('a document', () => {
  test('comes as the bytes it is', async () => {
    const { status, headers, bytes } = await service.get(
      `${collection}/${await aDraft()}/authorisation/mandate`,
    );
    expect([status, headers['content-type']]).toEqual([200, 'application/pdf']);
    expect(bytes.subarray(0, 5).toString()).toBe('%PDF-');
    expect(bytes.subarray(-6).toString()).toBe('%%EOF\n');
  });

  test('comes as the text it is', async () => {
    const { status, headers, text } = await service.get(
      `${collection}/${await aDraft()}/number-list-letter?language=de`,
    );
    expect([status, headers['content-type']]).toEqual([200, 'text/plain; charset=utf-8']);
    expect(text).toContain('Rufnummern');
  });
});

describe('a token', () => {
  test.each([
    ['that is missing', null, 'auth.token_missing'],
    ['that is none', 'a.b.c', 'auth.token_invalid'],
  ])('%s is refused in a problem document', async (_, token, code) => {
    expect(await refusal(service.get(collection, { token }))).toEqual([401, code]);
  });

  test('that has expired is refused', async () => {
    const token = await service.tokenFor('acme', 'port-requests:read', '-1h');
    expect(await refusal(service.get(collection, { token }))).toEqual([401, 'auth.token_invalid']);
  });

  test('of whoever the issuer vouches for is good', async () => {
    const token = await service.tokenFor('newcomer');
    expect(await service.get(collection, { token })).toMatchObject({ status: 200, json: { items: [] } });
  });

  test('without the scope is not enough', async () => {
    const token = await service.tokenFor('acme', 'port-requests:read');
    expect(await refusal(service.create(exampleBody(), { token }))).toEqual([403, 'auth.scope_missing']);
  });

  test('of another reseller does not find a request, that of the desk does', async () => {
    const path = `${collection}/${await aDraft()}`;
    const token = await service.tokenFor('other');
    expect(await refusal(service.get(path, { token }))).toEqual([404, 'port_request.not_found']);
    expect((await service.get(path, { token: await service.deskToken() })).status).toBe(200);
  });

  test('of the desk enters an answer, that of a reseller does not', async () => {
    const id = await aDraft();
    const path = `${collection}/${id}/operator-events`;
    const body = {
      type: 'request.approved',
      portRequestId: id,
      attempt: 1,
      occurredAt: '2026-03-30T08:00:00Z',
      data: { date: '2026-04-14' },
    };
    expect(await refusal(service.post(path, body))).toEqual([403, 'auth.scope_missing']);
    const token = await service.deskToken();
    expect(await refusal(service.post(path, body, { token }))).toEqual([409, 'operator_event.not_expected']);
  });
});

describe('a webhook', () => {
  test.each([
    ['http://portal.example/hooks', 'webhook_endpoint.not_https'],
    ['https://10.0.0.7/hooks', 'webhook_endpoint.address_not_public'],
    ['https://169.254.170.2/v2/credentials', 'webhook_endpoint.address_not_public'],
    ['https://[fd00:ec2::254]/', 'webhook_endpoint.address_not_public'],
  ])('is never sent to %s', async (url, code) => {
    const endpoint = { url, types: ['*'], contactEmail: 'it@acme.example' };
    const answer = await service.post('/v1/webhook-endpoints', endpoint);
    expect(await refusal(Promise.resolve(answer))).toEqual([422, 'request.refused']);
    expect(answer.json.errors).toMatchObject([{ code, pointer: '/url' }]);
  });
});

describe('a call', () => {
  test('of each reseller is counted for it, also one that is refused', async () => {
    const counted = deployedClient(world, 'counted');
    await counted.get(collection);
    await counted.get('/v1/nowhere');
    expect(await refusal(counted.get(`${collection}/prt_01`))).toEqual([404, 'port_request.not_found']);
    expect(await counted.countedCalls()).toBe(2);
    counted.close();
  });

  test('to a path that is none is answered by us, with or without a token', async () => {
    expect(await refusal(service.get('/nowhere', { token: null }))).toEqual([404, 'route.not_found']);
    expect(await refusal(service.get('/v1/nowhere/at/all'))).toEqual([404, 'route.not_found']);
  });

  test.each([
    ['DELETE', collection, 'GET, POST'],
    ['PUT', collection, 'GET, POST'],
    ['DELETE', `${collection}/prt_01`, 'GET, PATCH'],
    ['PUT', `${collection}/prt_01`, 'GET, PATCH'],
    ['GET', '/v1/operators/colt/events', 'POST'],
    ['PUT', '/start/anything', 'GET, HEAD, POST'],
  ])('%s %s is told what is allowed', async (method, path, allow) => {
    const answer = service.call(method, path);
    expect(await refusal(answer)).toEqual([405, 'method.not_allowed']);
    expect((await answer).headers['allow']).toBe(allow);
  });

  test('with more than 64 KiB is refused', async () => {
    const body = exampleBody({ noteToOperator: 'x'.repeat(64 * 1024) });
    expect(await refusal(service.create(body))).toEqual([413, 'request.too_large']);
  });

  test('in another form than JSON is refused', async () => {
    const headers = { 'content-type': 'text/plain' };
    expect(await refusal(service.create(exampleBody(), { headers }))).toEqual([
      415,
      'request.unsupported_media_type',
    ]);
  });

  test('that is no JSON is refused', async () => {
    const headers = { 'content-type': 'application/json', 'idempotency-key': 'edge' };
    expect(await refusal(service.call('POST', collection, { rawBody: '{"numbers": [', headers }))).toEqual([
      400,
      'request.malformed',
    ]);
  });

  test('brings letters of every kind in and out unbroken', async () => {
    const noteToOperator = 'Größe ≥ 2 €, façade d’été – 電話 ☎️ 🥐👩🏽‍💻\nzweite Zeile';
    const subscriber = { ...Object(exampleBody()['subscriber']), name: 'Bäckerei Müller & Søn “Ÿ” 🥐' };
    const id = await aDraft(singleNumberBody('025809002', { noteToOperator, subscriber }));
    expect(await service.read(id)).toMatchObject({ noteToOperator, subscriber: { name: subscriber.name } });
  });
});

describe('without a token', () => {
  test('anybody may ask whether the service is healthy', async () => {
    expect(await service.get('/v1/health', { token: null })).toMatchObject({ status: 200 });
  });

  test('anybody may read the description of the API', async () => {
    const { status, json } = await service.get('/v1/openapi.json', { token: null });
    expect(status).toBe(200);
    expect(json.openapi).toMatch(/^3\.1/);
    expect(Object.keys(json.paths)).toContain('/v1/port-requests/{id}/submission');
  });

  test('a start link that nobody was sent opens nothing', async () => {
    const [opened, looked, pressed] = await Promise.all([
      service.get('/start/nobody-was-sent-this', { token: null }),
      service.call('HEAD', '/start/nobody-was-sent-this', { token: null }),
      service.confirm('/start/nobody-was-sent-this', '5050'),
    ]);
    expect([opened.status, looked.status, pressed.status]).toEqual([404, 404, 404]);
    expect(opened.headers['content-type']).toMatch(/^text\/html/);
    expect(looked.text).toBe('');
  });

  test('the carrier tells nothing that it did not sign', async () => {
    const secret = `whsec_${'A'.repeat(43)}=`;
    const forged = service.event('prt_01', 'request.approved', {}, { secret });
    expect(await refusal(forged)).toEqual([401, 'webhook.signature_invalid']);
  });
});
