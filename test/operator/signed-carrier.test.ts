import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createServer, type IncomingHttpHeaders, type ServerResponse } from 'node:http';
import { inspect } from 'node:util';
import { Webhook } from 'standardwebhooks';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, onTestFinished, test } from 'vitest';
import { type CarrierMessage, carrierMessageTypes } from '../../functions/operator/carrier.ts';
import { signedCarrier } from '../../functions/operator/signed-carrier.edge.ts';
import { isSignedBy, isTimely } from '../../functions/signatures/webhook-signature.ts';

const secret = `whsec_${Buffer.alloc(32, 7).toString('base64')}`;
const now = Temporal.Instant.from('2026-04-14T08:00:05Z');

type Order = {
  readonly headers: IncomingHttpHeaders;
  readonly body: Buffer;
  readonly method: string | undefined;
};

/** A carrier's server, and our end that sends to it. */
const startCarrier = async (answer: (response: ServerResponse, order: Order) => void, known = 'colt') => {
  const orders: Order[] = [];
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const order = { headers: request.headers, method: request.method, body: Buffer.concat(chunks) };
      orders.push(order);
      answer(response, order);
    });
  });
  await once(server.listen(0, '127.0.0.1'), 'listening');
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  return {
    orders,
    carrier: signedCarrier({
      fetch,
      wallClock: () => now,
      timeoutMilliseconds: 200,
      addresses: {
        addressOf: async (carrier) =>
          carrier === known ? { url: `http://127.0.0.1:${port}/orders`, secret } : undefined,
      },
    }),
  };
};

/** Our end alone, with an address and a way to reach it that a test chooses. */
const carrierAt = (url: string, send: typeof fetch) =>
  signedCarrier({
    fetch: send,
    wallClock: () => now,
    addresses: { addressOf: async () => ({ url, secret }) },
  });

const accepts = (response: ServerResponse) => {
  response.writeHead(202).end('taken');
};

const message = (overrides: Partial<CarrierMessage> = {}): CarrierMessage => ({
  type: 'request.submitted',
  carrier: 'colt',
  portRequestId: 'prt_01',
  attempt: 1,
  body: { subscriber: { name: 'Bakkerij Dupont – één' }, series: [] },
  ...overrides,
});

const failureOf = (sending: Promise<unknown>): Promise<Error> =>
  sending.then(
    () => new Error('no failure'),
    (error: unknown) => (error instanceof Error ? error : new Error('not an error')),
  );

describe('A message to a carrier over HTTP', () => {
  test('is posted as JSON: its type, request, attempt and body, and nothing else', async () => {
    const { carrier, orders } = await startCarrier(accepts);
    await carrier.send(message());
    expect(orders).toHaveLength(1);
    expect(orders[0]).toMatchObject({ method: 'POST', headers: { 'content-type': 'application/json' } });
    expect(JSON.parse(`${orders[0]?.body}`)).toEqual({
      type: 'request.submitted',
      portRequestId: 'prt_01',
      attempt: 1,
      body: { subscriber: { name: 'Bakkerij Dupont – één' }, series: [] },
    });
  });

  test('is signed as Standard Webhooks, by the wall clock', async () => {
    const { carrier, orders } = await startCarrier(accepts);
    await carrier.send(message());
    const [order] = orders;
    const header = (name: string) => String(order?.headers[name]);
    const body = order?.body ?? Buffer.alloc(0);
    const signed = {
      id: header('webhook-id'),
      timestamp: header('webhook-timestamp'),
      signature: header('webhook-signature'),
      body,
    };
    expect(isSignedBy([secret], signed)).toBe(true);
    expect(isTimely(signed.timestamp, now)).toBe(true);
    expect(signed.timestamp).toBe(`${Math.floor(now.epochMilliseconds / 1000)}`);
    // The reference signs the same bytes the same way.
    expect(new Webhook(secret).sign(signed.id, new Date(now.epochMilliseconds), `${body}`)).toBe(
      signed.signature,
    );
  });

  test('has the same id when it is sent again, and any other message another', async () => {
    const { carrier, orders } = await startCarrier(accepts);
    const messages = [
      message(),
      message({ attempt: 2 }),
      message({ portRequestId: 'prt_02' }),
      ...carrierMessageTypes
        .slice(1)
        .map((type) => message({ type, body: { startedAt: '2026-04-14T08:00:00Z', start: 1 } })),
      message({ type: 'port.started', body: { startedAt: '2026-04-15T08:00:00Z', start: 2 } }),
    ];
    for (const each of [...messages, ...messages]) await carrier.send(each);
    const ids = orders.map(({ headers }) => String(headers['webhook-id']));
    expect(ids.slice(messages.length)).toEqual(ids.slice(0, messages.length));
    expect(new Set(ids).size).toBe(messages.length);
    expect(ids.filter((id) => !/^[A-Za-z0-9_-]{1,255}$/.test(id))).toEqual([]);
  });

  test.each([400, 401, 404, 409, 429, 500, 503])(
    'that is answered with %i was not accepted',
    async (status) => {
      const { carrier, orders } = await startCarrier((response) => {
        response.writeHead(status).end('Bakkerij Dupont is unknown');
      });
      const failure = await failureOf(carrier.send(message()));
      expect(failure).toMatchObject({
        name: 'CarrierUnreachableError',
        message: `colt answered request.submitted with ${status}`,
      });
      expect(failure.cause).toBeUndefined();
      expect(orders).toHaveLength(1);
    },
  );

  test.each([301, 302, 307, 308])('is not carried on to where a %i points', async (status) => {
    const { carrier, orders } = await startCarrier((response, { headers }) => {
      response.writeHead(status, { location: `http://${headers.host}/elsewhere` }).end();
    });
    expect((await failureOf(carrier.send(message()))).message).toBe(
      `colt answered request.submitted with ${status}`,
    );
    expect(orders).toHaveLength(1);
  });

  test('that is not answered in time was not accepted', async () => {
    const { carrier } = await startCarrier(() => {});
    expect(await failureOf(carrier.send(message()))).toMatchObject({
      name: 'CarrierUnreachableError',
      message: 'colt did not answer request.submitted: TimeoutError',
    });
  });

  test('whose connection breaks was not accepted', async () => {
    const { carrier } = await startCarrier((response) => response.destroy());
    const failure = await failureOf(carrier.send(message()));
    expect(failure).toMatchObject({
      name: 'CarrierUnreachableError',
      message: 'colt did not answer request.submitted: UND_ERR_SOCKET',
    });
    expect(failure.cause).toBeUndefined();
  });

  const unusable: readonly (readonly [url: string, reason: string])[] = [
    ['no address: s3cret', 'ERR_INVALID_URL'],
    ['https://user:s3cret@colt.example/orders', 'TypeError'],
    ['http://127.0.0.1:1/s3cret', 'TypeError'],
  ];
  test.each(unusable)('to %s fails, and nothing of the address is told', async (url, reason) => {
    const failure = await failureOf(carrierAt(url, fetch).send(message()));
    expect(failure).toMatchObject({
      name: 'CarrierUnreachableError',
      message: `colt did not answer request.submitted: ${reason}`,
    });
    expect(inspect(failure, { depth: null, showHidden: true })).not.toContain('s3cret');
  });

  test('fails with no word of a reason that is no plain word', async () => {
    const told = Object.assign(new TypeError('s3cret'), { name: 's3cret at colt', code: 'https://s3cret' });
    const failure = await failureOf(
      carrierAt('https://colt.example', async () => {
        throw told;
      }).send(message()),
    );
    expect(failure.message).toBe('colt did not answer request.submitted');
  });

  test('to a carrier without an address is not sent', async () => {
    const { carrier, orders } = await startCarrier(accepts, 'another');
    expect(await failureOf(carrier.send(message()))).toMatchObject({
      name: 'CarrierUnreachableError',
      message: 'No address takes orders for colt',
    });
    expect(orders).toEqual([]);
  });

  test('is accepted by an answer whose body goes on for ever', async () => {
    const { carrier } = await startCarrier((response) => {
      response.writeHead(200).write('and then');
    });
    await expect(carrier.send(message())).resolves.toBeUndefined();
  });

  test.each([
    [202, 'no failure'],
    [503, 'colt answered request.submitted with 503'],
  ])('is judged by the status %i, even where the rest of the answer breaks off', async (status, outcome) => {
    const broken = new ReadableStream({
      cancel: () => {
        throw new Error('Broken off');
      },
    });
    const carrier = carrierAt('https://colt.example', async () => new Response(broken, { status }));
    expect((await failureOf(carrier.send(message()))).message).toBe(outcome);
  });
});

test('The page for carriers names every message', () => {
  const page = readFileSync(new URL('../../docs/carrier-orders.md', import.meta.url), 'utf8');
  expect(carrierMessageTypes.filter((type) => !page.includes(`\`${type}\``))).toEqual([]);
});
