import { once } from 'node:events';
import { routes } from '../../functions/routes.ts';
import { matchPath } from '../../functions/runtime/route.ts';
import { systemClock } from '../../functions/runtime/system-clock.ts';
import { httpsReceivers } from '../../functions/webhooks/https-receivers.edge.ts';
import type { Receivers } from '../../functions/webhooks/receivers.ts';
import { createHttpServer } from '../../sandbox/http-server.ts';
import { SandboxClient } from '../support/sandbox-client.ts';
import { type FuzzedWorld, fillWorld } from './world.ts';

/** A world behind an HTTP server of its own. */
export type ServedWorld = {
  readonly client: SandboxClient;
  readonly baseUrl: string;
  readonly world: FuzzedWorld;
  /** What has gone wrong behind the answers so far, and which operations were never answered with success. */
  readonly faults: () => readonly string[];
  readonly close: () => void;
};

/** Judge addresses as real ones do, but look up and send nothing: what is made up here may name anybody's machine. */
const receivers: Receivers = {
  ...httpsReceivers({
    allowsLoopback: true,
    clock: systemClock,
    timeoutMilliseconds: 1,
    resolve: (_, done) => done(null, []),
  }),
  post: async () => ({ status: 204, error: null }),
};

const operationOf = (method: string, target: string): string | undefined => {
  const [path = ''] = target.split('?');
  return routes.find((route) => route.method === method && matchPath(route.path, path) !== undefined)
    ?.operationId;
};

/** Fills a world and serves it on a free port of this machine. */
export const serveWorld = async (): Promise<ServedWorld> => {
  let client: SandboxClient | undefined;
  const bugs: unknown[] = [];
  const succeeded = new Set<string>();
  const server = createHttpServer(
    async (request) => {
      if (client === undefined) throw new Error('Called before there was a world');
      const answer = await client.sandbox.handle(request);
      const operation = operationOf(request.method, request.target);
      if (operation !== undefined && answer.status < 300) succeeded.add(operation);
      return answer;
    },
    (bug) => bugs.push(bug),
  ).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('This machine gave no port');
  const baseUrl = `http://127.0.0.1:${address.port}`;
  // It needs to know where it is served, for the links that it mails.
  const started = await SandboxClient.start('2026-03-30T08:00:00Z', { baseUrl, receivers });
  client = started;
  return {
    client: started,
    baseUrl,
    world: await fillWorld(started),
    faults: () => [
      ...routes
        .filter(({ operationId }) => !succeeded.has(operationId))
        .map(
          ({ operationId }) => `${operationId} was never answered with success: world.ts needs a good call`,
        ),
      ...started.sandbox
        .world()
        .deadLetters()
        .map((letter) => `Given up: ${JSON.stringify(letter)}`),
      ...bugs.map((bug) => `Not answered: ${bug instanceof Error ? bug.stack : String(bug)}`),
    ],
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
};
