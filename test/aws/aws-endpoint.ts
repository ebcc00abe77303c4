import { once } from 'node:events';
import { createServer, type IncomingHttpHeaders } from 'node:http';
import { onTestFinished } from 'vitest';

/** A call as it came over the wire. */
export type WireCall = {
  readonly headers: IncomingHttpHeaders;
  /** Its method and path with query: `POST /`. */
  readonly line: string;
  /** The operation, from `x-amz-target` or a query body's `Action`. */
  readonly operation: string;
  readonly text: string;
};

/** How the endpoint answers: a status and a body, or by breaking the connection. */
export type WireAnswer =
  | {
      readonly status: number;
      readonly body: string;
      readonly type?: string;
      readonly headers?: Readonly<Record<string, string>>;
    }
  | 'break the connection'
  | 'never answer';

const operationOf = (target: string | string[] | undefined, text: string): string =>
  typeof target === 'string'
    ? (target.split('.').at(-1) ?? '')
    : (new URLSearchParams(text).get('Action') ?? '');

/** An HTTP server that stands where AWS would, for a test; real SDK clients are pointed at it. */
export const startEndpoint = async (answer: (call: WireCall) => WireAnswer) => {
  const calls: WireCall[] = [];
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const text = Buffer.concat(chunks).toString();
      const call = {
        headers: request.headers,
        line: `${request.method} ${request.url}`,
        operation: operationOf(request.headers['x-amz-target'], text),
        text,
      };
      calls.push(call);
      const given = answer(call);
      if (given === 'never answer') return;
      if (given === 'break the connection') request.socket.destroy();
      else
        response
          .writeHead(given.status, {
            'content-type': given.type ?? 'application/x-amz-json-1.0',
            ...given.headers,
          })
          .end(given.body);
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
    calls,
    config: {
      endpoint: `http://127.0.0.1:${port}`,
      region: 'eu-west-1',
      credentials: { accessKeyId: 'test', secretAccessKey: 'test' },
    },
  };
};

/** An error as services with a JSON protocol answer it. */
export const jsonError = (name: string, message = 'As the service says it', status = 400): WireAnswer => ({
  status,
  body: JSON.stringify({ __type: `com.amazonaws.example#${name}`, message }),
});

/** A success of a service with a JSON protocol. */
export const json = (body: unknown): WireAnswer => ({ status: 200, body: JSON.stringify(body) });
