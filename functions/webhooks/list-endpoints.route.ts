import * as z from 'zod';
import { readCursor, writeCursor } from '../runtime/cursor.ts';
import { jsonHttp, nothingToFind } from '../runtime/json-http.ts';
import { pageOf, pageQuery, pageView } from '../runtime/pages.ts';
import { defineRoute, noBody, noPathParameters } from '../runtime/route.ts';
import { type EndpointDeps, endpointView, toEndpointBody, webhookTag } from './endpoint.edge.ts';

export const route = defineRoute({
  operationId: 'listWebhookEndpoints',
  method: 'GET',
  path: '/v1/webhook-endpoints',
  summary: 'Your webhook endpoints, newest first',
  description:
    'The desk, too, is given those of the tenant that its token names; one whose id it knows it may read, whoever has it.',
  tag: webhookTag,
  access: 'port-requests:write',
  pathParameters: noPathParameters,
  query: z.object(pageQuery),
  body: noBody,
  answers: {
    200: {
      description: 'A page of endpoints; pass `nextCursor` on to go on',
      schema: pageView(endpointView),
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
    const { items, nextCursor } = pageOf(found, query.limit, ({ id }) => writeCursor(cursorKey, binding, id));
    return { status: 200, body: { items: items.map(toEndpointBody), nextCursor } };
  });
