import * as z from 'zod';
import type { PortRequestDeps } from '../port-request/port-request.edge.ts';
import type { RememberedAnswer } from '../remembered-answers.ts';
import { http } from '../runtime/http.ts';
import type { HttpAnswer, HttpCall } from '../runtime/http-call.ts';
import { fingerprintOf } from '../runtime/idempotency.ts';
import { checkBodySize, checkMediaType, parseWith, readJson } from '../runtime/json-body.ts';
import { ProblemError, problemAnswer } from '../runtime/problem.ts';
import { defineRoute, noQuery } from '../runtime/route.ts';
import { operatorEvent } from './operator-event.ts';
import type { Operators } from './operators.ts';
import { eventExpiry, takeEvent } from './take-event.edge.ts';
import { isSignedBy, isTimely, type SignedMessage } from './webhook-signature.ts';

/** Applied: something changed. Recorded: only noted. Duplicate: had come before. */
export const eventAnswer = z.strictObject({ outcome: z.enum(['applied', 'recorded', 'duplicate']) });

export const route = defineRoute({
  operationId: 'receiveOperatorEvent',
  method: 'POST',
  path: '/v1/operators/{operatorId}/events',
  summary: 'An operator answers (Standard Webhooks 1.0)',
  description:
    'Signed over the raw body with `v1` (HMAC-SHA256) or `v1a` (ed25519), in the headers `webhook-id`, `webhook-timestamp` and `webhook-signature`.',
  tag: 'Operators',
  access: 'operator-signature',
  pathParameters: z.object({ operatorId: z.string() }),
  query: noQuery,
  headers: z.object({
    'webhook-id': z.string().min(1).max(255).describe('The same for a repeat'),
    'webhook-timestamp': z.string().describe('Seconds since 1970, at most five minutes off'),
    'webhook-signature': z.string().describe('`v1,…` or `v1a,…`, space separated'),
  }),
  body: operatorEvent,
  answers: { 202: { description: 'Taken in', schema: eventAnswer } },
  problems: [
    'webhook.signature_invalid',
    'webhook.timestamp_outside_tolerance',
    'port_request.not_found',
    'operator_event.not_expected',
    'request.refused',
  ],
});

type EventDeps = PortRequestDeps & { readonly operators: Operators };

const readMessage = (call: HttpCall): SignedMessage => ({
  id: call.header('webhook-id') ?? '',
  timestamp: call.header('webhook-timestamp') ?? '',
  signature: call.header('webhook-signature') ?? '',
  body: call.rawBody,
});

/** An operator nobody knows answers like a bad signature: who our operators are is not told. */
const checkSignature = async (
  { operators, wallClock }: EventDeps,
  operatorId: string,
  message: SignedMessage,
) => {
  const operator = await operators.find(operatorId);
  // The id becomes a key of the store, which takes no more.
  if (!/^[\x21-\x7e]{1,255}$/.test(message.id) || !isSignedBy(operator?.keys ?? [], message))
    throw new ProblemError({ code: 'webhook.signature_invalid' });
  if (!isTimely(message.timestamp, wallClock()))
    throw new ProblemError({
      code: 'webhook.timestamp_outside_tolerance',
      detail: 'The message was signed more than five minutes ago, or ahead.',
    });
};

const taken = (outcome: z.infer<typeof eventAnswer>['outcome']): HttpAnswer<string> => ({
  status: 202,
  headers: { 'content-type': 'application/json', 'cache-control': 'no-store' },
  body: JSON.stringify(eventAnswer.parse({ outcome })),
});

const answerEvent = async (deps: EventDeps, call: HttpCall): Promise<HttpAnswer> => {
  const operatorId = call.pathParameters['operatorId'] ?? '';
  const message = readMessage(call);
  await checkSignature(deps, operatorId, message);
  checkBodySize(call);
  checkMediaType(call, ['application/json']);
  const given = readJson(call);
  const event = parseWith(operatorEvent, given);
  const scope = `operator ${operatorId}`;
  const before = await deps.answers.find(scope, message.id);
  if (before !== undefined) return taken('duplicate');
  // Only the operator that carries a request may answer it; of any other request it is not told that it exists.
  const request = await deps.requests.find(event.portRequestId);
  if (request === undefined || request.carrier !== operatorId)
    throw new ProblemError({ code: 'port_request.not_found' });
  const remember = (outcome: 'applied' | 'recorded'): RememberedAnswer => ({
    scope,
    key: message.id,
    fingerprint: fingerprintOf(given),
    expiresAt: eventExpiry(deps),
    ...taken(outcome),
  });
  const result = await takeEvent(
    deps,
    { event, sent: { webhookId: message.id, body: given } },
    { kind: 'carrier', id: operatorId },
    call.acceptedLanguage ?? 'en',
    remember,
  );
  if (result.kind === 'problem') return problemAnswer(result.problem, call.path);
  if (result.kind === 'already_answered') return taken('duplicate');
  // What only repeats an answer changed nothing, so its id is kept here rather than with a change.
  if (result.outcome === 'recorded') await deps.answers.keep(remember('recorded'));
  return taken(result.outcome);
};

export const newHandler = (deps: () => EventDeps) => http(deps, answerEvent);
