import * as z from 'zod';
import { type PortRequestDeps, problemLanguageOf } from '../port-request/port-request.edge.ts';
import { type CursorKey, readCursor, writeCursor } from '../runtime/cursor.ts';
import { jsonHttp, nothingToFind } from '../runtime/json-http.ts';
import { pageOf, pageQuery, pageView } from '../runtime/pages.ts';
import { defineRoute, noBody, noPathParameters } from '../runtime/route.ts';
import { deskTaskKinds } from './desk-task.ts';
import { deskTaskTexts } from './desk-task-texts.ts';
import { queueEntryIdOf } from './queue-entry-id.ts';

const queueEntry = z
  .strictObject({
    id: z.string().describe('For `…/done`'),
    portRequestId: z.string(),
    since: z.string().meta({ format: 'date-time' }),
    what: z.enum(deskTaskKinds),
    text: z.string().describe('What is asked of the desk, in the language of the reader'),
    incidentId: z.string().nullable().describe('The incident it is about, if it is about one'),
  })
  .meta({ id: 'DeskQueueEntry' });

export const route = defineRoute({
  operationId: 'listDeskQueue',
  method: 'GET',
  path: '/v1/desk/queue',
  summary: 'What waits for the desk, oldest first',
  description: 'An entry leaves when its cause is gone, or when the desk says that it is done.',
  tag: 'Desk',
  access: 'desk',
  pathParameters: noPathParameters,
  query: z.object(pageQuery),
  body: noBody,
  answers: {
    200: {
      description: 'A page of the queue; pass `nextCursor` on to go on',
      schema: pageView(queueEntry),
    },
  },
  problems: ['cursor.invalid'],
});

const place = z.tuple([z.string(), z.string(), z.int()]);

type QueueDeps = PortRequestDeps & { readonly cursorKey: () => Promise<CursorKey> };

export const newHandler = (deps: () => QueueDeps) =>
  jsonHttp(route, deps, nothingToFind, async (real, { http, caller, query }) => {
    const cursorKey = await real.cursorKey();
    const binding = `desk-queue ${JSON.stringify(caller.tenant)}`;
    const [since, portRequestId, sequence] =
      query.cursor === undefined ? [] : place.parse(readCursor(cursorKey, binding, query.cursor));
    const after =
      since === undefined || portRequestId === undefined || sequence === undefined
        ? undefined
        : { since, portRequestId, sequence };
    // One more than asked for tells whether there is a next page.
    const found = await real.requests.deskQueue({ limit: query.limit + 1, after });
    const { items, nextCursor } = pageOf(found, query.limit, (last) =>
      writeCursor(cursorKey, binding, [last.since, last.portRequestId, last.sequence]),
    );
    const language = problemLanguageOf(http);
    return {
      status: 200,
      body: {
        items: items.map((task) => ({
          id: queueEntryIdOf(task),
          portRequestId: task.portRequestId,
          since: task.since,
          what: task.what,
          text: deskTaskTexts[task.what][language],
          incidentId: task.incidentId,
        })),
        nextCursor,
      },
    };
  });
