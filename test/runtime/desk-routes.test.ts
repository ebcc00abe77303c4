import { beforeEach, describe, expect, test } from 'vitest';
import { structuredLog } from '../../functions/runtime/log.ts';
import { failingCall } from '../../sandbox/faults.ts';
import { exampleBody } from '../support/example-body.ts';
import { approvedRequest, awaitingRequest, completedRequest, mustBe } from '../support/journey.ts';
import { SandboxClient } from '../support/sandbox-client.ts';

type Entry = { readonly id: string; readonly portRequestId: string; readonly what: string };

let client: SandboxClient;
let desk: string;

beforeEach(async () => {
  client = await SandboxClient.start();
  desk = await client.deskToken();
});

const noteOn = (id: string, body: unknown, token = client.token, headers = {}) =>
  client.post(`/v1/port-requests/${id}/notes`, body, { token, headers });

const notesOf = async (id: string, token = client.token) =>
  mustBe(await client.get(`/v1/port-requests/${id}/notes`, { token }), 200).json.items;

const queueOf = async (query = '') =>
  mustBe(await client.get(`/v1/desk/queue${query}`, { token: desk }), 200).json;

const done = (entryId: string, headers = {}) =>
  client.post(`/v1/desk/queue/${entryId}/done`, undefined, { token: desk, headers });

describe('What is for the desk', () => {
  const calls = [
    ['POST', '/v1/port-requests/{id}/outcome'],
    ['POST', '/v1/port-requests/{id}/emergency-return'],
    ['GET', '/v1/port-requests/{id}/refused-events'],
    ['GET', '/v1/desk/queue'],
    ['POST', '/v1/desk/queue/{id}.1/done'],
  ] as const;

  test.each(calls)('is refused to a reseller, even of its own request: %s %s', async (method, path) => {
    const id = await awaitingRequest(client);
    const answer = await client.call(method, path.replace('{id}', id), { body: {} });
    expect(answer.status).toBe(403);
    expect(answer.json).toMatchObject({ code: 'auth.scope_missing', requiredScope: 'desk' });
  });

  test.each(calls)('needs a token: %s %s', async (method, path) => {
    expect((await client.call(method, path, { token: null })).status).toBe(401);
  });

  test.each(calls.filter(([, path]) => path.startsWith('/v1/port-requests')))(
    'knows no request that is not there: %s %s',
    async (method, path) => {
      const answer = await client.call(method, path.replace('{id}', 'prt_1'), { token: desk, body: {} });
      expect([answer.status, answer.json.code]).toEqual([404, 'port_request.not_found']);
    },
  );
});

describe("Another reseller's request", () => {
  test.each([
    ['POST', 'date', { date: '2026-04-15' }],
    ['POST', 'notes', { text: 'Hello' }],
    ['GET', 'notes', undefined],
  ])('is not there: %s %s', async (method, name, body) => {
    const id = await approvedRequest(client);
    const token = await client.tokenFor('another');
    const answer = await client.call(method, `/v1/port-requests/${id}/${name}`, { token, body });
    expect([answer.status, answer.json.code]).toEqual([404, 'port_request.not_found']);
  });
});

describe('A malformed body', () => {
  test.each([
    ['date', {}, ['/date']],
    ['date', { date: '2026-02-30' }, ['/date']],
    ['outcome', {}, ['/at', '/outcome', '/reason']],
    [
      'outcome',
      { outcome: 'lost', at: 'yesterday', reason: '', numbers: [] },
      ['/at', '/numbers', '/outcome', '/reason'],
    ],
    ['emergency-return', {}, ['/reason']],
    ['notes', { text: ' ' }, ['/text']],
    ['notes', { text: 'x'.repeat(2001), visibility: 'public' }, ['/text', '/visibility']],
  ])('to %s is refused with every place that is wrong: %j', async (name, body, pointers) => {
    const id = await approvedRequest(client);
    const answer = await client.post(`/v1/port-requests/${id}/${name}`, body, { token: desk });
    expect([answer.status, answer.json.code]).toEqual([400, 'request.malformed']);
    const given = answer.json.errors.map(({ pointer }: { readonly pointer: string }) => pointer);
    expect(given.toSorted()).toEqual(pointers);
  });
});

describe('A note', () => {
  test('is answered as it was written, and listed by whoever may read the request', async () => {
    const id = await awaitingRequest(client);
    const answer = mustBe(await noteOn(id, { text: 'The customer is on holiday.' }), 201);
    expect(answer.json).toEqual({
      id: expect.stringMatching(/^evt_/),
      sequence: 4,
      at: '2026-03-30T08:00:00Z',
      by: { kind: 'reseller', id: expect.any(String) },
      text: 'The customer is on holiday.',
      visibility: 'shared',
    });
    expect(await notesOf(id)).toEqual([answer.json]);
    expect(await notesOf(id, desk)).toEqual([answer.json]);
    expect((await client.history(id)).at(-1)).toMatchObject({
      id: answer.json.id,
      type: 'port_request.noted',
      data: { visibility: 'shared' },
    });
    expect(JSON.stringify(await client.history(id))).not.toContain('holiday');
  });

  test('of the desk for itself is seen by the desk only, and written by nobody else', async () => {
    const id = await awaitingRequest(client);
    const refused = await noteOn(id, { text: 'Hm.', visibility: 'desk' });
    expect([refused.status, refused.json.requiredScope]).toEqual([403, 'desk']);
    mustBe(await noteOn(id, { text: 'Odd customer.', visibility: 'desk' }, desk), 201);
    mustBe(await noteOn(id, { text: 'COLT is on it.' }, desk), 201);
    expect((await notesOf(id)).map(({ text }: { readonly text: string }) => text)).toEqual([
      'COLT is on it.',
    ]);
    expect(await notesOf(id, desk)).toHaveLength(2);
  });

  test('and another of the same instant both appear, in the order of their sequence', async () => {
    const id = await awaitingRequest(client);
    await Promise.all(['One', 'Two', 'Three'].map((text) => noteOn(id, { text })));
    const notes = await notesOf(id);
    expect(notes.map(({ sequence }: { readonly sequence: number }) => sequence)).toEqual([4, 5, 6]);
    expect(notes.map(({ text }: { readonly text: string }) => text).toSorted()).toEqual([
      'One',
      'Three',
      'Two',
    ]);
    expect(new Set(notes.map(({ at }: { readonly at: string }) => at)).size).toBe(1);
  });

  test('is written once under one key, and answered again byte for byte', async () => {
    const id = await awaitingRequest(client);
    const key = { 'idempotency-key': 'a note' };
    const first = await noteOn(id, { text: 'Once.' }, client.token, key);
    const again = await noteOn(id, { text: 'Once.' }, client.token, key);
    expect([again.status, again.text]).toEqual([201, first.text]);
    expect(again.headers['idempotency-replayed']).toBe('true');
    expect(await notesOf(id)).toHaveLength(1);
    expect((await noteOn(id, { text: 'Twice.' }, client.token, key)).status).toBe(422);
  });

  test('can be written on a draft and on a request that is over', async () => {
    const draft = await client.create({ submit: false, subscriber: { name: 'Dupont' } });
    const completed = await completedRequest(client);
    for (const id of [draft.json.id, completed]) mustBe(await noteOn(id, { text: 'Thank you.' }), 201);
    expect((await client.read(completed)).status).toBe('completed');
  });
});

describe('The queue of the desk', () => {
  /** Notes of two resellers, a second apart. */
  const fiveNotes = async () => {
    const one = await awaitingRequest(client);
    const another = await client.tokenFor('another');
    const other = await client.create(
      exampleBody({ numbers: ['025806070'], mainNumber: null, contract: { linkedServices: [] } }),
      { token: another },
    );
    mustBe(other, 201);
    for (const number of [1, 2, 3, 4, 5]) {
      const [id, token] = number % 2 === 1 ? [one, client.token] : [other.json.id, another];
      mustBe(await noteOn(id, { text: `Note ${number}` }, token), 201);
      await client.clock({ by: 'PT1S' });
    }
    return [one, other.json.id, one, other.json.id, one];
  };

  test('holds what waits for it of every tenant, oldest first, page by page', async () => {
    const ids = await fiveNotes();
    const seen: Entry[] = [];
    let cursor: string | null = null;
    do {
      const page: { items: Entry[]; nextCursor: string | null } = await queueOf(
        `?limit=2${cursor === null ? '' : `&cursor=${cursor}`}`,
      );
      seen.push(...page.items);
      cursor = page.nextCursor;
    } while (cursor !== null);
    expect(seen.map(({ portRequestId }) => portRequestId)).toEqual(ids);
    expect((await queueOf()).items).toEqual(seen);
  });

  test.each([
    ['nl', 'De reseller schreef een nota bij de aanvraag. Lees ze.'],
    ['de', 'Der Reseller hat eine Notiz zum Antrag hinterlassen. Lesen Sie sie.'],
    [undefined, 'The reseller left a note on the request. Read it.'],
  ])('says in the language of the reader, %s, what is asked', async (language, text) => {
    const id = await awaitingRequest(client);
    mustBe(await noteOn(id, { text: 'Please call.' }), 201);
    const headers = language === undefined ? {} : { 'accept-language': language };
    expect((await client.get('/v1/desk/queue', { token: desk, headers })).json).toEqual({
      items: [
        {
          id: `${id}.4`,
          portRequestId: id,
          since: '2026-03-30T08:00:00Z',
          what: 'note',
          text,
          incidentId: null,
        },
      ],
      nextCursor: null,
    });
  });

  test('takes no cursor of another desk, of another list, or one that was changed', async () => {
    await fiveNotes();
    const { nextCursor } = await queueOf('?limit=2');
    const list = (await client.get('/v1/port-requests?limit=1', { token: desk })).json.nextCursor;
    const [place, signature] = nextCursor.split('.');
    const cursors = [list, `${place}x.${signature}`, 'nothing'];
    for (const cursor of cursors) {
      const answer = await client.get(`/v1/desk/queue?cursor=${cursor}`, { token: desk });
      expect([answer.status, answer.json.code]).toEqual([400, 'cursor.invalid']);
    }
    const foreign = await client.get(`/v1/desk/queue?cursor=${nextCursor}`, {
      token: await client.tokenFor('elsewhere', 'desk'),
    });
    expect([foreign.status, foreign.json.code]).toEqual([400, 'cursor.invalid']);
  });

  test.each(['0', '101', '1.5', 'many'])('knows no limit of %s', async (limit) => {
    expect((await client.get(`/v1/desk/queue?limit=${limit}`, { token: desk })).status).toBe(400);
  });

  test('loses an entry that is done, once; under the same key the first answer is given again', async () => {
    const id = await awaitingRequest(client);
    mustBe(await noteOn(id, { text: 'Please call.' }), 201);
    const [entry] = (await queueOf()).items;
    const key = { 'idempotency-key': 'called' };
    const first = mustBe(await done(entry.id, key), 200);
    expect(first.json).toEqual({ id: entry.id, portRequestId: id, doneAt: '2026-03-30T08:00:00Z' });
    expect((await queueOf()).items).toEqual([]);
    const again = await done(entry.id, key);
    expect([again.status, again.text]).toEqual([200, first.text]);
    const late = await done(entry.id);
    expect([late.status, late.json.code]).toEqual([404, 'desk_task.not_found']);
    expect((await client.history(id)).map(({ data }) => data.code).filter(Boolean)).toEqual([
      'desk_task_done',
    ]);
  });

  test('is done by one of two at once', async () => {
    const id = await awaitingRequest(client);
    mustBe(await noteOn(id, { text: 'Please call.' }), 201);
    const [entry] = (await queueOf()).items;
    const answers = await Promise.all([done(entry.id), done(entry.id), done(entry.id)]);
    expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 404, 404]);
  });

  test.each(['prt_1', 'prt_1.1', '1', '.1', 'prt_1.0', 'prt_1.-1', 'prt_1.1.1'])(
    'has no entry of the name %s',
    async (name) => {
      const answer = await done(name);
      expect([answer.status, answer.json.code]).toEqual([404, 'desk_task.not_found']);
    },
  );
});

describe('A call that was written, but whose answer was lost', () => {
  const key = { 'idempotency-key': 'again' };

  let isLost = false;

  beforeEach(async () => {
    isLost = false;
    client = await SandboxClient.start(undefined, {
      log: structuredLog('test', 'SILENT'),
      doubles: {
        around: ({ target, method }, perform) => {
          if (!isLost || method !== 'commit') return perform();
          isLost = false;
          return failingCall(target, 'crash_after', perform);
        },
      },
    });
    desk = await client.deskToken();
  });

  test('leaves one note when it is sent again', async () => {
    const id = await awaitingRequest(client);
    isLost = true;
    expect((await noteOn(id, { text: 'Once.' }, client.token, key)).status).toBeGreaterThanOrEqual(500);
    expect((await noteOn(id, { text: 'Once.' }, client.token, key)).status).toBe(201);
    expect(await notesOf(id)).toHaveLength(1);
  });

  test('takes an entry out of the queue, and is told so when it is sent again', async () => {
    const id = await awaitingRequest(client);
    mustBe(await noteOn(id, { text: 'Please call.' }), 201);
    const [entry] = (await queueOf()).items;
    isLost = true;
    expect((await done(entry.id, key)).status).toBeGreaterThanOrEqual(500);
    expect((await done(entry.id, key)).status).toBe(200);
    expect((await queueOf()).items).toEqual([]);
  });
});

describe('An action of the desk', () => {
  test('that is sent twice under one key is done once', async () => {
    const id = await completedRequest(client);
    const ask = () =>
      client.post(
        `/v1/port-requests/${id}/emergency-return`,
        { reason: 'The wrong line.' },
        { token: desk, headers: { 'idempotency-key': 'back' } },
      );
    const first = mustBe(await ask(), 200);
    const again = await ask();
    expect([again.status, again.text]).toEqual([200, first.text]);
    expect(again.headers['idempotency-replayed']).toBe('true');
  });
});
