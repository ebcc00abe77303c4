import { describe, expect, test } from 'vitest';
import { noClosedDays } from '../../functions/calendar/working-calendar.ts';
import { noMetrics } from '../../functions/metrics/metrics.ts';
import { newHandler } from '../../functions/operator/desk-events.http.ts';
import type { OperatorEvent } from '../../functions/operator/operator-event.ts';
import { toProxyEvent } from '../../sandbox/gateway-event.ts';
import { createInMemoryRecords } from '../../sandbox/in-memory-port-requests.ts';
import { lambdaContext } from '../../sandbox/lambda-context.ts';
import { events, factsAt, instantIn, recordingsInto } from '../support/port-request-life.ts';

/** Two calls under one key, each of which has read the request and looked for an answer before either has written. */
const enterTwice = async (change: (event: OperatorEvent) => OperatorEvent) => {
  const facts = factsAt(instantIn.awaiting_answer);
  const records = createInMemoryRecords(
    () => facts.now,
    () => {},
  );
  const recordings = recordingsInto('awaiting_answer');
  for (const recording of recordings) await records.commit(recording);
  const request = recordings.at(-1)?.after;
  if (request === undefined) throw new Error('No request was made');
  const enter = newHandler(() => ({
    log: { info: () => {}, error: () => {} },
    metrics: noMetrics,
    now: () => facts.now,
    wallClock: () => facts.now,
    newId: facts.newId,
    closedDays: async () => noClosedDays,
    requests: { ...records, find: async () => request },
    answers: { find: async () => undefined, keep: async (answer) => answer },
  }));
  const call = (event: OperatorEvent) =>
    enter(
      toProxyEvent(
        {
          method: 'POST',
          target: `/v1/port-requests/${request.id}/operator-events`,
          headers: { 'content-type': ['application/json'], 'idempotency-key': ['k'] },
          body: Buffer.from(JSON.stringify(event)),
        },
        'r-1',
        { resource: '/v1/port-requests/{id}/operator-events', pathParameters: { id: request.id } },
        { subject: 'desk-1', tenant: 'fonzer', scope: 'desk' },
      ),
      lambdaContext,
    );
  const event = events.approved(request, '2026-04-14');
  const first = await call(event);
  const second = await call(change(event));
  expect(first).toMatchObject({ statusCode: 202, body: JSON.stringify({ outcome: 'applied' }) });
  return { first, second };
};

describe('an event that the desk enters twice at once under one key', () => {
  test('gets the first answer again', async () => {
    const { first, second } = await enterTwice((event) => event);
    expect(second).toMatchObject({
      statusCode: 202,
      headers: { 'idempotency-replayed': 'true' },
      body: first.body,
    });
  });

  test('is refused where the second is another event', async () => {
    const { second } = await enterTwice((event) => ({ ...event, occurredAt: '2026-04-02T09:13:00Z' }));
    expect(second.statusCode).toBe(422);
    expect(JSON.parse(second.body).code).toBe('idempotency.key_reused');
  });
});
