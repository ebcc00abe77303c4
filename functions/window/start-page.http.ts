import * as z from 'zod';
import { defaultLanguage } from '../language.ts';
import { measured } from '../metrics/metrics.ts';
import { type FactsDeps, gatherFacts } from '../port-request/gather-facts.edge.ts';
import type { PortRequest } from '../port-request/port-request.ts';
import type { PortRequests } from '../port-request/port-requests.ts';
import { type HttpDeps, http } from '../runtime/http.ts';
import type { HttpAnswer, HttpCall } from '../runtime/http-call.ts';
import { checkBodySize } from '../runtime/json-body.ts';
import { defineRoute, noBody, noQuery } from '../runtime/route.ts';
import { type StartForm, sendStartForm, showStartLink } from './start-by-link.ts';
import { renderStartPage, type StartPage, startPageHeaders, startPageStatus } from './start-page.ts';
import { startPageOutcomeOf } from './start-page-outcome.ts';
import type { StartTokens } from './start-tokens.ts';

const formMediaType = 'application/x-www-form-urlencoded';

const page = (description: string) => ({ description, mediaType: 'text/html' });

const pathParameters = z.object({ token: z.string() });

const common = {
  path: '/start/{token}',
  tag: 'Start link',
  access: 'start-link',
  pathParameters,
  query: noQuery,
} as const;

const refusals = {
  403: page('Locked after five wrong confirmations'),
  404: page('Unknown or void link'),
  409: page('Outside the start window'),
} as const;

export const openRoute = defineRoute({
  ...common,
  body: noBody,
  operationId: 'openStartLink',
  method: 'GET',
  summary: 'The page behind a mailed start link; it only shows',
  answers: { 200: page('What will happen, and a form; or that the port was started'), ...refusals },
});

export const probeRoute = defineRoute({
  ...common,
  body: noBody,
  operationId: 'probeStartLink',
  method: 'HEAD',
  summary: 'As GET, without the page',
  answers: { 200: page('As GET'), ...refusals },
});

export const sendRoute = defineRoute({
  ...common,
  body: z.object({
    confirmation: z.string().optional().describe('The last four digits of the main number'),
    action: z.string().optional().describe('`new-link`, from a locked page: mail a new link'),
  }),
  bodyMediaTypes: [formMediaType],
  operationId: 'sendStartForm',
  method: 'POST',
  summary: 'Start the port with the last four digits of the main number',
  answers: { 200: page('Started'), 422: page('Wrong confirmation'), ...refusals },
});

type PageDeps = HttpDeps & FactsDeps & { readonly requests: PortRequests; readonly startTokens: StartTokens };

const isForm = (call: HttpCall): boolean =>
  call.header('content-type')?.split(';')[0]?.trim().toLowerCase() === formMediaType;

/** Between the digits as people write them: `50 50`, `50.50`. */
const separators = /[\s.]/g;

/**
 * What no browser sends with this form (another media type, a field twice) is as a button pressed without digits:
 * machines send it, and it must neither start a port nor use up a try.
 */
const readForm = (call: HttpCall): StartForm => {
  const form = new URLSearchParams(isForm(call) ? call.rawBody.toString('utf8') : '');
  const only = (name: string): string => {
    const [value = '', ...others] = form.getAll(name);
    return others.length === 0 ? value : '';
  };
  return {
    confirmation: only('confirmation').replaceAll(separators, ''),
    wantsNewLink: only('action') === 'new-link',
  };
};

/** In the subscriber's language; who holds a link that is none is told in a language they accept. */
const answerPage = (
  { metrics }: PageDeps,
  call: HttpCall,
  shown: StartPage,
  request: PortRequest | undefined,
): HttpAnswer => {
  const head = { status: startPageStatus(shown), headers: startPageHeaders };
  // Of a probe nobody sees a page, so that it is not counted either.
  if (call.method === 'HEAD') return { ...head, body: '' };
  metrics.put([measured('StartPageAnswers', { Outcome: startPageOutcomeOf(shown) })]);
  const language = request?.content.subscriber.language ?? call.acceptedLanguage ?? defaultLanguage;
  return { ...head, body: renderStartPage(shown, language) };
};

export const newHandler = (deps: () => PageDeps) =>
  http(deps, async (real, call) => {
    const token = call.pathParameters['token'] ?? '';
    const facts = await gatherFacts(real);
    if (call.method !== 'POST') {
      const { page: shown, request } = await showStartLink(real, token, facts);
      return answerPage(real, call, shown, request);
    }
    checkBodySize(call);
    const { page: shown, request } = await sendStartForm(real, token, readForm(call), facts);
    return answerPage(real, call, shown, request);
  });
