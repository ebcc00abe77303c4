import * as z from 'zod';
import { type JsonDeps, jsonHttp, nothingToFind } from './runtime/json-http.ts';
import { defineRoute, noBody, noPathParameters, noQuery } from './runtime/route.ts';

export const route = defineRoute({
  operationId: 'getOpenApi',
  method: 'GET',
  path: '/v1/openapi.json',
  summary: 'This description',
  tag: 'Service',
  access: 'public',
  pathParameters: noPathParameters,
  query: noQuery,
  body: noBody,
  answers: {
    200: { description: 'OpenAPI 3.1', schema: z.looseObject({ openapi: z.string() }) },
  },
});

type OpenApiDeps = JsonDeps & { readonly openApiDocument: () => Promise<unknown> };

export const newHandler = (deps: () => OpenApiDeps) =>
  jsonHttp(route, deps, nothingToFind, async ({ openApiDocument }) => ({
    status: 200,
    body: await openApiDocument(),
  }));
