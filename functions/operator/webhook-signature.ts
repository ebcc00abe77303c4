import { createHmac, createPublicKey, timingSafeEqual, verify } from 'node:crypto';
import type { Temporal } from 'temporal-polyfill';

/** How far a sender's clock may be off, either way (Standard Webhooks). */
const toleranceSeconds = 5 * 60;

/**
 * A key an operator signs with: `whsec_…` is a shared secret (`v1`, HMAC-SHA256), `whpk_…` an ed25519 public key (`v1a`).
 * Both are base64 after their prefix.
 */
export type OperatorKey = string;

/**
 * A message as it came: what is signed is its id, its timestamp (seconds since 1970) and its body, byte for
 * byte.
 */
export type SignedMessage = {
  readonly id: string;
  readonly timestamp: string;
  /** Space separated `v1,…` and `v1a,…`, one of which has to fit one of the keys. */
  readonly signature: string;
  readonly body: Buffer;
};

const ed25519PublicKeyPrefix = Buffer.from('302a300506032b6570032100', 'hex');

const signedContent = ({ id, timestamp, body }: SignedMessage): Buffer =>
  Buffer.concat([Buffer.from(`${id}.${timestamp}.`), body]);

const fitsSecret = (key: OperatorKey, message: SignedMessage, signature: Buffer): boolean => {
  const secret = Buffer.from(key.slice('whsec_'.length), 'base64');
  const expected = createHmac('sha256', secret).update(signedContent(message)).digest();
  return expected.length === signature.length && timingSafeEqual(expected, signature);
};

const fitsPublicKey = (key: OperatorKey, message: SignedMessage, signature: Buffer): boolean => {
  const raw = Buffer.from(key.slice('whpk_'.length), 'base64');
  const publicKey = createPublicKey({
    key: Buffer.concat([ed25519PublicKeyPrefix, raw]),
    format: 'der',
    type: 'spki',
  });
  return signature.length === 64 && verify(null, signedContent(message), publicKey, signature);
};

const fits = (key: OperatorKey, message: SignedMessage, version: string, signature: Buffer): boolean => {
  if (version === 'v1' && key.startsWith('whsec_')) return fitsSecret(key, message, signature);
  if (version === 'v1a' && key.startsWith('whpk_')) return fitsPublicKey(key, message, signature);
  return false;
};

/** Whether any signature of the message was made with any of the keys: two are live while one replaces the other. */
export const isSignedBy = (keys: readonly OperatorKey[], message: SignedMessage): boolean =>
  message.signature.split(' ').some((each) => {
    const [version = '', encoded = ''] = each.split(',');
    const signature = Buffer.from(encoded, 'base64');
    return keys.some((key) => fits(key, message, version, signature));
  });

/** Whether the time a message was signed at is close enough to ours; an old one may have been overheard. */
export const isTimely = (timestamp: string, now: Temporal.Instant): boolean => {
  if (!/^\d{1,12}$/.test(timestamp)) return false;
  return Math.abs(Number(timestamp) - Math.floor(now.epochMilliseconds / 1000)) <= toleranceSeconds;
};

/** The `v1` signature of a message under a shared secret, as a sender makes it. */
export const signMessage = (key: OperatorKey, message: Omit<SignedMessage, 'signature'>): string => {
  const secret = Buffer.from(key.slice('whsec_'.length), 'base64');
  const content = signedContent({ ...message, signature: '' });
  return `v1,${createHmac('sha256', secret).update(content).digest('base64')}`;
};
