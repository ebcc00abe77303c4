import type { PortRequestDeps } from '../port-request/port-request.edge.ts';
import { defineRoute, noQuery } from '../runtime/route.ts';
import { changeIncident } from './change-incident.ts';
import { incidentAnswer, incidentCommandHttp, incidentPath, incidentTag } from './incident.edge.ts';
import { changeBody } from './incident-schema.ts';

export const route = defineRoute({
  operationId: 'changeIncident',
  method: 'PATCH',
  path: '/v1/port-requests/{id}/incidents/{incidentId}',
  summary: "Change an incident's diagnosis, actor or status, or add a note",
  description:
    'Another diagnosis begins with that one’s first step unless `actor` and `status` are given. `with_carrier` reports the incident to the carrier, `resolved` closes it, any other status opens it again. What changes nothing records nothing. Only bad routing waits for examples. After an erasure a note is refused.',
  tag: incidentTag,
  access: 'desk',
  pathParameters: incidentPath,
  query: noQuery,
  body: changeBody,
  bodyMediaTypes: ['application/merge-patch+json', 'application/json'],
  answers: { 200: incidentAnswer },
  problems: ['incident.not_found', 'port_request.move_not_allowed', 'request.refused'],
});

export const newHandler = (deps: () => PortRequestDeps) =>
  incidentCommandHttp(route, deps, ({ request, incidentId, facts, actor, body }) =>
    changeIncident(request, incidentId, body, facts, actor),
  );
