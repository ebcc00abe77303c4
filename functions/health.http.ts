import * as z from 'zod';
import { currentRules } from './port-request/porting-rules.ts';
import { type JsonDeps, jsonHttp, nothingToFind } from './runtime/json-http.ts';
import { defineRoute, noBody, noPathParameters, noQuery } from './runtime/route.ts';

export const route = defineRoute({
  operationId: 'getHealth',
  method: 'GET',
  path: '/v1/health',
  summary: 'Whether the service answers, and by which rules',
  tag: 'Service',
  access: 'public',
  pathParameters: noPathParameters,
  query: noQuery,
  body: noBody,
  answers: {
    200: {
      description: 'It answers',
      schema: z.strictObject({ status: z.literal('ok'), rulesVersion: z.string() }),
    },
  },
});

export const newHandler = (deps: () => JsonDeps) =>
  jsonHttp(route, deps, nothingToFind, async () => ({
    status: 200,
    body: { status: 'ok', rulesVersion: currentRules.version },
  }));
