import * as z from 'zod';
import { findOwnRequest, type PortRequestDeps, portRequestPath } from '../port-request/port-request.edge.ts';
import { jsonHttp } from '../runtime/json-http.ts';
import { defineRoute, noBody, noQuery } from '../runtime/route.ts';

const refusedEvent = z
  .strictObject({
    at: z.string().meta({ format: 'date-time' }),
    webhookId: z.string(),
    type: z.string(),
    attempt: z.int(),
    code: z.string().describe('Why it was refused'),
    body: z.unknown().describe('As it came; null once what names a person was erased'),
  })
  .meta({ id: 'RefusedEvent' });

export const route = defineRoute({
  operationId: 'listRefusedEvents',
  method: 'GET',
  path: '/v1/port-requests/{id}/refused-events',
  summary: "Operators' events that did not fit, oldest first",
  tag: 'Desk',
  access: 'desk',
  pathParameters: portRequestPath,
  query: noQuery,
  body: noBody,
  answers: {
    200: { description: 'The events as they came', schema: z.strictObject({ items: z.array(refusedEvent) }) },
  },
});

export const newHandler = (deps: () => PortRequestDeps) =>
  jsonHttp(route, deps, findOwnRequest, async ({ requests }, _, { id }) => ({
    status: 200,
    body: {
      items: (await requests.enclosures(id)).flatMap((enclosure) => {
        if (enclosure.kind !== 'refused_event') return [];
        const { at, webhookId, type, attempt, code, body } = enclosure;
        return [{ at, webhookId, type, attempt, code, body }];
      }),
    },
  }));
