import * as z from 'zod';
import { readCursor, writeCursor } from '../runtime/cursor.ts';
import { jsonHttp, nothingToFind } from '../runtime/json-http.ts';
import { defineRoute, noBody, noPathParameters } from '../runtime/route.ts';
import { type EndpointDeps, endpointView, toEndpointBody, webhookTag } from './endpoint.edge.ts';

export const route = defineRoute({
  operationId: 'listWebhookEndpoints',
  method: 'GET',
  path: '/v1/webhook-endpoints',
  summary: 'Your webhook endpoints, newest first',
  tag: webhookTag,
  access: 'port-requests:write',
  pathParameters: noPathParameters,
  query: z.object({
    limit: z.coerce.number().int().min(1).max(100).default(25),
    cursor: z.string().max(2000).optional(),
  }),
  body: noBody,
  answers: {
    200: {
      description: 'A page of endpoints; pass `nextCursor` on to go on',
      schema: z.strictObject({ items: z.array(endpointView), nextCursor: z.string().nullable() }),
    },
  },
  problems: ['cursor.invalid'],
});

export const newHandler = (deps: () => EndpointDeps) =>
  jsonHttp(route, deps, nothingToFind, async (real, { caller: { tenant }, query }) => {
    const cursorKey = await real.cursorKey();
    const binding = `webhook-endpoints ${JSON.stringify(tenant)}`;
    const before =
      query.cursor === undefined ? undefined : z.string().parse(readCursor(cursorKey, binding, query.cursor));
    const { endpoints } = await real.endpoints.of(tenant);
    // Ids sort by when they were made.
    const found = endpoints.filter(({ id }) => before === undefined || id < before).toReversed();
    const page = found.slice(0, query.limit);
    const last = page.at(-1);
    return {
      status: 200,
      body: {
        items: page.map(toEndpointBody),
        nextCursor:
          found.length > page.length && last !== undefined ? writeCursor(cursorKey, binding, last.id) : null,
      },
    };
  });
