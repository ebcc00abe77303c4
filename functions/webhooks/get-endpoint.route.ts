import { jsonHttp } from '../runtime/json-http.ts';
import { defineRoute, noBody, noQuery } from '../runtime/route.ts';
import {
  type EndpointDeps,
  endpointPath,
  endpointView,
  findEndpoint,
  toEndpointBody,
  webhookTag,
} from './endpoint.edge.ts';

export const route = defineRoute({
  operationId: 'getWebhookEndpoint',
  method: 'GET',
  path: '/v1/webhook-endpoints/{endpointId}',
  summary: 'One webhook endpoint',
  tag: webhookTag,
  access: 'port-requests:write',
  pathParameters: endpointPath,
  query: noQuery,
  body: noBody,
  answers: { 200: { description: 'The endpoint, without its secret', schema: endpointView } },
  problems: ['webhook_endpoint.not_found'],
});

export const newHandler = (deps: () => EndpointDeps) =>
  jsonHttp(route, deps, findEndpoint, async (_, __, { endpoint }) => ({
    status: 200,
    body: toEndpointBody(endpoint),
  }));
