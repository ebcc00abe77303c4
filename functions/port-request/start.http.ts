import * as z from 'zod';
import { commandHttp, commandRoute } from './command.edge.ts';
import type { PortRequestDeps } from './port-request.edge.ts';
import { start } from './start.ts';

export const route = commandRoute({
  operationId: 'startPort',
  name: 'start',
  summary: 'Start the port now',
  description:
    'On a working day of the start window, 09:00 to 15:00 in Brussels. From then on the line may be dead for two hours, or 24 for a complex port.',
  body: z.strictObject({}),
  problems: ['window.closed', 'port_request.move_not_allowed'],
});

export const newHandler = (deps: () => PortRequestDeps) =>
  commandHttp(route, deps, ({ request, facts, actor }) => start(request, facts, actor));
