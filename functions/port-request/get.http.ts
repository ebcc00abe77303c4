import * as z from 'zod';
import { jsonHttp } from '../runtime/json-http.ts';
import { defineRoute, noBody, noQuery } from '../runtime/route.ts';
import { gatherFacts } from './gather-facts.edge.ts';
import {
  answerRequest,
  etagOf,
  etagsIn,
  findOwnRequest,
  type PortRequestDeps,
  portRequestAnswer,
  portRequestPath,
} from './port-request.edge.ts';

export const route = defineRoute({
  operationId: 'getPortRequest',
  method: 'GET',
  path: '/v1/port-requests/{id}',
  summary: 'A port request',
  description:
    'With `If-None-Match`, 304 says that nothing was recorded since; `openNow`, `overdue`, `nextStep` and `allowedActions` also follow the clock.',
  tag: 'Port requests',
  access: 'port-requests:read',
  pathParameters: portRequestPath,
  query: noQuery,
  headers: z.object({ 'If-None-Match': z.string().optional().describe('An ETag that was read before') }),
  body: noBody,
  answers: {
    200: portRequestAnswer,
    304: { description: 'Nothing was recorded since', headers: portRequestAnswer.headers },
  },
});

export const newHandler = (deps: () => PortRequestDeps) =>
  jsonHttp(route, deps, findOwnRequest, async (real, { http }, request) => {
    const known = etagsIn(http.header('if-none-match'));
    const etag = etagOf(request);
    if (known.includes(etag) || known.includes(`W/${etag}`) || known.includes('*'))
      return { status: 304, headers: { etag }, body: null };
    return answerRequest(request, await gatherFacts(real), http);
  });
