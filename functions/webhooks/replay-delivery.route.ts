import * as z from 'zod';
import { jsonHttp } from '../runtime/json-http.ts';
import { ProblemError } from '../runtime/problem.ts';
import { defineRoute, noQuery } from '../runtime/route.ts';
import {
  deliveryView,
  type EndpointDeps,
  endpointPath,
  findEndpoint,
  readDeliveryId,
  toDeliveryBody,
  webhookTag,
} from './endpoint.edge.ts';

export const route = defineRoute({
  operationId: 'replayWebhookDelivery',
  method: 'POST',
  path: '/v1/webhook-endpoints/{endpointId}/deliveries/{deliveryId}/replay',
  summary: 'Send an event once more',
  description:
    'The same event under the same `webhook-id`, within a minute, behind what already waits of the same port request. Where it fails again and something waits behind it, it is given up. Of a delivery that waits for its next attempt, that attempt is made now.',
  tag: webhookTag,
  access: 'port-requests:write',
  idempotency: 'honoured',
  pathParameters: endpointPath.extend({
    deliveryId: z.string().meta({ description: 'The delivery.', example: 'whd_000000000042' }),
  }),
  query: noQuery,
  body: z.strictObject({}),
  answers: { 202: { description: 'It is on its way', schema: deliveryView } },
  problems: ['webhook_endpoint.not_found', 'webhook_delivery.not_found', 'webhook_endpoint.disabled'],
});

export const newHandler = (deps: () => EndpointDeps) =>
  jsonHttp(
    route,
    deps,
    async (real, call, caller) => {
      const found = await findEndpoint(real, call, caller);
      const position = readDeliveryId(call.pathParameters['deliveryId'] ?? '');
      const delivery =
        position === undefined ? undefined : await real.deliveries.find(found.endpoint.id, position);
      if (delivery === undefined) throw new ProblemError({ code: 'webhook_delivery.not_found' });
      return { ...found, delivery };
    },
    async (real, _, { endpoint, of: { tenant }, delivery }) => {
      if (endpoint.status === 'disabled')
        return {
          problem: {
            code: 'webhook_endpoint.disabled',
            detail: 'Nothing is sent to a disabled endpoint. Enable it first.',
          },
        };
      const after = await real.deliveries.again(delivery, tenant, real.wallClock());
      return { status: 202, body: toDeliveryBody(after) };
    },
  );
