import { describe, expect, test } from 'vitest';
import { SandboxClient } from '../support/sandbox-client.ts';

const client = await SandboxClient.start();

const get = (path: string) => client.get(path, { token: null });

describe('The files of the console', () => {
  test.each([
    ['/', 'text/html; charset=utf-8', '<title>Number porting sandbox</title>'],
    ['/?from=mail', 'text/html; charset=utf-8', '<title>Number porting sandbox</title>'],
    ['/portage/prt_01KAQ4Z3X6V9Y2N8M5T7R1W0DF', 'text/html; charset=utf-8', '<script type="module"'],
    ['/console/app.js', 'text/javascript; charset=utf-8', "from 'htm/preact'"],
    ['/console/style.css', 'text/css; charset=utf-8', ':focus-visible'],
    ['/console/icon.svg', 'image/svg+xml', '<svg'],
    ['/console/example.json', 'application/json', '"customerReference": "ACME-42"'],
    ['/console/modules/preact.mjs', 'text/javascript; charset=utf-8', 'export'],
    ['/console/modules/preact-hooks.mjs', 'text/javascript; charset=utf-8', 'export'],
    ['/console/modules/htm.mjs', 'text/javascript; charset=utf-8', 'export'],
    ['/console/modules/htm-preact.mjs', 'text/javascript; charset=utf-8', 'export'],
  ])('%s is %s', async (path, type, part) => {
    const { status, headers, text } = await get(path);
    expect(status).toBe(200);
    expect(headers['content-type']).toBe(type);
    expect(text).toContain(part);
  });

  test('are asked for again each time, keep their type and say who asked', async () => {
    const { headers } = await get('/console/app.js');
    expect(headers).toMatchObject({ 'cache-control': 'no-cache', 'x-content-type-options': 'nosniff' });
    expect(headers['x-request-id']).toMatch(/^[\w-]{36}$/);
  });

  test('the page runs no script but the sandbox’s own', async () => {
    const { headers } = await get('/');
    const policy = headers['content-security-policy'] ?? '';
    expect(policy).toContain("default-src 'none'");
    expect(policy).toMatch(/script-src 'self' 'sha256-[\w+/]{43}='(;|$)/);
    expect(policy).not.toMatch(/https?:/);
  });

  test('every module that the page maps is served', async () => {
    const { text } = await get('/');
    const mapped = [...text.matchAll(/": "(\/console\/[^"]+)"/g)].flatMap(([, path]) => path ?? []);
    const answers = await Promise.all(mapped.map(get));
    expect(mapped).toHaveLength(4);
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200]);
  });

  test.each([
    '/console/',
    '/console/constructor',
    '/console/nothing.js',
    '/console/../package.json',
    '/console/../../../../etc/passwd',
    '/console/%2e%2e/sandbox.ts',
    '/console/..%2fsandbox.ts',
    '/console/..\\sandbox.ts',
    '/console//etc/passwd',
    '/console/modules/../../main.ts',
    '/console/modules/../../node_modules/preact/package.json',
    '/console/app.js/',
    '/console/app.js%00',
    '/portage/',
    '/portage/..',
    '/portage/../console/app.js',
    '/portage/prt_1/history',
    '//',
  ])('%s leads nowhere', async (path) => {
    const { status, json } = await get(path);
    expect(status).toBe(404);
    expect(json.code).toBe('route.not_found');
  });

  test('a page can be asked about with HEAD, and nothing can be sent to one', async () => {
    const head = await client.call('HEAD', '/', { token: null });
    const posts = await Promise.all(
      ['/', '/console/app.js'].map((path) => client.post(path, {}, { token: null })),
    );
    expect(head.status).toBe(200);
    expect(posts.map(({ status }) => status)).toEqual([404, 404]);
  });
});
