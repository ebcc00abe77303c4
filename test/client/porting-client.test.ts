import { describe, expect, test } from 'vitest';
import {
  createPortingClient,
  dataOf,
  everyItem,
  hasCode,
  newIdempotencyKey,
  newPages,
  type Problem,
  ProblemError,
} from '../../client/src/index.ts';
import { exampleBody, singleNumberBody } from '../support/example-body.ts';
import { approvedRequest, awaitingRequest, cancel } from '../support/journey.ts';
import { SandboxClient } from '../support/sandbox-client.ts';

const path = { id: 'prt_1' };

const problem = (status: number, code: string, headers: Readonly<Record<string, string>> = {}) =>
  new Response(JSON.stringify({ code, status, title: code, detail: `${code}.`, type: '', instance: '' }), {
    status,
    headers: { 'content-type': 'application/problem+json', ...headers },
  });

/** A client that is given these answers one after the other, and what it sent and how long it waited for them. */
const answeredWith = (...answers: readonly Response[]) => {
  const left = [...answers];
  const sent: { readonly method: string; readonly token: string | null; readonly body: string }[] = [];
  const waited: number[] = [];
  const client = createPortingClient({
    baseUrl: 'https://porting.example/',
    token: async () => `token ${sent.length}`,
    fetch: async (request) => {
      sent.push({
        method: `${request.method} ${request.url}`,
        token: request.headers.get('authorization'),
        body: await request.text(),
      });
      return left.shift() ?? new Response('{}', { status: 200 });
    },
    wait: async (milliseconds) => {
      waited.push(milliseconds);
    },
  });
  return { client, sent, waited };
};

const create = (client: ReturnType<typeof createPortingClient>) =>
  client.POST('/v1/port-requests', {
    params: { header: { 'Idempotency-Key': newIdempotencyKey() } },
    body: singleNumberBody(),
  });

describe('A call', () => {
  test('goes to its path with the token that is asked for', async () => {
    const { client, sent } = answeredWith();
    await client.GET('/v1/port-requests/{id}/history', { params: { path: { id: 'a/b c' } } });
    await client.GET('/v1/port-requests', { params: { query: { status: ['approved', 'expired'] } } });
    expect(sent).toMatchObject([
      { method: 'GET https://porting.example/v1/port-requests/a%2Fb%20c/history', token: 'Bearer token 0' },
      {
        method: 'GET https://porting.example/v1/port-requests?status=approved&status=expired',
        token: 'Bearer token 1',
      },
    ]);
  });

  test('that is refused says why, in a type that knows the code', async () => {
    const sandbox = await SandboxClient.start();
    const id = await approvedRequest(sandbox);
    const { data, error } = await sandbox
      .porting()
      .POST('/v1/port-requests/{id}/start', { params: { path: { id } } });
    expect(data).toBeUndefined();
    expect(hasCode(error, 'port_request.move_not_allowed')).toBe(false);
    expect(hasCode(error, 'window.closed') ? [error.opensAt, error.lastDay] : error).toEqual([
      '2026-04-14T07:00:00Z',
      '2026-04-27',
    ]);
  });

  test('can be made to throw where it is refused', async () => {
    const sandbox = await SandboxClient.start();
    const porting = sandbox.porting();
    const read = async (id: string) =>
      dataOf(await porting.GET('/v1/port-requests/{id}', { params: { path: { id } } }));
    expect((await read(await awaitingRequest(sandbox))).status).toBe('awaiting_answer');
    const refusal: unknown = await read('prt_none').catch((error: unknown) => error);
    expect(refusal).toBeInstanceOf(ProblemError);
    expect(refusal).toMatchObject({ status: 404, problem: { code: 'port_request.not_found' } });
  });

  test('that something in between answered throws without a problem', async () => {
    const { client } = answeredWith(new Response('<h1>Bad gateway</h1>', { status: 502 }));
    const result = await client.GET('/v1/statuses');
    expect(() => dataOf(result)).toThrow(expect.objectContaining({ status: 502, problem: undefined }));
  });

  test('with what no route takes does not compile', async () => {
    const { client, sent } = answeredWith();
    // @ts-expect-error No request is ever in this status.
    await client.GET('/v1/port-requests', { params: { query: { status: 'done' } } });
    // @ts-expect-error A create needs a key.
    await client.POST('/v1/port-requests', { body: exampleBody() });
    const params = { header: { 'Idempotency-Key': 'k' } };
    // @ts-expect-error Whose numbers these are has to be said.
    await client.POST('/v1/port-requests', { params, body: {} });
    expect(sent).toHaveLength(3);
  });
});

describe('A call that is answered', () => {
  test.each<[answer: string, call: string, sent: number, first: () => Response]>([
    ['429', 'reading', 2, () => problem(429, 'rate.exceeded')],
    ['429', 'cancelling', 2, () => problem(429, 'rate.exceeded')],
    ['503', 'reading', 2, () => problem(503, 'service.unavailable')],
    ['503', 'creating', 2, () => problem(503, 'service.unavailable')],
    ['503', 'cancelling', 1, () => problem(503, 'service.unavailable')],
    ['500', 'reading', 1, () => problem(500, 'internal.error')],
    ['409', 'creating', 1, () => problem(409, 'idempotency.in_progress')],
  ])('%s when %s is sent %i time(s)', async (_, call, times, first) => {
    const { client, sent } = answeredWith(first());
    if (call === 'reading') await client.GET('/v1/port-requests/{id}', { params: { path } });
    if (call === 'creating') await create(client);
    if (call === 'cancelling')
      await client.POST('/v1/port-requests/{id}/cancellation', { params: { path }, body: { reason: 'x' } });
    expect(sent).toHaveLength(times);
    expect(new Set(sent.map(({ body }) => body)).size).toBe(1);
  });

  test.each<[said: string, headers: Readonly<Record<string, string>>, waited: readonly number[]]>([
    ['for how long', { 'retry-after': '7' }, [7000, 7000]],
    ['nothing', {}, [1000, 2000]],
    ['a date', { 'retry-after': 'Tue, 14 Apr 2026 07:00:00 GMT' }, [1000, 2000]],
    ['to come back tomorrow', { 'retry-after': '86400' }, []],
  ])('429 waits as told: %s', async (_, headers, expected) => {
    const busy = () => problem(429, 'rate.exceeded', headers);
    const { client, waited } = answeredWith(busy(), busy(), busy());
    const { response, error } = await client.GET('/v1/statuses');
    expect(waited).toEqual(expected);
    // The last answer is the one that is given.
    expect([response.status, hasCode(error, 'rate.exceeded')]).toEqual([429, true]);
  });
});

const allOf = async <Item>(items: AsyncIterable<Item>): Promise<readonly Item[]> => {
  const all: Item[] = [];
  for await (const item of items) all.push(item);
  return all;
};

describe('Every item of a list', () => {
  test('comes once, page after page, newest first', async () => {
    const sandbox = await SandboxClient.start();
    const ids: string[] = [];
    for (const number of ['025805071', '025805072', '025805073'])
      ids.unshift(await awaitingRequest(sandbox, singleNumberBody(number)));
    const porting = sandbox.porting();
    const query = { status: 'awaiting_answer', limit: 2 } as const;
    const listed = await allOf(
      everyItem((at) => porting.GET('/v1/port-requests', { params: { query: { ...query, ...at } } })),
    );
    expect(listed.map(({ id }) => id)).toEqual(ids);
  });

  test('ends with the page that is refused', async () => {
    const porting = (await SandboxClient.start()).porting();
    const all = everyItem(() => porting.GET('/v1/port-requests', { params: { query: { cursor: 'abc' } } }));
    await expect(all.next()).rejects.toThrow(
      expect.objectContaining({ problem: expect.objectContaining({ code: 'cursor.invalid' }) }),
    );
  });
});

describe('The new pages of a feed', () => {
  test('are those of the service, from the kept cursor on', async () => {
    const sandbox = await SandboxClient.start();
    const feed = (at: { readonly after?: string }) =>
      sandbox.porting().GET('/v1/events', { params: { query: { limit: 2, ...at } } });
    const typesOf = async (after?: string) =>
      (await allOf(newPages(feed, after))).map(({ items }) => items.map(({ type }) => type));
    const id = await awaitingRequest(sandbox);
    const before = await allOf(newPages(feed));
    await cancel(sandbox, id);
    expect(before.flatMap(({ items }) => items)).toHaveLength(3);
    expect(await typesOf(before.at(-1)?.nextCursor)).toEqual([['port_request.cancelled']]);
  });

  const events = ['one', 'two', 'three'];
  const feed = async ({ after = '0' }: { readonly after?: string }) => {
    const from = Number(after);
    const items = events.slice(from, from + 2);
    return { data: { items, nextCursor: `${from + items.length}` }, response: new Response() };
  };

  test('are read until nothing is new, and from the kept cursor the next time', async () => {
    const pages = await allOf(newPages(feed));
    expect(pages).toEqual([
      { items: ['one', 'two'], nextCursor: '2' },
      { items: ['three'], nextCursor: '3' },
    ]);
    expect(await allOf(newPages(feed, '3'))).toEqual([]);
    expect(await allOf(newPages(feed, '2'))).toEqual([{ items: ['three'], nextCursor: '3' }]);
  });
});

test('A problem of a code that nobody knows yet is still a problem', () => {
  const unknown: Problem = {
    type: '',
    title: '',
    status: 409,
    detail: 'New.',
    instance: '',
    code: 'new.code',
  };
  expect(hasCode(unknown, 'window.closed')).toBe(false);
  expect(new ProblemError(409, unknown).problem?.code).toBe('new.code');
});
