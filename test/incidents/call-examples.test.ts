import * as fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, test } from 'vitest';
import { type GivenExample, withExamples } from '../../functions/incidents/call-examples.ts';
import type { CallExample } from '../../functions/incidents/incident.ts';
import { answered, events, requestAfter, requestIn } from '../support/port-request-life.ts';
import { afternoon, goodExample } from './incident-life.ts';

const completed = requestIn('completed');
const now = Temporal.Instant.from(afternoon);

const judge = (given: readonly GivenExample[], request = completed, earlier: readonly CallExample[] = []) =>
  withExamples(earlier, given, request, now);

const problemsOf = (given: readonly GivenExample[], request = completed) =>
  judge(given, request).map(({ problem }) => problem);

/** Overrides of a good example, and what is wrong with it then. */
const cases: readonly (readonly [why: string, overrides: Partial<GivenExample>, problem: string | null])[] = [
  ['called a ported number after the completion', {}, null],
  ['came at the very second of the completion', { calledAt: '2026-04-14T10:40:00+02:00' }, null],
  ['came a second before', { calledAt: '2026-04-14T10:39:59+02:00' }, 'before_completion'],
  ['comes at this very second', { calledAt: '2026-04-14T16:00:00+02:00' }, null],
  ['comes a second from now', { calledAt: '2026-04-14T16:00:01+02:00' }, 'in_future'],
  ['called a number beside the range', { calledNumber: '025805060' }, 'called_number_not_ported'],
  ['called the last number of the range', { calledNumber: '+32 2 580 50 59' }, null],
  ['called the caller’s own mobile', { calledNumber: '0475123450' }, 'called_number_not_ported'],
  ['came from abroad', { callingNumber: '0033 1 23 45 67 89' }, null],
  ['came from a number nobody can read', { callingNumber: 'my mobile' }, 'unreadable'],
  ['called a number nobody can read', { calledNumber: '02 580' }, 'unreadable'],
  ['came at a time without an offset', { calledAt: '2026-04-14T12:05:00' }, 'unreadable'],
  ['came at a time that does not exist', { calledAt: '2026-02-30T12:05:00Z' }, 'unreadable'],
  ['came yesterday, as somebody wrote', { calledAt: 'yesterday' }, 'unreadable'],
];

describe('one example of a call that did not arrive', () => {
  test.each(cases)('that %s', (_, overrides, problem) => {
    expect(problemsOf([goodExample(0, overrides)])).toEqual([problem]);
  });

  test('is kept in one spelling, or as it was written where it cannot be read', () => {
    const [read, unread] = judge([
      goodExample(0, { callingNumber: '0475/12.34.00', calledAt: '2026-04-14T12:05:00.750+02:00' }),
      goodExample(1, { callingNumber: 'my mobile', calledAt: 'noon' }),
    ]);

    expect(read).toMatchObject({
      callingNumber: '+32475123400',
      calledNumber: '+3225805051',
      calledAt: '2026-04-14T10:05:00Z',
    });
    expect(unread).toMatchObject({
      callingNumber: 'my mobile',
      calledNumber: '+3225805051',
      calledAt: 'noon',
    });
  });

  test('of a number that is done while others are not counts from that number’s own time', () => {
    const running = requestIn('in_progress');
    const partly = requestAfter(
      answered(
        running,
        events.completed(running, { completedAt: '2026-04-14T08:20:00Z', numbers: ['025805070'] }),
        '2026-04-14T08:30:00Z',
      ),
    );

    expect(
      problemsOf(
        [goodExample(0, { calledNumber: '025805070' }), goodExample(1, { calledNumber: '025805051' })],
        partly,
      ),
    ).toEqual([null, 'before_completion']);
  });

  test('of a number that stayed behind in a completed port proves nothing', () => {
    const left = { ...completed, completedNumbers: { '+3225805050': '2026-04-14T08:40:00Z' } };

    expect(problemsOf([goodExample(0, { calledNumber: '025805070' })], left)).toEqual([
      'called_number_not_ported',
    ]);
  });

  test('is repeated when caller and time were accepted before, in whatever spelling', () => {
    expect(
      problemsOf([
        goodExample(0),
        goodExample(0, { callingNumber: '0475 12 34 00', calledAt: '2026-04-14T10:05:00Z', heard: 'busy' }),
        goodExample(0, { calledAt: '2026-04-14T12:06:00+02:00' }),
        goodExample(1),
      ]),
    ).toEqual([null, 'repeated', null, null]);
  });

  test('is no repetition of one that did not count: it may correct that one', () => {
    expect(problemsOf([goodExample(0, { calledNumber: '025805066' }), goodExample(0)])).toEqual([
      'called_number_not_ported',
      null,
    ]);
  });
});

const anExample = fc.record({
  callingNumber: fc.constantFrom('0475123450', '0475123451', '+32475123450', 'my mobile', ''),
  callingOperator: fc.constantFrom('Orange', 'Telenet'),
  calledNumber: fc.constantFrom('025805051', '025805070', '025805066', '+3225805051', 'reception'),
  calledAt: fc.constantFrom(
    '2026-04-14T12:05:00+02:00',
    '2026-04-14T10:05:00Z',
    '2026-04-14T12:06:00+02:00',
    '2026-04-14T09:00:00+02:00',
    '2026-04-15T09:00:00+02:00',
    'noon',
  ),
  heard: fc.constantFrom('busy', 'silence'),
  note: fc.constant(null),
});

const reports = fc.array(anExample, { maxLength: 12 });

describe('examples are judged one by one', () => {
  test('so that a bad one never spoils the others', () => {
    fc.assert(
      fc.property(reports, (given) => {
        const judged = judge(given);
        const good = given.filter((_, index) => judged[index]?.problem === null);

        expect(problemsOf(good)).toEqual(good.map(() => null));
        expect(judged).toHaveLength(given.length);
      }),
    );
  });

  test('the same, whether they came at once or one after the other', () => {
    fc.assert(
      fc.property(reports, (given) => {
        const oneByOne = given.reduce<readonly CallExample[]>(
          (listed, example) => judge([example], completed, listed),
          [],
        );

        expect(oneByOne).toEqual(judge(given));
      }),
    );
  });

  test('so that no two that count have the same caller and time, in whatever order they came', () => {
    fc.assert(
      fc.property(reports, fc.gen(), (given, gen) => {
        const shuffled = gen(fc.shuffledSubarray, [...given], { minLength: given.length });
        const accepted = judge(shuffled).filter(({ problem }) => problem === null);
        const calls = accepted.map(({ callingNumber, calledAt }) => `${callingNumber} ${calledAt}`);

        expect(new Set(calls).size).toBe(calls.length);
        expect(calls.toSorted()).toEqual(
          judge(given)
            .filter(({ problem }) => problem === null)
            .map(({ callingNumber, calledAt }) => `${callingNumber} ${calledAt}`)
            .toSorted(),
        );
      }),
    );
  });
});
