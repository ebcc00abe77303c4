import { jsonHttp } from '../runtime/json-http.ts';
import { defineRoute, noBody, noQuery } from '../runtime/route.ts';
import {
  changeEndpoint,
  type EndpointDeps,
  endpointPath,
  findEndpoint,
  webhookTag,
} from './endpoint.edge.ts';

export const route = defineRoute({
  operationId: 'deleteWebhookEndpoint',
  method: 'DELETE',
  path: '/v1/webhook-endpoints/{endpointId}',
  summary: 'Be told no more',
  description: 'Nothing more is sent, also not of what waits. The feed of events has all of it.',
  tag: webhookTag,
  access: 'port-requests:write',
  pathParameters: endpointPath,
  query: noQuery,
  body: noBody,
  answers: { 204: { description: 'It is gone' } },
  problems: ['webhook_endpoint.not_found'],
});

export const newHandler = (deps: () => EndpointDeps) =>
  jsonHttp(route, deps, findEndpoint, (real, { remember }, found) =>
    changeEndpoint(real, found, () => ({ after: undefined, answer: { status: 204, body: null } }), remember),
  );
