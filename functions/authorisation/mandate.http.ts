import { findOwnRequest, type PortRequestDeps, portRequestPath } from '../port-request/port-request.edge.ts';
import { documentHttp } from '../runtime/document-http.ts';
import { defineRoute, noBody } from '../runtime/route.ts';
import { documentQuery } from './document-query.ts';
import { mandateDocument } from './mandate-document.ts';

export const route = defineRoute({
  operationId: 'getMandate',
  method: 'GET',
  path: '/v1/port-requests/{id}/authorisation/mandate',
  summary: 'The mandate to sign, made from the request',
  description:
    'In every status. Every number of every range is spelled out; what the request does not know yet is an empty line. While a number cannot be read, or there is none, the document says on every page that it is incomplete, and has no place to sign.',
  tag: 'Port requests',
  access: 'port-requests:read',
  pathParameters: portRequestPath,
  query: documentQuery,
  body: noBody,
  answers: {
    200: {
      description: 'The mandate, A4',
      mediaType: 'application/pdf',
      isBinary: true,
      headers: {
        'Content-Disposition': 'The name to keep it under: `mandate-<id>.pdf`',
        'Content-Language': 'The language it is in',
      },
    },
  },
});

type MandateDeps = Pick<PortRequestDeps, 'log' | 'metrics' | 'now' | 'requests'>;

export const newHandler = (deps: () => MandateDeps) =>
  documentHttp(route, deps, findOwnRequest, async ({ now }, { query }, request) => {
    const readers = query.language ?? request.content.subscriber.language;
    // Loaded by whoever makes one: it takes longer to load than all the rest of the API.
    const { mandatePdf } = await import('./mandate-pdf.ts');
    return {
      body: await mandatePdf(mandateDocument(request, readers), now()),
      headers: {
        'content-disposition': `attachment; filename="mandate-${request.id}.pdf"`,
        'content-language': readers,
      },
    };
  });
