import { isDeepStrictEqual } from 'node:util';
import { checkValueSize, parseWith } from '../runtime/json-body.ts';
import { hasScope, jsonHttp, scopeMissing } from '../runtime/json-http.ts';
import { ProblemError } from '../runtime/problem.ts';
import { defineRoute, noQuery } from '../runtime/route.ts';
import { changeRequest } from './change.ts';
import { edit } from './edit.ts';
import { gatherFacts } from './gather-facts.edge.ts';
import { mergePatch } from './merge-patch.ts';
import {
  actorOf,
  answerChanged,
  answerRequest,
  etagOf,
  etagsIn,
  findOwnRequest,
  type PortRequestDeps,
  portRequestAnswer,
  portRequestPath,
  problemLanguageOf,
} from './port-request.edge.ts';
import type { PortRequest } from './port-request.ts';
import { contentBody, contentPatch, readContent, writeContent } from './port-request-body.ts';

export const route = defineRoute({
  operationId: 'editPortRequest',
  method: 'PATCH',
  path: '/v1/port-requests/{id}',
  summary: 'Change a draft, or correct a rejected or expired request',
  description: 'JSON merge patch (RFC 7396): null clears, a missing field stays, a list is replaced whole.',
  tag: 'Port requests',
  access: 'port-requests:write',
  precondition: 'required',
  pathParameters: portRequestPath,
  query: noQuery,
  body: contentPatch,
  bodyMediaTypes: ['application/merge-patch+json', 'application/json'],
  answers: { 200: portRequestAnswer },
  problems: ['port_request.move_not_allowed', 'precondition.missing', 'precondition.stale'],
});

export const newHandler = (deps: () => PortRequestDeps) =>
  jsonHttp(route, deps, findOwnRequest, async (real, { http, caller, body }, found) => {
    const ifMatch = http.header('if-match');
    const isNamed = (request: PortRequest) => ifMatch === '*' || etagsIn(ifMatch).includes(etagOf(request));
    // The whole must still read as a request: clearing what even a draft needs is refused like leaving it out.
    const merge = (request: PortRequest) => {
      const merged = mergePatch(writeContent(request.content), body);
      checkValueSize(merged);
      const content = readContent(parseWith(contentBody, merged));
      // Judged with each version that is read: the desk may have decided since.
      if (!hasScope(caller, 'desk') && !isDeepStrictEqual(content.installation, request.content.installation))
        throw new ProblemError(scopeMissing('desk'));
      return content;
    };
    merge(found);
    if (ifMatch === undefined)
      return {
        problem: {
          code: 'precondition.missing',
          detail: 'Send If-Match with the ETag of the version you have read.',
        },
      };
    const facts = await gatherFacts(real);
    const toAnswer = (request: PortRequest) => answerRequest(request, facts, http);
    const changed = await changeRequest(real.requests, found.id, (request) =>
      isNamed(request) ? edit(request, merge(request), facts, actorOf(caller)) : { kind: 'superseded' },
    );
    return answerChanged(changed, toAnswer, problemLanguageOf(http));
  });
