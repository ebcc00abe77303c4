import { randomBytes } from 'node:crypto';
import { createServer, type IncomingMessage } from 'node:http';
import { buffer } from 'node:stream/consumers';
import { exportJWK, generateKeyPair, type JWK } from 'jose';
import * as z from 'zod';
import { isSignedBy } from '../../functions/signatures/webhook-signature.ts';

/** What a carrier was sent, in the order in which it came; a repeat has the same `webhookId`. */
const order = z.object({
  webhookId: z.string(),
  type: z.string(),
  portRequestId: z.string(),
  attempt: z.number(),
  body: z.record(z.string(), z.unknown()),
});

export type Order = z.infer<typeof order>;

/** The answer to `GET /carrier`. */
export const orders = z.array(order);

/** Those the deployed service deals with, on this machine: who gives out tokens, and the carrier. */
export type Partners = {
  readonly jwksUrl: string;
  /** Signs the tokens. */
  readonly issuerKey: JWK;
  /** Takes orders by POST, and tells by GET what it took. */
  readonly carrierUrl: string;
  /** Signs the orders the carrier is sent; an order with another signature is refused. */
  readonly orderSecret: string;
  readonly forgetOrders: () => void;
  readonly close: () => Promise<void>;
};

/** A secret of the length that Standard Webhooks asks for. */
export const newWebhookSecret = (): string => `whsec_${randomBytes(32).toString('base64')}`;

const header = (request: IncomingMessage, name: string): string => String(request.headers[name] ?? '');

/** Starts both on a port of their own. */
export const startPartners = async (): Promise<Partners> => {
  const { publicKey, privateKey } = await generateKeyPair('ES256', { extractable: true });
  const names = { kid: 'emulator', alg: 'ES256' };
  const jwks = JSON.stringify({ keys: [{ ...(await exportJWK(publicKey)), ...names, use: 'sig' }] });
  const orderSecret = newWebhookSecret();
  let taken: Order[] = [];

  const take = async (request: IncomingMessage): Promise<number> => {
    const body = await buffer(request);
    const message = {
      id: header(request, 'webhook-id'),
      timestamp: header(request, 'webhook-timestamp'),
      signature: header(request, 'webhook-signature'),
      body,
    };
    if (!isSignedBy([orderSecret], message)) return 401;
    const parsed = order.safeParse({ ...JSON.parse(body.toString()), webhookId: message.id });
    if (!parsed.success) return 400;
    taken = [...taken, parsed.data];
    return 202;
  };

  const server = createServer(async (request, response) => {
    const asked = `${request.method} ${request.url}`;
    if (asked === 'POST /carrier') response.writeHead(await take(request)).end();
    else if (asked === 'GET /carrier') response.end(JSON.stringify(taken));
    else if (asked === 'GET /jwks.json') response.end(jwks);
    else response.writeHead(404).end();
  });
  const { promise, resolve } = Promise.withResolvers<void>();
  server.listen(0, '127.0.0.1', resolve);
  await promise;
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The partners have no port');
  const origin = `http://127.0.0.1:${address.port}`;
  return {
    jwksUrl: `${origin}/jwks.json`,
    issuerKey: { ...(await exportJWK(privateKey)), ...names },
    carrierUrl: `${origin}/carrier`,
    orderSecret,
    forgetOrders: () => {
      taken = [];
    },
    close: async () => {
      server.closeAllConnections();
      await new Promise((closed) => server.close(closed));
    },
  };
};
