import * as z from 'zod';
import { languages } from '../language.ts';
import { findOwnRequest, type PortRequestDeps, portRequestPath } from '../port-request/port-request.edge.ts';
import { hasScope, jsonHttp } from '../runtime/json-http.ts';
import { defineRoute, noBody, noQuery } from '../runtime/route.ts';
import type { MailLedger } from './mail-ledger.ts';
import { ledgerTemplates } from './mail-template.ts';

const ledgerLine = z.strictObject({
  template: z.enum(ledgerTemplates),
  to: z.string(),
  language: z.enum(languages),
  causedBy: z.string().describe('The history entry'),
  status: z.enum(['sending', 'sent', 'bounced']),
  at: z.string().meta({ format: 'date-time' }),
});

export const route = defineRoute({
  operationId: 'listMails',
  method: 'GET',
  path: '/v1/port-requests/{id}/mails',
  summary: 'What was mailed to whom, oldest first',
  description: "Mails to Fonzer's desk are listed for the desk only.",
  tag: 'Port requests',
  access: 'port-requests:read',
  pathParameters: portRequestPath,
  query: noQuery,
  body: noBody,
  answers: { 200: { description: 'The mails', schema: z.strictObject({ items: z.array(ledgerLine) }) } },
});

type MailsDeps = PortRequestDeps & { readonly mailLedger: MailLedger };

export const newHandler = (deps: () => MailsDeps) =>
  jsonHttp(route, deps, findOwnRequest, async ({ mailLedger }, { caller }, { id }) => ({
    status: 200,
    body: {
      items: (await mailLedger.list(id))
        .filter(({ template }) => hasScope(caller, 'desk') || !template.startsWith('desk_'))
        .map(({ template, to, language, causedBy, status, at }) => ({
          template,
          to,
          language,
          causedBy,
          status,
          at,
        })),
    },
  }));
