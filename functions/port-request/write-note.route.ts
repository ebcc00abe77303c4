import * as z from 'zod';
import { hasScope, jsonHttp, scopeMissing } from '../runtime/json-http.ts';
import { defineRoute, noQuery } from '../runtime/route.ts';
import { changeRequest } from './change.ts';
import { longText } from './field-schemas.ts';
import { gatherFacts } from './gather-facts.edge.ts';
import { type Note, notesAmong, noteVisibilities, writeNote } from './note.ts';
import { noteView, viewNote } from './note-schema.ts';
import {
  actorOf,
  answerChanged,
  findOwnRequest,
  type PortRequestDeps,
  portRequestPath,
  problemLanguageOf,
} from './port-request.edge.ts';

export const route = defineRoute({
  operationId: 'writeNote',
  method: 'POST',
  path: '/v1/port-requests/{id}/notes',
  summary: 'Leave a note beside a request, in any status, unless it was erased',
  description:
    'What a reseller writes waits in the queue of the desk. A note for the desk only needs its scope.',
  tag: 'Port requests',
  access: 'port-requests:write',
  idempotency: 'honoured',
  pathParameters: portRequestPath,
  query: noQuery,
  body: z.strictObject({
    text: longText(2000),
    visibility: z.enum(noteVisibilities).default('shared'),
  }),
  answers: { 201: { description: 'The note as it was written', schema: noteView } },
  problems: ['port_request.move_not_allowed', 'request.refused'],
});

export const newHandler = (deps: () => PortRequestDeps) =>
  jsonHttp(
    route,
    deps,
    findOwnRequest,
    async (real, { http, caller, body, remember }, { id }) => {
      const facts = await gatherFacts(real);
      // Of the try that was committed, which is the last one.
      let written: Note | undefined;
      const toAnswer = () => ({ status: 201, body: written && viewNote(written) });
      const changed = await changeRequest(
        real.requests,
        id,
        async (request) => {
          const kept = await real.requests.enclosures(id);
          const decision = writeNote(request, body, kept, facts, actorOf(caller));
          if (decision.kind === 'change') written = notesAmong(decision.recording.enclosures).at(-1);
          return decision;
        },
        () => remember(toAnswer),
      );
      return answerChanged(changed, toAnswer, problemLanguageOf(http));
    },
    (caller, { visibility }) =>
      visibility === 'desk' && !hasScope(caller, 'desk') ? scopeMissing('desk') : undefined,
  );
