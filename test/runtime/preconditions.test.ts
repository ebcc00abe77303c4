import { describe, expect, test } from 'vitest';
import { exampleBody } from '../support/example-body.ts';
import { SandboxClient } from '../support/sandbox-client.ts';
import { faultsOf, setUp } from './setting.ts';

const ifMatch = (etag: string) => ({ 'if-match': etag });

describe('The ETag of a request', () => {
  test('is its version, on every answer that shows it', async () => {
    const client = await SandboxClient.start();
    const created = await client.create(exampleBody({ submit: false }));
    const path = created.headers['location'] ?? '';
    const read = await client.get(path);
    const patched = await client.call('PATCH', path, {
      body: { customerReference: 'B' },
      headers: ifMatch('"1"'),
    });
    const submitted = await client.post(`${path}/submission`);
    expect(created.headers['etag']).toBe('"1"');
    expect(read.headers['etag']).toBe('"1"');
    expect(patched.headers['etag']).toBe('"2"');
    expect(submitted.headers['etag']).toBe('"3"');
    for (const { headers, json } of [created, read, patched, submitted])
      expect(headers['etag']).toBe(`"${json.version}"`);
  });

  test('grows with every history entry and with nothing else', async () => {
    const { client, submitted } = await setUp();
    const before = await client.get(submitted);
    await client.clock({ by: 'PT1H' });
    await client.get(`${submitted}/history`);
    const after = await client.get(submitted);
    expect(after.headers['etag']).toBe(before.headers['etag']);
    expect(after.json.version).toBe((await client.history(after.json.id)).length);
  });
});

describe('If-None-Match', () => {
  test.each(['"1"', 'W/"1"', '*', '"7", "1"', '"7","1"'])('%s answers 304 without a body', async (value) => {
    const { client, draft } = await setUp();
    const { status, text, headers } = await client.get(draft, { headers: { 'if-none-match': value } });
    expect([status, text, headers['etag']]).toEqual([304, '', '"1"']);
  });

  test.each(['"2"', '1', '', '"11"'])('%j answers 200 with the request', async (value) => {
    const { client, draft } = await setUp();
    const { status, json } = await client.get(draft, { headers: { 'if-none-match': value } });
    expect([status, json.version]).toEqual([200, 1]);
  });
});

describe('If-Match', () => {
  test.each(['"1"', '*', '"9", "1"'])('%s lets a change through', async (value) => {
    const { client, draft } = await setUp();
    const { status, json } = await client.call('PATCH', draft, {
      body: { customerReference: 'B' },
      headers: ifMatch(value),
    });
    expect([status, json.customerReference, json.version]).toEqual([200, 'B', 2]);
  });

  // RFC 9110: If-Match compares strongly, so a weak tag fits nothing.
  test.each(['"2"', '"0"', '1', 'W/"1"', ''])('%j is stale, and nothing changes', async (value) => {
    const { client, draft } = await setUp();
    const { status, json } = await client.call('PATCH', draft, {
      body: { customerReference: 'B' },
      headers: ifMatch(value),
    });
    expect([status, json.code]).toEqual([412, 'precondition.stale']);
    expect((await client.get(draft)).json.customerReference).toBeNull();
  });

  test('that is missing is asked for', async () => {
    const { client, draft } = await setUp();
    const { status, json } = await client.call('PATCH', draft, { body: {} });
    expect([status, json.code]).toEqual([428, 'precondition.missing']);
  });

  test('lets one of two changes at once win, and the other is told', async () => {
    const { client, draft } = await setUp();
    const answers = await Promise.all(
      ['A', 'B', 'C'].map((customerReference) =>
        client.call('PATCH', draft, { body: { customerReference }, headers: ifMatch('"1"') }),
      ),
    );
    const won = answers.filter(({ status }) => status === 200);
    expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 412, 412]);
    expect((await client.get(draft)).json.customerReference).toBe(won[0]?.json.customerReference);
  });
});

describe('A merge patch', () => {
  const full = async () => {
    const client = await SandboxClient.start();
    const created = await client.create({ ...exampleBody(), submit: false });
    const path = created.headers['location'] ?? '';
    const patch = (body: unknown, mediaType = 'application/merge-patch+json') =>
      client.call('PATCH', path, { body, headers: { 'content-type': mediaType, 'if-match': '*' } });
    return { client, created: created.json, path, patch };
  };

  test.each([
    'application/merge-patch+json',
    'application/json',
    'application/merge-patch+json; charset=utf-8',
  ])('is taken as %s', async (mediaType) => {
    const { patch } = await full();
    const { status, json } = await patch({ customerReference: 'B' }, mediaType);
    expect([status, json.customerReference]).toEqual([200, 'B']);
  });

  test('changes what it names and leaves the rest', async () => {
    const { created, patch } = await full();
    const { json } = await patch({
      subscriber: { address: { city: 'Ixelles' } },
      contract: { cancelAfterPort: [] },
    });
    expect(json.subscriber).toEqual({
      ...created.subscriber,
      address: { ...created.subscriber.address, city: 'Ixelles' },
    });
    expect(json.contract).toEqual({ ...created.contract, cancelAfterPort: [] });
    expect(json.contact).toEqual(created.contact);
    expect(json.numbers).toEqual(created.numbers);
  });

  test('may change one member of a part that is needed whole', async () => {
    const { client, path, patch } = await full();
    await patch({ quote: { reference: 'Q-1', approvedOn: '2026-03-30' } });
    const { status, json } = await patch({ quote: { reference: 'Q-2' } });
    expect([status, json.quote]).toEqual([200, { reference: 'Q-2', approvedOn: '2026-03-30' }]);
    const desk = { token: await client.deskToken(), headers: { 'if-match': '*' } };
    await client.call('PATCH', path, {
      body: { installation: { type: 'simple', reason: 'One line' } },
      ...desk,
    });
    const corrected = await client.call('PATCH', path, {
      body: { installation: { type: 'complex' } },
      ...desk,
    });
    expect(corrected.json.installation).toEqual({ type: 'complex', because: 'desk' });
  });

  test('may not leave a part that is needed whole with something missing', async () => {
    const { patch } = await full();
    const answer = await patch({ quote: { reference: 'Q-1' } });
    expect([answer.status, ...faultsOf(answer)]).toEqual([400, 'field.required /quote/approvedOn']);
  });

  test('clears with null, as if it had never been known', async () => {
    const { patch } = await full();
    const { json } = await patch({
      starter: null,
      mainNumber: null,
      numbers: null,
      contract: { linkedServices: null },
      acknowledgements: { noProtectedLines: null },
      subscriber: { email: null },
      contact: { language: null },
      losingOperator: { accountNumber: null },
      customerReference: null,
    });
    expect(json).toMatchObject({
      starter: null,
      mainNumber: null,
      numbers: [],
      contract: { linkedServices: null },
      acknowledgements: { noProtectedLines: false, linkedServicesMayStop: true },
      subscriber: { name: 'Boulangerie Dupont SRL', email: null },
      contact: { name: 'Luc Peeters', language: 'nl' },
      losingOperator: { name: 'Proximus', accountNumber: null },
      customerReference: null,
    });
  });

  test('replaces a list whole', async () => {
    const { patch } = await full();
    const { json } = await patch({ numbers: ['03 200 00 01'] });
    expect(json.numbers.map(({ number }: { number: string }) => number)).toEqual(['+3232000001']);
  });

  test.each([
    ['the name', { subscriber: { name: null } }, 'field.required /subscriber/name'],
    ['the subscriber', { subscriber: null }, 'field.required /subscriber'],
  ])('cannot clear %s, without which there is nothing to work with', async (_, body, fault) => {
    const { client, path, patch } = await full();
    const answer = await patch(body);
    expect([answer.status, answer.json.code, ...faultsOf(answer)]).toEqual([400, 'request.malformed', fault]);
    expect((await client.get(path)).json.subscriber.name).toBe('Boulangerie Dupont SRL');
  });

  test.each([
    ['a list', [], 'field.wrong_type '],
    ['a text', 'x', 'field.wrong_type '],
    ['a field that only a create has', { submit: true }, 'field.unknown /submit'],
    ['a field of the answer', { status: 'approved' }, 'field.unknown /status'],
    ['a tenant', { tenant: 'umbrella' }, 'field.unknown /tenant'],
  ])('that is or holds %s is refused', async (_, body, fault) => {
    const { patch } = await full();
    const answer = await patch(body);
    expect([answer.status, ...faultsOf(answer)]).toEqual([400, fault]);
  });

  test('that changes nothing writes nothing', async () => {
    const { client, created, path, patch } = await full();
    for (const body of [
      {},
      { customerReference: 'ACME-42' },
      { subscriber: {} },
      { numbers: ['025805070', '025805050-059'] },
    ])
      expect((await patch(body)).json.version).toBe(1);
    const { updatedAt: _, ...after } = (await client.get(path)).json;
    const { updatedAt: __, ...before } = created;
    expect(after).toEqual(before);
  });

  test('that adds up with earlier ones to more than a record may hold is too large, and changes nothing', async () => {
    const { client, path, patch } = await full();
    const many = Array(3500).fill('025805050');
    expect((await patch({ contract: { knownRanges: many } })).status).toBe(200);
    expect((await patch({ contract: { protectedLines: many } })).status).toBe(200);
    const before = await client.get(path);
    const { status, json } = await patch({ contract: { numbersLeftBehind: many } });
    expect([status, json.code]).toEqual([413, 'request.too_large']);
    expect((await client.get(path)).text).toBe(before.text);
  });

  test.each(['submitted', 'cancelled'])('is refused in a request that is %s', async (status) => {
    const { client, path, patch } = await full();
    await client.post(status === 'submitted' ? `${path}/submission` : `${path}/cancellation`);
    const { status: answered, json } = await patch({ customerReference: 'B' });
    expect([answered, json.code]).toEqual([409, 'port_request.move_not_allowed']);
    expect(json.allowedActions).not.toContain('edit');
  });
});
