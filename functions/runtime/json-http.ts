import type * as z from 'zod';
import type { Now } from '../calendar/clock.ts';
import type { RememberedAnswer, RememberedAnswers } from '../remembered-answers.ts';
import { type HttpDeps, type HttpHandler, http } from './http.ts';
import type { Caller, HttpAnswer, HttpCall } from './http-call.ts';
import {
  type IdempotencyContext,
  idempotencyContextOf,
  readIdempotencyKey,
  remembered,
  replay,
} from './idempotency.ts';
import { checkBodySize, checkMediaType, parseWith, readJson } from './json-body.ts';
import { type Problem, ProblemError, problemAnswer } from './problem.ts';
import { noBody, type Route, type Scope } from './route.ts';

/** What a handler answers; the body leaves through the route's schema for that status. */
export type JsonAnswer = {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body: unknown;
  /** What is kept of it to be given again, where it holds a secret: that is shown once and stored nowhere. */
  readonly keptBody?: unknown;
};

/** A call to a JSON route, as its handler is given it: everything has been checked. */
export type JsonCall<PathParameters, Query, Body> = {
  readonly http: HttpCall;
  /** On a public route nobody: an empty name without any right. */
  readonly caller: Caller;
  readonly pathParameters: PathParameters;
  readonly query: Query;
  readonly body: Body;
  /**
   * The record of an answer that the handler writes in the same transaction as its change, so that the change and its
   * answer are kept together or not at all. Undefined, and not made, when the call has no idempotency key.
   */
  readonly remember: (toAnswer: () => JsonAnswer) => RememberedAnswer | undefined;
};

/** A refusal, or an answer that was given before to the same key. */
export type OtherAnswer = { readonly problem: Problem } | { readonly alreadyAnswered: RememberedAnswer };

/** What answering a JSON route needs. */
export type JsonDeps = HttpDeps & { readonly wallClock: Now; readonly answers: RememberedAnswers };

const impliedByDesk: readonly string[] = ['port-requests:read', 'port-requests:write'] satisfies Scope[];

/** Whether a caller has a right; the desk scope implies reading and writing. */
export const hasScope = ({ scopes }: Caller, scope: string): boolean =>
  scopes.includes(scope) || (scopes.includes('desk') && impliedByDesk.includes(scope));

/** Refuses a caller without a right, naming the one that is missing. */
export const scopeMissing = (scope: Scope): Problem => ({
  code: 'auth.scope_missing',
  detail: `This needs the scope ${scope}.`,
  members: { requiredScope: scope },
});

const nobody: Caller = { subject: '', tenant: '', scopes: [] };

/** Who calls; nobody on a public route. @throws ProblemError 401 without a token, 403 without the route's scope. */
export const authorised = (route: Route, call: HttpCall): Caller => {
  const { access } = route;
  if (access === 'public' || access === 'operator-signature' || access === 'start-link') return nobody;
  if (call.caller === undefined) throw new ProblemError({ code: 'auth.token_missing' });
  if (!hasScope(call.caller, access)) throw new ProblemError(scopeMissing(access));
  return call.caller;
};

/** The query, for a schema: one value stays a text, several become a list. */
export const queryValues = ({ query }: HttpCall): Readonly<Record<string, string | readonly string[]>> =>
  Object.fromEntries(
    Object.entries(query).map(([name, values]) => [name, values.length === 1 ? (values[0] ?? '') : values]),
  );

/** How a route's body is read: where no field is required, it may be left out. */
const bodyReader = (route: Route): ((call: HttpCall) => unknown) => {
  if (route.body === noBody) return () => undefined;
  return (call) => {
    checkBodySize(call);
    if (call.rawBody.byteLength === 0 && route.body.safeParse({}).success) return {};
    checkMediaType(call, route.bodyMediaTypes ?? ['application/json']);
    return readJson(call);
  };
};

const toHttpAnswer = (route: Route, { status, headers, body }: JsonAnswer): HttpAnswer<string> => {
  const schema = route.answers[status]?.schema;
  return {
    status,
    headers: {
      'cache-control': 'no-store',
      ...(schema === undefined ? {} : { 'content-type': 'application/json' }),
      ...headers,
    },
    // Out through the schema: a field that is not in the contract cannot leak.
    body: schema === undefined ? '' : JSON.stringify(schema.parse(body)),
  };
};

const otherAnswer = (
  answer: OtherAnswer,
  call: HttpCall,
  context: IdempotencyContext | undefined,
): HttpAnswer<string> => {
  if ('problem' in answer) return problemAnswer(answer.problem, call.path);
  if (context === undefined) throw new Error('An answer was kept for a call without a key');
  return replay(answer.alreadyAnswered, context);
};

/** An answer as it is kept: without a secret that it shows. */
const toKeptAnswer = (route: Route, answer: JsonAnswer): HttpAnswer<string> =>
  toHttpAnswer(route, { ...answer, body: answer.keptBody ?? answer.body });

/** What the path names has to exist for this caller; undefined is 404. */
export type Find<Deps, Found> = (deps: Deps, call: HttpCall, caller: Caller) => Promise<Found | undefined>;

/**
 * Wraps what answers a JSON route. Judges in the contract's order: scope, existence (`find`), size and media type, form,
 * what only the body shows to be forbidden (`whyForbidden`), idempotency; then the handler.
 */
export const jsonHttp = <
  PathParameters extends z.ZodType,
  Query extends z.ZodType,
  Body extends z.ZodType,
  Deps extends JsonDeps,
  Found,
>(
  route: Route<PathParameters, Query, Body>,
  deps: () => Deps,
  find: Find<Deps, Found>,
  answer: (
    deps: Deps,
    call: JsonCall<z.output<PathParameters>, z.output<Query>, z.output<Body>>,
    found: Found,
  ) => Promise<JsonAnswer | OtherAnswer>,
  whyForbidden: (caller: Caller, body: z.output<Body>) => Problem | undefined = () => undefined,
): HttpHandler => {
  const readBody = bodyReader(route);
  return http(deps, async (real, call) => {
    const caller = authorised(route, call);
    const found = await find(real, call, caller);
    if (found === undefined) throw new ProblemError({ code: 'port_request.not_found' });
    const given = readBody(call);
    const pathParameters = parseWith(route.pathParameters, call.pathParameters, ['path']);
    const query = parseWith(route.query, queryValues(call), ['query']);
    const body = parseWith(route.body, given);
    // Before any kept answer: what a caller may not ask for, they may not be told again either.
    const forbidden = whyForbidden(caller, body);
    if (forbidden !== undefined) throw new ProblemError(forbidden);
    const key = route.idempotency && readIdempotencyKey(call, route.idempotency === 'required');
    const context = key === undefined ? undefined : idempotencyContextOf(call, key, given, real.wallClock());
    const before = context && (await real.answers.find(context.scope, context.key));
    if (context !== undefined && before !== undefined) return replay(before, context);

    const remember = (toAnswer: () => JsonAnswer) =>
      context && remembered(context, toKeptAnswer(route, toAnswer()));
    const result = await answer(real, { http: call, caller, pathParameters, query, body, remember }, found);
    if ('problem' in result || 'alreadyAnswered' in result) return otherAnswer(result, call, context);
    const final = toHttpAnswer(route, result);
    if (context === undefined || final.status >= 300) return final;
    // Once more where the change kept it already: what changed nothing has to be kept too.
    const toKeep = toKeptAnswer(route, result);
    const kept = await real.answers.keep(remembered(context, toKeep));
    return kept.body === toKeep.body ? final : replay(kept, context);
  });
};

/** For a route whose path names nothing that could be missing. */
export const nothingToFind = async (): Promise<true> => true;
