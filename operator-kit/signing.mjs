import { createHmac, sign } from 'node:crypto';

const signatureOf = (key, content) =>
  key.version === 'v1'
    ? `v1,${createHmac('sha256', key.secret).update(content).digest('base64')}`
    : `v1a,${sign(null, content, key.privateKey).toString('base64')}`;

/**
 * The headers of a message by Standard Webhooks 1.0: signed is `<id>.<timestamp>.<body>`, the body byte for byte.
 * @param timestamp seconds since 1970
 */
export const headersOf = (id, timestamp, body, keys) => {
  const content = Buffer.concat([Buffer.from(`${id}.${timestamp}.`), body]);
  return {
    'content-type': 'application/json',
    'webhook-id': id,
    'webhook-timestamp': `${timestamp}`,
    'webhook-signature': keys.map((key) => signatureOf(key, content)).join(' '),
  };
};
