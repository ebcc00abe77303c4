import type * as z from 'zod';
import type { Caller } from '../runtime/http-call.ts';
import { hasScope, jsonHttp, nothingToFind, scopeMissing } from '../runtime/json-http.ts';
import { defineRoute, noPathParameters, noQuery } from '../runtime/route.ts';
import { commitDecision } from './change.ts';
import { create } from './create.ts';
import { gatherFacts } from './gather-facts.edge.ts';
import {
  actorOf,
  answerChanged,
  answerRequest,
  type PortRequestDeps,
  portRequestAnswer,
  problemLanguageOf,
  rememberRequest,
} from './port-request.edge.ts';
import type { PortRequest } from './port-request.ts';
import { createBody, readContent } from './port-request-body.ts';

export const route = defineRoute({
  operationId: 'createPortRequest',
  method: 'POST',
  path: '/v1/port-requests',
  summary: 'Create a port request, submitted at once or as a draft',
  tag: 'Port requests',
  access: 'port-requests:write',
  idempotency: 'required',
  pathParameters: noPathParameters,
  query: noQuery,
  body: createBody,
  answers: {
    201: {
      ...portRequestAnswer,
      description: 'Created; as it was written',
      headers: { ...portRequestAnswer.headers, Location: 'Where it can be read' },
    },
  },
  problems: ['request.refused', 'numbers.already_porting'],
});

type CreateDeps = PortRequestDeps & { readonly carrier: string };

/** Only the desk creates for another tenant, or decides on the installation type. */
const whyForbidden = (caller: Caller, { tenant, installation }: z.output<typeof createBody>) =>
  !hasScope(caller, 'desk') && (installation || (tenant ?? caller.tenant) !== caller.tenant)
    ? scopeMissing('desk')
    : undefined;

export const newHandler = (deps: () => CreateDeps) =>
  jsonHttp(
    route,
    deps,
    nothingToFind,
    async (real, { http, caller, body, remember }) => {
      const { submit, tenant, ...content } = body;
      const facts = await gatherFacts(real);
      const decision = create(
        {
          tenant: tenant ?? caller.tenant,
          carrier: real.carrier,
          content: readContent(content),
          submit,
          actor: actorOf(caller),
        },
        facts,
      );
      const toAnswer = (request: PortRequest) =>
        answerRequest(request, facts, http, {
          status: 201,
          headers: { location: `${http.pathPrefix}${route.path}/${request.id}` },
        });
      const changed = await commitDecision(real.requests, decision, rememberRequest(remember, toAnswer));
      // A new id cannot have been written by somebody else.
      if (changed.kind === 'stale') throw new Error('A port request was created twice under one id');
      return answerChanged(changed, toAnswer, problemLanguageOf(http));
    },
    whyForbidden,
  );
