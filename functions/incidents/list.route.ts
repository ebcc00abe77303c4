import * as z from 'zod';
import { gatherFacts } from '../port-request/gather-facts.edge.ts';
import { findOwnRequest, type PortRequestDeps, portRequestPath } from '../port-request/port-request.edge.ts';
import { jsonHttp } from '../runtime/json-http.ts';
import { defineRoute, noBody, noQuery } from '../runtime/route.ts';
import { bodyOf, incidentTag } from './incident.edge.ts';
import { incidentView } from './incident-schema.ts';

export const route = defineRoute({
  operationId: 'listIncidents',
  method: 'GET',
  path: '/v1/port-requests/{id}/incidents',
  summary: 'Every incident of a port request, oldest first, resolved ones too',
  tag: incidentTag,
  access: 'port-requests:read',
  pathParameters: portRequestPath,
  query: noQuery,
  body: noBody,
  answers: {
    200: { description: 'The incidents', schema: z.strictObject({ items: z.array(incidentView) }) },
  },
});

export const newHandler = (deps: () => PortRequestDeps) =>
  jsonHttp(route, deps, findOwnRequest, async (real, { http }, request) => {
    const facts = await gatherFacts(real);
    return {
      status: 200,
      body: { items: request.incidents.map((incident) => bodyOf(incident, request, facts, http)) },
    };
  });
