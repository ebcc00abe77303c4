import { beforeAll, describe, expect, test } from 'vitest';
import { routes } from '../../functions/routes.ts';
import { mustBe } from '../support/journey.ts';
import type { SandboxClient } from '../support/sandbox-client.ts';
import { type Kit, numberOf, openCopy, ownBody, type TwoTenants, twoTenants } from './two-tenants.ts';

let world: TwoTenants;
beforeAll(async () => {
  world = await twoTenants();
});

/** The last digits of numbers that acme ports, by what its request has come to; and of one that nobody ports. */
const held = { approved: '01', ready_to_start: '02', awaiting_answer: '05' } as const;
const free = { completed: '03', draft: '04', nobody: '77' } as const;

/** The other tenant asks for a number of acme. */
const bodyFor = (numbers: readonly unknown[], overrides = {}) =>
  ownBody('umbrella', '90', { numbers, mainNumber: null, ...overrides });

const create = (client: SandboxClient, { token }: Kit, numbers: readonly unknown[], overrides = {}) =>
  client.sendCreation(bodyFor(numbers, overrides), { token });

const e164 = (dialled: string) => `+32${dialled.slice(1)}`;

/** A text without the digits that were asked about. */
const without = (text: string, dialled: string) => {
  const [area, ...rest] = [dialled.slice(0, 2), dialled.slice(2, 5), dialled.slice(5, 7), dialled.slice(7)];
  return [e164(dialled), dialled, [area, ...rest].join(' ')].reduce(
    (left, spelling) => left.replaceAll(spelling, '#'),
    text,
  );
};

describe('That another tenant ports a number', () => {
  test('is an answer of the two calls that would take it, and of no other', () => {
    const naming = routes.filter(({ problems }) => problems?.includes('numbers.already_porting'));
    expect(naming.map(({ operationId }) => operationId)).toEqual(['createPortRequest', 'submitPortRequest']);
  });

  test.each(Object.entries(held))('is all that is told, the request being %s', async (_, lastDigits) => {
    const { acme, umbrella } = world;
    const { client } = await openCopy(world);
    const number = numberOf(acme, lastDigits);
    const before = JSON.stringify(client.sandbox.save());
    const { status, headers, json } = await create(client, umbrella, [number]);
    expect(status).toBe(409);
    expect(Object.keys(headers).toSorted()).toEqual(['cache-control', 'content-type', 'x-request-id']);
    expect(json).toEqual({
      type: 'urn:fonzer:problem:numbers.already_porting',
      title: 'Number already being ported',
      status: 409,
      detail: 'Another open request is already porting some of these numbers.',
      instance: '/v1/port-requests',
      code: 'numbers.already_porting',
      errors: [
        {
          code: 'numbers.already_porting',
          pointer: '/numbers/0',
          detail: 'This number, or part of this range, is already in another open port request.',
          advice: 'Finish that request or cancel it. If it is not one of yours, contact Fonzer.',
          numbers: [e164(number)],
        },
      ],
    });
    expect(JSON.stringify(client.sandbox.save())).toBe(before);
  });

  test('is told on submission in the same words, and of a port under way like of any other', async () => {
    const { acme, umbrella } = world;
    const { client } = await openCopy(world);
    const number = numberOf(acme, held.ready_to_start);
    mustBe(await client.post(`/v1/port-requests/${acme.ready}/start`, undefined, { token: acme.token }), 200);
    const created = await create(client, umbrella, [number]);
    const draft = mustBe(await create(client, umbrella, [number], { submit: false }), 201).json;
    const submitted = await client.post(`/v1/port-requests/${draft.id}/submission`, undefined, {
      token: umbrella.token,
    });
    expect(submitted.status).toBe(409);
    expect({ ...submitted.json, instance: '' }).toEqual({ ...created.json, instance: '' });
  });

  test('is told once for each item, whatever the requests that hold its numbers', async () => {
    const { acme, umbrella } = world;
    const { client } = await openCopy(world);
    const range = { start: numberOf(acme, '00'), size: 10 };
    const { status, json } = await create(client, umbrella, [range]);
    expect(status).toBe(409);
    expect(json.errors).toEqual([
      expect.objectContaining({
        pointer: '/numbers/0',
        numbers: Object.values(held).map((lastDigits) => e164(numberOf(acme, lastDigits))),
      }),
    ]);
  });

  test.each(Object.entries(free))('is no matter when it does not: %s', async (_, lastDigits) => {
    const { acme, umbrella } = world;
    const { client } = await openCopy(world);
    expect((await create(client, umbrella, [numberOf(acme, lastDigits)])).status).toBe(201);
  });
});

describe('Nothing tells it beforehand', () => {
  const all = Object.entries({ ...held, completed: free.completed, draft: free.draft });

  /** What a call answers about a number, and what it does for that; a number that nobody ports is the measure. */
  const compared = async (
    lastDigits: string,
    call: (client: SandboxClient, kit: Kit, number: string) => Promise<string>,
  ) => {
    const { acme, umbrella } = world;
    const told = [];
    for (const digits of [lastDigits, free.nobody]) {
      const number = numberOf(acme, digits);
      const { client, calls } = await openCopy(world);
      calls.length = 0;
      const text = without(await call(client, umbrella, number), number);
      // Texts of an open request: its id, and what is counted from it.
      const said = text.replaceAll(/(prt|evt)_[0-9A-Z]{26}/g, '…');
      told.push({ said, work: calls.map(({ target, method }) => `${target} ${method}`) });
    }
    return told;
  };

  test.each(all)('a check of numbers, by the letter and by its work: %s', async (_, lastDigits) => {
    const [asked, nobodys] = await compared(lastDigits, async (client, { token }, number) => {
      const answer = mustBe(await client.post('/v1/number-checks', { numbers: [number] }, { token }), 200);
      expect(answer.json.items[0].alreadyPorting).toBe(false);
      return answer.text;
    });
    expect(asked).toEqual(nobodys);
  });

  test.each(all)('a draft: %s', async (_, lastDigits) => {
    const [asked, nobodys] = await compared(lastDigits, async (client, kit, number) => {
      const { json } = mustBe(await create(client, kit, [number], { submit: false }), 201);
      const read = mustBe(await client.get(`/v1/port-requests/${json.id}`, { token: kit.token }), 200);
      expect(read.json.submissionBlockers).toEqual([]);
      return read.text;
    });
    expect(asked).toEqual(nobodys);
  });

  test.each(all)('the list of requests, searched by number: %s', async (_, lastDigits) => {
    const [asked, nobodys] = await compared(lastDigits, async (client, { token }, number) => {
      const answer = mustBe(await client.get(`/v1/port-requests?number=${number}`, { token }), 200);
      return answer.text;
    });
    expect(asked).toEqual(nobodys);
    expect(asked?.said).toBe('{"items":[],"nextCursor":null}');
  });
});
