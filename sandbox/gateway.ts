import { randomUUID } from 'node:crypto';
import type { APIGatewayProxyEvent, APIGatewayRequestAuthorizerEvent } from 'aws-lambda';
import type { AuthorizerHandler } from '../functions/runtime/authorizer.ts';
import type { HttpHandler } from '../functions/runtime/http.ts';
import { problemAnswer } from '../functions/runtime/problem.ts';
import { matchPath, type Route } from '../functions/runtime/route.ts';
import { lambdaContext } from './lambda-context.ts';

/** An HTTP request as it arrived. */
export type GatewayRequest = {
  readonly method: string;
  /** Path and query, as in the request line. */
  readonly target: string;
  readonly headers: Readonly<Record<string, readonly string[]>>;
  readonly body: Buffer;
};

export type GatewayResponse = {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
};

export type Gateway = (request: GatewayRequest) => Promise<GatewayResponse>;

type Edge = { readonly route: Route; readonly handler: HttpHandler };

type GatewayOptions = {
  readonly edges: readonly Edge[];
  readonly unmatched: HttpHandler;
  readonly authorizer: AuthorizerHandler;
};

const stage = 'sandbox';

/** Splits a request line's target; what is no path at all is the path of nothing. */
export const splitTarget = (target: string): { readonly path: string; readonly query: URLSearchParams } => {
  const [path = '', ...query] = target.split('?');
  return { path, query: new URLSearchParams(query.join('?')) };
};

const grouped = (query: URLSearchParams): Record<string, string[]> =>
  Object.fromEntries([...new Set(query.keys())].map((name) => [name, query.getAll(name)]));

const lastOfEach = (values: Readonly<Record<string, readonly string[]>>): Record<string, string> =>
  Object.fromEntries(
    Object.entries(values).flatMap(([name, all]) => all.slice(-1).map((value) => [name, value])),
  );

const multi = (values: Readonly<Record<string, readonly string[]>>): Record<string, string[]> =>
  Object.fromEntries(Object.entries(values).map(([name, all]) => [name, [...all]]));

const identity: APIGatewayProxyEvent['requestContext']['identity'] = {
  accessKey: null,
  accountId: null,
  apiKey: null,
  apiKeyId: null,
  caller: null,
  clientCert: null,
  cognitoAuthenticationProvider: null,
  cognitoAuthenticationType: null,
  cognitoIdentityId: null,
  cognitoIdentityPoolId: null,
  principalOrgId: null,
  sourceIp: '127.0.0.1',
  user: null,
  userAgent: null,
  userArn: null,
};

/** A request as the event that API Gateway makes of it for a Lambda function (REST API, proxy integration). */
const toProxyEvent = (
  request: GatewayRequest,
  requestId: string,
  matched: { readonly resource: string; readonly pathParameters: Readonly<Record<string, string>> },
  authorizer: Readonly<Record<string, unknown>>,
): APIGatewayProxyEvent => {
  const { path, query } = splitTarget(request.target);
  return {
    resource: matched.resource,
    path,
    httpMethod: request.method,
    headers: lastOfEach(request.headers),
    multiValueHeaders: multi(request.headers),
    queryStringParameters: lastOfEach(grouped(query)),
    multiValueQueryStringParameters: grouped(query),
    pathParameters: { ...matched.pathParameters },
    stageVariables: null,
    // As with binary media types: signatures are over bytes, which no text form may touch.
    body: request.body.toString('base64'),
    isBase64Encoded: true,
    requestContext: {
      accountId: '000000000000',
      apiId: stage,
      authorizer,
      protocol: 'HTTP/1.1',
      httpMethod: request.method,
      identity,
      path,
      stage,
      requestId,
      requestTimeEpoch: 0,
      resourceId: '',
      resourcePath: matched.resource,
    },
  };
};

const toAuthorizerEvent = (event: APIGatewayProxyEvent): APIGatewayRequestAuthorizerEvent => ({
  type: 'REQUEST',
  methodArn: `arn:aws:execute-api:eu-west-1:000000000000:${stage}/${stage}/${event.httpMethod}${event.path}`,
  resource: event.resource,
  path: event.path,
  httpMethod: event.httpMethod,
  headers: event.headers,
  multiValueHeaders: event.multiValueHeaders,
  pathParameters: event.pathParameters,
  queryStringParameters: event.queryStringParameters,
  multiValueQueryStringParameters: event.multiValueQueryStringParameters,
  stageVariables: null,
  requestContext: { ...event.requestContext, authorizer: undefined },
});

const needsToken = ({ access }: Route): boolean =>
  access !== 'public' && access !== 'operator-signature' && access !== 'start-link';

/**
 * What API Gateway does on AWS, for the very same handlers: finds the route, asks the authorizer, turns its denial into
 * the 401 that the gateway's response mapping makes of it, and hands the function its event.
 */
export const createGateway = ({ edges, unmatched, authorizer }: GatewayOptions): Gateway => {
  const find = (method: string, path: string) => {
    for (const { route, handler } of edges) {
      if (route.method !== method) continue;
      const pathParameters = matchPath(route.path, path);
      if (pathParameters !== undefined) return { route, handler, pathParameters };
    }
    return undefined;
  };

  return async (request) => {
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
};

const toResponse = ({ statusCode, headers, body }: Awaited<ReturnType<HttpHandler>>): GatewayResponse => ({
  status: statusCode,
  headers: Object.fromEntries(Object.entries(headers ?? {}).map(([name, value]) => [name, String(value)])),
  body,
});
