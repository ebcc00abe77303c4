import { createPrivateKey, createPublicKey, generateKeyPairSync, randomBytes } from 'node:crypto';
import { WrongUseError } from './wrong-use-error.mjs';

/** What stands before the 32 bytes of an ed25519 private key in its standard form (RFC 8410). */
const privateKeyPrefix = Buffer.from('302e020100300506032b657004220420', 'hex');

const bytesOf = (text, what) => {
  const bytes = Buffer.from(text, 'base64');
  if (bytes.toString('base64') !== text) throw new WrongUseError(`${what} is not base64.`);
  return bytes;
};

const rawPublicKey = (privateKey) =>
  createPublicKey(privateKey).export({ format: 'der', type: 'spki' }).subarray(-32);

const readSecret = (text) => {
  const secret = bytesOf(text.slice('whsec_'.length), 'The secret (whsec_…)');
  if (secret.length < 24 || secret.length > 64)
    throw new WrongUseError('The secret (whsec_…) must have 24 to 64 bytes.');
  return { version: 'v1', secret };
};

const readPrivateKey = (text) => {
  const bytes = bytesOf(text.slice('whsk_'.length), 'The private key (whsk_…)');
  if (bytes.length !== 32 && bytes.length !== 64)
    throw new WrongUseError('The private key (whsk_…) must have 32 bytes, or 64 with its public key.');
  const key = Buffer.concat([privateKeyPrefix, bytes.subarray(0, 32)]);
  const privateKey = createPrivateKey({ key, format: 'der', type: 'pkcs8' });
  if (bytes.length === 64 && !rawPublicKey(privateKey).equals(bytes.subarray(32)))
    throw new WrongUseError('The two halves of the private key (whsk_…) do not belong together.');
  return { version: 'v1a', privateKey };
};

const readPem = (text) => {
  try {
    const privateKey = createPrivateKey(text);
    if (privateKey.asymmetricKeyType === 'ed25519') return { version: 'v1a', privateKey };
  } catch {
    // Said below, without what the key holds.
  }
  throw new WrongUseError('The PEM file holds no ed25519 private key without a password.');
};

const readKey = (text) => {
  if (text.startsWith('whsec_')) return readSecret(text);
  if (text.startsWith('whsk_')) return readPrivateKey(text);
  if (text.startsWith('whpk_'))
    throw new WrongUseError('That is the public key (whpk_…). Sign with the private one (whsk_…).');
  throw new WrongUseError('A key begins with whsec_ or whsk_, or is a PEM file.');
};

/**
 * The keys a text holds: one, or several separated by white space, as while one replaces the other; or one private key as PEM.
 * @throws WrongUseError which never quotes a key
 */
export const readKeys = (text) => {
  const trimmed = text.trim();
  if (trimmed.startsWith('-----BEGIN')) return [readPem(trimmed)];
  const keys = trimmed.split(/\s+/).filter((each) => each !== '');
  if (keys.length === 0) throw new WrongUseError('There is no key.');
  return keys.map(readKey);
};

/** A new key of a kind, as lines to read: a shared `secret`, or a key `pair`. */
export const newKey = (kind) => {
  if (kind === 'secret')
    return `The shared secret, for both sides:\nwhsec_${randomBytes(32).toString('base64')}\n`;
  if (kind !== 'pair') throw new WrongUseError('--keygen makes a "secret" or a "pair".');
  const { privateKey } = generateKeyPairSync('ed25519');
  const seed = privateKey.export({ format: 'der', type: 'pkcs8' }).subarray(-32);
  const publicKey = rawPublicKey(privateKey);
  return [
    'The private key, which stays with you:',
    `whsk_${Buffer.concat([seed, publicKey]).toString('base64')}`,
    'The public key, for Fonzer:',
    `whpk_${publicKey.toString('base64')}`,
    '',
  ].join('\n');
};
