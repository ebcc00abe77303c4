import { describe, expect, test } from 'vitest';
import { exampleBody, singleNumberBody } from '../support/example-body.ts';
import { cancel, happenedTo, readyRequest } from '../support/journey.ts';
import { SandboxClient } from '../support/sandbox-client.ts';

const key = { headers: { 'idempotency-key': 'acme-42' } };

const createUnderKey = (client: SandboxClient, body = exampleBody(), more = {}) =>
  client.create(body, { ...key, ...more });

const listed = async (client: SandboxClient) => (await client.get('/v1/port-requests')).json.items;

describe('a request that is created twice under one key', () => {
  test('is one request, and the answer comes again byte for byte', async () => {
    const client = await SandboxClient.start();

    const first = await createUnderKey(client);
    await client.clock({ by: 'P1D' });
    const second = await createUnderKey(client);

    expect([first.status, second.status]).toEqual([201, 201]);
    expect(second.text).toBe(first.text);
    expect(second.json.status).toBe('submitted');
    expect(second.headers).toMatchObject({
      'idempotency-replayed': 'true',
      location: first.headers['location'],
      etag: first.headers['etag'],
    });
    expect(first.headers).not.toHaveProperty('idempotency-replayed');
    expect(await listed(client)).toHaveLength(1);
    expect(await client.mails()).toHaveLength(1);
  });

  test('at once is one request too', async () => {
    const client = await SandboxClient.start();

    const answers = await Promise.all(Array.from({ length: 5 }, () => createUnderKey(client)));

    expect(answers.map(({ status }) => status)).toEqual([201, 201, 201, 201, 201]);
    expect(new Set(answers.map(({ text }) => text)).size).toBe(1);
    expect(answers.filter(({ headers }) => headers['idempotency-replayed'] === 'true')).toHaveLength(4);
    expect(await listed(client)).toHaveLength(1);
  });

  test('may be written in another order: it is the same JSON value', async () => {
    const client = await SandboxClient.start();
    const { subscriber, ...others } = exampleBody();
    const reordered = { ...Object.fromEntries(Object.entries(others).reverse()), subscriber };

    const first = await createUnderKey(client);
    const second = await createUnderKey(client, reordered);

    expect(second.text).toBe(first.text);
  });

  test('is refused when the second body says something else', async () => {
    const client = await SandboxClient.start();
    await createUnderKey(client);

    const refused = await createUnderKey(client, singleNumberBody('025805080'));

    expect(refused).toMatchObject({
      status: 422,
      json: { code: 'idempotency.key_reused', errors: [{ code: 'idempotency.key_reused' }] },
    });
    expect(await listed(client)).toHaveLength(1);
  });

  test('at once with two bodies keeps one and refuses the other', async () => {
    const client = await SandboxClient.start();

    const answers = await Promise.all([
      createUnderKey(client),
      createUnderKey(client, singleNumberBody('025805080')),
    ]);

    // Which of the two is the first is not said.
    expect(answers.map(({ status }) => status).toSorted()).toEqual([201, 422]);
    expect(await listed(client)).toHaveLength(1);
  });
});

test('a key belongs to its tenant', async () => {
  const client = await SandboxClient.start();

  const first = await createUnderKey(client, singleNumberBody('025805080'));
  const other = await createUnderKey(client, singleNumberBody('025805081'), {
    token: await client.tokenFor('other'),
  });

  expect([first.status, other.status]).toEqual([201, 201]);
  expect(other.json.id).not.toBe(first.json.id);
});

test('a refusal is not kept: the corrected body goes through under the same key', async () => {
  const client = await SandboxClient.start();

  const refused = await createUnderKey(client, exampleBody({ contact: null }));
  const accepted = await createUnderKey(client);

  expect([refused.status, accepted.status]).toEqual([422, 201]);
});

test.each([
  { after: 'PT71H59M59S', requests: 1 },
  { after: 'PT72H', requests: 2 },
])('a key used again $after later: $requests request(s)', async ({ after, requests }) => {
  const client = await SandboxClient.start();
  const draft = exampleBody({ submit: false });
  await createUnderKey(client, draft);

  await client.clock({ by: after });
  await createUnderKey(client, draft);

  expect(await listed(client)).toHaveLength(requests);
});

test('a start that is sent twice under one key is answered twice and happens once', async () => {
  const client = await SandboxClient.start();
  const id = await readyRequest(client);
  const start = () => client.post(`/v1/port-requests/${id}/start`, undefined, key);

  const [first, second] = await Promise.all([start(), start()]);

  expect([first.status, second.status]).toEqual([200, 200]);
  expect(second.text).toBe(first.text);
  expect((await happenedTo(client, id)).filter((type) => type === 'started')).toHaveLength(1);
});

test('a cancellation without a key that is sent twice is told that it was cancelled already', async () => {
  const client = await SandboxClient.start();
  const id = await readyRequest(client);

  const answers = await Promise.all([cancel(client, id), cancel(client, id)]);

  expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
  expect((await client.templates(id)).filter((template) => template === 'cancelled')).toHaveLength(1);
});
