import { once } from 'node:events';
import { createServer, type IncomingHttpHeaders, type ServerResponse } from 'node:http';
import { onTestFinished } from 'vitest';
import type * as z from 'zod';
import { webhookBodyView } from '../../functions/events/feed-event.ts';
import { systemClock } from '../../functions/runtime/system-clock.ts';
import { httpsReceivers, type ResolveName } from '../../functions/webhooks/https-receivers.edge.ts';
import type { Receivers } from '../../functions/webhooks/receivers.ts';

/** What a receiver does with what it is sent: answers a status, or misbehaves. */
export type Act = number | 'hang' | 'drip' | 'close' | 'reset' | 'garbage' | 'redirect';

/** Acts that no answer comes of in time: whoever waits for them waits for less, so that a test takes no longer. */
const silent: readonly Act[] = ['hang', 'drip'];

/** An event as a receiver is sent it. */
export type SentEvent = z.infer<typeof webhookBodyView>;

/** One attempt as it was made. It may not come to a receiver whose answer is not waited for. */
export type Attempt = { readonly path: string; readonly event: SentEvent; readonly act: Act };

/** One attempt as it came to a receiver. */
export type Received = {
  readonly path: string;
  readonly id: string;
  readonly headers: IncomingHttpHeaders;
  /** As it came, byte for byte. */
  readonly text: string;
  readonly event: SentEvent;
  readonly act: Act;
};

/** Says what a receiver does with an attempt; it may call the API first. */
export type Plan = (attempt: {
  readonly path: string;
  readonly event: SentEvent;
  /** 1, 2, 3 … of this event at this path. */
  readonly number: number;
}) => Act | Promise<Act>;

/** A receiver on this machine. */
export type Receiver = {
  readonly url: (path?: string) => string;
  readonly tried: readonly Attempt[];
  readonly received: readonly Received[];
  /** The ids of the events that were taken at a path, in order, repeats too. */
  readonly taken: (path?: string) => readonly string[];
  /** Calls of the machine that redirects lead to. */
  readonly redirected: () => number;
  /** From now on it does what another plan says. */
  readonly plan: (plan: Plan) => void;
  /** For the sandbox: over the network to this receiver, without waiting for what never comes. */
  readonly receivers: Receivers;
};

const listen = async (server: ReturnType<typeof createServer>): Promise<number> => {
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('No port');
  return address.port;
};

const perform = (act: Act, response: ServerResponse, elsewhere: string): void => {
  const { socket } = response;
  if (typeof act === 'number') response.writeHead(act).end();
  else if (act === 'redirect') response.writeHead(307, { location: elsewhere }).end();
  else if (act === 'close') socket?.end();
  else if (act === 'reset') socket?.resetAndDestroy();
  else if (act === 'garbage') socket?.end('220 mail.example ESMTP\r\n');
  else if (act === 'drip') socket?.write('HTTP/1.1 200 OK\r\nx-drip: ');
};

/** Opens a receiver that does what the plan says, until the test is over. */
export const openReceiver = async (
  plan: Plan = () => 200,
  resolve: { readonly resolve?: ResolveName } = {},
): Promise<Receiver> => {
  let current = plan;
  let redirected = 0;
  const tried: Attempt[] = [];
  const received: Received[] = [];
  const acts = new Map<string, Act>();
  const numbers = new Map<string, number>();

  const inside = await listen(
    createServer((_, response) => {
      redirected += 1;
      response.end();
    }),
  );

  const port = await listen(
    createServer(async (request, response) => {
      const parts: Buffer[] = [];
      for await (const part of request) parts.push(Buffer.from(part));
      const text = Buffer.concat(parts).toString();
      const event = webhookBodyView.parse(JSON.parse(text));
      const path = request.url ?? '';
      const act = acts.get(`${path} ${event.id}`) ?? 200;
      received.push({
        path,
        id: `${request.headers['webhook-id']}`,
        headers: request.headers,
        text,
        event,
        act,
      });
      perform(act, response, `http://127.0.0.1:${inside}/`);
    }),
  );

  const settings = { allowsLoopback: true, clock: systemClock, ...resolve };
  const patient = httpsReceivers({ ...settings, timeoutMilliseconds: 10_000 });
  const hasty = httpsReceivers({ ...settings, timeoutMilliseconds: 40 });
  const post: Receivers['post'] = async (message) => {
    const path = new URL(message.url).pathname;
    const key = `${path} ${message.id}`;
    const number = (numbers.get(key) ?? 0) + 1;
    numbers.set(key, number);
    const event = webhookBodyView.parse(JSON.parse(message.body));
    const act = await current({ path, event, number });
    acts.set(key, act);
    tried.push({ path, event, act });
    return (silent.includes(act) ? hasty : patient).post(message);
  };

  return {
    url: (path = '/hooks') => `http://127.0.0.1:${port}${path}`,
    tried,
    received,
    taken: (path = '/hooks') =>
      received
        .filter((each) => each.path === path && typeof each.act === 'number' && each.act < 300)
        .map(({ id }) => id),
    redirected: () => redirected,
    plan: (next) => {
      current = next;
    },
    receivers: { faultsOf: patient.faultsOf, post },
  };
};
