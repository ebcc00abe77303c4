import * as z from 'zod';
import { defineRoute, noQuery } from '../runtime/route.ts';
import { cancel } from './cancel.ts';
import { commandHttp } from './command.edge.ts';
import { longText } from './field-schemas.ts';
import { type PortRequestDeps, portRequestAnswer, portRequestPath } from './port-request.edge.ts';

export const route = defineRoute({
  operationId: 'cancelPortRequest',
  method: 'POST',
  path: '/v1/port-requests/{id}/cancellation',
  summary: 'Cancel for good, in every status before the start',
  tag: 'Port requests',
  access: 'port-requests:write',
  idempotency: 'honoured',
  pathParameters: portRequestPath,
  query: noQuery,
  body: z.strictObject({ reason: longText(500).nullish() }),
  answers: { 200: portRequestAnswer },
  problems: ['port_request.move_not_allowed'],
});

export const newHandler = (deps: () => PortRequestDeps) =>
  commandHttp(route, deps, ({ request, facts, actor, body }) =>
    cancel(request, body.reason ?? null, facts, actor),
  );
