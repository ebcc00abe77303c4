import * as z from 'zod';
import { findOwnRequest, type PortRequestDeps, portRequestPath } from '../port-request/port-request.edge.ts';
import { jsonHttp } from '../runtime/json-http.ts';
import { defineRoute, noBody, noQuery } from '../runtime/route.ts';
import type { MandateFiles } from './mandate-files.ts';

export const route = defineRoute({
  operationId: 'getSignedMandate',
  method: 'GET',
  path: '/v1/port-requests/{id}/authorisation/documents/{documentId}',
  summary: 'Where a signed mandate can be read for some minutes',
  description: 'Only one in which no virus was found: until the scanner has said so, 409.',
  tag: 'Authorisation',
  access: 'port-requests:read',
  pathParameters: portRequestPath.extend({ documentId: z.string() }),
  query: noQuery,
  body: noBody,
  answers: {
    200: {
      description: 'Its address',
      schema: z.strictObject({ url: z.string(), expiresAt: z.string().meta({ format: 'date-time' }) }),
    },
  },
  problems: ['document.not_found', 'document.not_clean'],
});

type DocumentDeps = PortRequestDeps & { readonly mandateFiles: MandateFiles };

export const newHandler = (deps: () => DocumentDeps) =>
  jsonHttp(route, deps, findOwnRequest, async ({ mandateFiles }, { pathParameters }, request) => {
    const mandate = request.signedMandates.find(({ id }) => id === pathParameters.documentId);
    if (mandate === undefined || request.erasedAt !== null)
      return { problem: { code: 'document.not_found' } };
    if (mandate.scanStatus !== 'clean')
      return {
        problem: {
          code: 'document.not_clean',
          detail: 'The virus scanner has not cleared this document.',
          members: { scanStatus: mandate.scanStatus },
        },
      };
    const { id, mediaType, sha256 } = mandate;
    const file = { portRequestId: request.id, documentId: id, mediaType, sha256 };
    return { status: 200, body: await mandateFiles.downloadUrl(file) };
  });
