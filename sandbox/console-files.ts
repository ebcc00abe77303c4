import { createHash, randomUUID } from 'node:crypto';
import { readdirSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { extname } from 'node:path';
import type { GatewayResponse } from './gateway.ts';
import { type GatewayRequest, splitTarget } from './gateway-event.ts';

const contentTypes: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json',
  '.mjs': 'text/javascript; charset=utf-8',
  '.svg': 'image/svg+xml',
};

const consoleFolder = new URL('console/', import.meta.url);

const pageFile = new URL('index.html', consoleFolder);

/**
 * Every file that the console may load, by its name after `/console/`. Names are looked up, never joined to a folder:
 * no spelling of a path leads anywhere else.
 */
const files: ReadonlyMap<string, URL> = new Map([
  ...readdirSync(consoleFolder).map((name) => [name, new URL(name, consoleFolder)] as const),
  ['example.json', new URL('../docs/examples/port-request.json', import.meta.url)],
  ['modules/preact.mjs', new URL(import.meta.resolve('preact'))],
  ['modules/preact-hooks.mjs', new URL(import.meta.resolve('preact/hooks'))],
  ['modules/htm.mjs', new URL(import.meta.resolve('htm'))],
  ['modules/htm-preact.mjs', new URL(import.meta.resolve('htm/preact'))],
]);

/** The page looks at its own address: `/portage/<id>` is where the mails' link to the detail leads. */
const isPage = (path: string): boolean => path === '/' || /^\/portage\/[\w-]+$/.test(path);

const prefix = '/console/';

const fileOf = (path: string): URL | undefined => {
  if (isPage(path)) return pageFile;
  return path.startsWith(prefix) ? files.get(path.slice(prefix.length)) : undefined;
};

/** The one script that stands inside the page: browsers read an import map from nowhere else. */
const importMapOf = (page: string): string => /<script type="importmap">([^<]*)/.exec(page)?.[1] ?? '';

/**
 * Nothing from another host, and no script but the console's own files. Styles may stand inside a document, because a
 * mail's do, and a mail's frame is held to this policy as well.
 */
const contentSecurityPolicy = (page: string): string => {
  const importMapHash = createHash('sha256').update(importMapOf(page)).digest('base64');
  return [
    "default-src 'none'",
    `script-src 'self' 'sha256-${importMapHash}'`,
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self'",
    "connect-src 'self'",
    "form-action 'none'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ].join('; ');
};

const answerFile = async (file: URL): Promise<GatewayResponse> => {
  // Read anew each time, so that a change shows on reload.
  const body = await readFile(file, 'utf8');
  return {
    status: 200,
    headers: {
      'content-type': contentTypes[extname(file.pathname)] ?? 'text/plain; charset=utf-8',
      'cache-control': 'no-cache',
      'x-content-type-options': 'nosniff',
      'x-request-id': randomUUID(),
      ...(file === pageFile
        ? { 'content-security-policy': contentSecurityPolicy(body), 'referrer-policy': 'no-referrer' }
        : {}),
    },
    body,
  };
};

/**
 * Answers what the console's page in a browser is made of: the page itself on `/` and `/portage/<id>`, and its files
 * under `/console/`, read-only. Undefined for every other request, which is then somebody else's.
 */
export const answerConsoleRequest = ({
  method,
  target,
}: GatewayRequest): Promise<GatewayResponse> | undefined => {
  const file = method === 'GET' || method === 'HEAD' ? fileOf(splitTarget(target).path) : undefined;
  return file && answerFile(file);
};
