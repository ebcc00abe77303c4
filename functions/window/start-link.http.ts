import * as z from 'zod';
import { commandHttp, commandRoute } from '../port-request/command.edge.ts';
import type { PortRequestDeps } from '../port-request/port-request.edge.ts';
import { renewStartLink } from '../port-request/renew-start-link.ts';

export const route = commandRoute({
  operationId: 'renewStartLink',
  name: 'start-link',
  summary: 'Mail a new start link; the earlier ones are void',
  body: z.strictObject({}),
  problems: ['port_request.move_not_allowed'],
});

export const newHandler = (deps: () => PortRequestDeps) =>
  commandHttp(route, deps, ({ request, facts, actor }) => renewStartLink(request, facts, actor));
