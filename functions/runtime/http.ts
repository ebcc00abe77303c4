import middy, { type MiddlewareObj } from '@middy/core';
import type { APIGatewayProxyEvent, APIGatewayProxyResult, Context } from 'aws-lambda';
import type { callerKinds } from '../metrics/metric-catalogue.ts';
import { measured } from '../metrics/metrics.ts';
import { UnavailableError } from '../problems/unavailable-error.ts';
import { correlated } from './correlation.ts';
import { type HttpAnswer, type HttpCall, readHttpCall, toProxyResult } from './http-call.ts';
import { type Problem, ProblemError, problemAnswer } from './problem.ts';
import type { Telemetry } from './telemetry.ts';

/** A Lambda function behind the gateway. */
export type HttpHandler = (event: APIGatewayProxyEvent, context: Context) => Promise<APIGatewayProxyResult>;

/** What answering any call needs. */
export type HttpDeps = Telemetry;

type Middleware = MiddlewareObj<APIGatewayProxyEvent, APIGatewayProxyResult>;

const retryAfterSeconds = '1';

const problemOf = (error: unknown): Problem | undefined => {
  if (error instanceof ProblemError) return error.problem;
  if (error instanceof UnavailableError)
    return {
      code: 'service.unavailable',
      detail: 'This cannot be done just now. Try again.',
      headers: { 'retry-after': retryAfterSeconds },
    };
  return undefined;
};

/** Who is hurt when a call fails, by the route that was called. */
const callerOf = ({ resource, requestContext }: APIGatewayProxyEvent): (typeof callerKinds)[number] => {
  if (resource.startsWith('/start/')) return 'subscriber';
  if (resource.startsWith('/v1/operators/')) return 'operator';
  const scope: unknown = requestContext.authorizer?.['scope'];
  if (typeof scope !== 'string') return 'anybody';
  return scope.split(' ').includes('desk') ? 'desk' : 'reseller';
};

const noteFailure = ({ log, metrics }: HttpDeps, event: APIGatewayProxyEvent, error: unknown): void => {
  metrics.put([measured('CallsFailed', { Caller: callerOf(event) })]);
  log.error(
    'http.failed',
    { requestId: event.requestContext.requestId, method: event.httpMethod, resource: event.resource },
    error,
  );
};

/** Answers what was refused on purpose. Registered last, so that it sees an error first. */
const knownProblems = (deps: () => HttpDeps): Middleware => ({
  onError: (request) => {
    const { event, error } = request;
    const problem = problemOf(error);
    // A refusal is no failure; that something could not be done just now is one.
    if (error instanceof UnavailableError) noteFailure(deps(), event, error);
    if (problem !== undefined)
      request.response = toProxyResult(problemAnswer(problem, event.path), event.requestContext.requestId);
  },
});

/** Answers a bug or an outage without telling its insides. */
const lastResort = (deps: () => HttpDeps): Middleware => ({
  onError: (request) => {
    if (request.response !== undefined) return;
    const { event, error } = request;
    noteFailure(deps(), event, error);
    request.response = toProxyResult(
      problemAnswer({ code: 'internal.error' }, event.path),
      event.requestContext.requestId,
    );
  },
});

/** Before anything else is done: a call over the limit is to cost nothing. */
const refuseTooMany = ({ retryAfterSeconds }: HttpCall): void => {
  if (retryAfterSeconds === undefined) return;
  throw new ProblemError({
    code: 'rate.exceeded',
    detail: `Too many calls of this tenant in one minute. Call again in ${retryAfterSeconds} seconds.`,
    headers: { 'retry-after': retryAfterSeconds },
  });
};

/**
 * Wraps what answers a call as a Lambda function: errors become problem documents, every call is logged once. All that comes of it
 * bears the id that its answer names.
 */
export const http = <Deps extends HttpDeps>(
  deps: () => Deps,
  answer: (deps: Deps, call: HttpCall) => Promise<HttpAnswer>,
): HttpHandler => {
  const handler = middy<APIGatewayProxyEvent, APIGatewayProxyResult>()
    .use(lastResort(deps))
    .use(knownProblems(deps))
    .handler(async (event: APIGatewayProxyEvent) => {
      const call = readHttpCall(event);
      refuseTooMany(call);
      const real = deps();
      const given = await answer(real, call);
      real.log.info('http.completed', {
        requestId: call.requestId,
        method: call.method,
        // The route, never the path: a start token stands in one.
        resource: event.resource,
        status: given.status,
      });
      return toProxyResult(given, call.requestId);
    });
  return (event, context) => correlated(event.requestContext.requestId, () => handler(event, context));
};
