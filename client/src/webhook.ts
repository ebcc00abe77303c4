import type { WebhookEvent } from './schemas.ts';

/** Why a webhook is refused. */
export type WebhookRefusal =
  | 'headers_missing'
  | 'timestamp_malformed'
  | 'timestamp_outside_tolerance'
  | 'signature_invalid'
  | 'body_unreadable';

/** Thrown for whatever is not surely ours: answer it with a 4xx and do nothing. */
export class WebhookVerificationError extends Error {
  override readonly name = 'WebhookVerificationError';
  readonly reason: WebhookRefusal;
  constructor(reason: WebhookRefusal, options?: ErrorOptions) {
    super(`Webhook refused: ${reason}`, options);
    this.reason = reason;
  }
}

/** Two secrets sign at most. Each signature costs a look at the whole body, and anybody may send them. */
const mostSignatures = 8;

type HeaderValue = string | readonly string[] | undefined;

/** A webhook as it came in, and what it is judged by. */
export type SignedWebhook = {
  /** The endpoint's secret as it was shown; while it is being changed, the new one and the old. */
  readonly secret: string | readonly string[];
  /** As they came: of a `Request`, of Node, of API Gateway. */
  readonly headers: { readonly get: (name: string) => string | null } | Readonly<Record<string, HeaderValue>>;
  /** As it came, byte for byte: JSON that was read and written again has another signature. */
  readonly body: string | Uint8Array;
  readonly now?: Date;
  /** How far its time may be from now, before or after. */
  readonly toleranceSeconds?: number;
};

const headerOf = (headers: SignedWebhook['headers'], name: string): string | undefined => {
  if (typeof headers.get === 'function') return headers.get(name) ?? undefined;
  const value = Object.entries(headers).find(([each]) => each.toLowerCase() === name)?.[1];
  const [first, ...more] = typeof value === 'string' ? [value] : Array.isArray(value) ? value : [];
  // Of two ids nobody can say which one was signed.
  return more.length === 0 && typeof first === 'string' ? first : undefined;
};

const bytesOfBase64 = (text: string): Uint8Array<ArrayBuffer> | undefined => {
  try {
    return Uint8Array.from(atob(text), (character) => character.charCodeAt(0));
  } catch {
    return undefined;
  }
};

/** Named by what makes it: the type has another name in a browser than in Node. */
type Key = Awaited<ReturnType<typeof crypto.subtle.importKey>>;

const keyOf = async (secret: string): Promise<Key> => {
  const bytes = bytesOfBase64(secret.replace(/^whsec_/, ''));
  // A secret that is none is a mistake of the receiver: it must not look like a forged event.
  if (bytes === undefined || bytes.byteLength === 0)
    throw new TypeError(
      'A webhook secret is `whsec_` and base64, as it was shown when the endpoint was made',
    );
  return crypto.subtle.importKey('raw', bytes, { name: 'HMAC', hash: 'SHA-256' }, false, ['verify']);
};

const joined = (head: string, body: string | Uint8Array): Uint8Array<ArrayBuffer> => {
  const encoder = new TextEncoder();
  const start = encoder.encode(head);
  const rest = typeof body === 'string' ? encoder.encode(body) : body;
  const all = new Uint8Array(start.byteLength + rest.byteLength);
  all.set(start);
  all.set(rest, start.byteLength);
  return all;
};

/** Whether one of the signatures was made with one of the keys. `verify` takes the same time for any wrong signature. */
const isSigned = async (
  keys: readonly Key[],
  signatures: string,
  signed: Uint8Array<ArrayBuffer>,
): Promise<boolean> => {
  const written = signatures.split(' ');
  if (written.length > mostSignatures) return false;
  const candidates = written.flatMap((each) => {
    const [version, signature = ''] = each.split(',');
    const bytes = version === 'v1' ? bytesOfBase64(signature) : undefined;
    return bytes === undefined ? [] : [bytes];
  });
  const verdicts = await Promise.all(
    keys.flatMap((key) => candidates.map((bytes) => crypto.subtle.verify('HMAC', key, bytes, signed))),
  );
  return verdicts.includes(true);
};

const isEvent = (value: unknown): value is WebhookEvent =>
  typeof value === 'object' &&
  value !== null &&
  typeof Reflect.get(value, 'id') === 'string' &&
  typeof Reflect.get(value, 'type') === 'string';

const eventOf = (body: string | Uint8Array): WebhookEvent => {
  try {
    const event: unknown = JSON.parse(
      typeof body === 'string' ? body : new TextDecoder('utf-8', { fatal: true }).decode(body),
    );
    if (isEvent(event)) return event;
  } catch (cause) {
    throw new WebhookVerificationError('body_unreadable', { cause });
  }
  throw new WebhookVerificationError('body_unreadable');
};

/**
 * The event of a webhook, when its signature is right (Standard Webhooks 1.0, `v1`) and its time is close to now. An event
 * may come twice and keeps its `id`: remember those that you have handled.
 * @throws WebhookVerificationError for anything else, with the reason
 * @throws TypeError when a secret is none
 */
export const verifyWebhook = async ({
  secret,
  headers,
  body,
  now = new Date(),
  toleranceSeconds = 300,
}: SignedWebhook): Promise<WebhookEvent> => {
  const keys = await Promise.all([secret].flat().map(keyOf));
  const id = headerOf(headers, 'webhook-id');
  const timestamp = headerOf(headers, 'webhook-timestamp');
  const signatures = headerOf(headers, 'webhook-signature');
  if (!id || !timestamp || !signatures) throw new WebhookVerificationError('headers_missing');
  if (!/^\d{1,12}$/.test(timestamp)) throw new WebhookVerificationError('timestamp_malformed');
  if (Math.abs(now.getTime() / 1000 - Number(timestamp)) > toleranceSeconds)
    throw new WebhookVerificationError('timestamp_outside_tolerance');
  if (!(await isSigned(keys, signatures, joined(`${id}.${timestamp}.`, body))))
    throw new WebhookVerificationError('signature_invalid');
  return eventOf(body);
};
