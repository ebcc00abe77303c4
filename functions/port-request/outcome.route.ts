import * as z from 'zod';
import { readNumberItem } from '../numbers/number-item.ts';
import { commandHttp, commandRoute } from './command.edge.ts';
import { instant, longText, numberItemInput } from './field-schemas.ts';
import { outcomes, recordOutcome } from './outcome.ts';
import type { PortRequestDeps } from './port-request.edge.ts';
import { currentAttempt } from './port-request.ts';

export const route = commandRoute({
  operationId: 'recordOutcome',
  name: 'outcome',
  access: 'desk',
  tag: 'Desk',
  summary: 'Record what really happened, when no event could say it',
  description:
    'Completed from approved, ready_to_start, in_progress and expired; numbers that are neither named nor confirmed before stay with the old operator. Failed from in_progress: the port is rolled back whole. The reason is kept as a note of the desk.',
  body: z.strictObject({
    outcome: z.enum(outcomes),
    numbers: z.array(numberItemInput).min(1).max(500).nullish().describe('Default: all'),
    at: instant.describe('Not in the future, nor before the attempt was submitted'),
    reason: longText(2000),
  }),
  problems: ['port_request.move_not_allowed', 'request.refused'],
});

export const newHandler = (deps: () => PortRequestDeps) =>
  commandHttp(route, deps, async ({ request, requests, facts, actor, body }) => {
    const attempt = currentAttempt(request);
    const submitted = attempt && (await requests.attemptContent(request.id, attempt.number));
    const told = { ...body, numbers: body.numbers?.map(readNumberItem) };
    return recordOutcome(request, told, submitted, facts, actor);
  });
