import * as z from 'zod';
import { commandHttp, commandRoute } from './command.edge.ts';
import { requestReturn } from './emergency-return.ts';
import { longText } from './field-schemas.ts';
import type { PortRequestDeps } from './port-request.edge.ts';

export const route = commandRoute({
  operationId: 'requestEmergencyReturn',
  name: 'emergency-return',
  access: 'desk',
  tag: 'Desk',
  summary: 'Ask the carrier to take the numbers back',
  description:
    'Within 24 hours after completion, once. The request stays completed; the answer of the carrier is noted in `emergencyReturn`.',
  body: z.strictObject({ reason: longText(2000) }),
  problems: ['port_request.move_not_allowed'],
});

export const newHandler = (deps: () => PortRequestDeps) =>
  commandHttp(route, deps, ({ request, facts, actor, body }) =>
    requestReturn(request, body.reason, facts, actor),
  );
