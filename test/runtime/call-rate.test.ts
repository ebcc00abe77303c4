import { Temporal } from 'temporal-polyfill';
import { describe, expect, test } from 'vitest';
import { routes } from '../../functions/routes.ts';
import { newHandler } from '../../functions/runtime/authorizer.ts';
import { type CallCounts, retryAfterSecondsOf } from '../../functions/runtime/call-rate.ts';
import { toAuthorizerEvent, toProxyEvent } from '../../sandbox/gateway-event.ts';
import { createInMemoryCallCounts } from '../../sandbox/in-memory-call-counts.ts';
import { lambdaContext } from '../../sandbox/lambda-context.ts';
import { createSandboxTokens } from '../../sandbox/tokens.ts';
import { readFile } from '../repository/source-files.ts';
import { exampleBody } from '../support/example-body.ts';
import { SandboxClient } from '../support/sandbox-client.ts';
import { rememberingLog } from './handlers.ts';

const at = (text: string) => Temporal.Instant.from(text);

describe('A tenant that may make two calls in a minute', () => {
  const answersAt = async (instants: readonly string[]) => {
    const rate = { counts: createInMemoryCallCounts(), callsPerMinute: 2 };
    const answers: (number | undefined)[] = [];
    for (const instant of instants) answers.push(await retryAfterSecondsOf(rate, 'acme', at(instant)));
    return answers;
  };

  test.each([
    ['the first second', '2026-03-30T08:00:00Z', 60],
    ['the middle', '2026-03-30T08:00:30Z', 30],
    ['the last second', '2026-03-30T08:00:59Z', 1],
    ['the last moment', '2026-03-30T08:00:59.999Z', 1],
  ])('is told with its third one, in %s, when the next minute begins', async (_, third, seconds) => {
    const first = '2026-03-30T08:00:00Z';
    expect(await answersAt([first, first, third])).toEqual([undefined, undefined, seconds]);
  });

  test('may make two more as soon as the next one begins, and no third', async () => {
    const [last, next] = ['2026-03-30T08:00:59Z', '2026-03-30T08:01:00Z'];
    expect(await answersAt([last, last, last, next, next, next])).toEqual([
      undefined,
      undefined,
      1,
      undefined,
      undefined,
      60,
    ]);
  });
});

describe('The authorizer', () => {
  const authorizerWith = async (counts: CallCounts) => {
    const tokens = await createSandboxTokens();
    const { log, lines } = rememberingLog();
    const authorize = newHandler(() => ({
      log,
      tokenIssuer: tokens.issuer,
      wallClock: () => at('2026-03-30T08:00:15Z'),
      callRate: { counts, callsPerMinute: 1 },
    }));
    const token = await tokens.issue({ tenant: 'acme', scope: 'desk' });
    const call = (authorization = `Bearer ${token}`) =>
      authorize(
        toAuthorizerEvent(
          toProxyEvent(
            {
              method: 'GET',
              target: '/v1/statuses',
              headers: { authorization: [authorization] },
              body: Buffer.alloc(0),
            },
            'r-1',
            { resource: '/v1/statuses', pathParameters: {} },
            {},
          ),
        ),
        lambdaContext,
      );
    return { call, lines };
  };

  const counting = () => {
    const counted: string[] = [];
    const counts: CallCounts = {
      count: async (tenant) => {
        counted.push(tenant);
        return counted.length;
      },
    };
    return { counts, counted };
  };

  test('lets a call over the limit in, with when to come again, as the gateway passes it on: a text', async () => {
    const { counts, counted } = counting();
    const { call } = await authorizerWith(counts);
    const [within, over] = [await call(), await call()];
    expect(within.context).toEqual({ subject: 'acme-user', tenant: 'acme', scope: 'desk' });
    expect(over.context).toEqual({ ...within.context, retryAfterSeconds: '45' });
    expect(over.policyDocument).toEqual(within.policyDocument);
    expect(counted).toEqual(['acme', 'acme']);
  });

  test('counts no call whose token it does not believe', async () => {
    const { counts, counted } = counting();
    const { call } = await authorizerWith(counts);
    for (const header of ['', 'Bearer a.b.c']) {
      const { policyDocument } = await call(header);
      expect(policyDocument.Statement).toMatchObject([{ Effect: 'Deny' }]);
    }
    expect(counted).toEqual([]);
  });

  test('lets a call in that cannot be counted, and says so in the log, without the tenant', async () => {
    const outage = new Error('The table gave no answer');
    const { call, lines } = await authorizerWith({
      count: async () => {
        throw outage;
      },
    });
    const { context, policyDocument } = await call();
    expect(policyDocument.Statement).toMatchObject([{ Effect: 'Allow' }]);
    expect(context).toEqual({ subject: 'acme-user', tenant: 'acme', scope: 'desk' });
    expect(lines).toEqual([
      { message: 'authorizer.not_counted', fields: { requestId: 'r-1' }, error: outage },
    ]);
  });
});

describe('Through the gateway, with three calls in a minute', () => {
  const start = () => SandboxClient.start('2026-03-30T08:00:20Z', { callsPerMinute: 3 });
  const path = '/v1/port-requests';

  const useUp = async (client: SandboxClient) => {
    for (let call = 0; call < 3; call += 1) expect((await client.get(path)).status).toBe(200);
  };

  test('the fourth is 429, says when to come again, and does nothing', async () => {
    const client = await start();
    await useUp(client);
    const { status, headers, json } = await client.create(exampleBody());
    expect(status).toBe(429);
    expect(headers).toMatchObject({
      'content-type': 'application/problem+json',
      'retry-after': '40',
      'x-request-id': expect.any(String),
    });
    expect(json).toEqual({
      type: 'urn:fonzer:problem:rate.exceeded',
      title: 'Too many calls',
      status: 429,
      detail: 'Too many calls of this tenant in one minute. Call again in 40 seconds.',
      instance: path,
      code: 'rate.exceeded',
    });
    expect(client.sandbox.world().records.all()).toEqual([]);
  });

  test('the next minute is a new one, to the second that was said', async () => {
    const client = await start();
    await useUp(client);
    await client.clock({ by: 'PT39S' });
    expect((await client.get(path)).headers['retry-after']).toBe('1');
    await client.clock({ by: 'PT1S' });
    await useUp(client);
    expect((await client.get(path)).headers['retry-after']).toBe('60');
  });

  test('all tokens of a tenant count together, the desk’s for its own, and no tenant for another', async () => {
    const client = await start();
    await useUp(client);
    const tokens = {
      reader: await client.tokenFor('acme', 'port-requests:read'),
      desk: await client.tokenFor('acme', 'desk'),
      stranger: await client.tokenFor('umbrella'),
      fonzer: await client.deskToken(),
    };
    const statusOf = async (token: string) => (await client.get(path, { token })).status;
    expect([await statusOf(tokens.reader), await statusOf(tokens.desk)]).toEqual([429, 429]);
    expect([await statusOf(tokens.stranger), await statusOf(tokens.fonzer)]).toEqual([200, 200]);
  });

  test('no token is told before too many calls, and those before a scope, a body or an id', async () => {
    const client = await start();
    await useUp(client);
    const codeOf = async (token: string | null) => {
      const rawBody = 'no JSON';
      const { json } = await client.call('POST', `${path}/prt_none/outcome`, { token, rawBody });
      return json.code;
    };
    expect(await codeOf(null)).toBe('auth.token_missing');
    expect(await codeOf('a.b.c')).toBe('auth.token_invalid');
    expect(await codeOf(client.token)).toBe('rate.exceeded');
    expect((await client.call('DELETE', path)).status).toBe(405);
  });

  test('what needs no token has no limit', async () => {
    const client = await start();
    for (let call = 0; call < 6; call += 1)
      expect((await client.get('/v1/health', { token: null })).status).toBe(200);
    await useUp(client);
  });
});

test('A sandbox has no limit unless it is given one', async () => {
  const client = await SandboxClient.start();
  for (let call = 0; call < 200; call += 1) expect((await client.get('/v1/statuses')).status).toBe(200);
});

test('Every route is described with the 429 and its header: before all of them stands the limit of each address', () => {
  const { paths } = JSON.parse(readFile('docs/openapi.json'));
  for (const { method, path } of routes) {
    const answer = paths[path]?.[method.toLowerCase()]?.responses['429'];
    expect([path, Object.keys(answer?.headers ?? {})]).toEqual([
      path,
      expect.arrayContaining(['retry-after']),
    ]);
  }
});
