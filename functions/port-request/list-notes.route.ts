import * as z from 'zod';
import { hasScope, jsonHttp } from '../runtime/json-http.ts';
import { defineRoute, noBody, noQuery } from '../runtime/route.ts';
import { notesAmong } from './note.ts';
import { noteView, viewNote } from './note-schema.ts';
import { findOwnRequest, type PortRequestDeps, portRequestPath } from './port-request.edge.ts';

export const route = defineRoute({
  operationId: 'listNotes',
  method: 'GET',
  path: '/v1/port-requests/{id}/notes',
  summary: 'The notes beside a request, oldest first',
  description: 'Notes of the desk for itself are listed for the desk only.',
  tag: 'Port requests',
  access: 'port-requests:read',
  pathParameters: portRequestPath,
  query: noQuery,
  body: noBody,
  answers: { 200: { description: 'The notes', schema: z.strictObject({ items: z.array(noteView) }) } },
});

export const newHandler = (deps: () => PortRequestDeps) =>
  jsonHttp(route, deps, findOwnRequest, async ({ requests }, { caller }, { id }) => ({
    status: 200,
    body: {
      items: notesAmong(await requests.enclosures(id))
        .filter(({ visibility }) => visibility === 'shared' || hasScope(caller, 'desk'))
        .map(viewNote),
    },
  }));
