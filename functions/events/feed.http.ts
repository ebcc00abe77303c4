import * as z from 'zod';
import { type CursorKey, readCursor, writeCursor } from '../runtime/cursor.ts';
import { type JsonDeps, jsonHttp, nothingToFind } from '../runtime/json-http.ts';
import { pageLimit } from '../runtime/pages.ts';
import { defineRoute, noBody, noPathParameters } from '../runtime/route.ts';
import type { EventFeed } from './event-feed.ts';
import { feedEventView } from './feed-event.ts';

export const route = defineRoute({
  operationId: 'listEvents',
  method: 'GET',
  path: '/v1/events',
  summary: 'Everything that happened to your port requests, oldest first',
  description:
    'Pass `nextCursor` on as `after` to go on from there; it is never null, also when nothing is new, so that polling loses nothing. The events of one port request come in the order of their `sequence`. Where a cursor is refused, the key it was signed with has been replaced: begin again without one, and tell repeats by `id`. The desk, too, is given the feed of the tenant that its token names.',
  tag: 'Events',
  access: 'port-requests:read',
  pathParameters: noPathParameters,
  query: z.object({
    after: z
      .string()
      .max(2000)
      .optional()
      .describe('The `nextCursor` of the page before; none: from the beginning'),
    limit: pageLimit,
  }),
  body: noBody,
  answers: {
    200: {
      description: 'The next events',
      schema: z.strictObject({ items: z.array(feedEventView), nextCursor: z.string() }),
    },
  },
  problems: ['cursor.invalid'],
});

const place = z.int().min(0);

type FeedDeps = JsonDeps & {
  readonly feed: EventFeed;
  readonly cursorKey: () => Promise<CursorKey>;
};

export const newHandler = (deps: () => FeedDeps) =>
  jsonHttp(route, deps, nothingToFind, async ({ feed, ...real }, { caller: { tenant }, query }) => {
    const cursorKey = await real.cursorKey();
    const binding = `events ${JSON.stringify(tenant)}`;
    const after =
      query.after === undefined ? 0 : place.parse(readCursor(cursorKey, binding, query.after, 'after'));
    const published = await feed.read(tenant, after, query.limit);
    return {
      status: 200,
      body: {
        items: published.map(({ event }) => event),
        nextCursor: writeCursor(cursorKey, binding, published.at(-1)?.position ?? after),
      },
    };
  });
