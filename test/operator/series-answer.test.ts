import { describe, expect, test } from 'vitest';
import { type Answer, answer } from '../../functions/operator/answer.ts';
import type { DataOf, OperatorEvent, SeriesAnswer } from '../../functions/operator/operator-event.ts';
import { firstNumberOf } from '../../functions/port-request/main-number.ts';
import type { PortRequest } from '../../functions/port-request/port-request.ts';
import {
  carrier,
  events,
  factsAt,
  instantIn,
  recordingOf,
  requestAfter,
  requestIn,
} from '../support/port-request-life.ts';

const now = '2026-04-02T09:12:00Z';

const awaiting = requestIn('awaiting_answer');

const approved = (data: DataOf<'request.approved'>, request: PortRequest = awaiting): OperatorEvent => ({
  ...events.approved(request),
  data,
});

const rejected = (data: DataOf<'request.rejected'>, request: PortRequest = awaiting): OperatorEvent => ({
  ...events.rejected(request),
  data,
});

const answerTo = (event: OperatorEvent, request: PortRequest = awaiting, at = now): Answer =>
  answer(request, event, factsAt(at), carrier);

const leftBy = (event: OperatorEvent): PortRequest => {
  const given = answerTo(event);
  if (given.kind !== 'answered') throw new Error(`Not answered: ${JSON.stringify(given)}`);
  return requestAfter(given.decision);
};

const rejectionsOf = (request: PortRequest) =>
  (request.attempts.at(-1)?.rejections ?? []).map(({ code, field, named }) => ({
    code,
    field,
    named: named.map(firstNumberOf),
  }));

// The request wants the number …5070 and the range …5050 to …5059, for Tuesday 14 April.
const number = (more: Partial<SeriesAnswer> = {}): SeriesAnswer => ({
  start: '02 580 50 70',
  outcome: 'approved',
  ...more,
});
const range = (more: Partial<SeriesAnswer> = {}): SeriesAnswer => ({
  start: '025805050',
  size: 10,
  outcome: 'approved',
  ...more,
});
const quarantined: Partial<SeriesAnswer> = {
  outcome: 'rejected',
  reasons: [{ code: 'number_in_quarantine' }],
};

describe('an answer for each series', () => {
  test.each([
    ['all approved: the desired date', [number(), range()], null, '2026-04-14', null],
    [
      'all approved: the latest day on which any of them is possible',
      [number({ firstPossibleDate: '2026-04-21' }), range({ firstPossibleDate: '2026-04-17' })],
      null,
      '2026-04-21',
      '2026-04-21',
    ],
    [
      'all approved, one of them with its day',
      [number(), range({ firstPossibleDate: '2026-04-17' })],
      null,
      '2026-04-17',
      '2026-04-17',
    ],
    [
      'all approved with a date: that date',
      [number({ firstPossibleDate: '2026-04-21' }), range()],
      '2026-04-16',
      '2026-04-16',
      '2026-04-16',
    ],
  ] as const)('%s', (_, series, date, approvedDate, approvedDateStated) => {
    const request = leftBy(approved({ date, series: [...series] }));
    expect(request.status).toBe('approved');
    expect(request.attempts.at(-1)).toMatchObject({ approvedDate, approvedDateStated });
  });

  test.each([
    ['as a rejection', rejected({ series: [number(quarantined), range()] })],
    ['as an approval', approved({ date: '2026-04-14', series: [number(quarantined), range()] })],
  ])('mixed, %s, rejects the attempt and names the numbers', (_, event) => {
    const request = leftBy(event);
    expect(request).toMatchObject({
      status: 'rejected',
      attempts: [{ outcome: 'rejected', approvedDate: null }],
    });
    expect(rejectionsOf(request)).toEqual([
      { code: 'number_in_quarantine', field: '/numbers/0', named: ['+3225805070'] },
    ]);
  });

  test('takes several reasons for a series, each for the numbers it names or for the whole series', () => {
    const reasons = [
      { code: 'linked_service', text: 'Internet on the line', numbers: ['025805055'] },
      { code: 'range_incomplete' },
    ];
    const request = leftBy(
      rejected({
        reasons: [{ code: 'account_number_mismatch' }],
        series: [number(), range({ outcome: 'rejected', reasons })],
      }),
    );
    expect(rejectionsOf(request)).toEqual([
      { code: 'account_number_mismatch', field: '/losingOperator/accountNumber', named: [] },
      { code: 'linked_service', field: '/numbers/1', named: ['+3225805055'] },
      { code: 'range_incomplete', field: '/numbers', named: ['+3225805050'] },
    ]);
  });

  test.each([
    [
      'whose number is not in the request',
      [number({ start: '025805071' }), number(), range()],
      ['/data/series/0'],
    ],
    ['that cannot be read', [number({ start: 'no number' }), number(), range()], ['/data/series/0']],
    ['that cuts a range', [number(), range({ size: null, end: null })], ['/data/series/1']],
    ['that reaches beyond a range', [number(), range({ size: 100, start: '025805000' })], ['/data/series/1']],
  ] as const)('%s is refused where it stands', (_, series, pointers) => {
    expect(answerTo(approved({ series: [...series] }))).toEqual({
      kind: 'refused',
      problems: pointers.map((pointer) => ({ code: 'number.not_in_request', pointer })),
    });
  });

  test('twice is refused at the second', () => {
    expect(answerTo(approved({ series: [number(), range(), number({ size: 1 })] }))).toEqual({
      kind: 'refused',
      problems: [{ code: 'numbers.overlap', pointer: '/data/series/2' }],
    });
  });

  test('for some of the numbers only is refused, with those that are left', () => {
    expect(answerTo(approved({ series: [number()] }))).toEqual({
      kind: 'refused',
      problems: [
        { code: 'series.unanswered', pointer: '/data/series', members: { numbers: ['+3225805050'] } },
      ],
    });
  });

  test.each([null, []])('rejected with the reasons %j is refused: why, is needed', (reasons) => {
    expect(answerTo(rejected({ series: [number(), range({ outcome: 'rejected', reasons })] }))).toEqual({
      kind: 'refused',
      problems: [{ code: 'field.required', pointer: '/data/series/1/reasons' }],
    });
  });

  test('with a reason about numbers of another series is refused where it stands', () => {
    const reasons = [{ code: 'number_in_quarantine', numbers: ['025805070', '025805055'] }];
    expect(answerTo(rejected({ series: [number({ outcome: 'rejected', reasons }), range()] }))).toEqual({
      kind: 'refused',
      problems: [{ code: 'number.not_in_request', pointer: '/data/series/0/reasons/0/numbers/1' }],
    });
  });

  test('all approved in a rejection is refused: it rejects nothing', () => {
    expect(answerTo(rejected({ series: [number(), range()] }))).toEqual({
      kind: 'refused',
      problems: [{ code: 'field.required', pointer: '/data/reasons' }],
    });
  });

  test('says all that is wrong at once', () => {
    const given = answerTo(
      rejected({
        reasons: [{ code: 'other', numbers: ['025805099'] }],
        series: [number({ outcome: 'rejected' }), number({ start: '025805098' })],
      }),
    );
    expect(
      given.kind === 'refused' && given.problems.map(({ code, pointer }) => `${code} ${pointer}`),
    ).toEqual([
      'number.not_in_request /data/reasons/0/numbers/0',
      'field.required /data/series/0/reasons',
      'number.not_in_request /data/series/1',
      'series.unanswered /data/series',
    ]);
  });
});

describe('the same answer for each series, again', () => {
  test('is recorded, whatever its type, and however its numbers are written', () => {
    const request = leftBy(approved({ series: [number(quarantined), range()] }));
    for (const event of [
      approved({ series: [range(), number({ ...quarantined, start: '+3225805070', size: 1 })] }),
      rejected({ series: [number(quarantined), range()] }),
      rejected({ reasons: [{ code: 'number_in_quarantine', numbers: ['025805070'] }] }),
    ])
      expect(answerTo(event, request)).toMatchObject({
        outcome: 'recorded',
        decision: { kind: 'nothing_new' },
      });
  });

  test('that approves all of them repeats the approval of the whole', () => {
    const request = leftBy(approved({ date: '2026-04-20' }));
    const event = approved({ series: [number({ firstPossibleDate: '2026-04-20' }), range()] });
    expect(answerTo(event, request)).toMatchObject({ outcome: 'recorded' });
  });

  test('as an approval that rejects one of them takes no approval back; as a rejection it does', () => {
    const request = requestIn('approved');
    const series = [number(quarantined), range()];
    expect(answerTo(approved({ series }), request, instantIn.approved).kind).toBe('not_expected');
    const withdrawn = answerTo(rejected({ series }), request, instantIn.approved);
    if (withdrawn.kind !== 'answered') throw new Error('The withdrawal did not fit');
    expect(recordingOf(withdrawn.decision).after.status).toBe('rejected');
  });
});
