import * as fc from 'fast-check';
import { routes } from '../../functions/routes.ts';
import { exampleBody } from '../support/example-body.ts';

/** A request of any kind, as it would stand on the wire. */
export type AnyRequest = {
  readonly method: string;
  readonly target: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Buffer;
};

const oddTexts = [
  '',
  ' ',
  '\u0000',
  '\ud800',
  'a\ud800b',
  '\ufeff',
  'é',
  '💣',
  "'; --",
  '<script>',
  '../../etc/passwd',
  '{{7*7}}',
  '__proto__',
  'constructor',
  'toString',
  'hasOwnProperty',
  'null',
  'undefined',
  'NaN',
  '-0',
  '1e999',
  'x'.repeat(5000),
  '2026-02-30',
  '2026-04-14',
  '1900-01-01',
  '2200-12-31',
  '9999-12-31',
  '-000001-01-01',
  '2026-04-14T07:00:00Z',
  '+275760-09-13T00:00:00Z',
  '-271821-04-20T00:00:00Z',
  '2026-04-14T07:00:60Z',
  '025805070',
  '025805050-059',
  '025805050-1',
  '+3225805050',
  '+',
  '00',
  '0'.repeat(64),
  '٠٢٥٨٠٥٠٥٠',
  'Sandbox',
  'approve',
  'reject-8',
  '*',
  '"1"',
];

const oddText = fc.oneof(fc.constantFrom(...oddTexts), fc.string({ unit: 'binary', maxLength: 30 }));

const oddValue = fc.oneof(
  oddText,
  fc.constantFrom<unknown>(
    null,
    true,
    0,
    -1,
    10,
    1000,
    2 ** 53,
    -(2 ** 53),
    1.5,
    1e308,
    [],
    {},
    [[]],
    [null],
    { start: '025805050', size: 10 },
    { start: '025805050', end: '025805059' },
    { start: 'x', size: -1 },
    JSON.parse('{"__proto__":{"a":1}}'),
    JSON.parse('{"constructor":{"prototype":{}}}'),
  ),
  fc.jsonValue({ stringUnit: 'binary', maxDepth: 3 }),
);

/** A value with one part, found by walking these steps, replaced by another; or with a member more. */
const withPart = (
  value: unknown,
  steps: readonly number[],
  part: unknown,
  extraName: string | undefined,
): unknown => {
  const [step = 0, ...rest] = steps;
  if (typeof value !== 'object' || value === null || steps.length === 0)
    return extraName === undefined || typeof value !== 'object' || value === null || Array.isArray(value)
      ? part
      : { ...value, [extraName]: part };
  const entries = Object.entries(value);
  const at = entries.length === 0 ? 0 : step % entries.length;
  if (Array.isArray(value))
    return value.map((member, index) => (index === at ? withPart(member, rest, part, extraName) : member));
  return Object.fromEntries(
    entries.map(([name, member], index) => [
      name,
      index === at ? withPart(member, rest, part, extraName) : member,
    ]),
  );
};

const mutated = (valid: unknown): fc.Arbitrary<unknown> =>
  fc.oneof(
    fc.constant(valid),
    fc
      .tuple(
        fc.array(fc.nat(20), { minLength: 1, maxLength: 4 }),
        oddValue,
        fc.option(oddText, { nil: undefined }),
      )
      .map(([steps, part, extraName]) => withPart(valid, steps, part, extraName)),
    fc
      .array(fc.nat(20), { minLength: 1, maxLength: 3 })
      .map((steps) => withPart(valid, steps, null, undefined)),
  );

const eventOf = (id: string, type: string, data: unknown) => ({
  type,
  portRequestId: id,
  attempt: 1,
  occurredAt: '2026-03-30T08:00:00Z',
  data,
});

/** Bodies that some route takes. */
const validBodies = (id: string): readonly unknown[] => [
  exampleBody(),
  exampleBody({ submit: false }),
  exampleBody({
    numbers: ['032000001'],
    mainNumber: null,
    contract: null,
    losingOperator: { name: 'Sandbox', accountNumber: 'approve' },
  }),
  { subscriber: { name: 'Dupont', address: { city: 'Ixelles' } }, numbers: ['025805071'], contract: null },
  { numbers: ['025805050', { start: '025805050', size: 10 }, null, 5] },
  { reason: 'Not wanted any more' },
  {},
  eventOf(id, 'request.acknowledged', { operatorReference: 'C-99' }),
  eventOf(id, 'request.approved', { date: '2026-04-14' }),
  eventOf(id, 'request.rejected', { reasons: [{ code: 'E17A', text: 'No', numbers: ['025805070'] }] }),
  eventOf(id, 'port.completed', { completedAt: '2026-04-14T08:00:00Z', numbers: ['025805070'] }),
  { tenant: 'acme', scope: 'desk', expiresAt: '2026-04-14T07:00:00Z' },
  { by: 'PT1S' },
  { by: 'PT2H' },
  { to: 'next' },
];

const text = (value: string): Buffer => Buffer.from(value, 'utf8');

const bodyFor = (id: string): fc.Arbitrary<Buffer> =>
  fc.oneof(
    {
      weight: 6,
      arbitrary: fc
        .constantFrom(...validBodies(id))
        .chain(mutated)
        .map((value) => text(JSON.stringify(value) ?? '')),
    },
    { weight: 2, arbitrary: oddValue.map((value) => text(JSON.stringify(value))) },
    { weight: 1, arbitrary: fc.uint8Array({ maxLength: 200 }).map((bytes) => Buffer.from(bytes)) },
    {
      weight: 1,
      arbitrary: fc
        .constantFrom(
          '',
          '{',
          '1e999',
          '{"numbers":[1e999]}',
          '{"numbers":["\\ud800"]}',
          '{"a":1}{"b":2}',
          '\ufeff{}',
          '"\\u0000"',
          '['.repeat(20_000),
          `{"numbers":[${'['.repeat(20_000)}${']'.repeat(20_000)}]}`,
          `{"a":${'{"a":'.repeat(9000)}1${'}'.repeat(9001)}`,
          `{"subscriber":{"name":"A"},"submit":false,"numbers":[${'"x",'.repeat(10_001)}"x"]}`,
          'x'.repeat(70_000),
          'confirmation=5050',
          'confirmation=%FF&action=new-link',
          '{"__proto__":null}',
        )
        .map(text),
    },
  );

const segmentFor = (id: string): fc.Arbitrary<string> =>
  fc.oneof(
    { weight: 4, arbitrary: fc.constantFrom(id, 'colt', 'prt_none', 'language') },
    { weight: 2, arbitrary: oddText.map((odd) => encodeURIComponent(odd.toWellFormed())) },
    {
      weight: 1,
      arbitrary: fc.constantFrom(
        '%',
        '%%',
        '%E0%A4%A',
        '%00',
        '%2F',
        '..',
        '.',
        ';',
        ':',
        '{id}',
        '%C0%80',
        '\\',
      ),
    },
  );

const templates = [
  ...routes.map(({ path }) => path),
  '/sandbox/tokens',
  '/sandbox/clock',
  '/sandbox/mailbox',
  '/sandbox/operators/{operatorId}/events',
  '/sandbox/operators/{operatorId}',
  '/sandbox/operators/{operatorId}/outbox',
  '/sandbox/port-requests/{id}/executions',
];

const pathFor = (id: string): fc.Arbitrary<string> =>
  fc.oneof(
    {
      weight: 12,
      arbitrary: fc
        .tuple(fc.constantFrom(...templates), segmentFor(id))
        .map(([template, segment]) => template.replaceAll(/\{\w+\}/g, () => segment)),
    },
    { weight: 1, arbitrary: fc.webPath() },
    {
      weight: 1,
      arbitrary: fc.constantFrom(
        '',
        '/',
        '//',
        '/v1',
        '/v1/',
        '*',
        '/sandbox',
        '/sandbox/',
        `/v1/${'a/'.repeat(2000)}`,
        '/v1/port-requests/',
        'http://x/v1/health',
      ),
    },
  );

const queryNames = [
  'limit',
  'cursor',
  'status',
  'number',
  'customerReference',
  'updatedAfter',
  'language',
  'requestedOn',
  'to',
  'template',
  '__proto__',
  '',
];

const query: fc.Arbitrary<string> = fc.oneof(
  { weight: 3, arbitrary: fc.constant('') },
  {
    weight: 2,
    arbitrary: fc
      .array(fc.tuple(fc.constantFrom(...queryNames), oddText), { maxLength: 4 })
      .map(
        (pairs) =>
          `?${pairs.map(([name, value]) => `${name}=${encodeURIComponent(value.toWellFormed())}`).join('&')}`,
      ),
  },
  {
    weight: 1,
    arbitrary: fc.constantFrom(
      '?',
      '??',
      '?&',
      '?=',
      '?%',
      '?limit=%',
      '?status=draft&status=draft',
      '?cursor=e30.e30',
    ),
  },
);

const headerValue = fc.oneof(
  fc.constantFrom('', '*', '"1"', 'W/"1"', '"', ',', ';', 'a'.repeat(9000), 'é', 'fr;q=0.5, *', ';;q=', 'k'),
  fc.string({ unit: 'binary-ascii', maxLength: 20 }).map((value) => value.replaceAll(/[\r\n\0]/g, ' ')),
);

const contentType = fc.constantFrom(
  'application/json',
  'application/json',
  'application/json',
  'application/merge-patch+json',
  'application/json;charset=utf-16',
  'text/plain',
  '',
  ';',
  'application/x-www-form-urlencoded',
  'multipart/form-data; boundary=x',
);

const otherHeaders = fc.record(
  {
    'if-match': headerValue,
    'if-none-match': headerValue,
    'accept-language': headerValue,
    'webhook-id': headerValue,
    'webhook-timestamp': headerValue,
    'webhook-signature': headerValue,
    'x-anything': headerValue,
    __proto__: headerValue,
  },
  { requiredKeys: [] },
);

/** Requests of every kind, most of them far from any that a route takes. */
const odd = (id: string, tokens: readonly string[]): fc.Arbitrary<AnyRequest> =>
  fc
    .record({
      method: fc.oneof(
        {
          weight: 8,
          arbitrary: fc.constantFrom('GET', 'POST', 'POST', 'POST', 'PATCH', 'PATCH', 'DELETE', 'HEAD'),
        },
        { weight: 1, arbitrary: fc.constantFrom('PUT', 'OPTIONS', 'TRACE', 'get', '', 'PROPFIND') },
      ),
      path: pathFor(id),
      query,
      authorization: fc.oneof(
        { weight: 6, arbitrary: fc.constantFrom(...tokens.map((token) => `Bearer ${token}`)) },
        { weight: 1, arbitrary: headerValue },
      ),
      key: fc.oneof(fc.uuid(), fc.constantFrom('k1', 'k2'), headerValue),
      contentType,
      headers: otherHeaders,
      body: bodyFor(id),
    })
    .map(({ method, path, query, authorization, key, contentType, headers, body }) => ({
      method,
      target: `${path}${query}`,
      headers: { authorization, 'idempotency-key': key, 'content-type': contentType, ...headers },
      body,
    }));

/** Requests that some route would take, with one part of the body replaced: they reach what stands behind the gates. */
const nearlyGood = (id: string, tokens: readonly string[]): fc.Arbitrary<AnyRequest> => {
  const [create, draft, , , numberCheck, reason, nothing] = validBodies(id);
  const call = (method: string, path: string, body: unknown) => ({ method, path: `/v1/${path}`, body });
  const calls = [
    call('POST', 'port-requests', create),
    call('POST', 'port-requests', draft),
    ...validBodies(id).map((body) => call('POST', 'port-requests', body)),
    ...[create, draft, reason].map((body) => call('PATCH', `port-requests/${id}`, body)),
    ...['submission', 'start', 'start-link'].map((action) =>
      call('POST', `port-requests/${id}/${action}`, nothing),
    ),
    call('POST', `port-requests/${id}/cancellation`, { reason: 5 }),
    ...validBodies(id).map((body) => call('POST', `port-requests/${id}/operator-events`, body)),
    call('POST', 'number-checks', numberCheck),
    ...['tokens', 'clock', 'operators/colt/events'].flatMap((path) =>
      validBodies(id).map((body) => ({ method: 'POST', path: `/sandbox/${path}`, body })),
    ),
  ];
  return fc
    .record({
      call: fc
        .constantFrom(...calls)
        .chain(({ body, ...call }) => mutated(body).map((sent) => ({ ...call, sent }))),
      token: fc.constantFrom(...tokens),
      key: fc.uuid(),
      precondition: fc.constantFrom({ 'if-match': '*' }, { 'if-match': '*' }, { 'if-match': '"99"' }, {}),
    })
    .map(({ call: { method, path, sent }, token, key, precondition }) => ({
      method,
      target: path,
      headers: {
        authorization: `Bearer ${token}`,
        'content-type': 'application/json',
        'idempotency-key': key,
        ...precondition,
      },
      body: text(JSON.stringify(sent) ?? ''),
    }));
};

/** Requests of every kind around a port request, by callers with and without these tokens. */
export const anyRequest = (id: string, tokens: readonly string[]): fc.Arbitrary<AnyRequest> =>
  fc.oneof(odd(id, tokens), nearlyGood(id, tokens));

/** Events as a carrier might report them, good ones and others, to be signed by the sandbox. */
export const anyEvent = (id: string): fc.Arbitrary<unknown> =>
  fc.constantFrom(...validBodies(id).filter((body) => 'type' in Object(body))).chain(mutated);
