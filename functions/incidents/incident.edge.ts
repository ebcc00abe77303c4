import * as z from 'zod';
import { changeRequest } from '../port-request/change.ts';
import type { Facts } from '../port-request/facts.ts';
import { gatherFacts } from '../port-request/gather-facts.edge.ts';
import {
  actorOf,
  answerChanged,
  findOwnRequest,
  type PortRequestDeps,
  portRequestPath,
  problemLanguageOf,
  rememberRequest,
} from '../port-request/port-request.edge.ts';
import type { PortRequest } from '../port-request/port-request.ts';
import type { Decision } from '../port-request/recording.ts';
import type { Actor } from '../port-request/status.ts';
import type { HttpHandler } from '../runtime/http.ts';
import type { Caller, HttpCall } from '../runtime/http-call.ts';
import { type JsonAnswer, type JsonCall, jsonHttp } from '../runtime/json-http.ts';
import { ProblemError } from '../runtime/problem.ts';
import type { Route } from '../runtime/route.ts';
import { findIncident } from './escalation.ts';
import type { Incident } from './incident.ts';
import { incidentView } from './incident-schema.ts';
import { viewIncident } from './incident-view.ts';

/** The tag of every route about incidents. */
export const incidentTag = 'Incidents';

/** The path of a route about one incident. */
export const incidentPath = portRequestPath.extend({
  incidentId: z.string().meta({ description: 'The incident.', example: 'inc_01KAQ4Z3X6V9Y2N8M5T7R1W0DF' }),
});

/** The answer of every route that gives an incident. */
export const incidentAnswer = { description: 'The incident', schema: incidentView };

/** The request and the incident of it that a path names, if the request is the caller's own. @throws ProblemError 404 for the incident. */
export const findOwnIncident = async (
  deps: PortRequestDeps,
  call: HttpCall,
  caller: Caller,
): Promise<{ readonly request: PortRequest; readonly incident: Incident } | undefined> => {
  const request = await findOwnRequest(deps, call, caller);
  if (request === undefined) return undefined;
  const incident = findIncident(request, call.pathParameters['incidentId'] ?? '');
  if (incident === undefined) throw new ProblemError({ code: 'incident.not_found' });
  return { request, incident };
};

/** An incident as it is answered, in the reader's language. */
export const bodyOf = (incident: Incident, request: PortRequest, facts: Facts, http: HttpCall) =>
  viewIncident(incident, request, facts.calendar, http.acceptedLanguage);

type IncidentCommand<Body> = {
  readonly request: PortRequest;
  readonly incidentId: string;
  readonly facts: Facts;
  readonly actor: Actor;
  readonly body: Body;
};

/** Wraps a command on one incident: decide, commit, and answer with the incident as written. */
export const incidentCommandHttp = <P extends z.ZodType, Q extends z.ZodType, B extends z.ZodType>(
  route: Route<P, Q, B>,
  deps: () => PortRequestDeps,
  decide: (command: IncidentCommand<z.output<B>>) => Decision,
): HttpHandler =>
  jsonHttp(
    route,
    deps,
    findOwnIncident,
    async (real, call: JsonCall<z.output<P>, z.output<Q>, z.output<B>>, found) => {
      const { http, caller, body, remember } = call;
      const facts = await gatherFacts(real);
      const actor = actorOf(caller);
      const incidentId = found.incident.id;
      const toAnswer = (request: PortRequest): JsonAnswer => ({
        status: 200,
        // Incidents are never taken away: what was found is in every later version.
        body: bodyOf(findIncident(request, incidentId) ?? found.incident, request, facts, http),
      });
      const changed = await changeRequest(
        real.requests,
        found.request.id,
        (request) => decide({ request, incidentId, facts, actor, body }),
        rememberRequest(remember, toAnswer),
      );
      return answerChanged(changed, toAnswer, problemLanguageOf(http));
    },
  );
