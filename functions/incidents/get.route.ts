import { gatherFacts } from '../port-request/gather-facts.edge.ts';
import type { PortRequestDeps } from '../port-request/port-request.edge.ts';
import { jsonHttp } from '../runtime/json-http.ts';
import { defineRoute, noBody, noQuery } from '../runtime/route.ts';
import { bodyOf, findOwnIncident, incidentAnswer, incidentPath, incidentTag } from './incident.edge.ts';

export const route = defineRoute({
  operationId: 'getIncident',
  method: 'GET',
  path: '/v1/port-requests/{id}/incidents/{incidentId}',
  summary: 'One incident, with what helps and who acts',
  tag: incidentTag,
  access: 'port-requests:read',
  pathParameters: incidentPath,
  query: noQuery,
  body: noBody,
  answers: { 200: incidentAnswer },
  problems: ['incident.not_found'],
});

export const newHandler = (deps: () => PortRequestDeps) =>
  jsonHttp(route, deps, findOwnIncident, async (real, { http }, { request, incident }) => ({
    status: 200,
    body: bodyOf(incident, request, await gatherFacts(real), http),
  }));
