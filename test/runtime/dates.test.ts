import { describe, expect, test } from 'vitest';
import { currentRules } from '../../functions/port-request/porting-rules.ts';
import { SandboxClient } from '../support/sandbox-client.ts';
import { faultsOf } from './setting.ts';

/** The vectors of the calendar: day of the request, ten working days on, nine more, holidays passed over on either count. */
const vectors = [
  ['2025-12-18', '2026-01-05', '2026-01-16', ['2025-12-25 Christmas Day', "2026-01-01 New Year's Day"], []],
  ['2026-03-30', '2026-04-14', '2026-04-27', ['2026-04-06 Easter Monday'], []],
  [
    '2026-04-30',
    '2026-05-18',
    '2026-06-01',
    ['2026-05-01 Labour Day', '2026-05-14 Ascension Day'],
    ['2026-05-25 Whit Monday'],
  ],
  ['2026-05-12', '2026-05-28', '2026-06-10', ['2026-05-14 Ascension Day', '2026-05-25 Whit Monday'], []],
  ['2026-07-13', '2026-07-28', '2026-08-10', ['2026-07-21 Belgian National Day'], []],
  ['2026-10-30', '2026-11-16', '2026-11-27', ['2026-11-11 Armistice Day'], []],
  ['2026-12-18', '2027-01-05', '2027-01-18', ['2026-12-25 Christmas Day', "2027-01-01 New Year's Day"], []],
  ['2026-05-23', '2026-06-08', '2026-06-19', ['2026-05-25 Whit Monday'], []],
  ['2026-07-21', '2026-08-04', '2026-08-17', [], []],
  ['2028-04-13', '2028-04-28', '2028-05-12', ['2028-04-17 Easter Monday'], ['2028-05-01 Labour Day']],
] as const;

type Skipped = { readonly date: string; readonly why: string; readonly name?: string };

const holidaysIn = (skipped: readonly Skipped[]) =>
  skipped.filter(({ why }) => why === 'holiday').map(({ date, name }) => `${date} ${name}`);

const datesOf = async (query: string, now?: string) => {
  const client = await SandboxClient.start(now);
  const { status, json } = await client.get(`/v1/dates${query}`);
  expect(status).toBe(200);
  return json;
};

describe('The dates of a request', () => {
  test.each(vectors)(
    'made on %s: %s, and a window until %s',
    async (requestedOn, tenth, lastDay, named, later) => {
      const { earliestDate, answerDue, startWindow } = await datesOf(`?requestedOn=${requestedOn}`);
      expect(earliestDate.date).toBe(tenth);
      expect(earliestDate.explanation).toMatchObject({
        rule: 'earliest-date',
        from: requestedOn,
        workingDays: 10,
        rulesVersion: currentRules.version,
      });
      expect(answerDue.explanation).toMatchObject({
        rule: 'operator-answer',
        from: requestedOn,
        workingDays: 10,
      });
      expect(startWindow).toMatchObject({
        firstDay: tenth,
        lastDay,
        from: '09:00',
        until: '15:00',
        timeZone: 'Europe/Brussels',
        explanation: { rule: 'start-window', from: tenth, workingDays: 9 },
      });
      expect(holidaysIn(earliestDate.explanation.skipped)).toEqual(named);
      expect(answerDue.explanation.skipped).toEqual(earliestDate.explanation.skipped);
      expect(holidaysIn(startWindow.explanation.skipped)).toEqual(later);
    },
  );

  test('name every day that was passed over, and why', async () => {
    const { earliestDate } = await datesOf('?requestedOn=2026-03-30');
    expect(earliestDate.explanation.skipped).toEqual([
      { date: '2026-04-04', why: 'weekend' },
      { date: '2026-04-05', why: 'weekend' },
      { date: '2026-04-06', why: 'holiday', name: 'Easter Monday' },
      { date: '2026-04-11', why: 'weekend' },
      { date: '2026-04-12', why: 'weekend' },
    ]);
  });

  test.each([
    ['2025-12-18', '2026-01-05T23:00:00Z'],
    ['2026-03-30', '2026-04-14T22:00:00Z'],
    ['2026-10-12', '2026-10-26T23:00:00Z'],
  ])('made on %s have their answer due at %s, the end of that day in Brussels', async (requestedOn, at) => {
    expect((await datesOf(`?requestedOn=${requestedOn}`)).answerDue.at).toBe(at);
  });

  test.each([
    ['2026-03-30T08:00:00Z', '2026-03-30'],
    ['2026-07-20T22:30:00Z', '2026-07-21'],
    ['2026-07-20T21:59:59Z', '2026-07-20'],
  ])('without a day count from today in Brussels: at %s from %s', async (now, from) => {
    expect((await datesOf('', now)).earliestDate.explanation.from).toBe(from);
  });

  test('say whether the answer would be overdue and the window open now', async () => {
    const at = async (now: string) => {
      const { answerDue, startWindow } = await datesOf('?requestedOn=2026-03-30', now);
      return [answerDue.overdue, startWindow.openNow];
    };
    expect(await at('2026-04-14T06:59:59Z')).toEqual([false, false]);
    expect(await at('2026-04-14T07:00:00Z')).toEqual([false, true]);
    expect(await at('2026-04-14T13:00:00Z')).toEqual([false, false]);
    expect(await at('2026-04-14T22:00:00Z')).toEqual([true, false]);
  });

  test.each(['2000-01-01', '2100-12-31'])(
    'are given for %s, the first and last day that can be asked',
    async (day) => {
      expect((await datesOf(`?requestedOn=${day}`)).earliestDate.explanation.from).toBe(day);
    },
  );

  test.each([
    '1999-12-31',
    '2101-01-01',
    '2026-02-29',
    '2026-3-30',
    '30-03-2026',
    'today',
    '',
    '2026-03-30&requestedOn=2026-03-31',
  ])('are not given for %j', async (day) => {
    const client = await SandboxClient.start();
    const answer = await client.get(`/v1/dates?requestedOn=${day}`);
    expect([answer.status, answer.json.code, ...new Set(faultsOf(answer))]).toEqual([
      400,
      'request.malformed',
      'field.wrong_type /query/requestedOn',
    ]);
  });
});
