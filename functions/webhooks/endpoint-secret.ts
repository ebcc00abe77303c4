import { createHmac } from 'node:crypto';
import type { WebhookEndpoint } from './webhook-endpoint.ts';

/** The one key that the secrets of all endpoints are made from. */
export type EndpointsKey = string;

/**
 * The secret of an endpoint (`whsec_…`, 32 bytes): made from one key each time it is needed and stored nowhere, so that neither
 * the table nor a copy of it holds a secret. Nobody can tell one from another without the key.
 */
export const secretOf = (
  key: EndpointsKey,
  { id }: Pick<WebhookEndpoint, 'id'>,
  generation: number,
): string =>
  `whsec_${createHmac('sha256', key).update(`webhook secret\n${id}\n${generation}`).digest('base64')}`;
