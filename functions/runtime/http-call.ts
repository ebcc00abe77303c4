import type { APIGatewayProxyEvent, APIGatewayProxyResult } from 'aws-lambda';
import Negotiator from 'negotiator';
import { type Language, languages } from '../language.ts';

/** An answer before it becomes the gateway's: a text, or bytes that are none (a PDF). */
export type HttpAnswer<Body extends string | Uint8Array = string | Uint8Array> = {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Body;
};

/** What the authorizer found in the caller's token. */
export type Caller = {
  readonly subject: string;
  readonly tenant: string;
  readonly scopes: readonly string[];
};

/** One HTTP call, read off the gateway's event. */
export type HttpCall = {
  readonly requestId: string;
  readonly method: string;
  readonly path: string;
  /** What stands before `path` where the API is reached: the gateway's stage, unless it has a domain of its own. */
  readonly pathPrefix: string;
  readonly pathParameters: Readonly<Record<string, string>>;
  readonly query: Readonly<Record<string, readonly string[]>>;
  /** A header, whatever the casing it came in; several of one name are joined. */
  readonly header: (name: string) => string | undefined;
  /** The body as it was sent, byte for byte. */
  readonly rawBody: Buffer;
  /** Undefined on routes without a token. */
  readonly caller: Caller | undefined;
  /** Set where the caller's tenant has used up its calls of this minute: after how many seconds it may call again. */
  readonly retryAfterSeconds: string | undefined;
  /** The first language of `Accept-Language` that we have; undefined when it names none of ours. */
  readonly acceptedLanguage: Language | undefined;
};

const compact = <Value>(given: Readonly<Record<string, Value | undefined>> | null): Record<string, Value> =>
  Object.fromEntries(
    Object.entries(given ?? {}).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
  );

const callerOf = (event: APIGatewayProxyEvent): Caller | undefined => {
  const { subject, tenant, scope } = event.requestContext.authorizer ?? {};
  return typeof subject === 'string' && typeof tenant === 'string' && typeof scope === 'string'
    ? { subject, tenant, scopes: scope.split(' ') }
    : undefined;
};

const retryAfterSecondsOf = (event: APIGatewayProxyEvent): string | undefined => {
  const { retryAfterSeconds } = event.requestContext.authorizer ?? {};
  return typeof retryAfterSeconds === 'string' ? retryAfterSeconds : undefined;
};

const acceptedLanguageOf = (header: string | undefined): Language | undefined => {
  if (header === undefined) return undefined;
  // `*` accepts everything, which is no wish for our first one.
  const named = header.split(',').filter((range) => !range.trim().startsWith('*'));
  const negotiator = new Negotiator({ headers: { 'accept-language': named.join(',') } });
  const [best] = negotiator.languages([...languages]);
  return languages.find((language) => language === best);
};

/** Reads a call off the event of an API Gateway REST API (Lambda proxy integration). */
export const readHttpCall = (event: APIGatewayProxyEvent): HttpCall => {
  const headers = new Map(
    Object.entries(compact(event.multiValueHeaders)).map(([name, values]) => [
      name.toLowerCase(),
      values.join(', '),
    ]),
  );
  const header = (name: string) => headers.get(name.toLowerCase());
  return {
    requestId: event.requestContext.requestId,
    method: event.httpMethod,
    path: event.path,
    pathPrefix: event.requestContext.path.endsWith(event.path)
      ? event.requestContext.path.slice(0, -event.path.length)
      : '',
    pathParameters: compact(event.pathParameters),
    query: compact(event.multiValueQueryStringParameters),
    header,
    // Signatures are over bytes: what the gateway encoded has to be decoded first.
    rawBody: Buffer.from(event.body ?? '', event.isBase64Encoded ? 'base64' : 'utf8'),
    caller: callerOf(event),
    retryAfterSeconds: retryAfterSecondsOf(event),
    acceptedLanguage: acceptedLanguageOf(header('accept-language')),
  };
};

/**
 * The gateway's form of an answer; every answer names the request it belongs to. A function can only answer text, so bytes
 * go as base64. The gateway takes every media type for binary (lib/port-request-desk.ts) and so decodes them whatever
 * `Accept` a caller sends; if it named only PDF, a browser, which asks for much else first, would be given base64.
 */
export const toProxyResult = (
  { status, headers, body }: HttpAnswer,
  requestId: string,
): APIGatewayProxyResult => ({
  statusCode: status,
  headers: { ...headers, 'x-request-id': requestId },
  ...(typeof body === 'string'
    ? { body }
    : { body: Buffer.from(body).toString('base64'), isBase64Encoded: true }),
});
