import { createHmac, timingSafeEqual, verify } from 'node:crypto';
import type { Temporal } from 'temporal-polyfill';
import { fromBase64, type ReadKey, readSigningKey, type SigningKey } from './signing-key.ts';

/** How far a sender's clock may be off, either way (Standard Webhooks). */
const toleranceSeconds = 5 * 60;

/**
 * More than any sender needs, who has two live keys. Each may cost a look at the whole body, and anybody may send them, so a message with
 * more is not looked at (assumption).
 */
const mostSignatures = 8;

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

type Signature = { readonly version: string; readonly bytes: Buffer };

const signedContent = ({ id, timestamp, body }: Omit<SignedMessage, 'signature'>): Buffer =>
  Buffer.concat([Buffer.from(`${id}.${timestamp}.`), body]);

/**
 * The signatures of a header; none where it has another form, as when it came twice, which joins its lines with commas. Versions that
 * are not ours are passed over: a later standard may add some.
 */
const readSignatures = (header: string): readonly Signature[] => {
  const written = header.split(' ').filter((each) => each !== '');
  if (written.length > mostSignatures || !written.every((each) => /^\w+,[^,]+$/.test(each))) return [];
  return written.flatMap((each) => {
    const comma = each.indexOf(',');
    const bytes = fromBase64(each.slice(comma + 1));
    return bytes === undefined ? [] : [{ version: each.slice(0, comma), bytes }];
  });
};

/** Whether a signature is this key's: what does not depend on the signature is worked out once. */
const checkOf = (key: ReadKey, content: Buffer): ((signature: Buffer) => boolean) => {
  switch (key.version) {
    case 'v1': {
      const expected = createHmac('sha256', key.secret).update(content).digest();
      return (signature) => signature.length === expected.length && timingSafeEqual(expected, signature);
    }
    case 'v1a':
      return (signature) => signature.length === 64 && verify(null, content, key.publicKey, signature);
  }
};

/**
 * Whether any signature of the message was made with any of the keys: two are live while one replaces the other. A key that cannot be
 * read fits nothing.
 */
export const isSignedBy = (keys: readonly SigningKey[], message: SignedMessage): boolean => {
  const signatures = readSignatures(message.signature);
  const content = signedContent(message);
  return keys
    .map(readSigningKey)
    .filter((key) => key !== undefined)
    .some((key) => {
      const ofVersion = signatures.filter(({ version }) => version === key.version);
      if (ofVersion.length === 0) return false;
      const isOfKey = checkOf(key, content);
      return ofVersion.some(({ bytes }) => isOfKey(bytes));
    });
};

/**
 * Whether an id may stand in a message. It becomes a key of the store, which takes no more, and is printed, so it holds no control
 * characters. A full stop may stand in it, though the standard advises against one: what is signed cannot be cut elsewhere, since a
 * timestamp is digits only and a body begins as JSON does.
 */
export const isMessageId = (id: string): boolean => /^[\x21-\x7e]{1,255}$/.test(id);

/** Whether the time a message was signed at is close enough to ours; an old one may have been overheard. */
export const isTimely = (timestamp: string, now: Temporal.Instant): boolean => {
  if (!/^[1-9]\d{0,11}$/.test(timestamp)) return false;
  return Math.abs(Number(timestamp) - Math.floor(now.epochMilliseconds / 1000)) <= toleranceSeconds;
};

/** The `v1` signature of a message under a shared secret, as a sender makes it. */
export const signMessage = (key: SigningKey, message: Omit<SignedMessage, 'signature'>): string => {
  const secret = Buffer.from(key.slice('whsec_'.length), 'base64');
  return `v1,${createHmac('sha256', secret).update(signedContent(message)).digest('base64')}`;
};
