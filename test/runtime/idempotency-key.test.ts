import { isDeepStrictEqual } from 'node:util';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fingerprintOf } from '../../functions/runtime/idempotency.ts';
import { exampleBody, singleNumberBody } from '../support/example-body.ts';
import { SandboxClient } from '../support/sandbox-client.ts';
import { setUp } from './setting.ts';

const under = (key: string) => ({ headers: { 'idempotency-key': key } });

const draft = { submit: false, subscriber: { name: 'Boulangerie Dupont SRL', language: 'fr' } };

const countOf = async (client: SandboxClient) =>
  (await client.get('/v1/port-requests?limit=100')).json.items.length;

describe('The same key and body again', () => {
  test('get the first answer, byte for byte, and nothing happens twice', async () => {
    const client = await SandboxClient.start();
    const first = await client.sendCreation(exampleBody(), under('k'));
    // When the request has moved on meanwhile
    await client.clock({ by: 'P1D' });
    const second = await client.sendCreation(exampleBody(), under('k'));
    // Then the answer is still the first
    expect(second.status).toBe(201);
    expect(second.text).toBe(first.text);
    expect(second.headers['location']).toBe(first.headers['location']);
    expect(second.headers['etag']).toBe(first.headers['etag']);
    expect([first.headers['idempotency-replayed'], second.headers['idempotency-replayed']]).toEqual([
      undefined,
      'true',
    ]);
    expect(second.headers['x-request-id']).not.toBe(first.headers['x-request-id']);
    expect(await countOf(client)).toBe(1);
  });

  test('get the first answer when the body is spelled differently but is the same value', async () => {
    const client = await SandboxClient.start();
    const first = await client.sendCreation(draft, under('k'));
    const second = await client.call('POST', '/v1/port-requests', {
      rawBody: ' {"subscriber" : {"language":"\\u0066r", "name":"Boulangerie Dupont SRL"},\n"submit":false}',
      headers: { 'content-type': 'application/json', 'idempotency-key': 'k' },
    });
    expect([second.status, second.text]).toEqual([201, first.text]);
  });

  test('of two at once, one acts and both get the same answer', async () => {
    const client = await SandboxClient.start();
    const answers = await Promise.all([1, 2, 3].map(() => client.sendCreation(exampleBody(), under('k'))));
    expect(new Set(answers.map(({ text }) => text)).size).toBe(1);
    expect(answers.map(({ status }) => status)).toEqual([201, 201, 201]);
    expect(await countOf(client)).toBe(1);
  });

  test.each([
    ['submission', 200],
    ['cancellation', 200],
  ])('are replayed on %s too', async (action, status) => {
    const { client } = await setUp();
    const { json } = await client.sendCreation({ ...singleNumberBody('025805171'), submit: false });
    const path = `/v1/port-requests/${json.id}/${action}`;
    const first = await client.post(path, undefined, under('k'));
    const second = await client.post(path, undefined, under('k'));
    expect([first.status, second.status]).toEqual([status, status]);
    expect(second.text).toBe(first.text);
    expect(second.headers['idempotency-replayed']).toBe('true');
  });

  test('are replayed where nothing is written, and where the desk enters an event', async () => {
    const { client, submitted, desk } = await setUp();
    const check = () => client.post('/v1/number-checks', { numbers: ['025805050'] }, under('c'));
    const enter = () =>
      client.post(
        `${submitted}/operator-events`,
        {
          type: 'request.approved',
          portRequestId: submitted.split('/').at(-1),
          attempt: 1,
          occurredAt: '2026-03-30T08:00:00Z',
          data: {},
        },
        { ...under('e'), token: desk },
      );
    for (const call of [check, enter]) {
      const first = await call();
      const second = await call();
      expect([second.status, second.text]).toEqual([first.status, first.text]);
      expect(second.headers['idempotency-replayed']).toBe('true');
    }
  });

  test('of a repeat without a key are judged anew', async () => {
    const { client, draft: path } = await setUp();
    expect((await client.post(`${path}/cancellation`)).status).toBe(200);
    expect((await client.post(`${path}/cancellation`)).status).toBe(409);
  });
});

describe('The same key with another body', () => {
  test('is refused with errors, and does nothing', async () => {
    const client = await SandboxClient.start();
    await client.sendCreation(draft, under('k'));
    const { status, json } = await client.sendCreation({ ...draft, customerReference: 'B' }, under('k'));
    expect([status, json.code]).toEqual([422, 'idempotency.key_reused']);
    expect(json.errors).toEqual([expect.objectContaining({ code: 'idempotency.key_reused', pointer: '' })]);
    expect(await countOf(client)).toBe(1);
  });

  test('is another call for another tenant, and on another path', async () => {
    const { client, stranger, draft: path } = await setUp();
    const mine = await client.sendCreation(draft, under('k'));
    const theirs = await client.sendCreation(
      { ...draft, customerReference: 'B' },
      { ...under('k'), token: stranger },
    );
    const elsewhere = await client.post(`${path}/cancellation`, { reason: 'mistake' }, under('k'));
    expect([mine.status, theirs.status, elsewhere.status]).toEqual([201, 201, 200]);
    expect(theirs.json.id).not.toBe(mine.json.id);
  });
});

test('A kept answer is not given to a caller of the same tenant who may not ask for it', async () => {
  // Given an answer to the desk about a request of another tenant
  const client = await SandboxClient.start();
  const forAcme = exampleBody({ tenant: 'acme' });
  const first = await client.sendCreation(forAcme, { ...under('k'), token: await client.deskToken() });
  expect(first.json.tenant).toBe('acme');
  // When somebody of the desk's tenant, but not of the desk, sends the same
  const again = await client.sendCreation(forAcme, { ...under('k'), token: await client.tokenFor('fonzer') });
  // Then they are told what they lack, and nothing of the request
  expect(again).toMatchObject({ status: 403, json: { code: 'auth.scope_missing', requiredScope: 'desk' } });
  expect(again.text).not.toContain(first.json.id);
});

describe('A refused answer', () => {
  test('is not kept: the same key and body are judged anew', async () => {
    // Given a request whose number is taken
    const { client, submitted } = await setUp();
    const refused = await client.sendCreation(exampleBody(), under('k'));
    expect(refused.status).toBe(409);
    // When the number is free again
    await client.post(`${submitted}/cancellation`);
    // Then the same call is accepted
    expect((await client.sendCreation(exampleBody(), under('k'))).status).toBe(201);
  });

  test('leaves its key free for another body', async () => {
    const client = await SandboxClient.start();
    expect((await client.sendCreation(exampleBody({ authorisation: null }), under('k'))).status).toBe(422);
    expect((await client.sendCreation({}, under('k'))).status).toBe(400);
    expect((await client.sendCreation(exampleBody(), under('k'))).status).toBe(201);
  });
});

describe('A key', () => {
  test.each([
    ['one character', 'k'],
    ['255 characters', 'k'.repeat(255)],
    ['every printable character', Array.from({ length: 95 }, (_, i) => String.fromCharCode(32 + i)).join('')],
  ])('of %s is taken', async (_, key) => {
    const client = await SandboxClient.start();
    expect((await client.sendCreation(draft, under(key))).status).toBe(201);
  });

  test.each([
    ['nothing', ''],
    ['256 characters', 'k'.repeat(256)],
    ['a tab', 'a\tb'],
    ['an accent', 'clé'],
    ['a control character', 'a\u0000'],
  ])('of %s is refused with errors', async (_, key) => {
    const client = await SandboxClient.start();
    const { status, json } = await client.sendCreation(draft, under(key));
    expect([status, json.code]).toEqual([400, 'idempotency.key_malformed']);
    expect(json.errors).toHaveLength(1);
  });

  test('is kept for 72 hours and no longer', async () => {
    // Given an answer of 08:00 on Monday
    const client = await SandboxClient.start('2026-03-30T08:00:00Z');
    const first = await client.sendCreation(draft, under('k'));
    // When 72 hours are nearly over, it is still given again
    await client.clock({ to: '2026-04-02T07:59:59Z' });
    expect((await client.sendCreation(draft, under('k'))).text).toBe(first.text);
    // Then at 72 hours the key is new, for whatever body
    await client.clock({ to: '2026-04-02T08:00:00Z' });
    const later = await client.sendCreation({ ...draft, customerReference: 'B' }, under('k'));
    expect([later.status, later.headers['idempotency-replayed']]).toEqual([201, undefined]);
    expect(later.json.id).not.toBe(first.json.id);
  });
});

/** Any JSON value, also what canonical JSON does not know: halves of characters. */
const jsonValue = fc.jsonValue({ stringUnit: 'binary', maxDepth: 4 });

/** The value as it is once it was sent: `-0` is 0, and nothing is left of an object but its members. */
const plain = (value: unknown): unknown => JSON.parse(JSON.stringify(value));

/** The same value with the members of every object in reverse order. */
const reversed = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(reversed);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .reverse()
      .map(([name, member]) => [name, reversed(member)]),
  );
};

describe('The fingerprint of a body', () => {
  test('is the same for every spelling of a value', () => {
    fc.assert(
      fc.property(jsonValue, (value) => {
        expect(fingerprintOf(reversed(value))).toBe(fingerprintOf(value));
        expect(fingerprintOf(JSON.parse(JSON.stringify(value, null, 3)))).toBe(fingerprintOf(value));
        expect(fingerprintOf(value)).toMatch(/^[0-9a-f]{64}$/);
      }),
    );
  });

  test('differs where values differ', () => {
    fc.assert(
      fc.property(jsonValue, jsonValue, (one, other) => {
        const same = fingerprintOf(one) === fingerprintOf(other);
        expect(same).toBe(isDeepStrictEqual(plain(one), plain(other)));
      }),
    );
    const values = [
      null,
      {},
      [],
      '',
      0,
      false,
      [[]],
      [{}],
      { a: null },
      { a: [] },
      ['a'],
      'a',
      '\ud800',
      '\udfff',
    ];
    expect(new Set(values.map(fingerprintOf)).size).toBe(values.length);
  });

  test('keeps the order of lists', () => {
    expect(fingerprintOf([1, 2])).not.toBe(fingerprintOf([2, 1]));
  });
});
