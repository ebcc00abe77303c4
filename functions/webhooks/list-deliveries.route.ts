import * as z from 'zod';
import { readCursor, writeCursor } from '../runtime/cursor.ts';
import { jsonHttp } from '../runtime/json-http.ts';
import { defineRoute, noBody } from '../runtime/route.ts';
import {
  deliveryView,
  type EndpointDeps,
  endpointPath,
  findEndpoint,
  toDeliveryBody,
  webhookTag,
} from './endpoint.edge.ts';

export const route = defineRoute({
  operationId: 'listWebhookDeliveries',
  method: 'GET',
  path: '/v1/webhook-endpoints/{endpointId}/deliveries',
  summary: 'What was sent to an endpoint and what came of it, newest first',
  description: 'Every attempt with what was answered. Deliveries that are done are kept for 30 days.',
  tag: webhookTag,
  access: 'port-requests:write',
  pathParameters: endpointPath,
  query: z.object({
    limit: z.coerce.number().int().min(1).max(100).default(25),
    cursor: z.string().max(2000).optional(),
  }),
  body: noBody,
  answers: {
    200: {
      description: 'A page of deliveries; pass `nextCursor` on to go on',
      schema: z.strictObject({ items: z.array(deliveryView), nextCursor: z.string().nullable() }),
    },
  },
  problems: ['webhook_endpoint.not_found', 'cursor.invalid'],
});

const place = z.int().min(1);

export const newHandler = (deps: () => EndpointDeps) =>
  jsonHttp(route, deps, findEndpoint, async (real, { caller, query }, { endpoint }) => {
    const cursorKey = await real.cursorKey();
    const binding = `webhook-deliveries ${JSON.stringify([caller.tenant, endpoint.id])}`;
    const before =
      query.cursor === undefined ? undefined : place.parse(readCursor(cursorKey, binding, query.cursor));
    // One more than asked for tells whether there is a next page.
    const found = await real.deliveries.list(endpoint.id, { limit: query.limit + 1, before });
    const page = found.slice(0, query.limit);
    const last = page.at(-1);
    return {
      status: 200,
      body: {
        items: page.map(toDeliveryBody),
        nextCursor:
          found.length > page.length && last !== undefined
            ? writeCursor(cursorKey, binding, last.position)
            : null,
      },
    };
  });
