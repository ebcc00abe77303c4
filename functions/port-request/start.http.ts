import * as z from 'zod';
import { defineRoute, noQuery } from '../runtime/route.ts';
import { commandHttp } from './command.edge.ts';
import { type PortRequestDeps, portRequestAnswer, portRequestPath } from './port-request.edge.ts';
import { start } from './start.ts';

export const route = defineRoute({
  operationId: 'startPort',
  method: 'POST',
  path: '/v1/port-requests/{id}/start',
  summary: 'Start the port now',
  description:
    'On a working day of the start window, 09:00 to 15:00 in Brussels. From then on the line may be dead for two hours, or 24 for a complex port.',
  tag: 'Port requests',
  access: 'port-requests:write',
  idempotency: 'honoured',
  pathParameters: portRequestPath,
  query: noQuery,
  body: z.strictObject({}),
  answers: { 200: portRequestAnswer },
  problems: ['window.closed', 'port_request.move_not_allowed'],
});

export const newHandler = (deps: () => PortRequestDeps) =>
  commandHttp(route, deps, ({ request, facts, actor }) => start(request, facts, actor));
