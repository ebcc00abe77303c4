import { randomUUID } from 'node:crypto';
import type { AuthorizerHandler } from '../functions/runtime/authorizer.ts';
import type { HttpHandler } from '../functions/runtime/http.ts';
import { problemAnswer } from '../functions/runtime/problem.ts';
import { matchPath, type Route } from '../functions/runtime/route.ts';
import { type GatewayRequest, splitTarget, toAuthorizerEvent, toProxyEvent } from './gateway-event.ts';
import { lambdaContext } from './lambda-context.ts';

export type GatewayResponse = {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  /** What is answered instead where it is no text. */
  readonly bytes?: Buffer;
};

export type Gateway = (request: GatewayRequest) => Promise<GatewayResponse>;

type Edge = { readonly route: Route; readonly handler: HttpHandler };

type GatewayOptions = {
  readonly edges: readonly Edge[];
  readonly unmatched: HttpHandler;
  readonly authorizer: AuthorizerHandler;
  /** Told of each answer, and how long it really took. */
  readonly onAnswer?: (status: number, milliseconds: number) => void;
};

const needsToken = ({ access }: Route): boolean =>
  access !== 'public' && access !== 'operator-signature' && access !== 'start-link';

/**
 * What API Gateway does on AWS, for the very same handlers: finds the route, asks the authorizer, turns its denial into
 * the 401 that the gateway's response mapping makes of it, and hands the function its event.
 */
export const createGateway = ({
  edges,
  unmatched,
  authorizer,
  onAnswer = () => {},
}: GatewayOptions): Gateway => {
  const find = (method: string, path: string) => {
    for (const { route, handler } of edges) {
      if (route.method !== method) continue;
      const pathParameters = matchPath(route.path, path);
      if (pathParameters !== undefined) return { route, handler, pathParameters };
    }
    return undefined;
  };

  const answer: Gateway = async (request) => {
    const requestId = randomUUID();
    const { path } = splitTarget(request.target);
    const matched = find(request.method, path);
    const event = toProxyEvent(
      request,
      requestId,
      { resource: matched?.route.path ?? '/{proxy+}', pathParameters: matched?.pathParameters ?? {} },
      {},
    );
    if (matched === undefined) return toResponse(await unmatched(event, lambdaContext));
    if (!needsToken(matched.route)) return toResponse(await matched.handler(event, lambdaContext));
    const { policyDocument, context } = await authorizer(toAuthorizerEvent(event), lambdaContext);
    const isAllowed = policyDocument.Statement.every(({ Effect }) => Effect === 'Allow');
    if (!isAllowed) {
      const code = context?.['code'] === 'auth.token_missing' ? 'auth.token_missing' : 'auth.token_invalid';
      const { status, headers, body } = problemAnswer(
        { code, headers: { 'www-authenticate': 'Bearer' } },
        path,
      );
      return { status, headers: { ...headers, 'x-request-id': requestId }, body };
    }
    const authorised = { ...event, requestContext: { ...event.requestContext, authorizer: context ?? {} } };
    return toResponse(await matched.handler(authorised, lambdaContext));
  };

  return async (request) => {
    const began = performance.now();
    const answered = await answer(request);
    onAnswer(answered.status, Math.round(10 * (performance.now() - began)) / 10);
    return answered;
  };
};

const toResponse = ({
  statusCode,
  headers,
  body,
  isBase64Encoded,
}: Awaited<ReturnType<HttpHandler>>): GatewayResponse => ({
  status: statusCode,
  headers: Object.fromEntries(Object.entries(headers ?? {}).map(([name, value]) => [name, String(value)])),
  // As with binary media types: whoever called is given the bytes, not their spelling.
  ...(isBase64Encoded ? { body: '', bytes: Buffer.from(body, 'base64') } : { body }),
});
