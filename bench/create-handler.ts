import { Temporal } from 'temporal-polyfill';
import { noClosedDays } from '../functions/calendar/working-calendar.ts';
import { noMetrics } from '../functions/metrics/metrics.ts';
import { newHandler, route } from '../functions/port-request/create.http.ts';
import { createBody } from '../functions/port-request/port-request-body.ts';
import type { HttpHandler } from '../functions/runtime/http.ts';
import { structuredLog } from '../functions/runtime/log.ts';
import { newIds } from '../functions/runtime/new-id.ts';
import { createGateway } from '../sandbox/gateway.ts';
import { createInMemoryRecords } from '../sandbox/in-memory-port-requests.ts';
import { benchStart, requestFor } from './lifecycle.ts';

const now = () => Temporal.Instant.from(benchStart);
const records = createInMemoryRecords(now, () => {});
const deps = {
  log: structuredLog('bench', 'SILENT'),
  metrics: noMetrics,
  now,
  wallClock: now,
  newId: newIds(now),
  closedDays: async () => noClosedDays,
  requests: records,
  answers: records.answers,
  carrier: 'colt',
};

const bareHandler: HttpHandler = async ({ body }) => {
  createBody.parse(JSON.parse(Buffer.from(body ?? '', 'base64').toString('utf8')));
  return { statusCode: 201, headers: {}, body: '' };
};

/** Behind the same gateway for both, with an authorizer that lets everybody in at once. */
const gatewayFor = (handler: HttpHandler) =>
  createGateway({
    edges: [{ route, handler }],
    unmatched: bareHandler,
    authorizer: async () => ({
      principalId: 'bench',
      policyDocument: { Version: '2012-10-17', Statement: [] },
      context: { subject: 'bench', tenant: 'bench', scope: 'port-requests:write' },
    }),
  });

/** One draft created by the real handler, and the same body parsed by a handler that does nothing else. */
export const createAgainstBare = () => {
  let created = 0;
  const body = Buffer.from(JSON.stringify({ ...requestFor(['02 580 50 70']), submit: false }));
  const send = (gateway: ReturnType<typeof gatewayFor>) => async () => {
    created += 1;
    const { status } = await gateway({
      method: 'POST',
      target: '/v1/port-requests',
      headers: { 'content-type': ['application/json'], 'idempotency-key': [`bench-${created}`] },
      body,
    });
    if (status !== 201) throw new Error(`Creating was answered ${status}`);
  };
  return { handler: send(gatewayFor(newHandler(() => deps))), bare: send(gatewayFor(bareHandler)) };
};
