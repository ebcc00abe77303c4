import * as z from 'zod';
import { jsonHttp } from '../runtime/json-http.ts';
import { defineRoute, noQuery } from '../runtime/route.ts';
import {
  changeEndpoint,
  type EndpointDeps,
  endpointPath,
  endpointView,
  findEndpoint,
  toEndpointBody,
  webhookTag,
} from './endpoint.edge.ts';
import { enabled } from './webhook-endpoint.ts';

export const route = defineRoute({
  operationId: 'enableWebhookEndpoint',
  method: 'POST',
  path: '/v1/webhook-endpoints/{endpointId}/enablement',
  summary: 'Use an endpoint again that was disabled',
  description:
    'Events are sent to it again from now on; those of a port request of which something still waits, when that is tried next, within about an hour. What happened meanwhile stands in the feed, `GET /v1/events`; deliveries that failed can be replayed.',
  tag: webhookTag,
  access: 'port-requests:write',
  idempotency: 'honoured',
  pathParameters: endpointPath,
  query: noQuery,
  body: z.strictObject({}),
  answers: { 200: { description: 'The endpoint', schema: endpointView } },
  problems: ['webhook_endpoint.not_found'],
});

export const newHandler = (deps: () => EndpointDeps) =>
  jsonHttp(route, deps, findEndpoint, (real, { remember }, found) =>
    changeEndpoint(
      real,
      found,
      (endpoint) => {
        const after = endpoint.status === 'enabled' ? endpoint : enabled(endpoint);
        return { after, answer: { status: 200, body: toEndpointBody(after) } };
      },
      remember,
    ),
  );
