import * as z from 'zod';
import { type JsonDeps, jsonHttp, nothingToFind } from '../runtime/json-http.ts';
import { defineRoute, noBody, noPathParameters } from '../runtime/route.ts';
import { catalogueLanguage, catalogueQuery } from './catalogue-language.edge.ts';
import { rejectionActors, rejectionReasons, remediationClasses } from './rejection-reasons.ts';

const rejectionReason = z.strictObject({
  code: z.string(),
  meaning: z.string(),
  advice: z.string(),
  actors: z.array(z.enum(rejectionActors)).readonly(),
  class: z.enum(remediationClasses),
  field: z.string().nullable().describe('JSON Pointer; `{i}` stands for the position of the number'),
  final: z.enum(['no', 'number', 'request']).describe('What can never be asked again within the request'),
});

export const route = defineRoute({
  operationId: 'listRejectionReasons',
  method: 'GET',
  path: '/v1/rejection-reasons',
  summary: 'Every reason for a refusal, with what to do about it',
  tag: 'Catalogues',
  access: 'port-requests:read',
  pathParameters: noPathParameters,
  query: catalogueQuery,
  body: noBody,
  answers: {
    200: {
      description: 'The catalogue',
      schema: z.strictObject({ items: z.array(rejectionReason) }),
    },
  },
});

export const newHandler = (deps: () => JsonDeps) =>
  jsonHttp(route, deps, nothingToFind, async (_, { http, query }) => {
    const language = catalogueLanguage(query.language, http);
    return {
      status: 200,
      body: {
        items: rejectionReasons.map(({ code, meaning, advice, actors, class: cure, field, final }) => ({
          code,
          meaning: meaning[language],
          advice: advice[language],
          actors,
          class: cure,
          field,
          final,
        })),
      },
    };
  });
