import { describe, expect, test } from 'vitest';
import { mandateTexts } from '../../functions/authorisation/mandate-texts.ts';
import { letterTexts } from '../../functions/authorisation/number-list-letter-texts.ts';
import { languages } from '../../functions/language.ts';
import { toProxyResult } from '../../functions/runtime/http-call.ts';
import { createHttpServer } from '../../sandbox/http-server.ts';
import { readPdf } from '../authorisation/read-pdf.ts';
import { exampleBody } from '../support/example-body.ts';
import { SandboxClient } from '../support/sandbox-client.ts';

const documents = ['/authorisation/mandate', '/number-list-letter'] as const;

const setUp = async (body = exampleBody()) => {
  const client = await SandboxClient.start();
  const { json } = await client.create(body);
  return { client, id: String(json.id), path: `/v1/port-requests/${json.id}` };
};

const textsOf = async (bytes: Buffer) => (await readPdf(bytes)).flatMap(({ texts }) => texts);

describe('The mandate of a request', () => {
  test("is a PDF to keep, in the subscriber's language", async () => {
    const { client, id, path } = await setUp();
    const { status, headers, bytes } = await client.get(`${path}/authorisation/mandate`, {
      headers: { 'accept-language': 'de' },
    });
    expect(status).toBe(200);
    expect(headers).toMatchObject({
      'content-type': 'application/pdf',
      'content-disposition': `attachment; filename="mandate-${id}.pdf"`,
      'content-language': 'fr',
      'cache-control': 'no-store',
      'x-request-id': expect.any(String),
    });
    const texts = await textsOf(bytes);
    expect(texts).toContain(mandateTexts.fr.title);
    expect(texts.filter((text) => /^02 580 50 5\d$/.test(text))).toHaveLength(11);
  });

  test.each(languages)('is given in %s where that is asked for', async (language) => {
    const { client, path } = await setUp();
    const { headers, bytes } = await client.get(`${path}/authorisation/mandate?language=${language}`);
    expect(headers['content-language']).toBe(language);
    expect(await textsOf(bytes)).toContain(mandateTexts[language].title);
  });

  test('of a draft with nothing but a name is not fit to be signed', async () => {
    const { client, path } = await setUp({ submit: false, subscriber: { name: 'Łukasz Ağaoğlu' } });
    const texts = await textsOf((await client.get(`${path}/authorisation/mandate`)).bytes);
    expect(texts).toContain('Łukasz Ağaoğlu');
    expect(texts).toContain(mandateTexts.nl.incomplete.banner);
    expect(texts).not.toContain(mandateTexts.nl.signature.heading);
  });

  test('of a cancelled request is given all the same', async () => {
    const { client, path } = await setUp();
    await client.post(`${path}/cancellation`, { reason: 'Not now' });
    expect((await client.get(`${path}/authorisation/mandate`)).status).toBe(200);
  });

  test('comes through the HTTP server byte for byte, without a header that asks for it', async () => {
    const { client, path } = await setUp();
    const bugs: unknown[] = [];
    const server = createHttpServer(client.sandbox.handle, (bug) => bugs.push(bug));
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const address = server.address();
    const port = typeof address === 'object' && address !== null ? address.port : 0;
    const response = await fetch(`http://127.0.0.1:${port}${path}/authorisation/mandate`, {
      headers: { authorization: `Bearer ${client.token}` },
    });
    const bytes = Buffer.from(await response.arrayBuffer());
    await new Promise((resolve) => server.close(resolve));
    const direct = await client.get(`${path}/authorisation/mandate`);
    expect(bytes.equals(direct.bytes)).toBe(true);
    expect(response.headers.get('content-length')).toBe(String(bytes.byteLength));
    expect(bytes.subarray(0, 5).toString()).toBe('%PDF-');
    expect(bugs).toEqual([]);
  });
});

describe('The letter that asks for the full list', () => {
  test("is a text, in the subscriber's language", async () => {
    const { client, path } = await setUp();
    const { status, headers, text } = await client.get(`${path}/number-list-letter`);
    expect(status).toBe(200);
    expect(headers).toMatchObject({
      'content-type': 'text/plain; charset=utf-8',
      'content-language': 'fr',
      'cache-control': 'no-store',
    });
    expect(text).toContain(letterTexts.fr.request);
  });

  test.each(languages)('is given in %s where that is asked for', async (language) => {
    const { client, path } = await setUp();
    const { text } = await client.get(`${path}/number-list-letter?language=${language}`);
    expect(text).toContain(letterTexts[language].changeNothing);
  });
});

describe.each(documents)('Asking for …%s', (rest) => {
  test('needs a token and the scope to read', async () => {
    const { client, path } = await setUp();
    const token = await client.tokenFor('acme', 'port-requests:write');
    expect((await client.get(`${path}${rest}`, { token: null })).status).toBe(401);
    const { status, json } = await client.get(`${path}${rest}`, { token });
    expect([status, json.requiredScope]).toEqual([403, 'port-requests:read']);
  });

  test("finds nobody else's request, unless it is the desk that asks", async () => {
    const { client, path } = await setUp();
    const stranger = await client.get(`${path}${rest}`, { token: await client.tokenFor('umbrella') });
    expect([stranger.status, stranger.json.code]).toEqual([404, 'port_request.not_found']);
    const desk = await client.get(`${path}${rest}`, { token: await client.tokenFor('fonzer', 'desk') });
    expect(desk.status).toBe(200);
  });

  test.each(['language=it', 'language=', 'language=fr&language=nl'])('refuses ?%s', async (query) => {
    const { client, path } = await setUp();
    const { status, headers, json } = await client.get(`${path}${rest}?${query}`);
    expect(status).toBe(400);
    expect(headers['content-type']).toBe('application/problem+json');
    expect(json).toMatchObject({ code: 'request.malformed', errors: [{ pointer: '/query/language' }] });
  });

  test.each(['HEAD', 'POST', 'DELETE'])('by %s is told that only GET is taken', async (method) => {
    const { client, path } = await setUp();
    const { status, headers } = await client.call(method, `${path}${rest}`);
    expect([status, headers['allow']]).toEqual([405, 'GET']);
  });
});

describe('An answer on its way to the gateway', () => {
  test('is base64 where it is bytes, and says so', () => {
    const body = new Uint8Array([0x25, 0xff, 0x00, 0xc3]);
    expect(toProxyResult({ status: 200, headers: {}, body }, 'call-1')).toEqual({
      statusCode: 200,
      headers: { 'x-request-id': 'call-1' },
      body: 'Jf8Aww==',
      isBase64Encoded: true,
    });
  });

  test('is left as it is where it is text', () => {
    const answer = toProxyResult({ status: 200, headers: {}, body: 'é' }, 'call-1');
    expect(answer.body).toBe('é');
    expect(answer.isBase64Encoded ?? false).toBe(false);
  });
});
