import { execFile, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';
import { createHttpServer } from '../../sandbox/http-server.ts';
import { SandboxClient } from '../support/sandbox-client.ts';

const run = promisify(execFile);
const root = new URL('../../', import.meta.url);
const readme = readFileSync(new URL('README.md', root), 'utf8');

/** The first fenced block that begins this way. */
const blockBeginning = (start: string): string => {
  const from = readme.indexOf(start);
  return readme.slice(from, readme.indexOf('```', from));
};

// The journey is made of curl calls; where there is no curl, nobody can follow it.
const hasCurl = spawnSync('curl', ['--version']).status === 0;

test.runIf(hasCurl)('the journey of the README does, word for word, what the README says', async () => {
  const { sandbox } = await SandboxClient.start('2026-03-30T08:00:00Z');
  const server = createHttpServer(sandbox.handle, () => {}).listen(0);
  await once(server, 'listening');
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;

  const script = blockBeginning('API=http://localhost:4010').replace('localhost:4010', `localhost:${port}`);
  // The mailed link leads to the port that the sandbox was told of.
  const { stdout } = await run(
    'bash',
    ['-c', script.replace('curl -s $LINK', `curl -s \${LINK/4010/${port}}`)],
    { cwd: root },
  );
  server.close();
  server.closeAllConnections();

  const promised = [...script.matchAll(/ # (\S+)$/gm)].map(([, output]) => output);
  const history = blockBeginning('1 2026-03-30T08:00:00Z port_request.created').trim().split('\n');
  expect(promised).toHaveLength(8);
  expect(stdout.trim().split('\n')).toEqual([...promised, ...history]);
});
