import { describe, expect, test } from 'vitest';
import { exampleBody } from '../support/example-body.ts';
import { callExample, incidentCalls } from '../support/incident-calls.ts';
import { awaitingRequest, cancel, completedRequest, mustBe } from '../support/journey.ts';
import { SandboxClient } from '../support/sandbox-client.ts';

const setUp = async () => {
  const client = await SandboxClient.start();
  const id = await completedRequest(client);
  await client.clock({ to: '2026-04-14T08:20:00Z' });
  const incidents = incidentCalls(client, id);
  const incident = await incidents.opened({ kind: 'partly_unreachable' });
  return { client, id, incidents, incident, path: `/v1/port-requests/${id}/incidents` };
};

const waiting = async () => {
  const client = await SandboxClient.start();
  return { client, id: await awaitingRequest(client) };
};

const entriesOf = (errors: readonly { readonly code: string; readonly pointer: string }[]) =>
  errors.map(({ code, pointer }) => `${code} ${pointer}`);

describe('an incident as it is answered', () => {
  test('has every field of the contract, whole, and a place of its own', async () => {
    const { client, incidents, path } = await setUp();

    const answer = await incidents.report({ kind: 'other', examples: [callExample(0)] });

    expect(answer.status).toBe(201);
    expect(answer.headers['location']).toBe(`${path}/${answer.json.id}`);
    expect(Object.keys(answer.json).toSorted()).toEqual([
      'actor',
      'advice',
      'description',
      'diagnosis',
      'dueAt',
      'escalatedAt',
      'examples',
      'examplesMissing',
      'id',
      'kind',
      'notes',
      'openedAt',
      'openedBy',
      'portRequestId',
      'resolvedAt',
      'status',
    ]);
    expect(answer.json).toMatchObject({ description: '', examples: [{ accepted: true }] });
    expect((await client.get(String(answer.headers['location']))).json).toEqual(answer.json);
    expect((await incidents.list())[1]).toEqual(answer.json);
  });

  test('advises in the accepted language, else in the one of the contact', async () => {
    const { client, incident, incidents, path } = await setUp();
    const advice = async (language: string) =>
      (await client.get(`${path}/${incident.id}`, { headers: { 'accept-language': language } })).json.advice;

    expect(incident.advice).toMatch(/^Waarschijnlijk/);
    expect(await advice('fr-BE, en;q=0.5')).toMatch(/^L'ancien opérateur/);
    expect(await advice('de')).toMatch(/^Wahrscheinlich/);
    expect(await advice('en')).toMatch(/^The previous operator/);
    expect((await incidents.list({ 'accept-language': 'en' }))[0]?.advice).toMatch(/^The previous operator/);
  });
});

describe('who may do what with incidents', () => {
  test('a reader reads, a writer reports and adds, only the desk changes and closes', async () => {
    const { client, incident, path } = await setUp();
    const reader = await client.tokenFor('acme', 'port-requests:read');
    const one = `${path}/${incident.id}`;
    const statuses = async (token: string) => [
      (await client.get(path, { token })).status,
      (await client.get(one, { token })).status,
      (await client.post(path, { kind: 'other' }, { token })).status,
      (await client.post(`${one}/examples`, { examples: [callExample(0)] }, { token })).status,
      (await client.call('PATCH', one, { body: { actor: 'desk' }, token })).status,
      (await client.post(`${one}/resolution`, {}, { token })).status,
    ];

    expect(await statuses(reader)).toEqual([200, 200, 403, 403, 403, 403]);
    expect(await statuses(client.token)).toEqual([200, 200, 201, 200, 403, 403]);
    expect(await statuses(await client.tokenFor('umbrella'))).toEqual([404, 404, 404, 404, 403, 403]);
    expect(await statuses(await client.deskToken())).toEqual([200, 200, 201, 200, 200, 200]);
  });

  test('the desk may add what it was told by phone, and is named as the one who did', async () => {
    const { client, id, incident, incidents } = await setUp();

    mustBe(await incidents.add(incident.id, [callExample(0)], await client.deskToken()), 200);

    expect((await client.history(id)).at(-1)).toMatchObject({
      type: 'incident.examples_added',
      actor: { kind: 'desk' },
    });
  });

  test('one that the request does not have is not found, before its body is looked at', async () => {
    const { client, path } = await setUp();
    const token = await client.deskToken();
    const none = `${path}/inc_none`;

    for (const answer of [
      await client.get(none),
      await client.post(`${none}/examples`, { examples: 7 }),
      await client.post(`${none}/resolution`, { colour: 'red' }, { token }),
      await client.call('PATCH', none, { body: { colour: 'red' }, token }),
    ])
      expect(answer).toMatchObject({ status: 404, json: { code: 'incident.not_found' } });
    expect((await client.get('/v1/port-requests/prt_none/incidents')).json.code).toBe(
      'port_request.not_found',
    );
  });
});

describe('what is taken', () => {
  test.each([
    ['no kind', {}, ['field.required /kind']],
    ['an unknown kind', { kind: 'lost' }, ['field.wrong_type /kind']],
    ['a number as description', { kind: 'other', description: 7 }, ['field.wrong_type /description']],
    ['1001 characters', { kind: 'other', description: 'x'.repeat(1001) }, ['field.wrong_type /description']],
    ['an unknown field', { kind: 'other', color: 'red' }, ['field.unknown /color']],
    [
      'examples of wrong types, all of them at once',
      {
        kind: 'unreachable',
        examples: [
          callExample(0, { callingNumber: 475123456 }),
          callExample(1, { calledAt: null, heard: 'music' }),
          callExample(2, { calledAt: 'x'.repeat(65) }),
          callExample(3, { operator: 'Orange' }),
        ],
      },
      [
        'field.wrong_type /examples/0/callingNumber',
        'field.required /examples/1/calledAt',
        'field.wrong_type /examples/1/heard',
        'field.wrong_type /examples/2/calledAt',
        'field.unknown /examples/3/operator',
      ],
    ],
  ] as const)('not %s: 400', async (_, body, entries) => {
    const { incidents } = await setUp();

    const answer = await incidents.report(body);

    expect(answer).toMatchObject({ status: 400, json: { code: 'request.malformed' } });
    expect(entriesOf(answer.json.errors)).toEqual(entries);
  });

  test('what cannot be read spoils nothing: kept as it was written, with its problem', async () => {
    const { incidents } = await setUp();

    const answer = await incidents.report({
      kind: 'unreachable',
      description: '',
      examples: [
        callExample(0, { callingNumber: 'anonymous' }),
        callExample(1, { calledAt: 'this morning' }),
        callExample(2),
      ],
    });

    expect(answer.json.examples).toMatchObject([
      { callingNumber: 'anonymous', callingNational: null, accepted: false, problem: 'unreadable' },
      { calledAt: 'this morning', accepted: false, problem: 'unreadable' },
      { accepted: true, problem: null },
    ]);
  });

  test('more than twenty examples at once: 422, in the reader’s language', async () => {
    const { incidents } = await setUp();
    const examples = Array.from({ length: 21 }, (_, index) => callExample(index));

    const answer = await incidents.report({ kind: 'unreachable', examples }, { 'accept-language': 'de' });

    expect(answer).toMatchObject({
      status: 422,
      json: {
        code: 'request.refused',
        errors: [
          {
            code: 'examples.too_many',
            pointer: '/examples',
            detail: 'Das sind zu viele Beispiele: höchstens 20.',
          },
        ],
      },
    });
  });

  test('no examples at all is nothing to add: 400', async () => {
    const { incident, incidents } = await setUp();

    expect((await incidents.add(incident.id, [])).json.errors).toMatchObject([{ pointer: '/examples' }]);
  });

  test('nothing of a draft or a cancelled request: 409, with what is possible', async () => {
    const { client, id } = await waiting();
    mustBe(await cancel(client, id), 200);
    const draft = mustBe(await client.create(exampleBody({ submit: false })), 201).json.id;

    expect(await incidentCalls(client, id).report({ kind: 'other' })).toMatchObject({
      status: 409,
      json: { code: 'port_request.move_not_allowed', requestStatus: 'cancelled', allowedActions: [] },
    });
    expect(await incidentCalls(client, draft).report({ kind: 'other' })).toMatchObject({
      status: 409,
      json: { code: 'port_request.move_not_allowed', requestStatus: 'draft' },
    });
    expect(await incidentCalls(client, draft).list()).toEqual([]);
  });

  test('what was open when the request was cancelled can still be read and closed', async () => {
    const { client, id } = await waiting();
    const incidents = incidentCalls(client, id);
    const notYetPorted = await incidents.opened({ kind: 'unreachable' });
    const incident = await incidents.opened({ kind: 'other' });
    mustBe(await cancel(client, id), 200);

    expect((await incidents.add(incident.id, [callExample(0)])).status).toBe(409);
    expect((await incidents.read(notYetPorted.id)).status).toBe('resolved');
    expect((await incidents.read(incident.id)).status).toBe('open');
    expect((await incidents.resolve(incident.id)).json).toMatchObject({ status: 'resolved', notes: [] });
  });

  test('a change as a merge patch, or as plain JSON; what changes nothing leaves the version', async () => {
    const { client, id, incident, path } = await setUp();
    const token = await client.deskToken();
    const before = (await client.read(id)).version;
    const patch = (body: string, type: string) =>
      client.call('PATCH', `${path}/${incident.id}`, {
        token,
        rawBody: body,
        headers: { 'content-type': type },
      });

    expect((await patch('{}', 'application/json')).status).toBe(200);
    expect((await client.read(id)).version).toBe(before);
    expect((await patch('{"status":"open"}', 'application/merge-patch+json')).json.status).toBe('open');
    expect((await patch('{"status":"open"}', 'text/plain')).status).toBe(415);
    expect((await patch('{"status":null}', 'application/json')).status).toBe(400);
    expect((await client.read(id)).version).toBe(before + 1);
  });
});

describe('the same call under the same key', () => {
  test('is answered like the first one, and opens one incident', async () => {
    const { incidents } = await setUp();
    const key = { 'idempotency-key': 'one report' };

    const first = await incidents.report({ kind: 'other', description: 'Noise' }, key);
    const again = await incidents.report({ description: 'Noise', kind: 'other' }, key);

    expect(again.text).toBe(first.text);
    expect(again.status).toBe(201);
    expect(again.headers['idempotency-replayed']).toBe('true');
    expect(again.headers['location']).toBe(first.headers['location']);
    expect(await incidents.list()).toHaveLength(2);
    expect((await incidents.report({ kind: 'tv_lost' }, key)).json.code).toBe('idempotency.key_reused');
  });

  test('adds examples once', async () => {
    const { client, incident, incidents, path } = await setUp();
    const add = () =>
      client.post(
        `${path}/${incident.id}/examples`,
        { examples: [callExample(0)] },
        { headers: { 'idempotency-key': 'one example' } },
      );

    const first = await add();
    const again = await add();

    expect(again.text).toBe(first.text);
    expect((await incidents.read(incident.id)).examples).toHaveLength(1);
  });
});
