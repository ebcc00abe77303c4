import { createServer, type IncomingHttpHeaders } from 'node:http';
import { text as textOf } from 'node:stream/consumers';
import * as z from 'zod';
import { webhookBodyView } from '../../functions/events/feed-event.ts';

/** One attempt as it came in. */
export type Attempt = {
  readonly path: string;
  readonly headers: IncomingHttpHeaders;
  /** As it came, byte for byte: signatures are over that. */
  readonly text: string;
  readonly event: z.infer<typeof webhookBodyView>;
  readonly answered: number;
};

/** A receiver on this machine, which the emulated functions run on as well. */
export type Receiver = {
  readonly url: (path: string) => string;
  /** What came to a path so far, in order. */
  readonly came: (path: string) => readonly Attempt[];
  /** The events of a request that were taken at a path, in order, repeats too: `created`. */
  readonly taken: (path: string, portRequestId: string) => readonly string[];
  readonly close: () => void;
};

/** Opens a receiver. @param statusOf says what the next attempt at a path is answered, given how many came before it. */
export const openReceiver = async (statusOf: (path: string, before: number) => number): Promise<Receiver> => {
  const attempts: Attempt[] = [];
  const cameTo = (path: string) => attempts.filter((attempt) => attempt.path === path);

  const server = createServer(async (request, response) => {
    const { url: path = '', headers } = request;
    const text = await textOf(request);
    const answered = statusOf(path, cameTo(path).length);
    attempts.push({ path, headers, text, event: webhookBodyView.parse(JSON.parse(text)), answered });
    response.writeHead(answered).end();
  });
  const { promise, resolve } = Promise.withResolvers<void>();
  server.listen(0, '127.0.0.1', resolve);
  await promise;
  const { port } = z.object({ port: z.int() }).parse(server.address());

  return {
    url: (path) => `http://127.0.0.1:${port}${path}`,
    came: cameTo,
    taken: (path, portRequestId) =>
      cameTo(path)
        .filter(({ event, answered }) => event.portRequestId === portRequestId && answered < 300)
        .map(({ event }) => event.type.replace('port_request.', '')),
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
};
