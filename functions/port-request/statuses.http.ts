import * as z from 'zod';
import { type JsonDeps, jsonHttp, nothingToFind } from '../runtime/json-http.ts';
import { defineRoute, noBody, noPathParameters } from '../runtime/route.ts';
import { catalogueLanguage, catalogueQuery } from './catalogue-language.edge.ts';
import { statuses } from './status.ts';
import { statusTexts } from './status-texts.ts';

export const route = defineRoute({
  operationId: 'listStatuses',
  method: 'GET',
  path: '/v1/statuses',
  summary: 'Every status, what it means and what comes next',
  tag: 'Catalogues',
  access: 'port-requests:read',
  pathParameters: noPathParameters,
  query: catalogueQuery,
  body: noBody,
  answers: {
    200: {
      description: 'The catalogue, in the order of a usual life',
      schema: z.strictObject({
        items: z.array(
          z.strictObject({
            status: z.enum(statuses),
            name: z.string(),
            meaning: z.string(),
            usualDuration: z.string().nullable(),
            nextStep: z.string().nullable(),
          }),
        ),
      }),
    },
  },
});

export const newHandler = (deps: () => JsonDeps) =>
  jsonHttp(route, deps, nothingToFind, async (_, { http, query }) => {
    const language = catalogueLanguage(query.language, http);
    return {
      status: 200,
      body: {
        items: statuses.map((status) => {
          const { name, meaning, usualDuration, nextStep } = statusTexts[status];
          return {
            status,
            name: name[language],
            meaning: meaning[language],
            usualDuration: usualDuration?.[language] ?? null,
            nextStep: nextStep?.[language] ?? null,
          };
        }),
      },
    };
  });
