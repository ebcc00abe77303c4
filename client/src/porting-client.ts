import createClient, { type Client } from 'openapi-fetch';
import type { paths } from './api.generated.ts';
import { type Wait, withRetries } from './retries.ts';

/** What a client needs to know. */
export type PortingClientOptions = {
  /** `https://porting.example`, without `/v1`. */
  readonly baseUrl: string;
  /** A bearer token, or what gives one; asked before each call, so it should remember the token as long as that is good. */
  readonly token: string | (() => Promise<string>);
  /** What sends a request; that of the platform unless said otherwise. */
  readonly fetch?: (request: Request) => Promise<Response>;
  /** How often a call that was answered 429 or 503 is made once more; twice unless said otherwise. */
  readonly retries?: number;
  /** How time goes by between two tries; for tests. */
  readonly wait?: Wait;
};

/** Every call of the API by its path, typed: `client.GET('/v1/port-requests/{id}', { params: { path: { id } } })`. */
export type PortingClient = Client<paths>;

const realWait: Wait = (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds));

/**
 * A client of the porting API. It puts the token on every call, and makes a call again that was answered 429, or 503 where
 * that is safe: reading, and writing under an `Idempotency-Key`. Everything else is `openapi-fetch`: a call answers
 * `{ data, error, response }` and throws only where no answer came.
 */
export const createPortingClient = ({
  baseUrl,
  token,
  fetch = globalThis.fetch,
  retries = 2,
  wait = realWait,
}: PortingClientOptions): PortingClient => {
  const send = withRetries(fetch, { retries, wait });
  return createClient<paths>({
    baseUrl,
    fetch: async (request) => {
      request.headers.set('authorization', `Bearer ${typeof token === 'string' ? token : await token()}`);
      return send(request);
    },
  });
};

/** A new key for the `Idempotency-Key` header. Keep it with what you send: under the same key nothing is done twice. */
export const newIdempotencyKey = (): string => crypto.randomUUID();
