import { changeRequest } from '../port-request/change.ts';
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
import { type JsonAnswer, jsonHttp } from '../runtime/json-http.ts';
import { defineRoute, noQuery } from '../runtime/route.ts';
import { bodyOf, incidentAnswer, incidentTag } from './incident.edge.ts';
import { givenExamples, reportBody } from './incident-schema.ts';
import { reportIncident } from './report-incident.ts';

export const route = defineRoute({
  operationId: 'reportIncident',
  method: 'POST',
  path: '/v1/port-requests/{id}/incidents',
  summary: 'Report trouble during or after a port',
  description:
    'In every status but draft and cancelled. What is behind it, who acts and what helps is judged at once; the status of the port request does not change. Three accepted call examples of bad routing go to the carrier at once.',
  tag: incidentTag,
  access: 'port-requests:write',
  idempotency: 'honoured',
  pathParameters: portRequestPath,
  query: noQuery,
  body: reportBody,
  answers: {
    201: {
      ...incidentAnswer,
      description: 'Opened; as it was written',
      headers: { Location: 'Where it can be read' },
    },
  },
  problems: ['port_request.move_not_allowed', 'request.refused'],
});

export const newHandler = (deps: () => PortRequestDeps) =>
  jsonHttp(route, deps, findOwnRequest, async (real, { http, caller, body, remember }, { id }) => {
    const facts = await gatherFacts(real);
    const report = {
      kind: body.kind,
      description: body.description ?? '',
      examples: givenExamples(body.examples ?? []),
    };
    const toAnswer = (request: PortRequest): JsonAnswer => {
      const opened = request.incidents.at(-1);
      if (opened === undefined) throw new Error('An incident was opened and is not there');
      return {
        status: 201,
        headers: { location: `${http.pathPrefix}/v1/port-requests/${id}/incidents/${opened.id}` },
        body: bodyOf(opened, request, facts, http),
      };
    };
    const changed = await changeRequest(
      real.requests,
      id,
      (request) => reportIncident(request, report, facts, actorOf(caller)),
      rememberRequest(remember, toAnswer),
    );
    return answerChanged(changed, toAnswer, problemLanguageOf(http));
  });
