import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { exampleBody, singleNumberBody } from '../support/example-body.ts';
import { SandboxClient } from '../support/sandbox-client.ts';
import { faultsOf } from './setting.ts';

const check = async (client: SandboxClient, numbers: readonly unknown[], token?: string) => {
  const { status, json } = await client.post(
    '/v1/number-checks',
    { numbers },
    token === undefined ? {} : { token },
  );
  expect(status).toBe(200);
  return json.items;
};

describe('A check of numbers', () => {
  test('says of one number how it is read and where it lies', async () => {
    const client = await SandboxClient.start();
    const items = await check(client, ['02/580.50.71', '+32 (0)16 12 34 56']);
    expect(items).toEqual([
      {
        input: '02/580.50.71',
        portable: true,
        kind: 'single',
        number: '+3225805071',
        national: '02 580 50 71',
        zone: { prefix: '02', name: 'Brussels' },
        problems: [],
        warnings: [],
        alreadyPorting: false,
      },
      expect.objectContaining({ number: '+3216123456', zone: { prefix: '016', name: expect.any(String) } }),
    ]);
  });

  test('says of a range its first and last number and its size', async () => {
    const client = await SandboxClient.start();
    const written = [
      '025805050-059',
      { start: '025805050', size: 10 },
      { start: '025805050', end: '025805059' },
    ];
    for (const item of await check(client, written))
      expect(item).toMatchObject({
        portable: true,
        kind: 'range',
        start: '+3225805050',
        end: '+3225805059',
        size: 10,
        national: '02 580 50 50 - 02 580 50 59',
        zone: { prefix: '02' },
      });
  });

  test.each([
    ['ask Marie', 'unreadable', 'number.unreadable'],
    ['+33123456789', 'single', 'number.foreign'],
    ['0475123456', 'single', 'number.mobile'],
    ['080012345', 'single', 'number.freephone'],
    ['070123456', 'single', 'number.premium'],
    ['078123456', 'single', 'number.shared_cost'],
    ['112', 'unreadable', 'number.short_code'],
    ['017123456', 'single', 'number.unknown_zone'],
    ['02580505', 'unreadable', 'number.wrong_length'],
    [{ start: '025805050', size: 20 }, 'unreadable', 'range.size_not_supported'],
    [{ start: '025805051', size: 10 }, 'unreadable', 'range.not_aligned'],
    [{ start: 25805050, size: 10 }, 'unreadable', 'number.unreadable'],
    [null, 'unreadable', 'number.unreadable'],
    [25805050, 'unreadable', 'number.unreadable'],
    [true, 'unreadable', 'number.unreadable'],
    [[], 'unreadable', 'number.unreadable'],
    [{}, 'unreadable', 'number.unreadable'],
    ['', 'unreadable', 'number.unreadable'],
    ['\ud800', 'unreadable', 'number.unreadable'],
  ])('of %j reads %s and finds %s', async (input, kind, code) => {
    const client = await SandboxClient.start();
    const [item] = await check(client, [input]);
    expect(item).toMatchObject({ input, kind, portable: false, alreadyPorting: false });
    expect(item.problems).toEqual([expect.objectContaining({ code, pointer: '/numbers/0' })]);
    expect(item.problems[0].detail).not.toBe('');
  });

  test('warns of a number whose block is not known', async () => {
    const client = await SandboxClient.start();
    const [item] = await check(client, ['029999991']);
    expect(item).toMatchObject({ portable: true, warnings: [{ code: 'number.not_in_known_blocks' }] });
  });

  test('answers one result per item, in order, whatever stands among them', async () => {
    const client = await SandboxClient.start();
    const spelling = fc.constantFrom('025805071', 'x', '0475123456', '025805050-059', '');
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.oneof(spelling, fc.jsonValue()), { minLength: 1, maxLength: 20 }),
        async (numbers) => {
          const alone = await Promise.all(numbers.map(async (number) => (await check(client, [number]))[0]));
          const together = await check(client, numbers);
          const withoutPlace = (item: { problems: object[]; warnings: object[] }) => ({
            ...item,
            problems: item.problems.map((problem) => ({ ...problem, pointer: '' })),
            warnings: item.warnings.map((warning) => ({ ...warning, pointer: '' })),
          });
          expect(together.map(withoutPlace)).toEqual(alone.map(withoutPlace));
          expect(together.map(({ input }: { input: unknown }) => input)).toEqual(
            JSON.parse(JSON.stringify(numbers)),
          );
        },
      ),
      { numRuns: 30 },
    );
  });

  test('takes 200 items', async () => {
    const client = await SandboxClient.start();
    expect(await check(client, Array(200).fill('025805071'))).toHaveLength(200);
  });

  test.each<[string, unknown, string]>([
    ['no items', { numbers: [] }, 'field.wrong_type /numbers'],
    ['201 items', { numbers: Array(201).fill('025805071') }, 'field.wrong_type /numbers'],
    ['a text', { numbers: '025805071' }, 'field.wrong_type /numbers'],
    ['nothing', {}, 'field.required /numbers'],
    ['null', { numbers: null }, 'field.required /numbers'],
    ['more than numbers', { numbers: ['1'], language: 'fr' }, 'field.unknown /language'],
  ])('of %s is malformed', async (_, body, fault) => {
    const client = await SandboxClient.start();
    const answer = await client.post('/v1/number-checks', body);
    expect([answer.status, ...faultsOf(answer)]).toEqual([400, fault]);
  });

  test("finds a number in an open request of the caller's own tenant only", async () => {
    // Given an open request, a draft and a cancelled request
    const client = await SandboxClient.start();
    await client.create(exampleBody());
    await client.create(singleNumberBody('032000001', { submit: false }));
    const cancelled = await client.create(singleNumberBody('032000002'));
    await client.post(`/v1/port-requests/${cancelled.json.id}/cancellation`);
    const numbers = ['025805055', '025805050-059', '025805070', '025805071', '032000001', '032000002'];
    const found = async (token?: string) =>
      (await check(client, numbers, token)).map(
        ({ alreadyPorting }: { alreadyPorting: boolean }) => alreadyPorting,
      );
    // When the tenant asks, its open request is seen; others see nothing
    expect(await found()).toEqual([true, true, true, false, false, false]);
    expect(await found(await client.tokenFor('umbrella'))).toEqual(Array(6).fill(false));
  });

  test('needs no right to write, and writes nothing', async () => {
    const client = await SandboxClient.start();
    const reader = await client.tokenFor('acme', 'port-requests:read');
    await check(client, ['025805071'], reader);
    expect((await client.get('/v1/port-requests')).json.items).toEqual([]);
    expect((await client.create(singleNumberBody('025805071'))).status).toBe(201);
  });
});
