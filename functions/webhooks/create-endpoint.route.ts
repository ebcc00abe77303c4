import * as z from 'zod';
import { email, language as languageOf } from '../port-request/field-schemas.ts';
import { problemLanguageOf, problemOf } from '../port-request/port-request.edge.ts';
import type { ProblemEntry } from '../problems/problem-entry.ts';
import { jsonHttp, nothingToFind } from '../runtime/json-http.ts';
import { defineRoute, noPathParameters, noQuery } from '../runtime/route.ts';
import {
  changeEndpoints,
  type EndpointDeps,
  endpointWithSecretView,
  toEndpointBody,
  webhookTag,
} from './endpoint.edge.ts';
import { secretOf } from './endpoint-secret.ts';
import { mostEndpoints, newEndpoint, typePatterns } from './webhook-endpoint.ts';

export const route = defineRoute({
  operationId: 'createWebhookEndpoint',
  method: 'POST',
  path: '/v1/webhook-endpoints',
  summary: 'Be told of events as they happen',
  description:
    'Every event of the types is sent to the URL, signed by Standard Webhooks with the `secret` that is shown this once. An answer of 2xx within 10 seconds takes it; anything else is tried again for 72 hours. The events of one port request come in order: the next one waits for the one before it. The same event may come more than once: `webhook-id` is its `id`.',
  tag: webhookTag,
  access: 'port-requests:write',
  idempotency: 'honoured',
  pathParameters: noPathParameters,
  query: noQuery,
  body: z.strictObject({
    url: z
      .string()
      .max(2000)
      // Its reader drops line breaks; a mail that names it would show them.
      .regex(/^https?:\/\/[!-~]+$/, {
        error: 'must begin with https:// and hold neither blanks nor letters beyond ASCII',
        abort: true,
      })
      .refine(URL.canParse, 'must be a URL')
      .meta({ format: 'uri', example: 'https://portal.example/hooks/porting' })
      .describe('Has to begin with `https://` and lead to a public address'),
    types: z.array(z.enum(typePatterns)).min(1).max(typePatterns.length),
    contactEmail: email,
    language: languageOf.default('en').describe('Of the mail to `contactEmail`'),
  }),
  answers: {
    201: {
      description: 'The endpoint; events are sent to it from now on',
      schema: endpointWithSecretView,
      headers: { Location: 'Where it can be read' },
    },
  },
  problems: ['request.refused'],
});

const tooMany: ProblemEntry = {
  code: 'webhook_endpoints.too_many',
  pointer: '',
  parameters: { maximum: mostEndpoints },
};

export const newHandler = (deps: () => EndpointDeps) =>
  jsonHttp(route, deps, nothingToFind, async (real, { http, caller, body, remember }) => {
    const language = problemLanguageOf(http);
    const faults = (await real.receivers.faultsOf(body.url)).map(
      (fault): ProblemEntry => ({ code: `webhook_endpoint.${fault}`, pointer: '/url' }),
    );
    const key = await real.webhookKey();
    const endpoint = newEndpoint(
      { ...body, types: [...new Set(body.types)], id: real.newId('whe') },
      real.now(),
    );
    const shown = toEndpointBody(endpoint);
    const answer = {
      status: 201,
      headers: { location: `${http.pathPrefix}/v1/webhook-endpoints/${endpoint.id}` },
      body: { ...shown, secret: secretOf(key, endpoint, endpoint.secretGeneration) },
      keptBody: { ...shown, secret: null },
    };
    return changeEndpoints(
      real,
      caller.tenant,
      ({ endpoints }) => {
        const problems = [...faults, ...(endpoints.length < mostEndpoints ? [] : [tooMany])];
        return problems.length === 0
          ? { after: [...endpoints, endpoint], answer }
          : { problem: problemOf({ kind: 'refused', problems }, language) };
      },
      remember,
    );
  });
