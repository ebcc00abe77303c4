import * as z from 'zod';
import { defineRoute, noQuery } from '../runtime/route.ts';
import { commandHttp } from './command.edge.ts';
import { type PortRequestDeps, portRequestAnswer, portRequestPath } from './port-request.edge.ts';
import { submit } from './submit.ts';

export const route = defineRoute({
  operationId: 'submitPortRequest',
  method: 'POST',
  path: '/v1/port-requests/{id}/submission',
  summary: 'Submit a draft, or resubmit after a rejection or an expiry as the next attempt',
  tag: 'Port requests',
  access: 'port-requests:write',
  idempotency: 'honoured',
  pathParameters: portRequestPath,
  query: noQuery,
  body: z.strictObject({}),
  answers: { 200: portRequestAnswer },
  problems: ['request.refused', 'numbers.already_porting', 'port_request.move_not_allowed'],
});

export const newHandler = (deps: () => PortRequestDeps) =>
  commandHttp(route, deps, ({ request, facts, actor }) => submit(request, facts, actor));
