import * as z from 'zod';
import type { PortRequests } from '../port-request/port-requests.ts';
import { problemEntryView } from '../port-request/representation-schema.ts';
import { describeProblem } from '../problems/problem-entry.ts';
import { type JsonDeps, jsonHttp, nothingToFind } from '../runtime/json-http.ts';
import { defineRoute, noPathParameters, noQuery } from '../runtime/route.ts';
import { checkNumberItem } from './number-check.ts';
import { readNumberItem } from './number-item.ts';

const numberCheck = z
  .strictObject({
    input: z.unknown(),
    portable: z.boolean(),
    kind: z.enum(['single', 'range', 'unreadable']),
    number: z.string().optional(),
    start: z.string().optional(),
    end: z.string().optional(),
    size: z.int().optional(),
    national: z.string().nullable(),
    zone: z.strictObject({ prefix: z.string(), name: z.string() }).nullable(),
    problems: z.array(problemEntryView),
    warnings: z.array(problemEntryView),
    alreadyPorting: z.boolean().describe("In an open request of the caller's own tenant"),
  })
  .meta({ id: 'NumberCheck' });

export const route = defineRoute({
  operationId: 'checkNumbers',
  method: 'POST',
  path: '/v1/number-checks',
  summary: 'Which numbers can be ported, before any request',
  tag: 'Numbers and dates',
  access: 'port-requests:read',
  idempotency: 'honoured',
  pathParameters: noPathParameters,
  query: noQuery,
  body: z.strictObject({
    // Anything is taken: an item that is no number gets its own result and never fails the others.
    numbers: z.array(z.unknown()).min(1).max(200),
  }),
  answers: {
    200: {
      description: 'One result per item, in order',
      schema: z.strictObject({ items: z.array(numberCheck) }),
    },
  },
});

type NumberCheckDeps = JsonDeps & { readonly requests: PortRequests };

export const newHandler = (deps: () => NumberCheckDeps) =>
  jsonHttp(route, deps, nothingToFind, async ({ requests }, { http, caller, body }) => {
    const language = http.acceptedLanguage ?? 'en';
    const holders = await requests.holdersOf(body.numbers.map(readNumberItem));
    const own = new Set(
      holders.filter(({ holder }) => holder.tenant === caller.tenant).map(({ index }) => index),
    );
    return {
      status: 200,
      body: {
        items: body.numbers.map((input, index) => {
          const { problems, warnings, ...check } = checkNumberItem(input);
          const pointer = `/numbers/${index}`;
          return {
            ...check,
            input: input ?? null,
            problems: problems.map(({ code, parameters }) =>
              describeProblem({ code, pointer, parameters: { ...parameters } }, language),
            ),
            warnings: warnings.map(({ code, parameters }) =>
              describeProblem({ code, pointer, parameters: { ...parameters } }, language),
            ),
            alreadyPorting: own.has(index),
          };
        }),
      },
    };
  });
