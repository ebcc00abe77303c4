import * as z from 'zod';
import type { PortRequestDeps } from '../port-request/port-request.edge.ts';
import { defineRoute, noQuery } from '../runtime/route.ts';
import { resolveIncident } from './change-incident.ts';
import { incidentAnswer, incidentCommandHttp, incidentPath, incidentTag } from './incident.edge.ts';
import { noteText } from './incident-schema.ts';

export const route = defineRoute({
  operationId: 'resolveIncident',
  method: 'POST',
  path: '/v1/port-requests/{id}/incidents/{incidentId}/resolution',
  summary: 'Close an incident, with what came of it',
  description:
    'The note is shown with the incident. Of one that is closed, only another note is new. After an erasure a note is refused.',
  tag: incidentTag,
  access: 'desk',
  idempotency: 'honoured',
  pathParameters: incidentPath,
  query: noQuery,
  body: z.strictObject({ note: noteText }),
  answers: { 200: incidentAnswer },
  problems: ['incident.not_found', 'port_request.move_not_allowed', 'request.refused'],
});

export const newHandler = (deps: () => PortRequestDeps) =>
  incidentCommandHttp(route, deps, ({ request, incidentId, facts, actor, body }) =>
    resolveIncident(request, incidentId, body.note ?? null, facts, actor),
  );
