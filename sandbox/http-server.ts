import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { Gateway, GatewayResponse } from './gateway.ts';
import type { GatewayRequest } from './gateway-event.ts';

/** No body is read further: beyond what any route takes and any mandate may have, so that the routes themselves can say 413. */
const maxReadBytes = 11 * 1024 * 1024;

const readBody = async (incoming: IncomingMessage): Promise<Buffer> => {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of incoming) {
    const bytes = Buffer.from(chunk);
    size += bytes.byteLength;
    // What comes after is thrown away, not kept: the answer is 413 whatever it says.
    if (size <= maxReadBytes) chunks.push(bytes);
  }
  return Buffer.concat(chunks);
};

const toRequest = async (incoming: IncomingMessage): Promise<GatewayRequest> => ({
  method: incoming.method ?? 'GET',
  target: incoming.url ?? '/',
  headers: Object.fromEntries(
    Object.entries(incoming.headersDistinct).flatMap(([name, values]) => (values ? [[name, values]] : [])),
  ),
  body: await readBody(incoming),
});

const respond = (response: ServerResponse, { status, headers, body, bytes }: GatewayResponse) => {
  const sent = bytes ?? Buffer.from(body);
  response.writeHead(status, { ...headers, 'content-length': sent.byteLength });
  response.end(sent);
};

/** Serves whatever answers gateway requests over HTTP. */
export const createHttpServer = (answer: Gateway, onBug: (error: unknown) => void): Server =>
  createServer((incoming, response) => {
    toRequest(incoming)
      .then(answer)
      .then((given) => respond(response, given))
      .catch((error: unknown) => {
        // Whoever hangs up in the middle of a body is no bug, and nobody is left to be answered.
        if (!incoming.complete) return;
        onBug(error);
        if (!response.headersSent) response.writeHead(500);
        response.end();
      });
  });
