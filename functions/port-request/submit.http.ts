import * as z from 'zod';
import { commandHttp, commandRoute } from './command.edge.ts';
import type { PortRequestDeps } from './port-request.edge.ts';
import { submit } from './submit.ts';

export const route = commandRoute({
  operationId: 'submitPortRequest',
  name: 'submission',
  summary: 'Submit a draft, or resubmit after a rejection or an expiry as the next attempt',
  body: z.strictObject({}),
  problems: ['request.refused', 'numbers.already_porting', 'port_request.move_not_allowed'],
});

export const newHandler = (deps: () => PortRequestDeps) =>
  commandHttp(route, deps, ({ request, facts, actor }) => submit(request, facts, actor));
