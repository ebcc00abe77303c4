import * as z from 'zod';
import { cancel } from './cancel.ts';
import { commandHttp, commandRoute } from './command.edge.ts';
import { longText } from './field-schemas.ts';
import type { PortRequestDeps } from './port-request.edge.ts';

export const route = commandRoute({
  operationId: 'cancelPortRequest',
  name: 'cancellation',
  summary: 'Cancel for good, in every status before the start',
  body: z.strictObject({ reason: longText(500).nullish() }),
  problems: ['port_request.move_not_allowed'],
});

export const newHandler = (deps: () => PortRequestDeps) =>
  commandHttp(route, deps, ({ request, facts, actor, body }) =>
    cancel(request, body.reason ?? null, facts, actor),
  );
