import { execFile } from 'node:child_process';
import { once } from 'node:events';
import { cp, mkdir, mkdtemp, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createHttpServer } from '../../sandbox/http-server.ts';
import { SandboxClient } from '../support/sandbox-client.ts';

/** Two compilers at work, on a machine that does other things too. */
const compilingInMilliseconds = 90_000;

const run = promisify(execFile);
const root = fileURLToPath(new URL('../..', import.meta.url));

/** What a user of the client writes, where neither Node's types nor ours are at hand. */
const writtenByAUser = `
import { createPortingClient, dataOf, everyItem, hasCode, newIdempotencyKey, type PortRequest } from '@fonzer/number-porting';

export const port = async (baseUrl: string, token: string): Promise<readonly unknown[]> => {
  const client = createPortingClient({ baseUrl, token });
  const created: PortRequest = dataOf(
    await client.POST('/v1/port-requests', {
      params: { header: { 'Idempotency-Key': newIdempotencyKey() } },
      body: { submit: false, subscriber: { name: 'Boulangerie Dupont SRL' } },
    }),
  );
  const path = { id: created.id };
  const started = await client.POST('/v1/port-requests/{id}/start', { params: { path } });
  const listed: string[] = [];
  for await (const { id } of everyItem((at) => client.GET('/v1/port-requests', { params: { query: at } }))) listed.push(id);
  return [
    created.status,
    hasCode(started.error, 'port_request.move_not_allowed') ? started.error.allowedActions : started,
    listed.length,
  ];
};
`;

const compilerOptions = {
  target: 'es2022',
  lib: ['es2022', 'dom'],
  types: [],
  module: 'nodenext',
  strict: true,
};

/** The examples of the client's README, one after the other. */
const examplesOf = (readme: string): string =>
  [...readme.matchAll(/```ts\n([\s\S]*?)```/g)].map(([, code]) => code).join('\n');

describe('The packed client', () => {
  let folder = '';
  const modules = () => join(folder, 'node_modules');
  const installed = () => join(modules(), '@fonzer/number-porting');

  // Given a folder in which nothing is installed but the client and what it depends on
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'packed-client-'));
    const packing = join(folder, 'packing');
    await run(process.execPath, [join(root, 'scripts/build-client.ts'), packing]);
    const file = (await readdir(packing)).find((name) => name.endsWith('.tgz')) ?? '';
    await mkdir(join(modules(), '@fonzer'), { recursive: true });
    await run('tar', ['-xzf', join(packing, file), '-C', modules()]);
    await rename(join(modules(), 'package'), installed());
    for (const name of ['openapi-fetch', 'openapi-typescript-helpers'])
      await cp(join(root, 'node_modules', name), join(modules(), name), { recursive: true });
    await writeFile(join(folder, 'package.json'), JSON.stringify({ type: 'module' }));
    await writeFile(join(folder, 'program.ts'), writtenByAUser);
    await writeFile(
      join(folder, 'readme.ts'),
      examplesOf(await readFile(join(installed(), 'README.md'), 'utf8')),
    );
    await writeFile(
      join(folder, 'run.js'),
      "import { port } from './program.js';\nconsole.log(JSON.stringify(await port(process.argv[2], process.argv[3])));\n",
    );
    await writeFile(join(folder, 'tsconfig.json'), JSON.stringify({ compilerOptions, include: ['*.ts'] }));
    await writeFile(
      join(folder, 'tsconfig.exact.json'),
      JSON.stringify({ extends: './tsconfig.json', compilerOptions: { exactOptionalPropertyTypes: true } }),
    );
  }, compilingInMilliseconds);

  test('holds what is run, its types and its README, and depends on one package', async () => {
    const names = await readdir(installed(), { recursive: true });
    const manifest = JSON.parse(await readFile(join(installed(), 'package.json'), 'utf8'));
    expect(names.filter((name) => !/^dist\/[a-z.-]+\.(js|d\.ts)$/.test(name)).toSorted()).toEqual([
      'LICENSE',
      'README.md',
      'dist',
      'package.json',
    ]);
    expect(Object.keys(manifest.dependencies)).toEqual(['openapi-fetch']);
    expect(manifest.devDependencies).toBeUndefined();
  });

  test(
    'compiles with what its users write and with the examples of its README, and ports a number',
    async () => {
      // When a program of theirs is compiled, by a compiler that knows browsers only, and run against the service
      // `strict` leaves out how exactly members that may be missing are read, and both ways are usual
      const compiler = join(root, 'client/node_modules/typescript/bin/tsc');
      for (const project of ['tsconfig.exact.json', 'tsconfig.json'])
        await run(process.execPath, [compiler, '-p', join(folder, project)]);
      const client = await SandboxClient.start();
      const server = createHttpServer(client.sandbox.handle, () => {}).listen(0, '127.0.0.1');
      await once(server, 'listening');
      const address = server.address();
      const port = typeof address === 'object' && address !== null ? address.port : 0;
      const program = [join(folder, 'run.js'), `http://127.0.0.1:${port}`, client.token];
      const { stdout } = await run(process.execPath, program);
      server.close();
      server.closeAllConnections();

      // Then it has made a draft, was told what it may do with one, and found it again
      expect(JSON.parse(stdout)).toEqual(['draft', ['edit', 'submit', 'cancel'], 1]);
    },
    compilingInMilliseconds,
  );

  afterAll(() => rm(folder, { recursive: true, force: true }));
});
