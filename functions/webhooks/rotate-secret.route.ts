import * as z from 'zod';
import { jsonHttp } from '../runtime/json-http.ts';
import { defineRoute, noQuery } from '../runtime/route.ts';
import {
  changeEndpoint,
  type EndpointDeps,
  endpointPath,
  endpointWithSecretView,
  findEndpoint,
  toEndpointBody,
  webhookTag,
} from './endpoint.edge.ts';
import { secretOf } from './endpoint-secret.ts';
import { withNewSecret } from './webhook-endpoint.ts';

export const route = defineRoute({
  operationId: 'rotateWebhookSecret',
  method: 'POST',
  path: '/v1/webhook-endpoints/{endpointId}/secret',
  summary: 'Give an endpoint a new secret',
  description:
    'For 24 hours everything is signed with the new secret and with the one before it: `webhook-signature` then holds two signatures, separated by a space. Rotated once more within that time, the oldest one ends at once.',
  tag: webhookTag,
  access: 'port-requests:write',
  idempotency: 'honoured',
  pathParameters: endpointPath,
  query: noQuery,
  body: z.strictObject({}),
  answers: { 200: { description: 'The endpoint with its new secret', schema: endpointWithSecretView } },
  problems: ['webhook_endpoint.not_found'],
});

export const newHandler = (deps: () => EndpointDeps) =>
  jsonHttp(route, deps, findEndpoint, async (real, { remember }, found) => {
    const key = await real.webhookKey();
    return changeEndpoint(
      real,
      found,
      (endpoint) => {
        const after = withNewSecret(endpoint, real.wallClock());
        const shown = toEndpointBody(after);
        return {
          after,
          answer: {
            status: 200,
            body: { ...shown, secret: secretOf(key, after, after.secretGeneration) },
            keptBody: { ...shown, secret: null },
          },
        };
      },
      remember,
    );
  });
