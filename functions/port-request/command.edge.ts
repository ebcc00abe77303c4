import type * as z from 'zod';
import type { ProblemCode } from '../problems/problem-catalogue.ts';
import type { HttpHandler } from '../runtime/http.ts';
import type { Caller } from '../runtime/http-call.ts';
import { type JsonCall, jsonHttp } from '../runtime/json-http.ts';
import { defineRoute, noQuery, type Route } from '../runtime/route.ts';
import { changeRequest } from './change.ts';
import type { Facts } from './facts.ts';
import { gatherFacts } from './gather-facts.edge.ts';
import {
  actorOf,
  answerChanged,
  answerRequest,
  findOwnRequest,
  type PortRequestDeps,
  portRequestAnswer,
  portRequestPath,
  problemLanguageOf,
  rememberRequest,
} from './port-request.edge.ts';
import type { PortRequest } from './port-request.ts';
import type { PortRequests } from './port-requests.ts';
import type { Decision } from './recording.ts';
import type { Actor } from './status.ts';

type CommandRoute<Body extends z.ZodType, OperationId extends string> = {
  readonly operationId: OperationId;
  /** The last part of the path: `/v1/port-requests/{id}/<name>`. */
  readonly name: string;
  readonly summary: string;
  readonly description?: string;
  readonly body: Body;
  readonly problems: readonly ProblemCode[];
  /** Default: whoever may write. */
  readonly access?: 'port-requests:write' | 'desk';
  readonly tag?: string;
};

/** The route of a command on one request: a POST below it, answered with its representation. */
export const commandRoute = <Body extends z.ZodType, OperationId extends string>({
  name,
  access = 'port-requests:write',
  tag = 'Port requests',
  ...route
}: CommandRoute<Body, OperationId>) =>
  defineRoute({
    ...route,
    method: 'POST',
    path: `/v1/port-requests/{id}/${name}`,
    tag,
    access,
    idempotency: 'honoured',
    pathParameters: portRequestPath,
    query: noQuery,
    answers: { 200: portRequestAnswer },
  });

type Command<Body> = {
  readonly request: PortRequest;
  readonly requests: PortRequests;
  readonly facts: Facts;
  readonly actor: Actor;
  readonly caller: Caller;
  readonly body: Body;
};

/** Wraps a command on one request: decide, commit, and answer with the representation as written. */
export const commandHttp = <P extends z.ZodType, Q extends z.ZodType, B extends z.ZodType>(
  route: Route<P, Q, B>,
  deps: () => PortRequestDeps,
  decide: (command: Command<z.output<B>>) => Decision | Promise<Decision>,
): HttpHandler =>
  jsonHttp(
    route,
    deps,
    findOwnRequest,
    async (real, call: JsonCall<z.output<P>, z.output<Q>, z.output<B>>, { id }) => {
      const { http, caller, body, remember } = call;
      const facts = await gatherFacts(real);
      const actor = actorOf(caller);
      const toAnswer = (request: PortRequest) => answerRequest(request, facts, http);
      const changed = await changeRequest(
        real.requests,
        id,
        (request) => decide({ request, requests: real.requests, facts, actor, caller, body }),
        rememberRequest(remember, toAnswer),
      );
      return answerChanged(changed, toAnswer, problemLanguageOf(http));
    },
  );
