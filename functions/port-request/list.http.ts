import * as z from 'zod';
import { readNumberItem } from '../numbers/number-item.ts';
import { type CursorKey, readCursor, writeCursor } from '../runtime/cursor.ts';
import { hasScope, jsonHttp, nothingToFind } from '../runtime/json-http.ts';
import { pageOf, pageQuery, pageView } from '../runtime/pages.ts';
import { defineRoute, noBody, noPathParameters } from '../runtime/route.ts';
import { instant, text } from './field-schemas.ts';
import { gatherFacts } from './gather-facts.edge.ts';
import type { PortRequestDeps } from './port-request.edge.ts';
import type { PortRequest } from './port-request.ts';
import type { PortRequestFilter } from './port-requests.ts';
import { toRepresentation } from './representation.ts';
import { portRequestView } from './representation-schema.ts';
import { statuses } from './status.ts';

const status = z.enum(statuses);

const readableNumber = z
  .string()
  .max(64)
  .refine(
    (written) => readNumberItem(written).kind !== 'unreadable',
    'must be a number in any usual spelling',
  );

const listQuery = z.object({
  status: z
    .union([status, z.array(status).max(statuses.length)])
    .optional()
    .describe('Repeatable'),
  number: readableNumber.optional().describe('In any spelling; also finds the ranges that hold it'),
  customerReference: text(64).optional(),
  updatedAfter: instant.optional(),
  ...pageQuery,
});

export const route = defineRoute({
  operationId: 'listPortRequests',
  method: 'GET',
  path: '/v1/port-requests',
  summary: 'Port requests, newest first',
  tag: 'Port requests',
  access: 'port-requests:read',
  pathParameters: noPathParameters,
  query: listQuery,
  body: noBody,
  answers: {
    200: {
      description:
        'A page of requests, fewer than `limit` where they are very large; pass `nextCursor` on to go on, until it is null',
      schema: pageView(portRequestView),
    },
  },
  problems: ['cursor.invalid'],
});

const place = z.tuple([z.string(), z.string()]);

/** A function may answer 6 MB, and the largest requests are hundreds of kilobytes each: a page of them ends before that. */
const mostPageBytes = 4 * 1024 * 1024;

/** What is shown of as many of the requests, from the first on, as fit into one answer; one at least, so that a list always goes on. */
const fittingViews = <View>(
  requests: readonly PortRequest[],
  show: (request: PortRequest) => View,
): readonly View[] => {
  const views: View[] = [];
  let bytes = 0;
  for (const request of requests) {
    const view = show(request);
    bytes += Buffer.byteLength(JSON.stringify(view));
    if (views.length > 0 && bytes > mostPageBytes) break;
    views.push(view);
  }
  return views;
};

type ListDeps = PortRequestDeps & { readonly cursorKey: () => Promise<CursorKey> };

export const newHandler = (deps: () => ListDeps) =>
  jsonHttp(route, deps, nothingToFind, async (real, { http, caller, query }) => {
    const tenant = hasScope(caller, 'desk') ? undefined : caller.tenant;
    const filter: PortRequestFilter = {
      tenant,
      // In one order, so that a cursor is good however the filter was written.
      statuses: [query.status ?? []].flat().toSorted(),
      number: query.number === undefined ? undefined : readNumberItem(query.number),
      customerReference: query.customerReference,
      updatedAfter: query.updatedAfter,
    };
    // The desk's own tenant too, though its list is everybody's: a cursor is good for whom it was given.
    const binding = `port-requests ${JSON.stringify([caller.tenant, tenant ?? null, filter])}`;
    const cursorKey = await real.cursorKey();
    const [createdAt, id] =
      query.cursor === undefined ? [] : place.parse(readCursor(cursorKey, binding, query.cursor));
    const after = createdAt === undefined || id === undefined ? undefined : { createdAt, id };
    // One more than asked for tells whether there is a next page.
    const found = await real.requests.list(filter, { limit: query.limit + 1, after });
    const facts = await gatherFacts(real);
    const items = fittingViews(found.slice(0, query.limit), (request) =>
      toRepresentation(request, facts, { accepted: http.acceptedLanguage }),
    );
    const { nextCursor } = pageOf(found, items.length, (last) =>
      writeCursor(cursorKey, binding, [last.createdAt, last.id]),
    );
    return { status: 200, body: { items, nextCursor } };
  });
