import { execFile } from 'node:child_process';
import { generateKeyPairSync } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Webhook } from 'standardwebhooks';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { isSignedBy } from '../../functions/signatures/webhook-signature.ts';
import { createHttpServer } from '../../sandbox/http-server.ts';
import { singleNumberBody } from '../support/example-body.ts';
import { awaitingRequest, moments } from '../support/journey.ts';
import { SandboxClient } from '../support/sandbox-client.ts';

const program = fileURLToPath(new URL('../../operator-kit/send.mjs', import.meta.url));

type Ended = { readonly code: number; readonly out: string; readonly complaint: string };

/** Runs the kit as an operator does, in a process of its own. */
const run = (args: readonly string[], key = ''): Promise<Ended> =>
  new Promise((resolve) => {
    const options = { env: { PATH: process.env['PATH'], OPERATOR_KEY: key } };
    execFile(process.execPath, [program, ...args], options, (error, out, complaint) =>
      resolve({ code: error === null ? 0 : Number(error.code), out, complaint }),
    );
  });

let folder = '';
let client: SandboxClient;
let server: Server;
let url = '';
let secret = '';

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'operator-kit-'));
  client = await SandboxClient.start();
  secret = (await client.get('/sandbox/operators/colt', { token: null })).json.secret;
  server = createHttpServer(client.sandbox.handle, (error) => {
    throw error;
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  const address = server.address();
  const port = typeof address === 'object' ? address?.port : undefined;
  url = `http://127.0.0.1:${port}/v1/operators/colt/events`;
});

afterAll(() => {
  server.closeAllConnections();
  server.close();
  rmSync(folder, { recursive: true });
});

const fileOf = (name: string, text: string): string => {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
};

/** The signed request that `--dry-run` shows. */
const shownBy = async (args: readonly string[], key?: string) => {
  const { code, out } = await run(['--url', 'https://api.example/events', '--dry-run', ...args], key);
  if (code !== 0) throw new Error(out);
  const [head = '', ...rest] = out.split('\n\n');
  const headers = Object.fromEntries(
    head
      .split('\n')
      .slice(1)
      .map((line) => line.split(': ')),
  );
  const body = rest.join('\n\n').slice(0, -1);
  const message = {
    id: headers['webhook-id'],
    timestamp: headers['webhook-timestamp'],
    signature: headers['webhook-signature'],
    body: Buffer.from(body),
  };
  return { headers, body, message };
};

/** A port that nobody listens on any more. */
const closedPort = async (): Promise<number> => {
  const other = createServer();
  await new Promise<void>((resolve) => {
    other.listen(0, '127.0.0.1', resolve);
  });
  const address = other.address();
  await new Promise((resolve) => other.close(resolve));
  return typeof address === 'object' && address !== null ? address.port : 0;
};

describe('an operator that tries its connection out', () => {
  test('is told in words what its event came to, and that a repeat changes nothing', async () => {
    const id = await awaitingRequest(client);
    const args = ['--url', url, '--sample', 'colt/confirmed', '--request', id, '--at', moments.submitted];

    const first = await run([...args, '--id', 'kit-1'], secret);
    const again = await run([...args, '--id', 'kit-1'], secret);

    expect([first.code, first.out]).toEqual([
      0,
      'webhook-id kit-1\n202\nTaken in. It changed the request.\n',
    ]);
    expect([again.code, again.out]).toMatchObject([0, expect.stringContaining('had been taken in before')]);
    expect(await client.read(id)).toMatchObject({ status: 'approved', approvedDate: '2026-04-14' });
  });

  test('is told what does not fit, place by place, and what would', async () => {
    const id = await awaitingRequest(client, singleNumberBody('025805071'));
    const args = ['--url', url, '--request', id, '--at', moments.submitted];

    const unfit = await run([...args, '--sample', 'port-completed'], secret);
    const malformed = await run(
      [...args, '--sample', 'request-rejected', '--set', '/data/reasons/0/code=17', '--set', '/attempt="x"'],
      secret,
    );

    expect([unfit.code, malformed.code]).toEqual([1, 1]);
    expect(unfit.out).toContain('The request is awaiting_answer, in attempt 1.\n  Now it takes: request.ack');
    expect(malformed.out).toContain('/attempt: ');
    expect(malformed.out).toContain('/data/reasons/0/code: ');
  });

  test('is told to look at its key, its clock or the address', async () => {
    const args = ['--url', url, '--sample', 'own/request-approved'];
    const wrongKey = await run([...args, '--at', moments.submitted], `whsec_${'A'.repeat(43)}=`);
    const wrongClock = await run(args, secret);
    const nobody = await run(
      ['--url', `http://localhost:${await closedPort()}`, '--sample', 'port-failed'],
      secret,
    );

    expect([wrongKey.code, wrongClock.code, nobody.code]).toEqual([1, 1, 1]);
    expect(wrongKey.out).toContain('401 webhook.signature_invalid\nThe signature fits none of the keys');
    expect(wrongClock.out).toContain('401 webhook.timestamp_outside_tolerance\nThe message was signed more');
    expect(nobody.out).toContain('No answer (ECONNREFUSED).');
  });
});

describe('what the kit signs', () => {
  test('is accepted by the reference package, byte for byte as the file is', async () => {
    const path = fileOf('event.json', '{ "type" : "é",\n\n  "n":1.0 }\n');
    const { headers, body } = await shownBy(['--file', path, '--id', 'kit-2'], secret);

    expect(body).toBe('{ "type" : "é",\n\n  "n":1.0 }\n');
    expect(new Webhook(secret).verify(body, headers)).toEqual({ type: 'é', n: 1 });
    expect(headers).toMatchObject({ 'webhook-id': 'kit-2', 'content-type': 'application/json' });
  });

  test('fits the public key that it makes, and the secret it makes', async () => {
    const [, privateKey = '', , publicKey = ''] = (await run(['--keygen', 'pair'])).out.split('\n');
    const [, newSecret = ''] = (await run(['--keygen', 'secret'])).out.split('\n');

    const { message } = await shownBy(['--sample', 'port-failed'], `${privateKey} ${newSecret}`);

    expect(isSignedBy([publicKey], message)).toBe(true);
    expect(isSignedBy([newSecret], message)).toBe(true);
    expect(isSignedBy([secret], message)).toBe(false);
    const withSecret = { ...message, signature: message.signature.split(' ')[1] ?? '' };
    expect(isSignedBy([publicKey], withSecret)).toBe(false);
  });

  test('may be signed with a private key as PEM, from a file', async () => {
    const { publicKey, privateKey } = generateKeyPairSync('ed25519');
    const path = fileOf('key.pem', privateKey.export({ format: 'pem', type: 'pkcs8' }).toString());
    const raw = publicKey.export({ format: 'der', type: 'spki' }).subarray(-32);

    const { message } = await shownBy(['--sample', 'port-failed', '--key-file', path]);

    expect(isSignedBy([`whpk_${raw.toString('base64')}`], message)).toBe(true);
  });
});

test.each<[string, readonly string[], string, string]>([
  ['no key', ['--url', 'https://a.example', '--sample', 'port-failed'], '', 'Set OPERATOR_KEY'],
  [
    'a public key',
    ['--url', 'https://a.example', '--sample', 'port-failed'],
    `whpk_${'B'.repeat(43)}=`,
    'private one',
  ],
  [
    'no such sample',
    ['--url', 'https://a.example', '--sample', '../port-request'],
    'k',
    'There is no sample',
  ],
  ['clear text', ['--url', 'http://a.example', '--sample', 'port-failed'], 'k', 'over https'],
])('wrong use (%s) ends with 2 and says what to do, without the key', async (_, args, key, advice) => {
  const { code, out, complaint } = await run(args, key);
  expect([code, out]).toEqual([2, '']);
  expect(complaint).toContain(advice);
  if (key.length > 1) expect(complaint).not.toContain(key);
});
