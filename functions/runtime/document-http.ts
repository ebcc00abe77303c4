import type * as z from 'zod';
import { type HttpDeps, type HttpHandler, http } from './http.ts';
import type { Caller, HttpCall } from './http-call.ts';
import { parseWith } from './json-body.ts';
import { authorised, type Find, queryValues } from './json-http.ts';
import { ProblemError } from './problem.ts';
import type { noBody, Route } from './route.ts';

/** A document to read or print; its media type is that of the route's 200. */
export type DocumentAnswer = {
  readonly body: string | Uint8Array;
  readonly headers: Readonly<Record<string, string>>;
};

/** A call to a route that gives a document, as its handler is given it: everything has been checked. */
export type DocumentCall<Query> = {
  readonly http: HttpCall;
  readonly caller: Caller;
  readonly query: Query;
};

/**
 * Wraps what gives a document instead of JSON. Judges in the order of `jsonHttp`: scope, existence (`find`), form; refusals
 * are problem documents all the same.
 */
export const documentHttp = <
  PathParameters extends z.ZodType,
  Query extends z.ZodType,
  Deps extends HttpDeps,
  Found,
>(
  route: Route<PathParameters, Query, typeof noBody>,
  deps: () => Deps,
  find: Find<Deps, Found>,
  answer: (deps: Deps, call: DocumentCall<z.output<Query>>, found: Found) => Promise<DocumentAnswer>,
): HttpHandler => {
  const mediaType = route.answers[200]?.mediaType;
  if (mediaType === undefined) throw new Error(`${route.operationId} says no media type`);
  return http(deps, async (real, call) => {
    const caller = authorised(route, call);
    const found = await find(real, call, caller);
    if (found === undefined) throw new ProblemError({ code: 'port_request.not_found' });
    const query = parseWith(route.query, queryValues(call), ['query']);
    const { body, headers } = await answer(real, { http: call, caller, query }, found);
    return {
      status: 200,
      // It names people and their numbers: no cache may keep it, and no browser may take it for something else.
      headers: {
        'content-type': mediaType,
        'cache-control': 'no-store',
        'x-content-type-options': 'nosniff',
        ...headers,
      },
      body,
    };
  });
};
