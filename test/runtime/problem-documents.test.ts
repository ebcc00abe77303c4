import { describe, expect, test } from 'vitest';
import { problemCatalogue } from '../../functions/problems/problem-catalogue.ts';
import { exampleBody } from '../support/example-body.ts';
import { type Answer, SandboxClient } from '../support/sandbox-client.ts';
import { asText, faultsOf, notJson, type Setting, setUp, tooLarge } from './setting.ts';

const refusals: readonly (readonly [
  code: string,
  status: number,
  call: (setting: Setting) => Promise<Answer>,
])[] = [
  ['request.malformed', 400, ({ client }) => client.sendCreation({})],
  ['request.malformed', 400, ({ client }) => client.call('POST', '/v1/port-requests', notJson)],
  ['request.malformed', 400, ({ client }) => client.get('/v1/port-requests?limit=0')],
  ['request.malformed', 400, ({ client }) => client.get('/v1/dates?requestedOn=2026-02-30')],
  [
    'request.malformed',
    400,
    ({ client, submitted, desk }) =>
      client.post(
        `${submitted}/operator-events`,
        {
          type: 'request.approved',
          portRequestId: 'prt_other',
          attempt: 1,
          occurredAt: '2026-03-30T08:00:00Z',
          data: {},
        },
        { token: desk },
      ),
  ],
  ['cursor.invalid', 400, ({ client }) => client.get('/v1/port-requests?cursor=abc')],
  ['idempotency.key_missing', 400, ({ client }) => client.post('/v1/port-requests', exampleBody())],
  [
    'idempotency.key_malformed',
    400,
    ({ client }) => client.sendCreation(exampleBody(), { headers: { 'idempotency-key': '' } }),
  ],
  ['auth.token_missing', 401, ({ client }) => client.get('/v1/port-requests', { token: null })],
  ['auth.token_invalid', 401, ({ client }) => client.get('/v1/port-requests', { token: 'a.b.c' })],
  ['webhook.signature_invalid', 401, ({ client }) => client.call('POST', '/v1/operators/colt/events')],
  ['auth.scope_missing', 403, ({ client, reader }) => client.sendCreation(exampleBody(), { token: reader })],
  ['port_request.not_found', 404, ({ client }) => client.get('/v1/port-requests/prt_none')],
  ['route.not_found', 404, ({ client }) => client.get('/v1/nothing')],
  ['route.not_found', 404, ({ client }) => client.get('/sandbox/nothing')],
  ['operator.not_found', 404, ({ client }) => client.get('/sandbox/operators/nobody')],
  ['method.not_allowed', 405, ({ client }) => client.call('DELETE', '/v1/port-requests')],
  ['method.not_allowed', 405, ({ client }) => client.call('PATCH', '/sandbox/clock')],
  ['port_request.move_not_allowed', 409, ({ client, submitted }) => client.post(`${submitted}/submission`)],
  ['numbers.already_porting', 409, ({ client }) => client.sendCreation(exampleBody())],
  [
    'precondition.stale',
    412,
    ({ client, draft }) => client.call('PATCH', draft, { body: {}, headers: { 'if-match': '"9"' } }),
  ],
  ['request.too_large', 413, ({ client }) => client.call('POST', '/v1/port-requests', tooLarge)],
  ['request.unsupported_media_type', 415, ({ client }) => client.call('POST', '/v1/port-requests', asText)],
  ['request.refused', 422, ({ client, draft }) => client.post(`${draft}/submission`)],
  [
    'clock.cannot_go_back',
    422,
    ({ client }) => client.post('/sandbox/clock', { to: '2026-01-01T00:00:00Z' }),
  ],
  ['precondition.missing', 428, ({ client, draft }) => client.call('PATCH', draft, { body: {} })],
];

describe('A refusal', () => {
  test.each(refusals)(
    '%s (%i) is a problem document that says what and where',
    async (code, status, call) => {
      const answer = await call(await setUp());
      const { json, headers } = answer;
      expect(answer.status).toBe(status);
      expect(headers['content-type']).toBe('application/problem+json');
      expect(headers['x-request-id']).toMatch(/^[\w-]{8,}$/);
      expect(json).toMatchObject({ type: `urn:fonzer:problem:${code}`, status, code });
      expect(json.instance).toMatch(/^\/(v1|sandbox)\//);
      expect(json.title).toBe(
        new Map<string, { title: string }>(Object.entries(problemCatalogue)).get(code)?.title,
      );
      expect(json.detail).not.toBe('');
      expect(JSON.stringify(json)).not.toMatch(/\bat .*:\d+:\d+|node_modules|\.ts\b/);
    },
  );

  test.each(refusals.filter(([, status]) => status === 400 || status === 422))(
    '%s (%i) lists its errors, each with a code, a pointer and words',
    async (_, __, call) => {
      const { json } = await call(await setUp());
      expect(json.errors.length).toBeGreaterThan(0);
      for (const error of json.errors) {
        expect(Object.keys(problemCatalogue)).toContain(error.code);
        expect(error.pointer).toMatch(/^(\/([^~/]|~0|~1)+)*$/);
        expect(error.detail).not.toBe('');
      }
    },
  );

  test('has the path it was called on as its instance, without the query', async () => {
    const client = await SandboxClient.start();
    const { json } = await client.get('/v1/port-requests?limit=0&number=025805050');
    expect(json.instance).toBe('/v1/port-requests');
  });
});

describe('A malformed body', () => {
  test('has all its faults told at once, each at its pointer', async () => {
    const client = await SandboxClient.start();
    const answer = await client.sendCreation({
      colour: 'red',
      'a/b~c': 1,
      subscriber: { name: 5, 'x~y/z': 1, language: 'es', email: 'no-address' },
      contact: { email: 'luc@' },
      quote: {},
      numbers: [5, '025805050', { start: 1 }],
      desiredDate: '2026-02-30',
      acknowledgements: { noProtectedLines: 'yes' },
      noteToOperator: 'x'.repeat(501),
      customerReference: 'x'.repeat(65),
      authorisation: { signedOn: '30/03/2026' },
    });
    expect(answer.status).toBe(400);
    expect(faultsOf(answer).toSorted()).toEqual([
      'field.required /quote/approvedOn',
      'field.required /quote/reference',
      'field.unknown /a~1b~0c',
      'field.unknown /colour',
      'field.unknown /subscriber/x~0y~1z',
      'field.wrong_type /acknowledgements/noProtectedLines',
      'field.wrong_type /authorisation/signedOn',
      'field.wrong_type /contact/email',
      'field.wrong_type /customerReference',
      'field.wrong_type /desiredDate',
      'field.wrong_type /noteToOperator',
      'field.wrong_type /numbers/0',
      'field.wrong_type /numbers/2',
      'field.wrong_type /subscriber/email',
      'field.wrong_type /subscriber/language',
      'field.wrong_type /subscriber/name',
    ]);
  });

  test.each([
    ['no body', { rawBody: '', headers: { 'content-type': 'application/json' } }, 'field.wrong_type '],
    ['no JSON', { rawBody: '{"a":', headers: { 'content-type': 'application/json' } }, 'field.wrong_type '],
    [
      'no UTF-8',
      { rawBody: Buffer.from([0x22, 0xff, 0x22]), headers: { 'content-type': 'application/json' } },
      'field.wrong_type ',
    ],
    ['a list', { body: [] }, 'field.wrong_type '],
    [
      'null',
      { body: null, rawBody: 'null', headers: { 'content-type': 'application/json' } },
      'field.required ',
    ],
    ['a text', { body: 'Dupont' }, 'field.wrong_type '],
    ['no subscriber', { body: { submit: false } }, 'field.required /subscriber'],
    ['no name', { body: { submit: false, subscriber: {} } }, 'field.required /subscriber/name'],
    ['an empty name', { body: { subscriber: { name: ' ' } } }, 'field.wrong_type /subscriber/name'],
    [
      'a line break in a name',
      { body: { subscriber: { name: 'A\r\nBcc: x@y.example' } } },
      'field.wrong_type /subscriber/name',
    ],
    [
      'a member named __proto__',
      {
        rawBody: '{"subscriber":{"name":"A"},"__proto__":{}}',
        headers: { 'content-type': 'application/json' },
      },
      'field.unknown /__proto__',
    ],
    [
      'nesting beyond all reason',
      {
        rawBody: `{"a":${'['.repeat(30_000)}${']'.repeat(30_000)}}`,
        headers: { 'content-type': 'application/json' },
      },
      'field.wrong_type ',
    ],
  ])('of %s is refused', async (_, options, fault) => {
    const client = await SandboxClient.start();
    const answer = await client.call('POST', '/v1/port-requests', {
      ...options,
      headers: {
        'content-type': 'application/json',
        'idempotency-key': 'k',
        ...('headers' in options ? options.headers : {}),
      },
    });
    expect([answer.status, answer.json.code]).toEqual([400, 'request.malformed']);
    expect(faultsOf(answer)).toEqual([fault]);
  });

  test('in a query has a pointer below /query', async () => {
    const client = await SandboxClient.start();
    const answer = await client.get(
      '/v1/port-requests?limit=101&status=lost&number=x&updatedAfter=yesterday',
    );
    expect(answer.status).toBe(400);
    expect(faultsOf(answer)).toEqual([
      'field.wrong_type /query/status',
      'field.wrong_type /query/number',
      'field.wrong_type /query/updatedAfter',
      'field.wrong_type /query/limit',
    ]);
  });
});

describe('The size of a body', () => {
  const createOf = (bytes: number) => {
    const empty = JSON.stringify({ colour: '' });
    return {
      rawBody: JSON.stringify({ colour: 'x'.repeat(bytes - empty.length) }),
      headers: { 'content-type': 'application/json' },
    };
  };

  test.each([
    [64 * 1024, 400],
    [64 * 1024 + 1, 413],
  ])('of %i bytes is answered with %i', async (bytes, status) => {
    const client = await SandboxClient.start();
    expect((await client.call('POST', '/v1/port-requests', createOf(bytes))).status).toBe(status);
  });
});

describe('The size of an answer', () => {
  // A function may give six megabytes; the gateway turns more into an error that nobody can read.
  const mostBytes = 1024 * 1024;
  const emptyTexts = Array.from({ length: 10_001 }, () => '');

  test.each([
    ['numbers', (texts: readonly string[]) => ({ numbers: texts })],
    ['lines of the contract', (texts: readonly string[]) => ({ contract: { protectedLines: texts } })],
  ])('stays within what a function may give, however many %s there are', async (_, bodyWith) => {
    const client = await SandboxClient.start();
    const body = { submit: false, subscriber: { name: 'Dupont' }, ...bodyWith(emptyTexts) };
    const draft = await client.sendCreation(body);
    expect(draft.status).toBe(201);
    expect(draft.text.length).toBeLessThan(mostBytes);
    const refused = await client.sendCreation({ ...body, submit: true });
    expect(refused.status).toBe(422);
    expect(refused.text.length).toBeLessThan(mostBytes);
  });
});

describe('The media type of a body', () => {
  test.each([
    ['application/json', 201],
    ['application/json; charset=utf-8', 201],
    ['APPLICATION/JSON', 201],
    ['application/merge-patch+json', 415],
    ['text/json', 415],
    ['application/x-www-form-urlencoded', 415],
    ['', 415],
  ])('%j is answered with %i on a create', async (mediaType, status) => {
    const client = await SandboxClient.start();
    const answer = await client.sendCreation(exampleBody(), { headers: { 'content-type': mediaType } });
    expect(answer.status).toBe(status);
  });

  test('need not be given where there is no body and none is needed', async () => {
    const { client, draft } = await setUp();
    expect((await client.call('POST', `${draft}/cancellation`)).status).toBe(200);
  });
});

describe('A method that a path does not have', () => {
  test.each([
    ['PUT', '/v1/port-requests', 'GET, POST'],
    ['POST', '/v1/port-requests/prt_1', 'GET, PATCH'],
    ['GET', '/v1/port-requests/prt_1/submission', 'POST'],
    ['HEAD', '/v1/port-requests', 'GET, POST'],
    ['OPTIONS', '/v1/health', 'GET'],
    ['PUT', '/start/abc', 'GET, HEAD, POST'],
    ['GET', '/sandbox/tokens', 'POST'],
    ['PUT', '/sandbox/clock', 'GET, POST'],
  ])('%s %s is told which it has: %s', async (method, path, allow) => {
    const client = await SandboxClient.start();
    const { status, headers } = await client.call(method, path);
    expect([status, headers['allow']]).toEqual([405, allow]);
  });
});

describe('x-request-id', () => {
  test('stands on every answer and is another one each time', async () => {
    const { client, submitted } = await setUp();
    const answers = await Promise.all([
      client.get('/v1/health'),
      client.get(submitted),
      client.get(submitted),
      client.get('/v1/nothing'),
      client.get(submitted, { token: null }),
      client.get('/sandbox/clock'),
      client.call('DELETE', '/sandbox/mailbox'),
      client.get('/start/abc'),
      client.get(submitted, { headers: { 'if-none-match': '*' } }),
    ]);
    const ids = answers.map(({ headers }) => headers['x-request-id']);
    expect(ids.every((id) => id !== undefined && id !== '')).toBe(true);
    expect(new Set(ids).size).toBe(answers.length);
  });
});
