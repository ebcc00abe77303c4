import { Temporal } from 'temporal-polyfill';
import { noClosedDays } from '../../functions/calendar/working-calendar.ts';
import { noMetrics } from '../../functions/metrics/metrics.ts';
import { newHandler } from '../../functions/operator/events.http.ts';
import type { SigningKey } from '../../functions/signatures/signing-key.ts';
import type { SignedMessage } from '../../functions/signatures/webhook-signature.ts';
import { toProxyEvent } from '../../sandbox/gateway-event.ts';
import { createInMemoryRecords } from '../../sandbox/in-memory-port-requests.ts';
import { lambdaContext } from '../../sandbox/lambda-context.ts';
import { factsAt, instantIn, recordingsInto } from '../support/port-request-life.ts';

type Json = ReturnType<typeof JSON.parse>;

const sentAt = Temporal.Instant.from(instantIn.awaiting_answer);

/** When the events of this world are sent, as a sender writes it, or some seconds off. */
export const timestampAt = (secondsOff = 0): string => `${sentAt.epochMilliseconds / 1000 + secondsOff}`;

/** A message as it travels: more than one value where a header was sent more than once. */
type Travelling = Omit<SignedMessage, 'signature'> & { readonly signature: string | readonly string[] };

/**
 * A request that awaits COLT's answer, and the function that takes events, as the gateway calls it. `keys` says who has which keys, and
 * may be changed while the world lives.
 */
export const createEventWorld = async (keys: Map<string, readonly SigningKey[]>) => {
  const facts = factsAt(instantIn.awaiting_answer);
  const requests = createInMemoryRecords(
    () => facts.now,
    () => {},
  );
  const recordings = recordingsInto('awaiting_answer');
  for (const recording of recordings) await requests.commit(recording);
  const id = recordings.at(-1)?.after.id ?? '';

  const handler = newHandler(() => ({
    log: { info: () => {}, error: () => {} },
    metrics: noMetrics,
    now: () => facts.now,
    wallClock: () => facts.now,
    newId: facts.newId,
    closedDays: async () => noClosedDays,
    requests,
    answers: requests.answers,
    operators: {
      find: async (operatorId) => {
        const known = keys.get(operatorId);
        return known === undefined ? undefined : { id: operatorId, keys: known };
      },
    },
  }));

  /** Sends a message to the route of an operator. */
  const send = async (
    { id: webhookId, timestamp, signature, body }: Travelling,
    operatorId = 'colt',
  ): Promise<{ readonly status: number; readonly json: Json }> => {
    const event = toProxyEvent(
      {
        method: 'POST',
        target: `/v1/operators/${operatorId}/events`,
        headers: {
          'content-type': ['application/json'],
          'webhook-id': [webhookId],
          'webhook-timestamp': [timestamp],
          'webhook-signature': [signature].flat(),
        },
        body,
      },
      'a-request',
      { resource: '/v1/operators/{operatorId}/events', pathParameters: { operatorId } },
      {},
    );
    const { statusCode, body: text } = await handler(event, lambdaContext);
    return { status: statusCode, json: JSON.parse(text) };
  };

  /** The bytes of an event about the request. */
  const eventBytes = (type: string, data: unknown): Buffer =>
    Buffer.from(
      JSON.stringify({ type, portRequestId: id, attempt: 1, occurredAt: instantIn.awaiting_answer, data }),
    );

  return {
    id,
    requests,
    send,
    eventBytes,
    /** Everything that is kept: requests, history, remembered ids, refused events, locks. */
    state: () => JSON.stringify(requests.save()),
  };
};
