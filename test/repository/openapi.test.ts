import { describe, expect, test } from 'vitest';
import { problemCatalogue } from '../../functions/problems/problem-catalogue.ts';
import { routes } from '../../functions/routes.ts';
import { matchPath } from '../../functions/runtime/route.ts';
import { exampleBody } from '../support/example-body.ts';
import { SandboxClient } from '../support/sandbox-client.ts';
import { readFile } from './source-files.ts';

const document = JSON.parse(readFile('docs/openapi.json'));

type Operation = {
  readonly operationId: string;
  readonly summary?: string;
  readonly security?: readonly Record<string, readonly string[]>[];
  readonly parameters?: readonly {
    readonly name: string;
    readonly in: string;
    readonly required?: boolean;
    readonly schema?: unknown;
  }[];
  readonly responses: Readonly<
    Record<
      string,
      {
        readonly description: string;
        readonly headers?: Readonly<Record<string, { readonly required?: boolean }>>;
      }
    >
  >;
};

const operations: readonly {
  readonly method: string;
  readonly path: string;
  readonly operation: Operation;
}[] = Object.entries<Record<string, Operation>>(document.paths).flatMap(([path, item]) =>
  Object.entries(item).map(([method, operation]) => ({ method: method.toUpperCase(), path, operation })),
);

const operationOf = (method: string, path: string): Operation | undefined =>
  operations.find((each) => each.method === method && each.path === path)?.operation;

describe('The OpenAPI document', () => {
  test('is the one that the API serves', async () => {
    const client = await SandboxClient.start();
    const { status, json, headers } = await client.get('/v1/openapi.json', { token: null });
    expect(status).toBe(200);
    expect(headers['content-type']).toBe('application/json');
    expect(json).toEqual(document);
    expect(document.openapi).toMatch(/^3\.1\./);
  });

  test('describes every route and no other', () => {
    const described = operations.map(({ method, path }) => `${method} ${path}`);
    expect(described.toSorted()).toEqual(routes.map(({ method, path }) => `${method} ${path}`).toSorted());
  });

  test('gives every operation a name of its own and a summary', () => {
    const names = operations.map(({ operation }) => operation.operationId);
    expect(new Set(names).size).toBe(names.length);
    expect(operations.filter(({ operation }) => !operation.summary)).toEqual([]);
  });

  test('names only problems of the catalogue, under the status they are answered with', () => {
    const named = operations.flatMap(({ operation }) =>
      Object.entries(operation.responses).flatMap(([status, { description }]) =>
        [...description.matchAll(/`([a-z_]+\.[a-z_]+)`/g)].map(([, code = '']) => ({
          status: Number(status),
          code,
        })),
      ),
    );
    const catalogue = new Map<string, { readonly status: number | null }>(Object.entries(problemCatalogue));
    expect(named.length).toBeGreaterThan(50);
    expect(named.filter(({ status, code }) => catalogue.get(code)?.status !== status)).toEqual([]);
  });

  test('says of every answer which headers it always has', () => {
    const headers = operations.flatMap(({ operation: { operationId, responses } }) =>
      Object.entries(responses).map(([status, answer]) => {
        const always = Object.entries(answer.headers ?? {}).flatMap(([name, { required }]) =>
          required === true ? [name] : [],
        );
        return { operationId, status, always };
      }),
    );
    const without = (name: string, statuses: readonly string[]) =>
      headers.filter(({ status, always }) => statuses.includes(status) && !always.includes(name));
    expect(headers.filter(({ always }) => !always.includes('x-request-id'))).toEqual([]);
    expect(without('retry-after', ['429', '503'])).toEqual([]);
    expect(without('www-authenticate', ['401']).map(({ operationId }) => operationId)).toEqual([
      'receiveOperatorEvent',
    ]);
  });

  test('says how long a page of a list may be', () => {
    const limits = operations.flatMap(({ operation: { parameters = [] } }) =>
      parameters.filter(({ name }) => name === 'limit').map(({ schema }) => schema),
    );
    expect(limits.length).toBeGreaterThan(1);
    for (const limit of limits)
      expect(limit).toMatchObject({ type: 'integer', minimum: 1, maximum: 100, default: 25 });
  });

  test('refers only to parts that it has', () => {
    const references = [...JSON.stringify(document).matchAll(/"\$ref":"#\/([^"]+)"/g)].map(
      ([, path = '']) => path,
    );
    const isThere = (path: string) =>
      path.split('/').reduce<unknown>((part, name) => part && Reflect.get(Object(part), name), document) !==
      undefined;
    expect(references.length).toBeGreaterThan(10);
    expect(references.filter((path) => !isThere(path))).toEqual([]);
  });

  test.each(routes.map((route) => [route.operationId, route] as const))(
    'says of %s who may call it and which headers it needs',
    (_, route) => {
      const operation = operationOf(route.method, route.path);
      const schemes = operation?.security?.flatMap((each) => Object.keys(each));
      const headers = operation?.parameters?.filter((parameter) => parameter.in === 'header') ?? [];
      const needsToken = ['port-requests:read', 'port-requests:write', 'desk'].includes(route.access);
      expect(schemes).toEqual(
        needsToken ? ['bearer'] : route.access === 'operator-signature' ? ['operatorSignature'] : [],
      );
      expect(headers.some(({ name, required }) => name === 'Idempotency-Key' && required === true)).toBe(
        route.idempotency === 'required',
      );
      expect(headers.some(({ name }) => name === 'Idempotency-Key')).toBe(route.idempotency !== undefined);
      expect(headers.some(({ name, required }) => name === 'If-Match' && required === true)).toBe(
        route.precondition === 'required',
      );
      expect(
        operation?.parameters?.filter((parameter) => parameter.in === 'path').map(({ name }) => name),
      ).toEqual([...route.path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name));
    },
  );

  test('lists the status of every answer that a life of a port brings', async () => {
    // Given one request, and calls of many kinds about it, good and bad
    const client = await SandboxClient.start();
    const created = await client.create(exampleBody());
    const path = `/v1/port-requests/${created.json.id}`;
    const desk = await client.deskToken();
    const reader = await client.tokenFor('acme', 'port-requests:read');
    const calls: readonly [method: string, target: string, options?: Parameters<SandboxClient['call']>[2]][] =
      [
        ['POST', '/v1/port-requests', { body: exampleBody() }],
        ['POST', '/v1/port-requests', { body: {}, headers: { 'idempotency-key': 'a' } }],
        ['POST', '/v1/port-requests', { body: exampleBody(), headers: { 'idempotency-key': 'a' } }],
        [
          'POST',
          '/v1/port-requests',
          { body: exampleBody({ numbers: [] }), headers: { 'idempotency-key': 'b' } },
        ],
        ['POST', '/v1/port-requests', { body: exampleBody(), token: reader }],
        [
          'POST',
          '/v1/port-requests',
          { rawBody: 'x'.repeat(70_000), headers: { 'content-type': 'text/plain' } },
        ],
        ['POST', '/v1/port-requests', { rawBody: 'x', headers: { 'content-type': 'text/plain' } }],
        ['GET', '/v1/port-requests'],
        ['GET', '/v1/port-requests', { token: null }],
        ['GET', '/v1/port-requests?limit=0'],
        ['GET', '/v1/port-requests?cursor=x'],
        ['GET', path],
        ['GET', path, { headers: { 'if-none-match': '*' } }],
        ['GET', '/v1/port-requests/prt_none'],
        ['PATCH', path, { body: {} }],
        ['PATCH', path, { body: {}, headers: { 'if-match': '"0"' } }],
        ['PATCH', path, { body: {}, headers: { 'if-match': '*' } }],
        ['PATCH', path, { body: { numbers: 1 }, headers: { 'if-match': '*' } }],
        ['POST', `${path}/submission`],
        ['POST', `${path}/start`],
        ['POST', `${path}/start-link`],
        ['GET', `${path}/history`],
        ['GET', `${path}/mails`],
        ['POST', `${path}/operator-events`, { body: {} }],
        ['POST', `${path}/operator-events`, { body: {}, token: desk }],
        ['POST', '/v1/operators/colt/events', { body: {}, token: null }],
        ['POST', '/v1/number-checks', { body: { numbers: ['025805050'] } }],
        ['POST', '/v1/number-checks', { body: { numbers: [] } }],
        ['GET', '/v1/dates'],
        ['GET', '/v1/dates?requestedOn=x'],
        ['GET', '/v1/rejection-reasons'],
        ['GET', '/v1/statuses?language=xx'],
        ['GET', '/v1/health', { token: null }],
        ['GET', '/start/abc', { token: null }],
        ['HEAD', '/start/abc', { token: null }],
        ['POST', '/start/abc', { token: null }],
        ['POST', `${path}/cancellation`, { body: { reason: 5 } }],
        ['POST', `${path}/cancellation`],
      ];
    // When each is made
    const undocumented: string[] = [];
    for (const [method, target, options] of calls) {
      const { status } = await client.call(method, target, options);
      const route = routes.find(
        (each) => each.method === method && matchPath(each.path, target.split('?')[0] ?? '') !== undefined,
      );
      const listed = route && operationOf(method, route.path)?.responses[status];
      if (listed === undefined) undocumented.push(`${method} ${target} ${status}`);
    }
    // Then the document knows each answer
    expect(undocumented).toEqual([]);
  });
});

describe('The example of a port request', () => {
  test('is accepted as it stands, under the client key that the README uses', async () => {
    const client = await SandboxClient.start('2026-03-30T08:00:00Z');
    const { status, json } = await client.call('POST', '/v1/port-requests', {
      rawBody: readFile('docs/examples/port-request.json'),
      headers: { 'content-type': 'application/json', 'idempotency-key': 'acme-42' },
    });
    expect(status).toBe(201);
    expect(json.status).toBe('submitted');
    expect(json.customerReference).toBe('ACME-42');
    expect(json.deadlines.answerDue.at).toBe('2026-04-14T22:00:00Z');
  });
});
