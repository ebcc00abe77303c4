import { Temporal } from 'temporal-polyfill';
import {
  createPortingClient,
  dataOf,
  type HistoryEntry,
  type PortingClient,
  type PortRequest,
  type PortRequestCreation,
  type Result,
} from '../../client/src/index.ts';
import { lazy } from '../../functions/runtime/lazy.ts';
import { structuredLog } from '../../functions/runtime/log.ts';
import { startDynamodbLocal } from '../../sandbox/dynamodb-local.ts';
import type { GatewayResponse } from '../../sandbox/gateway.ts';
import { inMemoryStores } from '../../sandbox/in-memory-stores.ts';
import { createSandbox, type Sandbox, type SandboxOptions } from '../../sandbox/sandbox.ts';
import type { OpenStores } from '../../sandbox/stores.ts';
import { watchedOptions } from './personal-data/watched-worlds.ts';

/** Whatever JSON says: a test names the members it expects, and a wrong name fails the test. */
type Json = ReturnType<typeof JSON.parse>;

/** An answer, with its body read. */
export type Answer = {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly text: string;
  /** The body as it was sent; `text` is empty where it is none. */
  readonly bytes: Buffer;
  readonly json: Json;
};

type CallOptions = {
  readonly token?: string | null;
  readonly body?: unknown;
  /** Sent as it is, instead of a JSON body. */
  readonly rawBody?: string | Buffer;
  readonly headers?: Readonly<Record<string, string>>;
};

const toAnswer = ({ status, headers, body, bytes }: GatewayResponse): Answer => {
  const isJson = /json/.test(headers['content-type'] ?? '');
  const json = isJson && body !== '' ? JSON.parse(body) : undefined;
  return { status, headers, text: body, bytes: bytes ?? Buffer.from(body), json };
};

/** `RECORDS=dynamodb` runs every test that uses the sandbox on DynamoDB: at `DYNAMODB_ENDPOINT`, or on one of its own. */
const openStores = lazy(async (): Promise<OpenStores> => {
  if (process.env['RECORDS'] !== 'dynamodb') return inMemoryStores();
  // Loaded only then: it takes longer to load than all the rest.
  const { dynamodbStores } = await import('../../sandbox/dynamodb-stores.ts');
  const endpoint = process.env['DYNAMODB_ENDPOINT'] ?? (await startDynamodbLocal()).endpoint;
  return dynamodbStores(endpoint).openStores;
});

/** Answers that have no body, of which the platform wants none either. */
const bodiless: readonly number[] = [204, 304];

/**
 * The sandbox without a network in between: the same answers as over HTTP, and a clock that tests move. What a program of a
 * reseller would do goes through the typed client, `porting`; `call` sends whatever it is given.
 */
export class SandboxClient {
  readonly sandbox: Sandbox;
  readonly token: string;
  #keys = 0;
  readonly #clients = new Map<string, PortingClient>();
  readonly #given = new WeakMap<Response, GatewayResponse>();

  private constructor(sandbox: Sandbox, token: string) {
    this.sandbox = sandbox;
    this.token = token;
  }

  /** A fresh world with its clock standing at `now`; calls are made as the reseller acme unless said otherwise. */
  static async start(
    now = '2026-03-30T08:00:00Z',
    options: Partial<SandboxOptions> = {},
  ): Promise<SandboxClient> {
    const watched = watchedOptions({
      start: Temporal.Instant.from(now),
      baseUrl: 'http://localhost:4010',
      log: structuredLog('test', 'ERROR'),
      openStores: await openStores(),
      ...options,
    });
    const sandbox = await createSandbox(watched.options);
    watched.opened(sandbox);
    const token = await sandbox.tokens.issue({
      tenant: 'acme',
      scope: 'port-requests:read port-requests:write',
    });
    return new SandboxClient(sandbox, token);
  }

  tokenFor(tenant: string, scope = 'port-requests:read port-requests:write'): Promise<string> {
    return this.sandbox.tokens.issue({ tenant, scope });
  }

  deskToken(): Promise<string> {
    return this.tokenFor('fonzer', 'desk');
  }

  /** The typed client, as a reseller's program uses it: as acme unless another token is given. */
  porting(token = this.token): PortingClient {
    const known = this.#clients.get(token);
    if (known !== undefined) return known;
    const client = createPortingClient({
      baseUrl: 'http://localhost:4010',
      token,
      fetch: (request) => this.#fetch(request),
      // A test that expects a 503 wants to see it.
      retries: 0,
    });
    this.#clients.set(token, client);
    return client;
  }

  async #fetch(request: Request): Promise<Response> {
    const { pathname, search } = new URL(request.url);
    const given = await this.sandbox.handle({
      method: request.method,
      target: `${pathname}${search}`,
      headers: Object.fromEntries([...request.headers].map(([name, value]) => [name, [value]])),
      body: Buffer.from(await request.arrayBuffer()),
    });
    const { status, headers, body, bytes } = given;
    const response = new Response(bodiless.includes(status) ? null : (bytes ?? body), { status, headers });
    this.#given.set(response, given);
    return response;
  }

  /** What a call of the typed client was answered, as `call` would have said it. */
  answerOf({ response }: Result<unknown>): Answer {
    const given = this.#given.get(response);
    if (given === undefined) throw new Error('Not an answer of this sandbox');
    return toAnswer(given);
  }

  async call(method: string, target: string, options: CallOptions = {}): Promise<Answer> {
    const { token = this.token, body, rawBody, headers = {} } = options;
    const sent = rawBody ?? (body === undefined ? '' : JSON.stringify(body));
    const all: Record<string, string> = {
      ...(token === null ? {} : { authorization: `Bearer ${token}` }),
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      ...headers,
    };
    return toAnswer(
      await this.sandbox.handle({
        method,
        target,
        headers: Object.fromEntries(Object.entries(all).map(([name, value]) => [name, [value]])),
        body: Buffer.from(sent),
      }),
    );
  }

  get(target: string, options: CallOptions = {}): Promise<Answer> {
    return this.call('GET', target, options);
  }

  post(target: string, body?: unknown, options: CallOptions = {}): Promise<Answer> {
    return this.call('POST', target, { body, ...options });
  }

  /** Creates a request, under a new idempotency key unless one is given. */
  async create(
    body: PortRequestCreation,
    { token, headers = {} }: Pick<CallOptions, 'headers'> & { readonly token?: string } = {},
  ): Promise<Answer> {
    this.#keys += 1;
    return this.answerOf(
      await this.porting(token).POST('/v1/port-requests', {
        params: { header: { 'Idempotency-Key': headers['idempotency-key'] ?? `key-${this.#keys}` } },
        body,
        headers,
      }),
    );
  }

  /** Sends whatever it is given as a create, also what the typed client would not. */
  sendCreation(body: unknown, options: CallOptions = {}): Promise<Answer> {
    this.#keys += 1;
    return this.post('/v1/port-requests', body, {
      ...options,
      headers: { 'idempotency-key': `key-${this.#keys}`, ...options.headers },
    });
  }

  /** The request as its reseller sees it, or as whoever has this token does. */
  async read(id: string, token?: string): Promise<PortRequest> {
    return dataOf(await this.porting(token).GET('/v1/port-requests/{id}', { params: { path: { id } } }));
  }

  async history(id: string): Promise<readonly HistoryEntry[]> {
    const path = { id };
    return dataOf(await this.porting().GET('/v1/port-requests/{id}/history', { params: { path } })).items;
  }

  /** Moves the clock to an instant, by a duration, or to the next thing that happens. */
  async clock(move: { readonly to: string } | { readonly by: string }): Promise<Json> {
    return (await this.post('/sandbox/clock', move, { token: null })).json;
  }

  async mails(query = ''): Promise<Json[]> {
    return (await this.get(`/sandbox/mailbox?${query}`, { token: null })).json.items;
  }

  /** The templates mailed for a request, in order. */
  async templates(id: string): Promise<string[]> {
    return (await this.mails(`portRequestId=${id}`)).map(({ template }) => template);
  }

  /** Reports an event as the carrier, signed. */
  event(id: string, type: string, data: unknown, more: Record<string, unknown> = {}): Promise<Answer> {
    const { webhookId, ...event } = more;
    return this.post(
      '/sandbox/operators/colt/events',
      { type, portRequestId: id, attempt: 1, data, ...event },
      { token: null, headers: typeof webhookId === 'string' ? { 'webhook-id': webhookId } : {} },
    );
  }

  /** The path of the newest start link mailed for a request. */
  async startLink(id: string): Promise<string> {
    const mails = await this.mails(`portRequestId=${id}`);
    const links = mails.flatMap(({ text }) => /\/start\/[\w-]+/.exec(text)?.[0] ?? []);
    const link = links.at(-1);
    if (link === undefined) throw new Error(`No start link was mailed for ${id}`);
    return link;
  }

  /** Sends the start page's form. */
  confirm(link: string, confirmation: string): Promise<Answer> {
    return this.call('POST', link, {
      token: null,
      rawBody: new URLSearchParams({ confirmation }).toString(),
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
    });
  }

  /** The states that the machine of an attempt has gone through. */
  async statesOf(id: string, attempt = 1): Promise<string[]> {
    const { items } = (await this.get(`/sandbox/port-requests/${id}/executions`, { token: null })).json;
    return items.find((execution: { attempt: number }) => execution.attempt === attempt)?.states ?? [];
  }
}
