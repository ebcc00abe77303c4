#!/usr/bin/env node
import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { answerInWords } from './answer-in-words.mjs';
import { newKey, readKeys } from './keys.mjs';
import { payloadOf, sampleNames } from './payload.mjs';
import { headersOf } from './signing.mjs';
import { WrongUseError } from './wrong-use-error.mjs';

const usage = `Signs an event and sends it, as an operator does.

  operator-event --url https://<api>/v1/operators/<operator>/events --sample request-approved --request prt_…

What to send
  --sample <name>       one of the samples; --list names them
  --file <path>         a file, byte for byte unless something is changed in it
  --request <id>        the port request that it is about, in place of the sample's
  --set <pointer=value> another value at a place, such as /data/date=2026-04-20; may be repeated

How to sign it
  OPERATOR_KEY          the key: whsec_… (signs v1), or whsk_… or an ed25519 private key as PEM (signs v1a).
                        Several, separated by spaces, sign the message several times
  --key-file <path>     a file that holds it, instead
  --id <id>             the message's id; a new one unless said otherwise
  --at <instant>        signs as if it were 2026-04-14T07:00:00Z, for a service whose clock stands elsewhere

Instead of sending
  --dry-run             shows the request as it would be sent
  --keygen secret|pair  makes a shared secret, or a key pair
  --list                names the samples

Ends with 0 for what was taken in, 1 for what was not, 2 for wrong use.
`;

const options = {
  url: { type: 'string' },
  sample: { type: 'string' },
  file: { type: 'string' },
  request: { type: 'string' },
  set: { type: 'string', multiple: true },
  'key-file': { type: 'string' },
  id: { type: 'string' },
  at: { type: 'string' },
  'dry-run': { type: 'boolean' },
  keygen: { type: 'string' },
  list: { type: 'boolean' },
  help: { type: 'boolean', short: 'h' },
};

const timeoutMilliseconds = 10_000;

const readOptions = (args) => {
  try {
    return parseArgs({ args, options }).values;
  } catch (error) {
    throw new WrongUseError(`${error.message}\nSee --help.`);
  }
};

/** The key comes from a file or the environment only: a command line can be read by others on the same machine. */
const keyText = (path) => {
  if (path === undefined) {
    const { OPERATOR_KEY } = process.env;
    if (OPERATOR_KEY) return OPERATOR_KEY;
    throw new WrongUseError('Set OPERATOR_KEY, or name a file with --key-file.');
  }
  try {
    return readFileSync(path, 'utf8');
  } catch {
    throw new WrongUseError(`The file ${path} cannot be read.`);
  }
};

const localHosts = ['localhost', '127.0.0.1', '[::1]'];

const readUrl = (text) => {
  if (text === undefined) throw new WrongUseError('Say where to: --url. See --help.');
  if (!URL.canParse(text)) throw new WrongUseError(`"${text}" is no address.`);
  const url = new URL(text);
  // Events hold phone numbers.
  if (url.protocol !== 'https:' && !(url.protocol === 'http:' && localHosts.includes(url.hostname)))
    throw new WrongUseError('Send over https; http is only for this machine.');
  return url;
};

const readTimestamp = (text) => {
  const milliseconds = text === undefined ? Date.now() : Date.parse(text);
  if (Number.isNaN(milliseconds)) throw new WrongUseError(`--at takes an instant, not "${text}".`);
  return Math.floor(milliseconds / 1000);
};

const readId = (text) => {
  if (text === undefined) return `msg_${randomUUID()}`;
  if (!/^[\x21-\x7e]{1,255}$/.test(text))
    throw new WrongUseError('An id is 1 to 255 printable ASCII characters without spaces.');
  return text;
};

const shown = (url, headers, body) =>
  [
    `POST ${url}`,
    ...Object.entries(headers).map(([name, value]) => `${name}: ${value}`),
    '',
    body.toString('utf8'),
    '',
  ].join('\n');

const send = async (url, headers, body) => {
  const signal = AbortSignal.timeout(timeoutMilliseconds);
  try {
    const response = await fetch(url, { method: 'POST', headers, body, redirect: 'manual', signal });
    return { status: response.status, text: await response.text() };
  } catch (error) {
    const reason = error.cause?.code ?? error.cause?.message ?? error.name;
    return { status: 0, text: '', reason };
  }
};

/** Does what the arguments say; answers the exit code. */
const run = async (args) => {
  const given = readOptions(args);
  const say = (text) => process.stdout.write(text);
  if (given.help) say(usage);
  else if (given.list) say(`${sampleNames().join('\n')}\n`);
  else if (given.keygen !== undefined) say(newKey(given.keygen));
  else {
    const url = readUrl(given.url);
    const body = payloadOf(given);
    const id = readId(given.id);
    const headers = headersOf(id, readTimestamp(given.at), body, readKeys(keyText(given['key-file'])));
    if (given['dry-run']) say(shown(url, headers, body));
    else {
      const { status, text, reason } = await send(url, headers, body);
      say(`webhook-id ${id}\n`);
      say(
        status === 0
          ? `No answer (${reason}). It may have arrived all the same: send it again under the same id.\n`
          : answerInWords(status, text),
      );
      return status >= 200 && status < 300 ? 0 : 1;
    }
  }
  return 0;
};

try {
  process.exitCode = await run(process.argv.slice(2));
} catch (error) {
  if (!(error instanceof WrongUseError)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 2;
}
