import { Temporal } from 'temporal-polyfill';
import { expect, test } from 'vitest';
import { noClosedDays } from '../../functions/calendar/working-calendar.ts';
import { noMetrics } from '../../functions/metrics/metrics.ts';
import { newHandler, route } from '../../functions/port-request/list.http.ts';
import { newIds } from '../../functions/runtime/new-id.ts';
import { createGateway } from '../../sandbox/gateway.ts';
import { createInMemoryRecords } from '../../sandbox/in-memory-port-requests.ts';
import { aContent, aPortRequest } from '../support/port-request-builder.ts';
import { SandboxClient } from '../support/sandbox-client.ts';
import { rememberingLog } from './handlers.ts';

/** A function of AWS can answer no more. */
const mostAnswerBytes = 6 * 1024 * 1024;

const now = () => Temporal.Instant.from('2026-03-30T08:00:00Z');

/** More numbers than a request may have, as a draft keeps them. */
const manyNumbers = Array.from({ length: 5000 }, (_, index) => ({
  kind: 'single' as const,
  number: `+32258${String(index).padStart(5, '0')}`,
}));

/** Ten drafts as large as a body allows, newest first: together more than a function can answer. */
const drafts = Array.from({ length: 10 }, (_, index) =>
  aPortRequest({
    id: `prt_${9 - index}`,
    status: 'draft',
    attempts: [],
    content: aContent({ numbers: manyNumbers, mainNumber: null, contract: null }),
  }),
);

test('a list of the largest requests is given in pages that can be answered, and loses none', async () => {
  // Given a store that holds them
  const deps = {
    log: rememberingLog().log,
    metrics: noMetrics,
    now,
    wallClock: now,
    newId: newIds(now),
    closedDays: async () => noClosedDays,
    carrier: 'colt',
    cursorKey: async () => 'key',
    answers: createInMemoryRecords(now, () => {}).answers,
    requests: {
      ...createInMemoryRecords(now, () => {}),
      list: async (_: unknown, { after }: { readonly after: { readonly id: string } | undefined }) =>
        drafts.filter(({ id }) => after === undefined || id < after.id),
    },
  };
  const gateway = createGateway({
    edges: [{ route, handler: newHandler(() => deps) }],
    unmatched: async () => ({ statusCode: 404, headers: {}, body: '' }),
    authorizer: async () => ({
      principalId: 'test',
      policyDocument: { Version: '2012-10-17', Statement: [] },
      context: { subject: 'test', tenant: 'acme', scope: 'port-requests:read' },
    }),
  });
  const readPage = async (cursor: string | null) => {
    const more = cursor === null ? '' : `&cursor=${encodeURIComponent(cursor)}`;
    const { status, body } = await gateway({
      method: 'GET',
      target: `/v1/port-requests?limit=100${more}`,
      headers: {},
      body: Buffer.from(''),
    });
    expect(status).toBe(200);
    expect(Buffer.byteLength(body)).toBeLessThan(mostAnswerBytes);
    return JSON.parse(body);
  };
  // When they are listed to the end
  const first = await readPage(null);
  const second = await readPage(first.nextCursor);
  // Then each was there once
  expect(second.nextCursor).toBeNull();
  expect([...first.items, ...second.items].map(({ id }: { readonly id: string }) => id)).toEqual(
    drafts.map(({ id }) => id),
  );
});

/** As many as the form takes of what no number can be read from. */
const unreadable = { numbers: Array.from({ length: 10_001 }, () => '') };

/** The costliest that was found: each number takes a part of a range that is known, and says so at length. */
const splitting = {
  numbers: Array.from({ length: 2000 }, (_, index) => `0258${String(index * 10).padStart(5, '0')}`),
  contract: {
    knownRanges: Array.from({ length: 2000 }, (_, index) => `0258${String(index).padStart(4, '0')}0-9`),
  },
};

test.each([
  ['no number of which can be read', unreadable],
  ['each number of which splits a range', splitting],
])('the largest draft, %s, is kept and answered with all that is wrong', async (_, content) => {
  const client = await SandboxClient.start();
  const { status, bytes, json } = await client.create({
    submit: false,
    subscriber: { name: 'Dupont' },
    ...content,
  });
  expect(status).toBe(201);
  expect(json.submissionBlockers.length).toBeGreaterThan(0);
  expect(bytes.length).toBeLessThan(mostAnswerBytes / 4);
});
