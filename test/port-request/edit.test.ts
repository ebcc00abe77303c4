import { expect, test } from 'vitest';
import { noClosedDays } from '../../functions/calendar/working-calendar.ts';
import { noMetrics } from '../../functions/metrics/metrics.ts';
import { newHandler } from '../../functions/port-request/edit.http.ts';
import { edit } from '../../functions/port-request/edit.ts';
import { toProxyEvent } from '../../sandbox/gateway-event.ts';
import { createInMemoryRecords } from '../../sandbox/in-memory-port-requests.ts';
import { lambdaContext } from '../../sandbox/lambda-context.ts';
import { aContent } from '../support/port-request-builder.ts';
import {
  created,
  desk,
  factsAt,
  instantIn,
  recordingOf,
  requestAfter,
} from '../support/port-request-life.ts';

test('an installation that the desk decides while a reseller clears it stays as decided', async () => {
  // Given a draft that the reseller's call has read before the desk decided, and reads again after
  const facts = factsAt(instantIn.draft);
  const records = createInMemoryRecords(
    () => facts.now,
    () => {},
  );
  const draft = created({ submit: false });
  const before = requestAfter(draft);
  const installation = { type: 'complex', reason: 'Behind a switchboard' } as const;
  await records.commit(recordingOf(draft));
  await records.commit(recordingOf(edit(before, aContent({ installation }), facts, desk)));
  let reads = 0;
  const find = async (id: string) => {
    reads += 1;
    return reads === 1 ? before : records.find(id);
  };
  const patch = newHandler(() => ({
    log: { info: () => {}, error: () => {} },
    metrics: noMetrics,
    now: () => facts.now,
    wallClock: () => facts.now,
    newId: facts.newId,
    closedDays: async () => noClosedDays,
    requests: { ...records, find },
    answers: records.answers,
  }));
  // When it clears whatever stands there
  const { statusCode, body } = await patch(
    toProxyEvent(
      {
        method: 'PATCH',
        target: `/v1/port-requests/${before.id}`,
        headers: { 'content-type': ['application/json'], 'if-match': ['*'] },
        body: Buffer.from(JSON.stringify({ installation: null })),
      },
      'r-1',
      { resource: '/v1/port-requests/{id}', pathParameters: { id: before.id } },
      { subject: 'user-7', tenant: 'acme', scope: 'port-requests:write' },
    ),
    lambdaContext,
  );
  // Then it is told that this is the desk's
  expect([statusCode, JSON.parse(body).code]).toEqual([403, 'auth.scope_missing']);
  expect((await records.find(before.id))?.content.installation).toEqual(installation);
});
