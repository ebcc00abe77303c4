import { type ResponseType, ResponseType as Type } from 'aws-cdk-lib/aws-apigateway';
import { problemCatalogue } from '../functions/problems/problem-catalogue.ts';
import { type AnswerCode, problemAnswer } from '../functions/runtime/problem.ts';

/** What the gateway answers by itself: its type, the status, headers as literals, and the template of the body. */
export type GatewayAnswer = {
  readonly id: string;
  readonly type: ResponseType;
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
};

const retryAfterSeconds = '1';

/** Which refusal stands for each of the gateway's own; those that are not named here fall to the two defaults. */
const codes: readonly {
  readonly id: string;
  readonly type: ResponseType;
  readonly code: AnswerCode;
  readonly headers?: Readonly<Record<string, string>>;
}[] = [
  // An authorizer without identity sources always runs, so this is the rare call that reaches none.
  {
    id: 'Unauthorized',
    type: Type.UNAUTHORIZED,
    code: 'auth.token_missing',
    headers: { 'www-authenticate': 'Bearer' },
  },
  {
    id: 'InvalidSignature',
    type: Type.INVALID_SIGNATURE,
    code: 'auth.token_invalid',
    headers: { 'www-authenticate': 'Bearer' },
  },
  {
    id: 'ExpiredToken',
    type: Type.EXPIRED_TOKEN,
    code: 'auth.token_invalid',
    headers: { 'www-authenticate': 'Bearer' },
  },
  // The gateway's own text repeats the header it could not read.
  { id: 'MissingAuthenticationToken', type: Type.MISSING_AUTHENTICATION_TOKEN, code: 'route.not_found' },
  { id: 'ResourceNotFound', type: Type.RESOURCE_NOT_FOUND, code: 'route.not_found' },
  { id: 'RequestTooLarge', type: Type.REQUEST_TOO_LARGE, code: 'request.too_large' },
  { id: 'UnsupportedMediaType', type: Type.UNSUPPORTED_MEDIA_TYPE, code: 'request.unsupported_media_type' },
  {
    id: 'Throttled',
    type: Type.THROTTLED,
    code: 'rate.exceeded',
    headers: { 'retry-after': retryAfterSeconds },
  },
  {
    id: 'QuotaExceeded',
    type: Type.QUOTA_EXCEEDED,
    code: 'rate.exceeded',
    headers: { 'retry-after': retryAfterSeconds },
  },
  { id: 'FirewallBlocked', type: Type.WAF_FILTERED, code: 'request.refused' },
  ...(
    [
      ['IntegrationFailure', Type.INTEGRATION_FAILURE],
      ['IntegrationTimeout', Type.INTEGRATION_TIMEOUT],
      ['AuthorizerFailure', Type.AUTHORIZER_FAILURE],
      ['AuthorizerConfigurationError', Type.AUTHORIZER_CONFIGURATION_ERROR],
    ] as const
  ).map(([id, type]) => ({
    id,
    type,
    code: 'service.unavailable' as const,
    headers: { 'retry-after': retryAfterSeconds },
  })),
  { id: 'Default4xx', type: Type.DEFAULT_4XX, code: 'request.malformed' },
  { id: 'Default5xx', type: Type.DEFAULT_5XX, code: 'internal.error' },
];

const toGatewayAnswer = (
  id: string,
  type: ResponseType,
  code: AnswerCode,
  headers: Readonly<Record<string, string>> = {},
  rewrite: (body: string) => string = (body) => body,
): GatewayAnswer => {
  // The route, never the path: a start token stands in one, and the gateway does not escape what it fills in.
  const { status } = problemCatalogue[code];
  const answer = problemAnswer(
    // Every 400 and 422 has a list of what is wrong; the gateway knows of no more than its code says.
    { code, headers, ...(status === 400 || status === 422 ? { members: { errors: [] } } : {}) },
    '$context.resourcePath',
  );
  return { id, type, status, headers: answer.headers, body: rewrite(answer.body) };
};

/**
 * The gateway's own answers as problem documents, made by the function that makes all others. The denial of the
 * authorizer says by itself whether the token is missing or wrong: its context carries the code and its title.
 */
export const gatewayAnswers: readonly GatewayAnswer[] = [
  ...codes.map(({ id, type, code, headers }) => toGatewayAnswer(id, type, code, headers)),
  toGatewayAnswer(
    'AccessDenied',
    Type.ACCESS_DENIED,
    'auth.token_invalid',
    { 'www-authenticate': 'Bearer' },
    (body) =>
      body
        .replaceAll('auth.token_invalid', '$context.authorizer.code')
        .replaceAll('Token invalid', '$context.authorizer.title'),
  ),
];
