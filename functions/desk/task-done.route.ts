import * as z from 'zod';
import { changeRequest } from '../port-request/change.ts';
import { gatherFacts } from '../port-request/gather-facts.edge.ts';
import {
  actorOf,
  answerChanged,
  type PortRequestDeps,
  problemLanguageOf,
} from '../port-request/port-request.edge.ts';
import type { PortRequest } from '../port-request/port-request.ts';
import { jsonHttp } from '../runtime/json-http.ts';
import { ProblemError } from '../runtime/problem.ts';
import { defineRoute, noQuery } from '../runtime/route.ts';
import { finishTask } from './finish-task.ts';
import { readQueueEntryId } from './queue-entry-id.ts';

export const route = defineRoute({
  operationId: 'finishDeskTask',
  method: 'POST',
  path: '/v1/desk/queue/{entryId}/done',
  summary: 'Say that something that waited for the desk is done',
  tag: 'Desk',
  access: 'desk',
  idempotency: 'honoured',
  pathParameters: z.object({
    entryId: z
      .string()
      .meta({ description: 'The entry of the queue.', example: 'prt_01KAQ4Z3X6V9Y2N8M5T7R1W0DF.12' }),
  }),
  query: noQuery,
  body: z.strictObject({}),
  answers: {
    200: {
      description: 'It waits no longer',
      schema: z.strictObject({
        id: z.string(),
        portRequestId: z.string(),
        doneAt: z.string().meta({ format: 'date-time' }),
      }),
    },
  },
  problems: ['desk_task.not_found'],
});

const notFound = {
  code: 'desk_task.not_found',
  detail: 'Nothing of this name waits for the desk: its cause is gone, or somebody was faster.',
} as const;

export const newHandler = (deps: () => PortRequestDeps) =>
  jsonHttp(
    route,
    deps,
    async ({ requests }, { pathParameters }) => {
      const entry = readQueueEntryId(pathParameters['entryId'] ?? '');
      // Whether it still waits is judged later: the call that took it out may be sent again.
      if (entry === undefined || (await requests.find(entry.portRequestId)) === undefined)
        throw new ProblemError(notFound);
      return entry;
    },
    async (real, { http, caller, pathParameters, remember }, { portRequestId, sequence }) => {
      const facts = await gatherFacts(real);
      const toAnswer = ({ updatedAt }: PortRequest) => ({
        status: 200,
        body: { id: pathParameters.entryId, portRequestId, doneAt: updatedAt },
      });
      const changed = await changeRequest(
        real.requests,
        portRequestId,
        (request) => finishTask(request, sequence, facts, actorOf(caller)),
        (request) => remember(() => toAnswer(request)),
      );
      return changed.kind === 'unknown'
        ? { problem: notFound }
        : answerChanged(changed, toAnswer, problemLanguageOf(http));
    },
  );
