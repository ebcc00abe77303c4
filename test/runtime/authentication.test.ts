import { once } from 'node:events';
import { createServer } from 'node:http';
import { createLocalJWKSet, exportJWK, generateKeyPair, SignJWT } from 'jose';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, onTestFinished, test } from 'vitest';
import { UnavailableError } from '../../functions/problems/unavailable-error.ts';
import { newHandler } from '../../functions/runtime/authorizer.ts';
import { remoteKeys } from '../../functions/runtime/remote-issuer.ts';
import { readToken } from '../../functions/runtime/token.ts';
import { toAuthorizerEvent, toProxyEvent } from '../../sandbox/gateway-event.ts';
import { lambdaContext } from '../../sandbox/lambda-context.ts';
import { exampleBody } from '../support/example-body.ts';
import { SandboxClient } from '../support/sandbox-client.ts';
import { rememberingLog } from './handlers.ts';
import { setUp } from './setting.ts';

const now = () => Temporal.Instant.from('2026-03-30T08:00:00Z');
const nowSeconds = now().epochMilliseconds / 1000;

const newIssuer = async ({ mustExpire = false } = {}) => {
  const { publicKey, privateKey } = await generateKeyPair('ES256');
  const keys = createLocalJWKSet({ keys: [{ ...(await exportJWK(publicKey)), kid: 'k', alg: 'ES256' }] });
  return {
    issuer: { issuer: 'https://issuer.example', audience: 'porting', keys, mustExpire },
    privateKey,
  };
};

type Claims = Readonly<Record<string, unknown>>;

const good: Claims = {
  iss: 'https://issuer.example',
  aud: 'porting',
  sub: 'user-7',
  tenant: 'acme',
  scope: 'port-requests:read',
};

const encode = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');

describe('A token', () => {
  const read = async (claims: Claims, options: Parameters<typeof newIssuer>[0] = {}) => {
    const { issuer, privateKey } = await newIssuer(options);
    const token = await new SignJWT({ ...claims })
      .setProtectedHeader({ alg: 'ES256', kid: 'k' })
      .sign(privateKey);
    return readToken(`Bearer ${token}`, issuer, now);
  };

  test('says who calls, for whom, and with which rights', async () => {
    expect(await read(good)).toEqual({
      kind: 'accepted',
      subject: 'user-7',
      tenant: 'acme',
      scope: 'port-requests:read',
    });
  });

  test.each<[string, Claims]>([
    ['is good until the second before it expires', { exp: nowSeconds + 1 }],
    ['without an expiry stays good', {}],
    ['without a scope is good for nothing but good', { scope: undefined }],
  ])('%s', async (_, claims) => {
    expect((await read({ ...good, ...claims })).kind).toBe('accepted');
  });

  test.each<[string, Claims]>([
    ['has expired at this very second', { exp: nowSeconds }],
    ['has expired long ago', { exp: 1 }],
    ['is not good yet', { nbf: nowSeconds + 60 }],
    ['comes from another issuer', { iss: 'https://other.example' }],
    ['was made for another service', { aud: 'billing' }],
    ['names nobody', { sub: '' }],
    ['belongs to no tenant', { tenant: undefined }],
    ['belongs to an empty tenant', { tenant: '' }],
    ['belongs to something that is no tenant', { tenant: { id: 'acme' } }],
  ])('that %s is invalid', async (_, claims) => {
    expect(await read({ ...good, ...claims })).toEqual({ kind: 'refused', code: 'auth.token_invalid' });
  });

  test.each<[string, Claims, string]>([
    ['that never ends is refused', {}, 'refused'],
    ['that ends is accepted until then', { exp: nowSeconds + 1 }, 'accepted'],
  ])('%s where every token must expire', async (_, claims, kind) => {
    expect((await read({ ...good, ...claims }, { mustExpire: true })).kind).toBe(kind);
  });

  test('that is not signed, or signed with a secret that anybody may know, is invalid', async () => {
    const { issuer } = await newIssuer();
    const secret = new TextEncoder().encode(JSON.stringify(await issuer.keys({ alg: 'ES256', kid: 'k' })));
    const forged = [
      `${encode({ alg: 'none' })}.${encode(good)}.`,
      `${encode({ alg: 'none' })}.${encode(good)}.AA`,
      await new SignJWT({ ...good }).setProtectedHeader({ alg: 'HS256', kid: 'k' }).sign(secret),
    ];
    for (const token of forged)
      expect(await readToken(`Bearer ${token}`, issuer, now)).toEqual({
        kind: 'refused',
        code: 'auth.token_invalid',
      });
  });

  test('signed with the key of somebody else is invalid', async () => {
    const { issuer } = await newIssuer();
    const { privateKey } = await newIssuer();
    const token = await new SignJWT({ ...good })
      .setProtectedHeader({ alg: 'ES256', kid: 'k' })
      .sign(privateKey);
    expect((await readToken(`Bearer ${token}`, issuer, now)).kind).toBe('refused');
  });

  test('with one letter of its claims changed is invalid', async () => {
    const { issuer, privateKey } = await newIssuer();
    const token = await new SignJWT({ ...good })
      .setProtectedHeader({ alg: 'ES256', kid: 'k' })
      .sign(privateKey);
    const [header, , signature] = token.split('.');
    const forged = `${header}.${encode({ ...good, tenant: 'umbrella' })}.${signature}`;
    expect((await readToken(`Bearer ${forged}`, issuer, now)).kind).toBe('refused');
  });

  test.each([
    [undefined, 'auth.token_missing'],
    ['', 'auth.token_missing'],
    ['  ', 'auth.token_missing'],
    ['Bearer', 'auth.token_invalid'],
    ['Bearer ', 'auth.token_invalid'],
    ['Basic YWNtZTpzZWNyZXQ=', 'auth.token_invalid'],
    ['Bearer a.b', 'auth.token_invalid'],
    ['Bearer a.b.c d', 'auth.token_invalid'],
    ['Bearer %%%.%%%.%%%', 'auth.token_invalid'],
    [`Bearer ${'a'.repeat(10_000)}.b.c`, 'auth.token_invalid'],
  ])('read from %j is %s', async (header, code) => {
    const { issuer } = await newIssuer();
    expect(await readToken(header, issuer, now)).toEqual({ kind: 'refused', code });
  });
});

describe('The authorizer', () => {
  const decide = async (
    headers: Record<string, string>,
    issuer: Awaited<ReturnType<typeof newIssuer>>['issuer'],
  ) => {
    const event = toProxyEvent(
      { method: 'GET', target: '/v1/port-requests', headers: {}, body: Buffer.alloc(0) },
      'r-1',
      { resource: '/v1/port-requests', pathParameters: {} },
      {},
    );
    const { context, policyDocument, principalId } = await newHandler(() => ({
      log: rememberingLog().log,
      tokenIssuer: issuer,
      wallClock: now,
      callRate: undefined,
    }))({ ...toAuthorizerEvent(event), headers }, lambdaContext);
    return { context, principalId, effect: policyDocument.Statement.map(({ Effect }) => Effect) };
  };

  test('lets a good token in, under whatever casing the header came, with what it says', async () => {
    const { issuer, privateKey } = await newIssuer();
    const token = await new SignJWT({ ...good })
      .setProtectedHeader({ alg: 'ES256', kid: 'k' })
      .sign(privateKey);
    for (const name of ['authorization', 'Authorization', 'AUTHORIZATION'])
      expect(await decide({ [name]: `bearer ${token}` }, issuer)).toEqual({
        principalId: 'user-7',
        effect: ['Allow'],
        context: { subject: 'user-7', tenant: 'acme', scope: 'port-requests:read' },
      });
  });

  test('denies rather than throws, and says whether the token is missing or wrong', async () => {
    const { issuer } = await newIssuer();
    expect(await decide({}, issuer)).toEqual({
      principalId: 'nobody',
      effect: ['Deny'],
      context: { code: 'auth.token_missing', title: 'Token missing' },
    });
    expect(await decide({ authorization: 'Bearer x' }, issuer)).toMatchObject({
      effect: ['Deny'],
      context: { code: 'auth.token_invalid' },
    });
  });
});

describe('The keys of an issuer elsewhere', () => {
  const startIssuer = async (status: number, list: unknown) => {
    const server = createServer((_, response) => {
      response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(list));
    }).listen(0, '127.0.0.1');
    await once(server, 'listening');
    const address = server.address();
    const stop = () => new Promise((resolve) => server.close(resolve));
    onTestFinished(async () => {
      await stop();
    });
    if (address === null || typeof address === 'string') throw new Error('No port');
    return { url: new URL(`http://127.0.0.1:${address.port}/jwks.json`), stop };
  };

  const aToken = async () => {
    const { publicKey, privateKey } = await generateKeyPair('ES256');
    const token = await new SignJWT({ ...good })
      .setProtectedHeader({ alg: 'ES256', kid: 'k' })
      .sign(privateKey);
    return { header: `Bearer ${token}`, key: { ...(await exportJWK(publicKey)), kid: 'k', alg: 'ES256' } };
  };

  const readWith = (url: URL, header: string) =>
    readToken(
      header,
      { issuer: 'https://issuer.example', audience: 'porting', keys: remoteKeys(url), mustExpire: false },
      now,
    );

  test('are fetched, and judge the token', async () => {
    const { header, key } = await aToken();
    const { url } = await startIssuer(200, { keys: [key] });
    expect(await readWith(url, header)).toMatchObject({ kind: 'accepted', tenant: 'acme' });
  });

  test('of which none is the token’s make it invalid', async () => {
    const { header } = await aToken();
    const { url } = await startIssuer(200, { keys: [] });
    expect(await readWith(url, header)).toMatchObject({ kind: 'refused', code: 'auth.token_invalid' });
  });

  test.each([
    [503, {}],
    [200, 'no list'],
    [200, { keys: 'none' }],
  ])('that come as %i %j say nothing about the token', async (status, list) => {
    const { header } = await aToken();
    const { url } = await startIssuer(status, list);
    await expect(readWith(url, header)).rejects.toBeInstanceOf(UnavailableError);
  });

  test('that cannot be reached make the authorizer fail, and it says why', async () => {
    const { header } = await aToken();
    const { url, stop } = await startIssuer(200, {});
    await stop();
    const { log, lines } = rememberingLog();
    const issuer = {
      issuer: 'https://issuer.example',
      audience: 'porting',
      keys: remoteKeys(url),
      mustExpire: false,
    };
    const event = toProxyEvent(
      { method: 'GET', target: '/v1/port-requests', headers: {}, body: Buffer.alloc(0) },
      'r-1',
      { resource: '/v1/port-requests', pathParameters: {} },
      {},
    );
    const handler = newHandler(() => ({ log, tokenIssuer: issuer, wallClock: now, callRate: undefined }));
    await expect(
      handler({ ...toAuthorizerEvent(event), headers: { authorization: header } }, lambdaContext),
    ).rejects.toBeInstanceOf(UnavailableError);
    expect(lines).toMatchObject([{ message: 'authorizer.failed', fields: { requestId: 'r-1' } }]);
    expect(JSON.stringify(lines)).not.toContain(header);
  });
});

describe('Over the API', () => {
  test('a call without a token is 401 and is told how to bring one', async () => {
    const { client, submitted } = await setUp();
    const { status, json, headers } = await client.get(submitted, { token: null });
    expect([status, json.code]).toEqual([401, 'auth.token_missing']);
    expect(headers['www-authenticate']).toBe('Bearer');
  });

  test('a token is good until its expiry and no longer, by the clock of the sandbox', async () => {
    // Given a token for one hour
    const { client, submitted } = await setUp();
    const issued = await client.post(
      '/sandbox/tokens',
      { tenant: 'acme', expiresAt: '2026-03-30T09:00:00Z' },
      { token: null },
    );
    const { token } = issued.json;
    // When its last second has begun
    await client.clock({ to: '2026-03-30T08:59:59Z' });
    expect((await client.get(submitted, { token })).status).toBe(200);
    // Then one second later it is invalid
    await client.clock({ to: '2026-03-30T09:00:00Z' });
    expect((await client.get(submitted, { token })).json.code).toBe('auth.token_invalid');
  });

  test('a token of another world is invalid', async () => {
    const { client, submitted } = await setUp();
    const { token } = await SandboxClient.start();
    expect((await client.get(submitted, { token })).json.code).toBe('auth.token_invalid');
  });

  test.each(['/v1/health', '/v1/openapi.json'])('%s needs no token, and no good one', async (path) => {
    const client = await SandboxClient.start();
    expect((await client.get(path, { token: null })).status).toBe(200);
    expect((await client.get(path, { token: 'rubbish' })).status).toBe(200);
  });
});

describe('A scope that is missing', () => {
  test.each([
    ['POST', '/v1/port-requests', 'port-requests:read', 'port-requests:write'],
    ['PATCH', '{id}', 'port-requests:read', 'port-requests:write'],
    ['POST', '{id}/submission', 'port-requests:read', 'port-requests:write'],
    ['POST', '{id}/cancellation', 'port-requests:read', 'port-requests:write'],
    ['POST', '{id}/start', 'port-requests:read', 'port-requests:write'],
    ['POST', '{id}/start-link', 'port-requests:read', 'port-requests:write'],
    ['GET', '{id}', 'port-requests:write', 'port-requests:read'],
    ['GET', '{id}/history', 'port-requests:write', 'port-requests:read'],
    ['GET', '{id}/mails', 'port-requests:write', 'port-requests:read'],
    ['GET', '/v1/port-requests', '', 'port-requests:read'],
    ['GET', '/v1/dates', 'desks', 'port-requests:read'],
    ['POST', '/v1/number-checks', 'port-requests:write', 'port-requests:read'],
    ['GET', '/v1/rejection-reasons', 'port-requests', 'port-requests:read'],
    ['GET', '/v1/statuses', 'port-requests:readwrite', 'port-requests:read'],
    ['POST', '{id}/operator-events', 'port-requests:read port-requests:write', 'desk'],
  ])('%s %s with the scope %j is told that it needs %s', async (method, path, scope, requiredScope) => {
    const { client, submitted } = await setUp();
    const token = await client.tokenFor('acme', scope);
    const { status, json } = await client.call(method, path.replace('{id}', submitted), { token });
    expect(status).toBe(403);
    expect(json).toMatchObject({ code: 'auth.scope_missing', requiredScope });
  });

  test.each([
    ['an installation', { installation: { type: 'simple', reason: 'One line behind a range' } }],
    ["another tenant's name", { tenant: 'umbrella' }],
  ])('is told where a reseller gives %s', async (_, field) => {
    const client = await SandboxClient.start();
    const { status, json } = await client.sendCreation({ ...exampleBody(), ...field });
    expect([status, json.requiredScope]).toEqual([403, 'desk']);
  });

  test('is told where a reseller corrects the installation', async () => {
    const { client, draft } = await setUp();
    const { status, json } = await client.call('PATCH', draft, {
      body: { installation: { type: 'complex', reason: 'x' } },
      headers: { 'if-match': '"1"' },
    });
    expect([status, json.requiredScope]).toEqual([403, 'desk']);
  });
});

describe('The installation of a request', () => {
  const patchInstallation = (client: SandboxClient, path: string, installation: unknown, token?: string) =>
    client.call('PATCH', path, {
      body: { installation },
      headers: { 'if-match': '*' },
      ...(token === undefined ? {} : { token }),
    });
  const decidedByTheDesk = { type: 'complex', because: 'desk' };

  test('that the desk decided is not cleared by a reseller, but by the desk', async () => {
    const { client, draft, desk } = await setUp();
    await patchInstallation(client, draft, { type: 'complex', reason: 'Behind a switchboard' }, desk);
    const refused = await patchInstallation(client, draft, null);
    expect(refused).toMatchObject({
      status: 403,
      json: { code: 'auth.scope_missing', requiredScope: 'desk' },
    });
    expect((await client.get(draft)).json.installation).toEqual(decidedByTheDesk);
    const cleared = await patchInstallation(client, draft, null, desk);
    expect(cleared.status).toBe(200);
    expect(cleared.json.installation).not.toEqual(decidedByTheDesk);
  });

  test('that nobody decided may be sent as null by a reseller too', async () => {
    const { client, draft } = await setUp();
    expect((await patchInstallation(client, draft, null)).status).toBe(200);
  });
});

describe('Another tenant', () => {
  const routesOfOne = [
    ['GET', ''],
    ['GET', '/history'],
    ['GET', '/mails'],
    ['PATCH', ''],
    ['POST', '/submission'],
    ['POST', '/cancellation'],
    ['POST', '/start'],
    ['POST', '/start-link'],
  ] as const;

  test.each(routesOfOne)("%s …%s finds nobody else's request", async (method, rest) => {
    const { client, submitted, stranger } = await setUp();
    const theirs = await client.call(method, `${submitted}${rest}`, { token: stranger });
    const nobodys = await client.call(method, `/v1/port-requests/prt_none${rest}`, { token: stranger });
    expect([theirs.status, theirs.json.code]).toEqual([404, 'port_request.not_found']);
    expect({ ...theirs.json, instance: '' }).toEqual({ ...nobodys.json, instance: '' });
  });

  test('sees none of it in lists, by number or otherwise', async () => {
    const { client, stranger } = await setUp();
    for (const query of ['', '?number=025805055', '?customerReference=ACME-42'])
      expect((await client.get(`/v1/port-requests${query}`, { token: stranger })).json).toEqual({
        items: [],
        nextCursor: null,
      });
  });

  test('that wants the same number is told that it is taken, not by whom', async () => {
    const { client, stranger } = await setUp();
    const { status, json } = await client.create(exampleBody(), { token: stranger });
    expect([status, json.code]).toEqual([409, 'numbers.already_porting']);
    expect(
      json.errors.map(({ pointer, portRequestId }: Record<string, unknown>) => [pointer, portRequestId]),
    ).toEqual([
      ['/numbers/0', undefined],
      ['/numbers/1', undefined],
    ]);
    expect(JSON.stringify(json)).not.toContain('acme');
  });

  test('does not keep the desk out', async () => {
    const { client, submitted, desk } = await setUp();
    expect((await client.get(submitted, { token: desk })).status).toBe(200);
    expect((await client.get('/v1/port-requests', { token: desk })).json.items).toHaveLength(2);
    expect((await client.post(`${submitted}/cancellation`, {}, { token: desk })).json.status).toBe(
      'cancelled',
    );
  });

  test('gets a request of its own when the desk names it, and the desk gets its own when it names nobody', async () => {
    const { client, stranger, desk } = await setUp();
    const draft = { submit: false, subscriber: { name: 'Dupont' } };
    const forStranger = await client.create({ ...draft, tenant: 'umbrella' }, { token: desk });
    const forDesk = await client.create(draft, { token: desk });
    expect([forStranger.json.tenant, forDesk.json.tenant]).toEqual(['umbrella', 'fonzer']);
    expect((await client.read(forStranger.json.id, stranger)).id).toBe(forStranger.json.id);
    expect((await client.get(`/v1/port-requests/${forDesk.json.id}`, { token: stranger })).status).toBe(404);
  });
});
