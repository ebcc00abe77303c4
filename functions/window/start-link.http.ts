import * as z from 'zod';
import { commandHttp } from '../port-request/command.edge.ts';
import {
  type PortRequestDeps,
  portRequestAnswer,
  portRequestPath,
} from '../port-request/port-request.edge.ts';
import { renewStartLink } from '../port-request/renew-start-link.ts';
import { defineRoute, noQuery } from '../runtime/route.ts';

export const route = defineRoute({
  operationId: 'renewStartLink',
  method: 'POST',
  path: '/v1/port-requests/{id}/start-link',
  summary: 'Mail a new start link; the earlier ones are void',
  tag: 'Port requests',
  access: 'port-requests:write',
  idempotency: 'honoured',
  pathParameters: portRequestPath,
  query: noQuery,
  body: z.strictObject({}),
  answers: { 200: portRequestAnswer },
  problems: ['port_request.move_not_allowed'],
});

export const newHandler = (deps: () => PortRequestDeps) =>
  commandHttp(route, deps, ({ request, facts, actor }) => renewStartLink(request, facts, actor));
