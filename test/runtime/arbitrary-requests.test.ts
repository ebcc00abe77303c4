import { once } from 'node:events';
import { connect } from 'node:net';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createHttpServer } from '../../sandbox/http-server.ts';
import type { SandboxClient } from '../support/sandbox-client.ts';
import { type AnyRequest, anyEvent, anyRequest } from './arbitrary-requests.ts';
import { setUp } from './setting.ts';

const world = async () => {
  const { client, submitted, reader, desk } = await setUp();
  const id = submitted.split('/').at(-1) ?? '';
  return { client, id, tokens: [client.token, desk, reader] };
};

const isJson = (text: string): boolean => {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
};

/** What every answer has to be, whatever was asked; undefined when it is. */
const whatIsWrong = (
  { method }: Pick<AnyRequest, 'method'>,
  { status, headers, body }: Awaited<ReturnType<SandboxClient['sandbox']['handle']>>,
): string | undefined => {
  const mediaType = headers['content-type'] ?? '';
  if (status < 200 || status >= 500) return `status ${status}`;
  if (!headers['x-request-id']) return 'no x-request-id';
  if (/json/.test(mediaType) && !isJson(body)) return 'not JSON';
  if (/json/.test(mediaType) && status >= 400) {
    const problem = JSON.parse(body);
    if (problem.status !== status || typeof problem.code !== 'string') return 'no problem document';
    if ((status === 400 || status === 422) && !(problem.errors?.length > 0)) return 'no errors[]';
  }
  if (status >= 400 && method !== 'HEAD' && !/json|html/.test(mediaType)) return `refused as ${mediaType}`;
  return undefined;
};

describe('Whatever is asked', () => {
  test('the answer is no 5xx, and reads as what it says it is', { timeout: 60_000 }, async () => {
    const { client, id, tokens } = await world();
    const statuses = new Map<number, number>();
    await fc.assert(
      fc.asyncProperty(anyRequest(id, tokens), async ({ method, target, headers, body }) => {
        const answer = await client.sandbox.handle({
          method,
          target,
          headers: Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, [value]])),
          body,
        });
        statuses.set(answer.status, (statuses.get(answer.status) ?? 0) + 1);
        expect(whatIsWrong({ method }, answer)).toBeUndefined();
      }),
      { numRuns: 8000 },
    );
    // The requests reach every layer: some are accepted, some fail at each gate.
    for (const status of [200, 201, 400, 401, 403, 404, 405, 409, 415, 422])
      expect([status, statuses.get(status) ?? 0]).not.toEqual([status, 0]);
    expect(client.sandbox.world().deadLetters()).toEqual([]);
  });

  test('an event that a carrier signed is taken in or refused, and nothing gets stuck', {
    timeout: 60_000,
  }, async () => {
    const { client, id } = await world();
    await fc.assert(
      fc.asyncProperty(anyEvent(id), async (event) => {
        const answer = await client.sandbox.handle({
          method: 'POST',
          target: '/sandbox/operators/colt/events',
          headers: { 'content-type': ['application/json'] },
          body: Buffer.from(JSON.stringify(event) ?? ''),
        });
        expect(whatIsWrong({ method: 'POST' }, answer)).toBeUndefined();
      }),
      { numRuns: 600 },
    );
    expect((await client.read(id)).version).toBe((await client.history(id)).length);
    expect(client.sandbox.world().deadLetters()).toEqual([]);
  });
});

describe('The HTTP server', () => {
  /** Serves a world on a free port for as long as `use` takes. */
  const serving = async (use: (port: number, bugs: readonly unknown[]) => Promise<void>) => {
    const { client } = await world();
    const bugs: unknown[] = [];
    const server = createHttpServer(client.sandbox.handle, (bug) => bugs.push(bug)).listen(0, '127.0.0.1');
    await once(server, 'listening');
    const address = server.address();
    try {
      await use(typeof address === 'object' && address !== null ? address.port : 0, bugs);
    } finally {
      server.closeAllConnections();
      server.close();
    }
  };

  /** Sends bytes and hangs up; everything that came back until the connection closed. */
  const send = async (port: number, bytes: Uint8Array): Promise<string> => {
    const socket = connect({ port, host: '127.0.0.1' });
    const received: Buffer[] = [];
    socket.on('data', (chunk) => received.push(Buffer.from(chunk)));
    // A server that hangs up first is as good an answer as any.
    socket.on('error', () => {});
    socket.end(bytes);
    await once(socket, 'close');
    return Buffer.concat(received).toString('latin1');
  };

  const line = fc.constantFrom(
    'GET /v1/health HTTP/1.1',
    'GET /v1/health HTTP/1.0',
    'POST /v1/port-requests HTTP/1.1',
    'GET / HTTP/9.9',
    'GET',
    '',
    'HEAD /start/x HTTP/1.1',
    'CONNECT x:1 HTTP/1.1',
    'GET http://x/v1/health HTTP/1.1',
    'PRI * HTTP/2.0',
    'GET /%00%FF HTTP/1.1',
    'GET /sandbox/clock HTTP/1.1',
    `GET /${'a'.repeat(20_000)} HTTP/1.1`,
  );
  const header = fc.constantFrom(
    'host: x',
    'connection: close',
    'content-length: 5',
    'content-length: -1',
    'content-length: 99999999999',
    'transfer-encoding: chunked',
    'content-type: application/json',
    'expect: 100-continue',
    'upgrade: websocket',
    'connection: upgrade',
    'x',
    ': x',
    'a: \u0000',
    `a: ${'b'.repeat(20_000)}`,
  );
  const almostHttp = fc
    .tuple(
      line,
      fc.array(header, { maxLength: 5 }),
      fc.constantFrom('\r\n', '\n', '\r'),
      fc.uint8Array({ maxLength: 50 }),
    )
    .map(([first, headers, end, rest]) =>
      Buffer.concat([Buffer.from(`${[first, ...headers].join(end)}${end}${end}`, 'latin1'), rest]),
    );

  test('survives whatever bytes it is sent, and answers a normal call afterwards', {
    timeout: 60_000,
  }, async () => {
    await serving(async (port, bugs) => {
      await fc.assert(
        fc.asyncProperty(fc.oneof(almostHttp, fc.uint8Array({ maxLength: 300 })), async (bytes) => {
          const answer = await send(port, bytes);
          expect(answer).not.toMatch(/^HTTP\/1\.1 5/m);
        }),
        { numRuns: 300 },
      );
      const health = await fetch(`http://127.0.0.1:${port}/v1/health`);
      expect([health.status, await health.json()]).toEqual([200, expect.objectContaining({ status: 'ok' })]);
      expect(bugs).toEqual([]);
    });
  });

  test('takes nobody who hangs up in the middle of a body for a bug', async () => {
    await serving(async (port, bugs) => {
      await send(
        port,
        Buffer.from('POST /v1/port-requests HTTP/1.1\r\nhost: x\r\ncontent-length: 50\r\n\r\n{"sub'),
      );
      expect((await fetch(`http://127.0.0.1:${port}/v1/health`)).status).toBe(200);
      expect(bugs).toEqual([]);
    });
  });

  test('answers over the network what the API answers', async () => {
    await serving(async (port, bugs) => {
      const base = `http://127.0.0.1:${port}`;
      const calls: readonly [path: string, init: RequestInit, status: number][] = [
        ['/v1/health', {}, 200],
        ['/v1/health?x=1', { method: 'HEAD' }, 405],
        ['/v1/nothing', {}, 404],
        ['/v1/port-requests', {}, 401],
        ['/sandbox/mailbox', { method: 'DELETE' }, 204],
        ['/sandbox/clock', { method: 'POST', body: JSON.stringify({ by: 'PT1M' }) }, 200],
        ['/start/unknown', { method: 'HEAD' }, 404],
      ];
      for (const [path, init, status] of calls) {
        const answer = await fetch(`${base}${path}`, init);
        await answer.arrayBuffer();
        expect([path, answer.status]).toEqual([path, status]);
        expect(answer.headers.get('x-request-id')).not.toBeNull();
      }
      expect(bugs).toEqual([]);
    });
  });

  test('says 413 to a body far beyond what it reads', async () => {
    await serving(async (port, bugs) => {
      const tokens = await fetch(`http://127.0.0.1:${port}/sandbox/tokens`, {
        method: 'POST',
        body: '{"tenant":"acme"}',
      });
      const token = Object(await tokens.json()).token;
      const answer = await fetch(`http://127.0.0.1:${port}/v1/port-requests`, {
        method: 'POST',
        headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
        body: 'x'.repeat(3 * 1024 * 1024),
      });
      expect([answer.status, Object(await answer.json()).code]).toEqual([413, 'request.too_large']);
      expect(bugs).toEqual([]);
    });
  });
});
