import * as z from 'zod';
import { answerDueOf, earliestDateOf, startWindowDeadlineOf } from '../port-request/deadlines.ts';
import { localDate } from '../port-request/field-schemas.ts';
import { type FactsDeps, gatherFacts } from '../port-request/gather-facts.edge.ts';
import { currentRules } from '../port-request/porting-rules.ts';
import { answerDueView, earliestDateView, startWindowView } from '../port-request/representation-schema.ts';
import { type JsonDeps, jsonHttp, nothingToFind } from '../runtime/json-http.ts';
import { defineRoute, noBody, noPathParameters } from '../runtime/route.ts';
import { startWindowOf } from '../window/start-window.ts';
import { localDateOf } from './local-date.ts';

export const route = defineRoute({
  operationId: 'getDates',
  method: 'GET',
  path: '/v1/dates',
  summary: 'The dates of a request made on a day: earliest date, answer due, start window',
  description: 'The window is the one of a port approved for the earliest date.',
  tag: 'Numbers and dates',
  access: 'port-requests:read',
  pathParameters: noPathParameters,
  query: z.object({
    requestedOn: localDate
      .refine((date) => date >= '2000-01-01' && date <= '2100-12-31', 'must be from 2000-01-01 to 2100-12-31')
      .meta({ pattern: '^(?:20[0-9]{2}|2100)-' })
      .optional()
      .describe('Default: today in Brussels'),
  }),
  body: noBody,
  answers: {
    200: {
      description: 'The dates, each with how it was counted',
      schema: z.strictObject({
        earliestDate: earliestDateView,
        answerDue: answerDueView,
        startWindow: startWindowView,
      }),
    },
  },
});

export const newHandler = (deps: () => JsonDeps & FactsDeps) =>
  jsonHttp(route, deps, nothingToFind, async (real, { query }) => {
    const { now, calendar } = await gatherFacts(real);
    const requestedOn = query.requestedOn ?? localDateOf(now);
    const earliestDate = earliestDateOf(requestedOn, undefined, currentRules, calendar);
    const { date: _, ...answerDue } = answerDueOf(requestedOn, now, currentRules, calendar);
    const window = startWindowOf(earliestDate.date, currentRules, calendar);
    return {
      status: 200,
      body: {
        earliestDate,
        answerDue,
        startWindow: startWindowDeadlineOf(window, now, currentRules, calendar),
      },
    };
  });
