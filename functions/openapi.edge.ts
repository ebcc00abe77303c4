import * as z from 'zod';
import { createDocument, type ZodOpenApiOperationObject, type ZodOpenApiPathsObject } from 'zod-openapi';
import { scanStatuses } from './authorisation/signed-mandate.ts';
import { webhookBodyView } from './events/feed-event.ts';
import { operatorEventTypes } from './operator/operator-event.ts';
import { allowedActionNames } from './port-request/allowed-actions.ts';
import { problemEntryView } from './port-request/representation-schema.ts';
import { statuses } from './port-request/status.ts';
import { type ProblemCode, problemCatalogue } from './problems/problem-catalogue.ts';
import { routes } from './routes.ts';
import { problemMediaType } from './runtime/problem.ts';
import { type AnswerSchema, noBody, type Route, scopes } from './runtime/route.ts';
import { webhookTag } from './webhooks/endpoint.edge.ts';

/** Codes are added, never dropped: a client has to live with one that it does not know. */
const answerCodes = Object.entries(problemCatalogue).flatMap(([code, { status }]) =>
  status === null ? [] : [code],
);

const instant = z.string().meta({ format: 'date-time' });

const problemDocument = z
  .looseObject({
    type: z.string(),
    title: z.string(),
    status: z.int(),
    detail: z.string(),
    instance: z.string(),
    code: z.string().meta({ example: 'numbers.already_porting', 'x-extensible-enum': answerCodes }),
    errors: z.array(problemEntryView).optional().describe('All of them at once; on every 400 and 422.'),
    requiredScope: z.enum(scopes).optional().describe('With `auth.scope_missing`'),
    requestStatus: z
      .enum(statuses)
      .optional()
      .describe('With `port_request.move_not_allowed` and `operator_event.not_expected`: its status now'),
    allowedActions: z
      .array(z.enum(allowedActionNames))
      .optional()
      .describe('With `port_request.move_not_allowed`: what is possible instead'),
    attempt: z
      .int()
      .nullable()
      .optional()
      .describe('With `operator_event.not_expected`: the attempt under way'),
    allowedEvents: z
      .array(z.enum(operatorEventTypes))
      .optional()
      .describe('With `operator_event.not_expected`: what would fit'),
    opensAt: instant
      .nullable()
      .optional()
      .describe('With `window.closed`: when it opens next; null once it is over'),
    closesAt: instant.nullable().optional().describe("With `window.closed`: the end of that day's hours"),
    lastDay: z
      .string()
      .meta({ format: 'date' })
      .optional()
      .describe('With `window.closed`: the last day of the window'),
    scanStatus: z.enum(scanStatuses).optional().describe('With `document.not_clean`'),
  })
  .meta({ id: 'Problem' });

const isTokenRoute = ({ access }: Route): boolean =>
  access === 'port-requests:read' || access === 'port-requests:write' || access === 'desk';

/** The refusals a route can give besides those it names itself: they follow from what it takes. */
const impliedProblems = (route: Route): readonly ProblemCode[] => {
  const { access, body, idempotency, path, query } = route;
  const readsJson = body !== noBody && access !== 'start-link';
  const readsQuery = query instanceof z.ZodObject && Object.keys(query.shape).length > 0;
  return [
    ...(isTokenRoute(route)
      ? (['auth.token_missing', 'auth.token_invalid', 'auth.scope_missing'] as const)
      : []),
    ...(path.includes('{id}') ? (['port_request.not_found'] as const) : []),
    ...(body === noBody ? [] : (['request.too_large'] as const)),
    ...(readsJson ? (['request.unsupported_media_type'] as const) : []),
    ...(readsJson || readsQuery ? (['request.malformed'] as const) : []),
    ...(idempotency === 'required' ? (['idempotency.key_missing'] as const) : []),
    ...(idempotency === undefined ? [] : (['idempotency.key_malformed', 'idempotency.key_reused'] as const)),
    // By whoever stands before all routes and counts calls by their address.
    'rate.exceeded',
    'internal.error',
    'service.unavailable',
  ];
};

const requestId = z.string().describe('The id of this call, for questions about it');

const problemHeaders = (status: number, route: Route) =>
  z.object({
    'x-request-id': requestId,
    ...(status === 401 && isTokenRoute(route) ? { 'www-authenticate': z.literal('Bearer') } : {}),
    ...(status === 429 || status === 503
      ? { 'retry-after': z.string().describe('After how many seconds to call again') }
      : {}),
  });

const problemResponses = (route: Route) => {
  const codes = new Set<ProblemCode>([...impliedProblems(route), ...(route.problems ?? [])]);
  const byStatus = Map.groupBy([...codes], (code) => problemCatalogue[code].status ?? 0);
  return Object.fromEntries(
    [...byStatus]
      .filter(([status]) => status > 0 && route.answers[status] === undefined)
      .sort(([one], [other]) => one - other)
      .map(([status, of]) => [
        `${status}`,
        {
          description: of.map((code) => `\`${code}\``).join(', '),
          headers: problemHeaders(status, route),
          content: { [problemMediaType]: { schema: problemDocument } },
        },
      ]),
  );
};

const replayed = z.literal('true').optional().describe('Where this answer was given before');

const answerHeaders = ({ idempotency }: Route, { headers = {} }: AnswerSchema) =>
  z.object({
    'x-request-id': requestId,
    ...(idempotency === undefined ? {} : { 'idempotency-replayed': replayed }),
    ...Object.fromEntries(
      Object.entries(headers).map(([name, description]) => [name, z.string().describe(description)]),
    ),
  });

/** Bytes as OpenAPI 3.1 describes them: a string is what JSON Schema calls whatever is no JSON. */
const bytesOf = (contentMediaType: string) => ({ type: 'string', contentMediaType }) as const;

const answerResponses = (route: Route) =>
  Object.fromEntries(
    Object.entries(route.answers).map(([status, answer]) => {
      const { description, schema, mediaType, isBinary } = answer;
      return [
        status,
        {
          description,
          headers: answerHeaders(route, answer),
          ...(schema === undefined ? {} : { content: { 'application/json': { schema } } }),
          ...(mediaType === undefined
            ? {}
            : { content: { [mediaType]: { schema: isBinary ? bytesOf(mediaType) : z.string() } } }),
        },
      ];
    }),
  );

const idempotencyKey = z
  .string()
  .min(1)
  .max(255)
  // Blanks around a header's value are no part of it.
  .meta({ pattern: '^[\\x21-\\x7e](?:[\\x20-\\x7e]*[\\x21-\\x7e])?$' })
  .describe('Same key and body: the first answer again. Kept 72 hours.');

const acceptLanguage = z
  .string()
  .optional()
  .describe('nl, fr, en or de: the language of texts; default: the reader each text is for');

const headersOf = (route: Route) => ({
  ...route.headers?.shape,
  ...(isTokenRoute(route) ? { 'Accept-Language': acceptLanguage } : {}),
  ...(route.idempotency === 'required' ? { 'Idempotency-Key': idempotencyKey } : {}),
  ...(route.idempotency === 'honoured' ? { 'Idempotency-Key': idempotencyKey.optional() } : {}),
  ...(route.precondition === undefined
    ? {}
    : { 'If-Match': z.string().describe('The ETag of the version that was read') }),
});

const securityOf = ({ access }: Route) => {
  if (access === 'public' || access === 'start-link') return [];
  return access === 'operator-signature' ? [{ operatorSignature: [] }] : [{ bearer: [access] }];
};

const bodyOf = ({ body, bodyMediaTypes = ['application/json'] }: Route) =>
  body === noBody
    ? {}
    : {
        requestBody: {
          required: !body.safeParse({}).success,
          content: Object.fromEntries(bodyMediaTypes.map((mediaType) => [mediaType, { schema: body }])),
        },
      };

const operationOf = (route: Route): ZodOpenApiOperationObject => ({
  operationId: route.operationId,
  summary: route.summary,
  ...(route.description === undefined ? {} : { description: route.description }),
  tags: [route.tag],
  security: securityOf(route),
  requestParams: {
    ...(route.pathParameters instanceof z.ZodObject ? { path: route.pathParameters } : {}),
    ...(route.query instanceof z.ZodObject ? { query: route.query } : {}),
    header: z.object(headersOf(route)),
  },
  ...bodyOf(route),
  responses: { ...answerResponses(route), ...problemResponses(route) },
});

const pathsOf = (all: readonly Route[]): ZodOpenApiPathsObject =>
  Object.fromEntries(
    [...Map.groupBy(all, ({ path }) => path)].map(([path, ofPath]) => [
      path,
      Object.fromEntries(ofPath.map((route) => [route.method.toLowerCase(), operationOf(route)])),
    ]),
  );

/** What the receivers of webhooks are sent, as the document describes it. */
const sentToEndpoints: ZodOpenApiOperationObject = {
  operationId: 'receiveEvent',
  summary: 'What an endpoint of yours is sent, when something happens',
  description:
    'Signed by Standard Webhooks 1.0: HMAC-SHA256 over `webhook-id`, `webhook-timestamp` and the body as it came, joined by full stops. Take nothing whose signature is wrong, or whose time is more than five minutes from now.',
  tags: [webhookTag],
  security: [],
  requestParams: {
    header: z.object({
      'webhook-id': z.string().describe("The event's `id`, the same however often it is sent"),
      'webhook-timestamp': z.string().describe('When it was sent, in seconds since 1970'),
      'webhook-signature': z
        .string()
        .describe('`v1,` and base64; two, separated by a space, while the secret is changed'),
    }),
  },
  requestBody: { required: true, content: { 'application/json': { schema: webhookBodyView } } },
  responses: { '2XX': { description: 'Taken; anything else, or nothing for 10 seconds, is tried again' } },
};

/** The OpenAPI 3.1 document of the whole API, made from the route table. */
export const openApiDocument = () =>
  createDocument({
    openapi: '3.1.0',
    info: {
      title: 'MyFonzer number porting',
      version: '1.0.0',
      description:
        'Carries a Belgian number port from request to completion. Instants are UTC, local dates are days in Europe/Brussels, numbers go out as E.164. Errors are problem documents (RFC 9457) with a stable `code`.',
    },
    paths: pathsOf(routes),
    webhooks: { event: { post: sentToEndpoints } },
    components: {
      securitySchemes: {
        bearer: {
          type: 'http',
          scheme: 'bearer',
          bearerFormat: 'JWT',
          description:
            'Claims: `sub`, `tenant`, `scope` (`port-requests:read`, `port-requests:write`, `desk`).',
        },
        operatorSignature: {
          type: 'apiKey',
          in: 'header',
          name: 'webhook-signature',
          description: 'Standard Webhooks 1.0, with `webhook-id` and `webhook-timestamp`.',
        },
      },
    },
  });
