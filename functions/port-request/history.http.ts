import * as z from 'zod';
import { jsonHttp } from '../runtime/json-http.ts';
import { defineRoute, noBody, noQuery } from '../runtime/route.ts';
import { historyEntrySchema } from './history-schema.ts';
import { findOwnRequest, type PortRequestDeps, portRequestPath } from './port-request.edge.ts';

export const route = defineRoute({
  operationId: 'getHistory',
  method: 'GET',
  path: '/v1/port-requests/{id}/history',
  summary: 'Everything that happened to a request, oldest first',
  tag: 'Port requests',
  access: 'port-requests:read',
  pathParameters: portRequestPath,
  query: noQuery,
  body: noBody,
  answers: {
    200: { description: 'The whole history', schema: z.strictObject({ items: z.array(historyEntrySchema) }) },
  },
});

export const newHandler = (deps: () => PortRequestDeps) =>
  jsonHttp(route, deps, findOwnRequest, async ({ requests }, _, { id }) => ({
    status: 200,
    body: { items: await requests.history(id) },
  }));
