import * as z from 'zod';
import type { PortRequestDeps } from '../port-request/port-request.edge.ts';
import type { RememberedAnswer } from '../remembered-answers.ts';
import { http } from '../runtime/http.ts';
import type { HttpAnswer, HttpCall } from '../runtime/http-call.ts';
import { fingerprintOf } from '../runtime/idempotency.ts';
import { checkBodySize, checkMediaType, parseWith, readJson } from '../runtime/json-body.ts';
import { ProblemError, problemAnswer } from '../runtime/problem.ts';
import { defineRoute, noQuery } from '../runtime/route.ts';
import { nobodysKey } from '../signatures/signing-key.ts';
import { isMessageId, isSignedBy, isTimely, type SignedMessage } from '../signatures/webhook-signature.ts';
import { readPayload } from './dialects/read-payload.ts';
import { type OperatorEvent, operatorEvent } from './operator-event.ts';
import type { Operators } from './operators.ts';
import { eventExpiry, type SentEvent, takeEvent } from './take-event.edge.ts';

/** Applied: something changed. Recorded: only noted. Duplicate: had come before. */
export const eventAnswer = z.strictObject({ outcome: z.enum(['applied', 'recorded', 'duplicate']) });

const description = `An operator, or the carrier for it, reports what became of a port request that it carries. Whoever else reports it is told that there is none.

The message follows Standard Webhooks 1.0. What is signed is \`<webhook-id>.<webhook-timestamp>.<body>\`, the body byte for byte as it is sent: \`v1\` is HMAC-SHA256 under the shared secret (\`whsec_…\`), \`v1a\` is ed25519 under the private key whose public half (\`whpk_…\`) we hold. Two keys may be live while one replaces the other; one signature that fits one of them is enough, of at most eight. Whatever is wrong with headers, signature or operator, the answer is the same 401; only who signed rightly is told that the time is off.

A message that was taken in is answered 202, and its id is remembered for 30 days: the same id again is a \`duplicate\` and changes nothing. A message that was refused is not remembered, so it may be sent again under its id. Send again, under the same id with a new timestamp and signature, whatever was answered 429 or 5xx or not at all.

The body is an event as described here. An operator whose system has a form of its own may have that agreed as a variant, which names itself in a member of the payload; \`errors[]\` then points into the payload as it was sent.`;

const messageHeaders = z.object({
  'webhook-id': z
    .string()
    .regex(/^[\x21-\x7e]{1,255}$/)
    .describe('Names the message: the same when it is sent again, another one for anything else')
    .meta({ example: 'msg_2KWPBgLlAfxdpx2AI54pPJ85f4W' }),
  'webhook-timestamp': z
    .string()
    .regex(/^[1-9][0-9]{0,11}$/)
    .describe('When this try was signed, in seconds since 1970; at most five minutes off, either way')
    .meta({ example: '1775121120' }),
  'webhook-signature': z
    .string()
    .regex(/^[A-Za-z0-9]+,[A-Za-z0-9+/=]+(?: [A-Za-z0-9]+,[A-Za-z0-9+/=]+)*$/)
    .describe('`v1,` or `v1a,` and the signature in base64; several separated by spaces')
    .meta({ example: 'v1,K5oZfzN95Z9UVu1EsfQmfVNQhnkZ2pj9o9NDN/H/pI4=' }),
});

export const route = defineRoute({
  operationId: 'receiveOperatorEvent',
  method: 'POST',
  path: '/v1/operators/{operatorId}/events',
  summary: 'An operator answers (Standard Webhooks 1.0)',
  description,
  tag: 'Operators',
  access: 'operator-signature',
  pathParameters: z.object({
    operatorId: z.string().describe('The id agreed with the operator').meta({ example: 'colt' }),
  }),
  query: noQuery,
  headers: messageHeaders,
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
  const isSigned = isSignedBy(operator?.keys ?? [nobodysKey], message);
  if (operator === undefined || !isSigned || !isMessageId(message.id))
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

/** The event that a payload holds, and where in the payload its parts stand. @throws ProblemError 400. */
const readEvent = (
  operatorId: string,
  payload: unknown,
): Pick<SentEvent, 'pointerOf'> & { readonly event: OperatorEvent } => {
  const reading = readPayload(operatorId, payload);
  switch (reading.kind) {
    case 'own':
      return { event: parseWith(operatorEvent, payload), pointerOf: (pointer) => pointer };
    case 'variant':
      return reading;
    case 'malformed':
      throw new ProblemError({ code: 'request.malformed', members: { errors: reading.entries } });
  }
};

const answerEvent = async (deps: EventDeps, call: HttpCall): Promise<HttpAnswer> => {
  const operatorId = call.pathParameters['operatorId'] ?? '';
  const message = readMessage(call);
  await checkSignature(deps, operatorId, message);
  checkBodySize(call);
  checkMediaType(call, ['application/json']);
  const given = readJson(call);
  const { event, pointerOf } = readEvent(operatorId, given);
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
    { event, sent: { webhookId: message.id, body: given, pointerOf } },
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
