import { describe, expect, test } from 'vitest';
import { exampleBody } from '../support/example-body.ts';
import type { Answer } from '../support/sandbox-client.ts';
import { asText, notJson, type Setting, setUp, tooLarge } from './setting.ts';

const unknown = '/v1/port-requests/prt_none';
const incomplete = { submit: true, subscriber: { name: 'Dupont' } };
const stale = { 'if-match': '"99"' };

/** Calls with two faults, the one that is judged first, and the one that is not reached. */
const calls: readonly (readonly [
  first: string,
  code: string,
  before: string,
  call: (setting: Setting) => Promise<Answer>,
])[] = [
  [
    '405',
    'method.not_allowed',
    '401',
    ({ client }) => client.call('DELETE', '/v1/port-requests', { token: null }),
  ],
  ['405', 'method.not_allowed', '404', ({ client }) => client.call('PUT', unknown)],
  ['401', 'auth.token_missing', '404', ({ client }) => client.get(unknown, { token: null })],
  [
    '401',
    'auth.token_invalid',
    '413',
    ({ client }) => client.call('POST', '/v1/port-requests', { ...tooLarge, token: 'a' }),
  ],
  [
    '401',
    'auth.token_missing',
    '400',
    ({ client }) => client.call('POST', '/v1/port-requests', { ...notJson, token: null }),
  ],
  [
    '403',
    'auth.scope_missing',
    '404',
    ({ client, reader }) => client.post(`${unknown}/submission`, undefined, { token: reader }),
  ],
  [
    '403',
    'auth.scope_missing',
    '413',
    ({ client, reader }) => client.call('POST', '/v1/port-requests', { ...tooLarge, token: reader }),
  ],
  [
    '403',
    'auth.scope_missing',
    '415',
    ({ client, reader }) => client.call('POST', '/v1/port-requests', { ...asText, token: reader }),
  ],
  ['403', 'auth.scope_missing', '400', ({ client, reader }) => client.sendCreation({}, { token: reader })],
  [
    '403 of a field',
    'auth.scope_missing',
    '422',
    ({ client }) => client.create({ ...incomplete, installation: { type: 'simple', reason: 'x' } }),
  ],
  [
    '403 of a field',
    'auth.scope_missing',
    '409 of numbers',
    ({ client }) => client.create(exampleBody({ tenant: 'umbrella' })),
  ],
  [
    '404',
    'port_request.not_found',
    '413',
    ({ client }) => client.call('POST', `${unknown}/cancellation`, tooLarge),
  ],
  [
    '404',
    'port_request.not_found',
    '415',
    ({ client }) => client.call('POST', `${unknown}/cancellation`, asText),
  ],
  [
    '404',
    'port_request.not_found',
    '400',
    ({ client }) => client.call('POST', `${unknown}/cancellation`, notJson),
  ],
  ['404', 'port_request.not_found', '428', ({ client }) => client.call('PATCH', unknown, { body: {} })],
  [
    '404 of another tenant',
    'port_request.not_found',
    '409 of a move',
    ({ client, submitted, stranger }) =>
      client.post(`${submitted}/submission`, undefined, { token: stranger }),
  ],
  ['413', 'request.too_large', '400', ({ client }) => client.call('POST', '/v1/port-requests', tooLarge)],
  [
    '415',
    'request.unsupported_media_type',
    '400',
    ({ client }) => client.call('POST', '/v1/port-requests', asText),
  ],
  [
    '415',
    'request.unsupported_media_type',
    '428',
    ({ client, draft }) => client.call('PATCH', draft, asText),
  ],
  ['400', 'request.malformed', 'a missing key', ({ client }) => client.post('/v1/port-requests', {})],
  [
    '400',
    'request.malformed',
    'a malformed key',
    ({ client }) => client.post('/v1/port-requests', {}, { headers: { 'idempotency-key': 'é' } }),
  ],
  [
    '400',
    'request.malformed',
    '428',
    ({ client, draft }) => client.call('PATCH', draft, { body: { colour: 'red' } }),
  ],
  [
    '400 of the whole',
    'request.malformed',
    '428',
    ({ client, draft }) => client.call('PATCH', draft, { body: { quote: { reference: 'Q-1' } } }),
  ],
  [
    '400',
    'request.malformed',
    '412',
    ({ client, draft }) => client.call('PATCH', draft, { body: { colour: 'red' }, headers: stale }),
  ],
  [
    '400',
    'request.malformed',
    '409 of a move',
    ({ client, submitted }) => client.post(`${submitted}/submission`, { colour: 'red' }),
  ],
  [
    'a missing key',
    'idempotency.key_missing',
    '422',
    ({ client }) => client.post('/v1/port-requests', incomplete),
  ],
  [
    'a missing key',
    'idempotency.key_missing',
    '409 of numbers',
    ({ client }) => client.post('/v1/port-requests', exampleBody()),
  ],
  [
    'a malformed key',
    'idempotency.key_malformed',
    '409 of a move',
    ({ client, submitted }) =>
      client.post(`${submitted}/submission`, {}, { headers: { 'idempotency-key': '' } }),
  ],
  [
    '428',
    'precondition.missing',
    '409 of a move',
    ({ client, submitted }) => client.call('PATCH', submitted, { body: {} }),
  ],
  [
    '412',
    'precondition.stale',
    '409 of a move',
    ({ client, submitted }) => client.call('PATCH', submitted, { body: {}, headers: stale }),
  ],
  [
    '422',
    'request.refused',
    '409 of numbers',
    ({ client }) => client.create(exampleBody({ authorisation: null })),
  ],
];

describe('Of two faults in one call', () => {
  test.each(calls)('%s (%s) is told before %s', async (_, code, __, call) => {
    const answer = await call(await setUp());
    expect(answer.json.code).toBe(code);
  });

  test('a key that had another body is told before the move that is not allowed', async () => {
    // Given a key under which a request was cancelled
    const { client, draft } = await setUp();
    const headers = { 'idempotency-key': 'k' };
    const cancelled = await client.post(`${draft}/cancellation`, { reason: 'mistake' }, { headers });
    expect(cancelled.status).toBe(200);
    // When the key comes with another body, though nothing can be cancelled any more
    const again = await client.post(`${draft}/cancellation`, { reason: 'other' }, { headers });
    // Then the key is what is wrong
    expect([again.status, again.json.code]).toEqual([422, 'idempotency.key_reused']);
  });

  test('the move that is not allowed is told before all that submission would lack', async () => {
    // Given a draft that lacks almost everything, cancelled
    const { client, draft } = await setUp();
    await client.post(`${draft}/cancellation`);
    // When it is submitted
    const answer = await client.post(`${draft}/submission`);
    // Then its status is the reason, with what it allows
    expect(answer.json).toMatchObject({
      status: 409,
      code: 'port_request.move_not_allowed',
      requestStatus: 'cancelled',
      allowedActions: [],
    });
  });
});
