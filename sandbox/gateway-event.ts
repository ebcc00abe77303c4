import type { APIGatewayProxyEvent, APIGatewayRequestAuthorizerEvent } from 'aws-lambda';

/** An HTTP request as it arrived. */
export type GatewayRequest = {
  readonly method: string;
  /** Path and query, as in the request line. */
  readonly target: string;
  readonly headers: Readonly<Record<string, readonly string[]>>;
  readonly body: Buffer;
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
export const toProxyEvent = (
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

/** The event that API Gateway hands to a request authorizer before the function is called. */
export const toAuthorizerEvent = (event: APIGatewayProxyEvent): APIGatewayRequestAuthorizerEvent => ({
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
