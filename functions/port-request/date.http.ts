import * as z from 'zod';
import { changeDate } from './change-date.ts';
import { commandHttp, commandRoute } from './command.edge.ts';
import { localDate } from './field-schemas.ts';
import type { PortRequestDeps } from './port-request.edge.ts';

export const route = commandRoute({
  operationId: 'changeDate',
  name: 'date',
  summary: 'Ask for another day of an approved port',
  description:
    'A working day of the start window, today or later, is only noted as `plannedDate`: the port is started by a person anyway. A later one, at least ten working days from today, needs a new approval: the attempt is closed as replanned and the next one is submitted.',
  body: z.strictObject({ date: localDate }),
  problems: ['port_request.move_not_allowed', 'request.refused'],
});

export const newHandler = (deps: () => PortRequestDeps) =>
  commandHttp(route, deps, ({ request, facts, actor, body }) => changeDate(request, body.date, facts, actor));
