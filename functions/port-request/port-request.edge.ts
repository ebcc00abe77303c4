import * as z from 'zod';
import type { Language } from '../language.ts';
import { describeProblem } from '../problems/problem-entry.ts';
import type { RememberedAnswer } from '../remembered-answers.ts';
import type { Caller, HttpCall } from '../runtime/http-call.ts';
import { hasScope, type JsonAnswer, type JsonDeps, type OtherAnswer } from '../runtime/json-http.ts';
import type { Problem } from '../runtime/problem.ts';
import type { Changed } from './change.ts';
import type { Facts } from './facts.ts';
import type { FactsDeps } from './gather-facts.edge.ts';
import type { PortRequest } from './port-request.ts';
import type { PortRequests } from './port-requests.ts';
import type { Refusal } from './refusal.ts';
import { toRepresentation } from './representation.ts';
import { portRequestView } from './representation-schema.ts';
import type { Actor } from './status.ts';

/** What the edges of port requests need. */
export type PortRequestDeps = JsonDeps & FactsDeps & { readonly requests: PortRequests };

/** The path of a route about one port request. */
export const portRequestPath = z.object({
  id: z.string().meta({ description: 'The port request.', example: 'prt_01KAQ4Z3X6V9Y2N8M5T7R1W0DF' }),
});

/** The answer of every route that gives a port request. */
export const portRequestAnswer = {
  description: 'The port request',
  schema: portRequestView,
  headers: { ETag: 'Its version, for `If-Match`; grows with every history entry' },
};

/** The request a path names, if it is the caller's own; the desk sees those of every tenant. */
export const findOwnRequest = async (
  { requests }: { readonly requests: PortRequests },
  { pathParameters }: HttpCall,
  caller: Caller,
): Promise<PortRequest | undefined> => {
  const request = await requests.find(pathParameters['id'] ?? '');
  return request !== undefined && (request.tenant === caller.tenant || hasScope(caller, 'desk'))
    ? request
    : undefined;
};

/** Whoever acts with a token: Fonzer's desk or a reseller. */
export const actorOf = (caller: Caller): Actor => ({
  kind: hasScope(caller, 'desk') ? 'desk' : 'reseller',
  id: caller.subject,
});

/** The entity tag of a request: its version, which every history entry raises. */
export const etagOf = ({ version }: PortRequest): string => `"${version}"`;

/** The entity tags that a header lists; none where it was not sent. */
export const etagsIn = (header: string | undefined): readonly string[] =>
  header?.split(',').map((tag) => tag.trim()) ?? [];

/** A request as it is answered: its representation and the version to name in `If-Match`. */
export const answerRequest = (
  request: PortRequest,
  facts: Facts,
  call: HttpCall,
  answer: { readonly status: 200 | 201; readonly headers?: Readonly<Record<string, string>> } = {
    status: 200,
  },
): JsonAnswer => ({
  status: answer.status,
  // Its texts are in the reader's language, which the tag says nothing of.
  headers: { etag: etagOf(request), vary: 'accept-language', ...answer.headers },
  body: toRepresentation(request, facts, { accepted: call.acceptedLanguage }),
});

/** A refusal as its problem document, its entries in the reader's language. */
export const problemOf = (refusal: Refusal, language: Language): Problem => {
  switch (refusal.kind) {
    case 'unknown':
      return { code: 'port_request.not_found' };
    case 'superseded':
      return {
        code: 'precondition.stale',
        detail: 'The request has changed since. Read it again and decide again.',
      };
    case 'move_not_allowed':
      return {
        code: 'port_request.move_not_allowed',
        detail: `As this port request stands (${refusal.status}), this is not possible, or not any more.`,
        members: { requestStatus: refusal.status, allowedActions: refusal.allowedActions },
      };
    case 'window_closed':
      return {
        code: 'window.closed',
        detail:
          refusal.opensAt === null
            ? 'The start window is over: a new date and a new approval are needed.'
            : 'A port is started on working days of its window, between 09:00 and 15:00 in Brussels.',
        members: { opensAt: refusal.opensAt, closesAt: refusal.closesAt, lastDay: refusal.lastDay },
      };
    case 'refused':
    case 'numbers_taken':
      return {
        code: refusal.kind === 'refused' ? 'request.refused' : 'numbers.already_porting',
        detail:
          refusal.kind === 'refused'
            ? 'The request is well formed, but these points stand against it.'
            : 'Another open request is already porting some of these numbers.',
        members: { errors: refusal.problems.map((problem) => describeProblem(problem, language)) },
      };
  }
};

/** What came of a command, as an answer: the request as written, or why not. */
export const answerChanged = (
  changed: Changed,
  toAnswer: (request: PortRequest) => JsonAnswer,
  language: Language,
): JsonAnswer | OtherAnswer => {
  switch (changed.kind) {
    case 'done':
      return toAnswer(changed.request);
    case 'already_answered':
      return { alreadyAnswered: changed.answer };
    default:
      return { problem: problemOf(changed, language) };
  }
};

/** The language of a problem's texts: what the caller accepts, else English, which every developer reads. */
export const problemLanguageOf = ({ acceptedLanguage }: HttpCall): Language => acceptedLanguage ?? 'en';

type Remember = (toAnswer: () => JsonAnswer) => RememberedAnswer | undefined;

/** The remembered answer of a command on a request: its representation as that command writes it. */
export const rememberRequest =
  (remember: Remember, toAnswer: (request: PortRequest) => JsonAnswer) =>
  (request: PortRequest): RememberedAnswer | undefined =>
    remember(() => toAnswer(request));
