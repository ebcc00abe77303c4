import * as z from 'zod';
import { gatherFacts } from '../port-request/gather-facts.edge.ts';
import {
  findOwnRequest,
  type PortRequestDeps,
  portRequestPath,
  problemLanguageOf,
  problemOf,
} from '../port-request/port-request.edge.ts';
import { moveNotAllowed } from '../port-request/submit.ts';
import { jsonHttp } from '../runtime/json-http.ts';
import { defineRoute, noQuery } from '../runtime/route.ts';
import type { MandateFiles } from './mandate-files.ts';
import { mandateMediaTypes } from './signed-mandate.ts';

/** A scan of a few pages; a photograph of a telephone fits too. */
const largestBytes = 10 * 1024 * 1024;

export const route = defineRoute({
  operationId: 'requestMandateUpload',
  method: 'POST',
  path: '/v1/port-requests/{id}/authorisation/uploads',
  summary: 'Where to send the signed mandate',
  description:
    'Send the file with `PUT` to `url`, with these headers unchanged. Only this file is taken: type, size and hash are checked on arrival. It then shows in `signedMandates`, with what the virus scanner says of it.',
  tag: 'Authorisation',
  access: 'port-requests:write',
  idempotency: 'honoured',
  pathParameters: portRequestPath,
  query: noQuery,
  body: z.strictObject({
    mediaType: z.enum(mandateMediaTypes),
    sizeBytes: z.int().min(1).max(largestBytes),
    sha256: z
      .string()
      .max(64, { abort: true })
      .regex(/^[0-9a-f]{64}$/)
      .describe('Of the file, lower-case hex.'),
  }),
  answers: {
    201: {
      description: 'The place that takes the file',
      schema: z.strictObject({
        documentId: z.string(),
        method: z.literal('PUT'),
        url: z.string(),
        headers: z.record(z.string(), z.string()),
        expiresAt: z.string().meta({ format: 'date-time' }),
      }),
    },
  },
  problems: ['port_request.move_not_allowed'],
});

type UploadDeps = PortRequestDeps & { readonly mandateFiles: MandateFiles };

export const newHandler = (deps: () => UploadDeps) =>
  jsonHttp(route, deps, findOwnRequest, async (real, { http, body }, request) => {
    const facts = await gatherFacts(real);
    // Of a request that is over nobody checks a mandate, and what names a person is on its way out.
    if (request.status === 'completed' || request.status === 'cancelled')
      return { problem: problemOf(moveNotAllowed(request, facts), problemLanguageOf(http)) };
    const documentId = real.newId('doc');
    const target = await real.mandateFiles.uploadTarget({ portRequestId: request.id, documentId, ...body });
    return { status: 201, body: { documentId, ...target } };
  });
