import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { PutItemCommand } from '@aws-sdk/client-dynamodb';
import { describe, expect, inject, test } from 'vitest';
import { announceClosedDay, readClosedDays } from '../../functions/aws/dynamo-closed-days.ts';
import { keys } from '../../functions/aws/dynamo-items.ts';
import type { ClosedDay } from '../../functions/calendar/working-calendar.ts';
import { describeOnDynamodb } from '../support/dynamodb-local.ts';
import { intercept } from './dynamo-faults.ts';

const today = '2026-12-01';

const bridgeDay: ClosedDay = { date: '2026-12-28', name: 'Bridge day' };

const script = fileURLToPath(new URL('../../scripts/closed-days.ts', import.meta.url));

/** Runs what `npm run closed-days` runs, as whoever has these keys. */
const run = (
  given: readonly string[],
  { accessKeyId, secretAccessKey } = { accessKeyId: 'nobody', secretAccessKey: 'none' },
): Promise<{ readonly code: number; readonly said: string }> => {
  const env = { AWS_ACCESS_KEY_ID: accessKeyId, AWS_SECRET_ACCESS_KEY: secretAccessKey };
  return new Promise((resolve) => {
    const child = execFile(process.execPath, [script, ...given], { env }, (_, stdout, stderr) =>
      resolve({ code: child.exitCode ?? -1, said: `${stdout}${stderr}` }),
    );
  });
};

describe('npm run closed-days', () => {
  test.each([
    ['without a table', ['list'], '--table is missing'],
    ['without a command', ['--table', 'records'], 'Either list, or add'],
    ['with another command', ['--table', 'records', 'remove', '2026-12-28'], 'Either list, or add'],
    ['without a day', ['--table', 'records', 'add'], 'Either list, or add'],
    ['with a name without quotes', ['--table', 'records', 'add', '2026-12-28', 'Bridge', 'day'], 'in quotes'],
    ['with a day that is none', ['--table', 'records', 'add', '2026-02-30'], 'No day'],
    ['with a day written otherwise', ['--table', 'records', 'add', '28/12/2026'], 'No day'],
    ['with an empty name', ['--table', 'records', 'add', '2026-12-28', ' '], 'The name is empty'],
    ['with an unknown option', ['--tables', 'records', 'list'], '--tables'],
  ])('%s says how it is called', async (_, given, problem) => {
    const { code, said } = await run(given);
    expect(code).toBe(1);
    expect(said).toContain(problem);
    expect(said).toContain('npm run closed-days -- --table <name>');
  });
});

describeOnDynamodb((fresh) => {
  const begin = async () => {
    const { client, records } = await fresh();
    const table = { client, table: records };
    return {
      table,
      write: (days: string) =>
        client.send(
          new PutItemCommand({ TableName: records, Item: { ...keys.closedDays, days: { S: days } } }),
        ),
    };
  };

  describe('announcing a closed day', () => {
    test('begins the list, then adds to it in the order of the days', async () => {
      const { table } = await begin();
      expect(await announceClosedDay(table, bridgeDay, today)).toEqual({
        kind: 'announced',
        closedDays: { version: 'closed-days-1', days: [bridgeDay] },
      });
      await announceClosedDay(table, { date: today }, today);
      expect(await readClosedDays(table)).toEqual({
        version: 'closed-days-2',
        days: [{ date: today }, bridgeDay],
      });
    });

    test('goes on with a list that was written by hand, spaces and all', async () => {
      const { table, write } = await begin();
      await write(' [ { "date" : "2026-05-15" } ]');
      await announceClosedDay(table, bridgeDay, today);
      expect((await readClosedDays(table)).days).toEqual([{ date: '2026-05-15' }, bridgeDay]);
    });

    test.each([
      ['over', '2026-11-30', { kind: 'past', today }],
      ['a Saturday', '2026-12-05', { kind: 'already_closed', closed: { why: 'weekend' } }],
      ['a holiday', '2026-12-25', { kind: 'already_closed', closed: { why: 'holiday' } }],
      ['announced', '2026-12-28', { kind: 'already_closed', closed: { why: 'closed', name: 'Bridge day' } }],
    ])('is refused for a day that is %s already', async (_, date, refusal) => {
      const { table } = await begin();
      await announceClosedDay(table, bridgeDay, today);
      expect(await announceClosedDay(table, { date }, today)).toMatchObject(refusal);
      expect((await readClosedDays(table)).days).toEqual([bridgeDay]);
    });

    test.each([
      ['begun', undefined],
      ['changed', '[{ "date": "2026-05-15" }]'],
    ])('writes over no list that somebody else has %s meanwhile', async (_, before) => {
      const { table, write } = await begin();
      if (before !== undefined) await write(before);
      const other = { client: (await fresh()).client, table: table.table };
      let isOvertaken = false;
      table.client.middlewareStack.add(
        (next, context) => async (args) => {
          if (context['commandName'] === 'PutItemCommand' && !isOvertaken) {
            isOvertaken = true;
            await announceClosedDay(other, { date: '2026-12-24' }, today);
          }
          return next(args);
        },
        { step: 'initialize', priority: 'low' },
      );
      expect(await announceClosedDay(table, bridgeDay, today)).toEqual({ kind: 'overtaken' });
      const dates = async () => (await readClosedDays(table)).days.map(({ date }) => date);
      expect(await dates()).not.toContain(bridgeDay.date);
      await announceClosedDay(table, bridgeDay, today);
      expect((await dates()).slice(-2)).toEqual(['2026-12-24', bridgeDay.date]);
    });

    test('leaves a list that nobody can read as it is', async () => {
      const { table, write } = await begin();
      await write('[{ "date": "2026-05-15" ');
      const commands: string[] = [];
      intercept(table.client, ({ command }) => {
        commands.push(command);
        return undefined;
      });
      await expect(announceClosedDay(table, bridgeDay, today)).rejects.toMatchObject({
        name: 'SettingUnreadableError',
      });
      expect(commands).toEqual(['GetItemCommand']);
    });
  });

  test('npm run closed-days adds a day and shows the list, refuses it the second time, and says what is wrong', async () => {
    const { table, write } = await begin();
    const own = await table.client.config.credentials();
    const on = (...given: readonly string[]) =>
      run(['--table', table.table, '--endpoint', inject('dynamodbEndpoint') ?? '', ...given], own);
    expect(await on('list')).toEqual({ code: 0, said: 'closed-days-0\n' });
    const list = '2199-12-27  Bridge day\nclosed-days-1\n';
    expect(await on('add', '2199-12-27', 'Bridge day')).toEqual({ code: 0, said: list });
    expect(await on('list')).toEqual({ code: 0, said: list });
    expect(await on('add', '2199-12-27', 'Bridge day')).toEqual({
      code: 1,
      said: '2199-12-27 is no working day anyway: closed, Bridge day\n',
    });
    expect(await on('add', '2020-12-28')).toMatchObject({
      code: 1,
      said: expect.stringContaining('2020-12-28 is over'),
    });
    await write('nonsense');
    expect(await on('list')).toEqual({
      code: 1,
      said: 'The list of closed days is not in its expected form\n',
    });
    const elsewhere = await on('--table', 'elsewhere', 'list');
    expect(elsewhere.code).toBe(1);
    expect(elsewhere.said).toMatch(/^The list of closed days cannot be read: .*\n$/);
  });
});
