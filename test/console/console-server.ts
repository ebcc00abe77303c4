import type { Server } from 'node:http';
import { Temporal } from 'temporal-polyfill';
import { structuredLog } from '../../functions/runtime/log.ts';
import { createHttpServer } from '../../sandbox/http-server.ts';
import { createSandbox, type Sandbox } from '../../sandbox/sandbox.ts';

/** A sandbox behind a real port, its clock standing still. */
export type ConsoleServer = {
  readonly baseUrl: string;
  readonly sandbox: Sandbox;
  /** What no answer could be given to; empty unless there is a bug. */
  readonly bugs: readonly unknown[];
  readonly close: () => Promise<void>;
};

const portOf = (server: Server): number => {
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The server listens on no port');
  return address.port;
};

/** The port comes first: the links in the mails name it. */
export const startConsoleServer = async (now: string): Promise<ConsoleServer> => {
  const bugs: unknown[] = [];
  const made = Promise.withResolvers<Sandbox>();
  const server = createHttpServer(
    async (request) => (await made.promise).handle(request),
    (bug) => bugs.push(bug),
  );
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const baseUrl = `http://127.0.0.1:${portOf(server)}`;
  const start = Temporal.Instant.from(now);
  const sandbox = await createSandbox({ start, baseUrl, log: structuredLog('test', 'ERROR') });
  made.resolve(sandbox);
  return {
    baseUrl,
    sandbox,
    bugs,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
};
