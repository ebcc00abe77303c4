import type { PortRequestDeps } from '../port-request/port-request.edge.ts';
import { defineRoute, noQuery } from '../runtime/route.ts';
import { addExamples } from './add-examples.ts';
import { incidentAnswer, incidentCommandHttp, incidentPath, incidentTag } from './incident.edge.ts';
import { examplesBody, givenExamples } from './incident-schema.ts';

export const route = defineRoute({
  operationId: 'addCallExamples',
  method: 'POST',
  path: '/v1/port-requests/{id}/incidents/{incidentId}/examples',
  summary: 'Add calls that did not arrive',
  description:
    'Each is judged by itself: one that does not count stays listed with its problem. With the third that counts, bad routing is reported to the carrier. A resolved incident is open again by it.',
  tag: incidentTag,
  access: 'port-requests:write',
  idempotency: 'honoured',
  pathParameters: incidentPath,
  query: noQuery,
  body: examplesBody,
  answers: { 200: incidentAnswer },
  problems: ['incident.not_found', 'port_request.move_not_allowed', 'request.refused'],
});

export const newHandler = (deps: () => PortRequestDeps) =>
  incidentCommandHttp(route, deps, ({ request, incidentId, facts, actor, body }) =>
    addExamples(request, incidentId, givenExamples(body.examples), facts, actor),
  );
