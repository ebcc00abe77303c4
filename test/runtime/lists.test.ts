import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { exampleBody, singleNumberBody } from '../support/example-body.ts';
import { SandboxClient } from '../support/sandbox-client.ts';
import { faultsOf } from './setting.ts';

type Page = { readonly items: readonly { readonly id: string }[]; readonly nextCursor: string | null };

const draftOf = (customerReference: string) => ({
  submit: false,
  subscriber: { name: 'Dupont' },
  customerReference,
});

const path = '/v1/port-requests';

const idsOf = ({ items }: Page) => items.map(({ id }) => id);

const listOf = async (client: SandboxClient, query: string, token?: string): Promise<Page> => {
  const { status, json } = await client.get(`${path}?${query}`, token === undefined ? {} : { token });
  expect(status).toBe(200);
  return json;
};

/** A world with `count` drafts named R0, R1 …, two of them in each second. */
const worldOf = async (count: number) => {
  const client = await SandboxClient.start();
  for (let index = 0; index < count; index += 1) {
    await client.create(draftOf(`R${index % 2}`));
    if (index % 2 === 1) await client.clock({ by: 'PT1S' });
  }
  return client;
};

describe('A list', () => {
  test('is newest first, with everything a request shows', async () => {
    const client = await worldOf(3);
    const { items, nextCursor } = (await client.get(path)).json;
    expect(items.map(({ createdAt }: { createdAt: string }) => createdAt)).toEqual([
      '2026-03-30T08:00:01Z',
      '2026-03-30T08:00:00Z',
      '2026-03-30T08:00:00Z',
    ]);
    expect(nextCursor).toBeNull();
    expect(items[0]).toEqual(await client.read(items[0].id));
  });

  test('of nothing is empty and has no next page', async () => {
    const client = await SandboxClient.start();
    expect((await client.get(path)).json).toEqual({ items: [], nextCursor: null });
  });

  test('holds 25 requests unless another limit is given', async () => {
    const client = await worldOf(27);
    expect((await listOf(client, '')).items).toHaveLength(25);
    expect((await listOf(client, 'limit=1')).items).toHaveLength(1);
    expect((await listOf(client, 'limit=100')).items).toHaveLength(27);
  });

  test.each(['0', '101', '-1', '1.5', 'many', '', '5&limit=6'])(
    'does not take the limit %j',
    async (limit) => {
      const client = await SandboxClient.start();
      const answer = await client.get(`${path}?limit=${limit}`);
      expect([answer.status, ...faultsOf(answer)]).toEqual([400, 'field.wrong_type /query/limit']);
    },
  );

  test('has no next page when the last one is just full', async () => {
    const client = await worldOf(4);
    const first = await listOf(client, 'limit=2');
    const second = await listOf(client, `limit=2&cursor=${first.nextCursor}`);
    expect(first.nextCursor).not.toBeNull();
    expect([second.items.length, second.nextCursor]).toEqual([2, null]);
  });
});

describe('Pages one after the other', () => {
  test('are the whole list without a gap or a double, whatever is created meanwhile', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 0, max: 12 }),
        fc.integer({ min: 1, max: 7 }),
        fc.constantFrom('', 'status=draft&', 'customerReference=R1&'),
        fc.array(
          fc.constantFrom<'create' | 'wait' | 'both' | 'nothing'>('create', 'wait', 'both', 'nothing'),
        ),
        async (count, limit, filter, meanwhile) => {
          // Given a list
          const client = await worldOf(count);
          const whole = idsOf(await listOf(client, `${filter}limit=100`));
          // When it is read page by page, while others create more
          const read: string[] = [];
          const events = [...meanwhile];
          let page = await listOf(client, `${filter}limit=${limit}`);
          read.push(...idsOf(page));
          while (page.nextCursor !== null) {
            const event = events.shift();
            if (event === 'wait' || event === 'both') await client.clock({ by: 'PT1S' });
            if (event === 'create' || event === 'both') await client.create(draftOf('R1'));
            page = await listOf(client, `${filter}limit=${limit}&cursor=${page.nextCursor}`);
            expect(page.items.length).toBeGreaterThan(0);
            read.push(...idsOf(page));
          }
          // Then all that was there is read once, and nothing that came later
          expect(read).toEqual(whole);
        },
      ),
      { numRuns: 25 },
    );
  });

  test('may each have another limit', async () => {
    const client = await worldOf(6);
    const whole = idsOf(await listOf(client, ''));
    const first = await listOf(client, 'limit=1');
    const rest = await listOf(client, `limit=50&cursor=${first.nextCursor}`);
    expect([...idsOf(first), ...idsOf(rest)]).toEqual(whole);
  });

  test('go on where they were though a request of the next page was changed', async () => {
    const client = await worldOf(4);
    const whole = idsOf(await listOf(client, ''));
    const first = await listOf(client, 'limit=2');
    await client.post(`${path}/${whole[3]}/cancellation`);
    expect(idsOf(await listOf(client, `limit=2&cursor=${first.nextCursor}`))).toEqual(whole.slice(2));
  });
});

describe('A cursor', () => {
  const withCursor = async () => {
    const client = await worldOf(4);
    const cursor = (await listOf(client, 'limit=1')).nextCursor ?? '';
    return { client, cursor };
  };

  const refusal = async (client: SandboxClient, query: string, token?: string) => {
    const answer = await client.get(`${path}?${query}`, token === undefined ? {} : { token });
    return [answer.status, answer.json.code, ...faultsOf(answer)];
  };

  const invalid = [400, 'cursor.invalid', 'cursor.invalid /query/cursor'];

  test('is good for the list it was given out for, more than once', async () => {
    const { client, cursor } = await withCursor();
    const once = await listOf(client, `limit=2&cursor=${cursor}`);
    expect(await listOf(client, `limit=2&cursor=${cursor}`)).toEqual(once);
  });

  test('with any one character changed is invalid', async () => {
    const { client, cursor } = await withCursor();
    await fc.assert(
      fc.asyncProperty(
        fc.nat(cursor.length - 1),
        fc.constantFrom('A', 'z', '0', '.', '_', '', '%20'),
        async (at, other) => {
          // The last character of each part holds bits that belong to no byte: changing only those changes nothing.
          const changed = cursor.slice(0, at) + other + cursor.slice(at + 1);
          const sameBytes = (text: string) =>
            text.split('.').map((part) => Buffer.from(part, 'base64url').toString('hex'));
          fc.pre(sameBytes(changed).join() !== sameBytes(cursor).join());
          expect(await refusal(client, `cursor=${changed}`)).toEqual(invalid);
        },
      ),
      { numRuns: 60 },
    );
  });

  test.each(['x', '.', '..', 'e30.', '%00', 'W10.W10'])(
    '%j that nobody gave out is invalid',
    async (cursor) => {
      const client = await SandboxClient.start();
      expect(await refusal(client, `cursor=${cursor}`)).toEqual(invalid);
    },
  );

  test('of another tenant, or of the desk, is invalid', async () => {
    const { client, cursor } = await withCursor();
    const stranger = await client.tokenFor('umbrella');
    const desk = await client.deskToken();
    const ofDesk = (await listOf(client, 'limit=1', desk)).nextCursor;
    expect(await refusal(client, `cursor=${cursor}`, stranger)).toEqual(invalid);
    expect(await refusal(client, `cursor=${cursor}`, desk)).toEqual(invalid);
    expect(await refusal(client, `cursor=${ofDesk}`)).toEqual(invalid);
  });

  test.each([
    'status=draft',
    'number=025805050',
    'customerReference=R1',
    'updatedAfter=2026-01-01T00:00:00Z',
  ])('is invalid under the other filter %s, and the other way round', async (filter) => {
    const { client, cursor } = await withCursor();
    expect(await refusal(client, `${filter}&cursor=${cursor}`)).toEqual(invalid);
    await client.create(singleNumberBody('025805050', { submit: false, customerReference: 'R1' }));
    await client.create(singleNumberBody('025805050', { submit: false, customerReference: 'R1' }));
    const filtered = await listOf(client, `${filter}&limit=1`);
    expect(filtered.nextCursor).not.toBeNull();
    expect(await refusal(client, `cursor=${filtered.nextCursor}`)).toEqual(invalid);
  });

  test('stays good under another spelling of the same filter', async () => {
    const client = await SandboxClient.start();
    await client.create(singleNumberBody('025805050', { submit: false }));
    await client.create(singleNumberBody('025805050', { submit: false }));
    const first = await listOf(client, 'limit=1&number=025805050');
    const second = await listOf(
      client,
      `limit=1&number=${encodeURIComponent('+32 2 580 50 50')}&cursor=${first.nextCursor}`,
    );
    expect(second.items).toHaveLength(1);
  });
});

describe('A filter', () => {
  /** Three requests: a submitted one with a range, a draft, and a cancelled one. */
  const world = async () => {
    const client = await SandboxClient.start();
    const cancelled = (await client.create({ ...singleNumberBody('032000001'), customerReference: 'OLD' }))
      .json.id;
    await client.post(`${path}/${cancelled}/cancellation`);
    await client.clock({ by: 'PT1H' });
    const submitted = (await client.create(exampleBody())).json.id;
    await client.clock({ by: 'PT1H' });
    const draft = (await client.create({ ...draftOf('NEW'), numbers: ['025805055', 'unreadable'] })).json.id;
    return {
      client,
      names: new Map([
        [cancelled, 'cancelled'],
        [submitted, 'submitted'],
        [draft, 'draft'],
      ]),
    };
  };

  test.each<[string, string, readonly string[]]>([
    ['no filter', '', ['draft', 'submitted', 'cancelled']],
    ['a status', 'status=draft', ['draft']],
    ['the status after the carrier took it', 'status=awaiting_answer', ['submitted']],
    ['a status nothing is in', 'status=completed', []],
    ['several statuses', 'status=draft&status=cancelled', ['draft', 'cancelled']],
    ['the same status twice', 'status=draft&status=draft', ['draft']],
    ['a number inside a range, in any status', 'number=02%20580%2050%2055', ['draft', 'submitted']],
    ['a number as E.164', 'number=%2B3232000001', ['cancelled']],
    ['a whole range', 'number=025805050-059', ['draft', 'submitted']],
    ['a number nobody asked for', 'number=025805099', []],
    ['a reference', 'customerReference=NEW', ['draft']],
    ['a reference in another case', 'customerReference=new', []],
    ['what changed after an instant', 'updatedAfter=2026-03-30T09:00:00Z', ['draft']],
    [
      'what changed after an instant of another zone',
      'updatedAfter=2026-03-30T10:59:59%2B02:00',
      ['draft', 'submitted'],
    ],
    ['what changed after now', 'updatedAfter=2026-03-30T10:00:00Z', []],
    [
      'all at once',
      'status=awaiting_answer&number=025805059&customerReference=ACME-42&updatedAfter=2026-01-01T00:00:00Z',
      ['submitted'],
    ],
    ['a parameter nobody knows', 'colour=red', ['draft', 'submitted', 'cancelled']],
  ])('by %s finds what it names', async (_, query, found) => {
    const { client, names } = await world();
    const { items } = await listOf(client, query);
    expect(items.map(({ id }) => names.get(id))).toEqual(found);
  });

  test.each([
    ['status=open', '/query/status'],
    ['status=', '/query/status'],
    ['status=draft&status=open', '/query/status'],
    ['number=', '/query/number'],
    ['number=abc', '/query/number'],
    ['customerReference=', '/query/customerReference'],
    [`customerReference=${'x'.repeat(65)}`, '/query/customerReference'],
    ['updatedAfter=2026-03-30', '/query/updatedAfter'],
    ['updatedAfter=2026-03-30T08:00:00', '/query/updatedAfter'],
    [`cursor=${'x'.repeat(2001)}`, '/query/cursor'],
  ])('%s is malformed at %s', async (query, pointer) => {
    const client = await SandboxClient.start();
    const answer = await client.get(`${path}?${query}`);
    expect([answer.status, answer.json.code]).toEqual([400, 'request.malformed']);
    expect(answer.json.errors[0].pointer.startsWith(pointer)).toBe(true);
  });

  test('by tenant is not there: each sees its own, the desk sees all', async () => {
    const { client } = await world();
    const desk = await client.deskToken();
    expect((await listOf(client, 'tenant=umbrella')).items).toHaveLength(3);
    expect((await listOf(client, '', desk)).items).toHaveLength(3);
    expect((await listOf(client, '', await client.tokenFor('umbrella'))).items).toHaveLength(0);
  });
});
