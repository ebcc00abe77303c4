import { findOwnRequest, type PortRequestDeps, portRequestPath } from '../port-request/port-request.edge.ts';
import { documentHttp } from '../runtime/document-http.ts';
import { defineRoute, noBody } from '../runtime/route.ts';
import { documentQuery } from './document-query.ts';
import { numberListLetter } from './number-list-letter.ts';

export const route = defineRoute({
  operationId: 'getNumberListLetter',
  method: 'GET',
  path: '/v1/port-requests/{id}/number-list-letter',
  summary: 'A ready-made letter asking the current operator for the full list of numbers',
  description:
    'From the customer to the current operator, as a letter or an e-mail: which numbers are on the contract, also those that are on no invoice, which ranges, which services and lines hang on them. What the request does not know yet is a gap in square brackets.',
  tag: 'Port requests',
  access: 'port-requests:read',
  pathParameters: portRequestPath,
  query: documentQuery,
  body: noBody,
  answers: {
    200: {
      description: 'The letter',
      mediaType: 'text/plain; charset=utf-8',
      headers: { 'Content-Language': 'The language it is in' },
    },
  },
});

type LetterDeps = Pick<PortRequestDeps, 'log' | 'metrics' | 'requests'>;

export const newHandler = (deps: () => LetterDeps) =>
  documentHttp(route, deps, findOwnRequest, async (_, { query }, { content }) => {
    const readers = query.language ?? content.subscriber.language;
    return { body: numberListLetter(content, readers), headers: { 'content-language': readers } };
  });
