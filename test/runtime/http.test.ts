import type { APIGatewayProxyEvent } from 'aws-lambda';
import { describe, expect, test } from 'vitest';
import { noMetrics } from '../../functions/metrics/metrics.ts';
import { UnavailableError } from '../../functions/problems/unavailable-error.ts';
import { correlationId } from '../../functions/runtime/correlation.ts';
import { http } from '../../functions/runtime/http.ts';
import { type HttpAnswer, type HttpCall, readHttpCall } from '../../functions/runtime/http-call.ts';
import { ProblemError } from '../../functions/runtime/problem.ts';
import { matchPath } from '../../functions/runtime/route.ts';
import { toProxyEvent } from '../../sandbox/gateway-event.ts';
import { lambdaContext } from '../../sandbox/lambda-context.ts';
import { rememberingLog } from './handlers.ts';

const eventOf = (overrides: Partial<APIGatewayProxyEvent> = {}): APIGatewayProxyEvent => ({
  ...toProxyEvent(
    { method: 'GET', target: '/start/secret-token', headers: {}, body: Buffer.alloc(0) },
    'r-1',
    { resource: '/start/{token}', pathParameters: {} },
    {},
  ),
  ...overrides,
});

const answerWith = async (answer: (call: HttpCall) => Promise<HttpAnswer>) => {
  const { log, lines } = rememberingLog();
  const result = await http(
    () => ({ log, metrics: noMetrics }),
    async (_, call) => answer(call),
  )(eventOf(), lambdaContext);
  return { result, lines };
};

describe('An HTTP function', () => {
  test('answers with the id of the request, and logs the route rather than the path, where a token stands', async () => {
    const { result, lines } = await answerWith(async () => ({
      status: 200,
      headers: { etag: '"1"' },
      body: 'ok',
    }));
    expect(result).toEqual({ statusCode: 200, headers: { etag: '"1"', 'x-request-id': 'r-1' }, body: 'ok' });
    expect(lines).toEqual([
      {
        message: 'http.completed',
        fields: { requestId: 'r-1', method: 'GET', resource: '/start/{token}', status: 200 },
      },
    ]);
  });

  test('does everything under the id that its answer names', async () => {
    const under: unknown[] = [];
    await answerWith(async () => {
      under.push(correlationId());
      return { status: 200, headers: {}, body: '' };
    });
    expect([...under, correlationId()]).toEqual(['r-1', undefined]);
  });

  test('answers what was refused on purpose as its problem', async () => {
    const { result } = await answerWith(async () => {
      throw new ProblemError({ code: 'port_request.not_found' });
    });
    expect(result).toMatchObject({
      statusCode: 404,
      headers: { 'content-type': 'application/problem+json', 'x-request-id': 'r-1' },
    });
    expect(JSON.parse(result.body).code).toBe('port_request.not_found');
  });

  test('answers what cannot be done just now as 503, to be tried again, and logs it', async () => {
    const { result, lines } = await answerWith(async () => {
      throw new UnavailableError('Port request prt_1 changed 8 times while it was decided on');
    });
    expect(result).toMatchObject({
      statusCode: 503,
      headers: { 'content-type': 'application/problem+json', 'retry-after': '1' },
    });
    expect(JSON.parse(result.body).code).toBe('service.unavailable');
    expect(result.body).not.toContain('prt_1');
    expect(lines.map(({ message }) => message)).toEqual(['http.failed']);
  });

  test('answers a bug as 500 without its insides, which go to the log', async () => {
    const bug = new TypeError('Cannot read +3225805050 of undefined');
    const { result, lines } = await answerWith(async () => {
      throw bug;
    });
    expect(result.statusCode).toBe(500);
    expect(JSON.parse(result.body)).toEqual({
      type: 'urn:fonzer:problem:internal.error',
      title: 'Internal error',
      status: 500,
      detail: 'Internal error.',
      instance: '/start/secret-token',
      code: 'internal.error',
    });
    expect(lines).toMatchObject([
      { message: 'http.failed', fields: { requestId: 'r-1', resource: '/start/{token}' }, error: bug },
    ]);
    expect(JSON.stringify(lines.map(({ fields }) => fields))).not.toContain('secret-token');
  });
});

describe('A call read off the event of a gateway', () => {
  test('has its headers under any casing, those of one name joined', () => {
    const call = readHttpCall(
      eventOf({ multiValueHeaders: { 'If-Match': ['"1"', '"2"'], 'X-Empty': undefined } }),
    );
    expect(call.header('if-match')).toBe('"1", "2"');
    expect(call.header('IF-MATCH')).toBe('"1", "2"');
    expect(call.header('x-empty')).toBeUndefined();
  });

  test('has its body byte for byte, encoded or not', () => {
    const bytes = Buffer.from([0, 255, 128, 10]);
    expect(readHttpCall(eventOf({ body: bytes.toString('base64'), isBase64Encoded: true })).rawBody).toEqual(
      bytes,
    );
    expect(readHttpCall(eventOf({ body: 'é', isBase64Encoded: false })).rawBody).toEqual(
      Buffer.from('é', 'utf8'),
    );
    expect(readHttpCall(eventOf({ body: null })).rawBody).toHaveLength(0);
  });

  test.each([
    [
      { subject: 'u', tenant: 'acme', scope: 'a b' },
      { subject: 'u', tenant: 'acme', scopes: ['a', 'b'] },
    ],
    [{ subject: 'u', tenant: 'acme' }, undefined],
    [{ code: 'auth.token_missing' }, undefined],
    [undefined, undefined],
  ])('has from the authorizer’s %j the caller %j', (authorizer, caller) => {
    const event = eventOf();
    expect(
      readHttpCall({ ...event, requestContext: { ...event.requestContext, authorizer } }).caller,
    ).toEqual(caller);
  });
});

describe('The path of a route', () => {
  test.each([
    ['/v1/port-requests/{id}', '/v1/port-requests/prt_1', { id: 'prt_1' }],
    ['/v1/port-requests/{id}', '/v1/port-requests/a%2Fb', { id: 'a/b' }],
    ['/a/{x}/b/{y}', '/a/1/b/2', { x: '1', y: '2' }],
    ['/v1/health', '/v1/health', {}],
    ['/v1/port-requests/{id}', '/v1/port-requests/', undefined],
    ['/v1/port-requests/{id}', '/v1/port-requests', undefined],
    ['/v1/port-requests/{id}', '/v1/port-requests/a/b', undefined],
    ['/v1/port-requests/{id}', '/v1/port-requests/%E0%A4%A', undefined],
    ['/v1/health', '/v1/Health', undefined],
    ['/v1/health', '/v1/health/', undefined],
  ])('%s fits %s: %j', (template, path, parameters) => {
    expect(matchPath(template, path)).toEqual(parameters);
  });
});

describe('Where the API is reached', () => {
  test.each([
    ['below the stage', '/production/start/secret-token', '/production'],
    ['at a domain of its own', '/start/secret-token', ''],
  ])('%s', (_, path, prefix) => {
    const event = eventOf();
    expect(readHttpCall({ ...event, requestContext: { ...event.requestContext, path } }).pathPrefix).toBe(
      prefix,
    );
  });
});
