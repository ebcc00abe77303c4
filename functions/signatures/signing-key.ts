import { createPublicKey, type KeyObject, randomBytes } from 'node:crypto';

/**
 * A key that messages are signed with, as it is written down: `whsec_…` is a shared secret (`v1`, HMAC-SHA256), `whpk_…` an ed25519 public key
 * (`v1a`). Both are base64 after their prefix (Standard Webhooks 1.0).
 */
export type SigningKey = string;

/** A key that was read. The version it signs is bound to it: a public key is never taken as a secret, nor the other way round. */
export type ReadKey =
  | { readonly version: 'v1'; readonly secret: Buffer }
  | { readonly version: 'v1a'; readonly publicKey: KeyObject };

/** Standard Webhooks asks for 24 to 64 bytes. An empty secret would let anybody sign. */
const secretBytes = { min: 24, max: 64 };

const publicKeyBytes = 32;

/** What stands before the bytes of an ed25519 public key in its standard form (RFC 8410). */
const publicKeyPrefix = Buffer.from('302a300506032b6570032100', 'hex');

/**
 * The ed25519 points of small order, in every spelling, without the bit of the sign: under such a key anybody can sign. Nobody makes one
 * by accident except the first: 32 zero bytes, as a form that was never filled in. Some versions of OpenSSL take them, some do not.
 */
const weakPublicKeys: ReadonlySet<string> = new Set([
  `${'00'.repeat(32)}`,
  `01${'00'.repeat(31)}`,
  '26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc05',
  'c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac037a',
  `ec${'ff'.repeat(30)}7f`,
  `ed${'ff'.repeat(30)}7f`,
  `ee${'ff'.repeat(30)}7f`,
]);

const isWeak = (publicKey: Buffer): boolean => {
  const withoutSign = Buffer.from(publicKey);
  withoutSign.writeUInt8(withoutSign.readUInt8(publicKeyBytes - 1) & 0x7f, publicKeyBytes - 1);
  return weakPublicKeys.has(withoutSign.toString('hex'));
};

/**
 * The bytes of a base64 text; undefined for any other spelling of them. `Buffer.from` skips what is no base64, so that many texts would
 * be one signature, and a key with a slip of the pen another key.
 */
export const fromBase64 = (text: string): Buffer | undefined => {
  const bytes = Buffer.from(text, 'base64');
  return bytes.toString('base64') === text ? bytes : undefined;
};

const readSecret = (encoded: string): ReadKey | undefined => {
  const secret = fromBase64(encoded);
  return secret !== undefined && secret.length >= secretBytes.min && secret.length <= secretBytes.max
    ? { version: 'v1', secret }
    : undefined;
};

const readPublicKey = (encoded: string): ReadKey | undefined => {
  const bytes = fromBase64(encoded);
  if (bytes?.length !== publicKeyBytes || isWeak(bytes)) return undefined;
  const key = Buffer.concat([publicKeyPrefix, bytes]);
  return { version: 'v1a', publicKey: createPublicKey({ key, format: 'der', type: 'spki' }) };
};

/** A key as it is used; undefined for what is none: another prefix, no base64, a wrong length, a public key that protects nothing. */
export const readSigningKey = (key: SigningKey): ReadKey | undefined => {
  if (key.startsWith('whsec_')) return readSecret(key.slice('whsec_'.length));
  if (key.startsWith('whpk_')) return readPublicKey(key.slice('whpk_'.length));
  return undefined;
};

/** A key that nobody has. What comes from an operator nobody knows is checked with it, so that it is not answered any sooner. */
export const nobodysKey: SigningKey = `whsec_${randomBytes(32).toString('base64')}`;
