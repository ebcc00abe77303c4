import * as z from 'zod';
import { readCursor, writeCursor } from '../runtime/cursor.ts';
import { jsonHttp } from '../runtime/json-http.ts';
import { pageOf, pageQuery, pageView } from '../runtime/pages.ts';
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
  query: z.object(pageQuery),
  body: noBody,
  answers: {
    200: {
      description: 'A page of deliveries; pass `nextCursor` on to go on',
      schema: pageView(deliveryView),
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
    const { items, nextCursor } = pageOf(found, query.limit, ({ position }) =>
      writeCursor(cursorKey, binding, position),
    );
    return { status: 200, body: { items: items.map(toDeliveryBody), nextCursor } };
  });
