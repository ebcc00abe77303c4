import { once } from 'node:events';
import { createServer as createHttpServer, type RequestListener } from 'node:http';
import { createServer as createHttpsServer } from 'node:https';
import { createServer as createTcpServer, type Server, type Socket } from 'node:net';
import { Webhook } from 'standardwebhooks';
import { Temporal } from 'temporal-polyfill';
import { afterEach, describe, expect, test } from 'vitest';
import { systemClock } from '../../functions/runtime/system-clock.ts';
import { httpsReceivers, type ResolveName } from '../../functions/webhooks/https-receivers.edge.ts';
import { selfSigned } from '../support/self-signed.ts';

const opened: Server[] = [];
const sockets = new Set<Socket>();

afterEach(() => {
  for (const socket of sockets) socket.destroy();
  sockets.clear();
  for (const server of opened.splice(0)) server.close();
});

/** Listens on a port of its own, until the test is over. */
const listen = async (server: Server): Promise<number> => {
  opened.push(server);
  server.on('connection', (socket) => {
    sockets.add(socket);
    socket.on('error', () => {});
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('No port');
  return address.port;
};

const serve = async (listener: RequestListener): Promise<string> =>
  `http://127.0.0.1:${await listen(createHttpServer(listener))}/hooks?for=acme`;

/** A receiver that says what it likes, byte for byte, as soon as it is connected to or spoken to. */
const speak = async (say: (socket: Socket) => void): Promise<string> =>
  `http://127.0.0.1:${await listen(createTcpServer((socket) => socket.once('data', () => say(socket))))}/`;

const secrets = [1, 2].map((number) => `whsec_${Buffer.alloc(32, number).toString('base64')}`);

const messageTo = (url: string, body = '{"type":"port_request.approved"}') => ({
  url,
  id: 'evt_01KAQ4Z3X6V9Y2N8M5T7R1W0DF',
  body,
  secrets,
});

const patient = { allowsLoopback: true, clock: systemClock, timeoutMilliseconds: 10_000 };
/** For receivers that never answer, so that waiting for them takes no time. */
const hasty = { ...patient, timeoutMilliseconds: 50 };

const post = (url: string, settings: Parameters<typeof httpsReceivers>[0] = patient) =>
  httpsReceivers(settings).post(messageTo(url));

/** Finds these addresses, one list at each look. */
const resolveTo = (...answers: readonly (readonly string[])[]) => {
  const asked: string[] = [];
  const resolve: ResolveName = (hostname, done) => {
    const addresses = answers[Math.min(asked.length, answers.length - 1)] ?? [];
    asked.push(hostname);
    done(
      null,
      addresses.map((address) => ({ address, family: address.includes(':') ? 6 : 4 })),
    );
  };
  return { asked, resolve };
};

const failingWith =
  (code: string): ResolveName =>
  (_, done) =>
    done(Object.assign(new Error(code), { code }), []);

describe('a message', () => {
  const body = '{"type":"incident.opened","data":{"text":"façade ☎ 100 €","list":[1,  2]}}\n';

  test('arrives byte for byte, with a length, and no more than one call', async () => {
    const seen: unknown[] = [];
    const url = await serve(async (request, response) => {
      const parts: Buffer[] = [];
      for await (const part of request) parts.push(Buffer.from(part));
      const { method, url: target, headers } = request;
      seen.push([
        method,
        target,
        headers['content-type'],
        headers['content-length'],
        Buffer.concat(parts).toString(),
      ]);
      response.end();
    });
    const outcome = await httpsReceivers(patient).post(messageTo(url, body));
    expect(outcome).toEqual({ status: 200, error: null });
    expect(seen).toEqual([
      ['POST', '/hooks?for=acme', 'application/json', `${Buffer.byteLength(body)}`, body],
    ]);
  });

  test('is one that the reference package takes under either secret, and under no other', async () => {
    const verified: unknown[] = [];
    const url = await serve(async (request, response) => {
      const parts: Buffer[] = [];
      for await (const part of request) parts.push(Buffer.from(part));
      const text = Buffer.concat(parts).toString();
      const headers = Object.fromEntries(
        Object.entries(request.headers).map(([name, value]) => [name, `${value}`]),
      );
      for (const secret of secrets) verified.push(new Webhook(secret).verify(text, headers));
      const another = new Webhook(`whsec_${Buffer.alloc(32, 3).toString('base64')}`);
      expect(() => another.verify(text, headers)).toThrow('No matching signature');
      expect(() => another.verify(`${text} `, headers)).toThrow('No matching signature');
      verified.push(headers['webhook-id']);
      response.end();
    });
    await httpsReceivers(patient).post(messageTo(url, body));
    expect(verified).toEqual([JSON.parse(body), JSON.parse(body), 'evt_01KAQ4Z3X6V9Y2N8M5T7R1W0DF']);
  });

  test('is stamped anew by the clock at each attempt, under the same id', async () => {
    const seen: unknown[] = [];
    const url = await serve((request, response) => {
      seen.push([request.headers['webhook-id'], request.headers['webhook-timestamp']]);
      response.end();
    });
    for (const at of ['2026-04-14T07:00:00.999Z', '2026-04-14T07:01:00Z'])
      await post(url, { ...patient, clock: () => Temporal.Instant.from(at) });
    expect(seen).toEqual([
      ['evt_01KAQ4Z3X6V9Y2N8M5T7R1W0DF', '1776150000'],
      ['evt_01KAQ4Z3X6V9Y2N8M5T7R1W0DF', '1776150060'],
    ]);
  });
});

describe('what a receiver answers is told as it is', () => {
  test.each([200, 201, 202, 204, 302, 304, 400, 401, 404, 410, 429, 500, 503])('%i', async (status) => {
    const url = await serve((_, response) => response.writeHead(status).end());
    expect(await post(url)).toEqual({ status, error: null });
  });

  test('also before its body is there, however long that takes', async () => {
    const url = await serve((_, response) => response.writeHead(200).write('{"this":'));
    expect(await post(url)).toEqual({ status: 200, error: null });
  });

  test('and nothing of a body without end is read', async () => {
    let sent = 0;
    const isOver = Promise.withResolvers<void>();
    const url = await serve((_, response) => {
      const chunk = Buffer.alloc(1024 * 1024);
      const more = () => {
        sent += 1;
        response.write(chunk);
      };
      response
        .on('drain', more)
        .on('close', isOver.resolve)
        .on('error', () => {});
      more();
    });
    expect(await post(url)).toEqual({ status: 200, error: null });
    // The connection is closed, so that the sender stops.
    await isOver.promise;
    expect(sent).toBeLessThan(64);
  });
});

describe('a receiver that gives no answer', () => {
  const cases: Readonly<Record<string, readonly [(socket: Socket) => void, string]>> = {
    'says nothing': [() => {}, 'timeout'],
    'says its headers in drips': [
      (socket) => {
        socket.write('HTTP/1.1 200 OK\r\n');
        const drip = setInterval(() => socket.write('x-drip: drop\r\n'), 10);
        socket.on('close', () => clearInterval(drip));
      },
      'timeout',
    ],
    'promises one and no more': [(socket) => socket.write('HTTP/1.1 102 Processing\r\n\r\n'), 'timeout'],
  };

  test.each(Object.entries(cases))(
    'and %s is waited for no longer than its time',
    async (_, [say, error]) => {
      expect(await post(await speak(say), hasty)).toEqual({ status: null, error });
    },
  );

  const broken: Readonly<Record<string, (socket: Socket) => void>> = {
    'closes the connection': (socket) => socket.end(),
    'resets the connection': (socket) => socket.resetAndDestroy(),
    'closes it within its headers': (socket) => socket.end('HTTP/1.1 200 OK\r\nx-half'),
    'speaks another language': (socket) => socket.end('220 mail.example ESMTP\r\n'),
    'speaks of a status that there is not': (socket) => socket.end('HTTP/1.1 twohundred OK\r\n\r\n'),
    'sends headers without end': (socket) =>
      socket.end(`HTTP/1.1 200 OK\r\nx: ${'x'.repeat(100_000)}\r\n\r\n`),
    'wants to speak another protocol': (socket) =>
      socket.write('HTTP/1.1 101 Switching Protocols\r\nconnection: upgrade\r\nupgrade: chat\r\n\r\n'),
  };

  test.each(Object.entries(broken))('but %s has closed it', async (_, say) => {
    expect(await post(await speak(say))).toEqual({ status: null, error: 'connection_closed' });
  });

  test('because nobody listens is not connected to', async () => {
    const server = createTcpServer();
    const port = await listen(server);
    await new Promise((closed) => server.close(closed));
    expect(await post(`http://127.0.0.1:${port}/`)).toEqual({ status: null, error: 'connection_failed' });
  });

  test.each(['ENOTFOUND', 'EAI_AGAIN'])('because its name has no address is not found: %s', async (code) => {
    const settings = { ...patient, resolve: failingWith(code) };
    expect(await post('https://nowhere.example/', settings)).toEqual({
      status: null,
      error: 'name_not_resolved',
    });
  });

  test('because its name is never looked up to the end is waited for no longer', async () => {
    const settings = { ...hasty, resolve: () => {} };
    expect(await post('https://slow.example/', settings)).toEqual({ status: null, error: 'timeout' });
  });

  test.each(['localhost', 'other.example'])(
    'over TLS that nobody trusts is refused: a certificate of %s',
    async (host) => {
      let calls = 0;
      const server = createHttpsServer(selfSigned(host), (_, response) => {
        calls += 1;
        response.end();
      });
      const port = await listen(server);
      const { resolve } = resolveTo(['127.0.0.1']);
      const url = `https://localhost:${port}/`;
      expect(await post(url, { ...patient, resolve })).toEqual({ status: null, error: 'tls_failed' });
      expect(calls).toBe(0);
    },
  );

  test('over TLS, since it speaks none, is refused', async () => {
    const url = await serve((_, response) => response.end());
    expect(await post(url.replace('http:', 'https:'))).toEqual({ status: null, error: 'tls_failed' });
  });
});

describe('a receiver that leads elsewhere', () => {
  test.each([301, 302, 303, 307, 308])('by a redirect is not followed: %i', async (status) => {
    let hits = 0;
    const inside = await serve((_, response) => {
      hits += 1;
      response.end();
    });
    const url = await serve((_, response) => response.writeHead(status, { location: inside }).end());
    expect(await post(url)).toEqual({ status, error: null });
    expect(hits).toBe(0);
  });

  /** A receiver on this machine, which is not on the internet: whoever gets through to it is counted. */
  const inside = async () => {
    const counted = { connections: 0 };
    const server = createTcpServer((socket) => {
      counted.connections += 1;
      socket.destroy();
    });
    return { counted, port: await listen(server) };
  };

  const onTheInternet = { ...patient, allowsLoopback: false };

  test('by a name whose address is another at the second look is not connected to', async () => {
    const { counted, port } = await inside();
    const { asked, resolve } = resolveTo(['93.184.215.14'], ['127.0.0.1']);
    const receivers = httpsReceivers({ ...onTheInternet, resolve });
    const url = `https://rebound.example:${port}/`;
    expect(await receivers.faultsOf(url)).toEqual([]);
    expect(await receivers.post(messageTo(url))).toEqual({ status: null, error: 'address_not_public' });
    expect([asked, counted.connections]).toEqual([['rebound.example', 'rebound.example'], 0]);
  });

  test('by a name is looked up once for each connection, which goes to just what was checked', async () => {
    const { counted, port } = await inside();
    const { asked, resolve } = resolveTo(['127.0.0.1'], ['10.0.0.1']);
    const url = `http://localhost:${port}/`;
    expect(await post(url, { ...patient, resolve })).toEqual({ status: null, error: 'connection_closed' });
    expect([asked, counted.connections]).toEqual([['localhost'], 1]);
  });

  test.each([
    [['93.184.215.14', '127.0.0.1']],
    [['127.0.0.1', '93.184.215.14']],
    [['2606:4700:4700::1111', '::1']],
    [['93.184.215.14', 'fd00::1']],
    [['169.254.169.254']],
    [['::ffff:127.0.0.1']],
  ])('with one of its addresses is not connected to at all: %j', async (addresses) => {
    const { counted, port } = await inside();
    const { resolve } = resolveTo(addresses);
    const receivers = httpsReceivers({ ...onTheInternet, resolve });
    const url = `https://mixed.example:${port}/`;
    expect(await receivers.faultsOf(url)).toEqual(['address_not_public']);
    expect(await receivers.post(messageTo(url))).toEqual({ status: null, error: 'address_not_public' });
    expect(counted.connections).toBe(0);
  });

  test.each(['127.0.0.1', '[::1]', '[::ffff:127.0.0.1]', '2130706433', '0177.1'])(
    'as a bare address of this machine is not connected to: %s',
    async (host) => {
      const { counted, port } = await inside();
      const url = `https://${host}:${port}/`;
      expect(await post(url, onTheInternet)).toEqual({ status: null, error: 'address_not_public' });
      expect(counted.connections).toBe(0);
    },
  );
});

describe('a URL', () => {
  const publicName = resolveTo(['93.184.215.14']).resolve;
  const privateName = resolveTo(['10.0.0.1']).resolve;
  const faultsOf = (url: string, allowsLoopback: boolean, resolve = publicName) =>
    httpsReceivers({ ...patient, allowsLoopback, resolve }).faultsOf(url);

  test.each([
    ['https://portal.example/hooks'],
    ['https://portal.example:8443/hooks?a=b#c'],
    ['https://xn--caf-dma.example/'],
    ['https://café.example/'],
    ['https://8.8.8.8/'],
    ['http://portal.example/hooks', 'not_https'],
    ['http://localhost/hooks', 'not_https'],
    ['http://127.0.0.1/hooks', 'not_https', 'address_not_public'],
    ['http://user@10.0.0.1/', 'not_https', 'with_credentials', 'address_not_public'],
    ['ftp://portal.example/', 'not_https'],
    ['file:///etc/passwd', 'not_https'],
    ['javascript:alert(1)', 'not_https'],
    ['data:,x', 'not_https'],
    ['https://user:word@portal.example/', 'with_credentials'],
    ['https://user@portal.example/', 'with_credentials'],
    ['https://127.0.0.1/', 'address_not_public'],
    ['https://127.1/', 'address_not_public'],
    ['https://0x7f.1/', 'address_not_public'],
    ['https://169.254.169.254/latest/meta-data', 'address_not_public'],
    ['https://[::1]/', 'address_not_public'],
    ['https://[::ffff:10.0.0.1]/', 'address_not_public'],
  ])('of an endpoint on the internet: %s', async (url, ...faults) => {
    expect(await faultsOf(url, false)).toEqual(faults);
  });

  test.each([
    ['http://localhost:3000/hooks'],
    ['http://127.0.0.1:3000/hooks'],
    ['http://[::1]:3000/hooks'],
    ['https://127.0.0.1/'],
    ['http://8.8.8.8/', 'not_https'],
    ['http://portal.example/', 'not_https'],
    ['http://localhost.example/', 'not_https'],
    ['http://10.0.0.1/', 'not_https', 'address_not_public'],
    ['https://10.0.0.1/', 'address_not_public'],
    ['https://169.254.169.254/', 'address_not_public'],
    ['http://user:word@localhost/', 'with_credentials'],
  ])('of an endpoint of the sandbox: %s', async (url, ...faults) => {
    expect(await faultsOf(url, true)).toEqual(faults);
  });

  test('by a name that leads to a private address is refused, by one that leads nowhere is not yet', async () => {
    const thisMachine = resolveTo(['127.0.0.1', '::1']).resolve;
    expect(await faultsOf('https://inside.example/', false, privateName)).toEqual(['address_not_public']);
    expect(await faultsOf('https://inside.example/', true, privateName)).toEqual(['address_not_public']);
    expect(await faultsOf('https://localhost./', false, thisMachine)).toEqual(['address_not_public']);
    expect(await faultsOf('https://nowhere.example/', false, failingWith('ENOTFOUND'))).toEqual([]);
  });

  test('is told all that is wrong with it at once, also what its name leads to', async () => {
    expect(await faultsOf('http://user:word@inside.example/', false, privateName)).toEqual([
      'not_https',
      'with_credentials',
      'address_not_public',
    ]);
  });
});
