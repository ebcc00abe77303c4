import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Answer, answer } from '../../functions/operator/answer.ts';
import type { OperatorEvent, OperatorReason } from '../../functions/operator/operator-event.ts';
import { firstNumberOf } from '../../functions/port-request/main-number.ts';
import type { PortRequest } from '../../functions/port-request/port-request.ts';
import { rejectionReasons } from '../../functions/port-request/rejection-reasons.ts';
import { submit } from '../../functions/port-request/submit.ts';
import { aContent } from '../support/port-request-builder.ts';
import {
  accepted,
  answered,
  carrier,
  desk,
  events,
  factsAt,
  instantIn,
  recordingOf,
  requestAfter,
  requestIn,
  reseller,
} from '../support/port-request-life.ts';

const answerAt = (request: PortRequest, event: OperatorEvent, now: string): Answer =>
  answer(request, event, factsAt(now), carrier);

const outcomeOf = (given: Answer): string => (given.kind === 'answered' ? given.outcome : given.kind);

const entriesOf = (given: Answer): readonly string[] =>
  given.kind === 'answered' && given.decision.kind === 'change'
    ? given.decision.recording.entries.map(({ type }) => type.replace('port_request.', ''))
    : [];

const rejectedWith = (
  request: PortRequest,
  reasons: readonly OperatorReason[],
  now = '2026-04-02T09:12:00Z',
) => requestAfter(answered(request, events.rejected(request, [...reasons]), now));

describe('the approved date', () => {
  // Asked for Tuesday 14 April 2026. Easter Monday is 6 April.
  test.each([
    [
      'is the desired one when the operator states none',
      null,
      '2026-04-02T09:12:00Z',
      '2026-04-14',
      'approved',
    ],
    ['is what the operator states', '2026-04-20', '2026-04-02T09:12:00Z', '2026-04-20', 'approved'],
    ['before the desired one stands', '2026-04-08', '2026-04-02T09:12:00Z', '2026-04-08', 'approved'],
    ['on a Saturday moves to Monday', '2026-04-18', '2026-04-02T09:12:00Z', '2026-04-20', 'approved'],
    ['on Easter Monday moves to Tuesday', '2026-04-06', '2026-04-02T09:12:00Z', '2026-04-07', 'approved'],
    ['that has passed moves to today', '2026-04-01', '2026-04-02T05:00:00Z', '2026-04-02', 'approved'],
    ['that has passed moves over a weekend', '2026-04-01', '2026-04-04T10:00:00Z', '2026-04-07', 'approved'],
    ['desired and passed moves to today', null, '2026-04-16T05:00:00Z', '2026-04-16', 'approved'],
    ['is today, one second before 09:00', '2026-04-02', '2026-04-02T06:59:59Z', '2026-04-02', 'approved'],
    [
      'is today, at 09:00: the window opens at once',
      '2026-04-02',
      '2026-04-02T07:00:00Z',
      '2026-04-02',
      'ready_to_start',
    ],
    [
      'is today, after 15:00: it is a start day all the same',
      '2026-04-02',
      '2026-04-02T18:00:00Z',
      '2026-04-02',
      'ready_to_start',
    ],
    ['counts by the day in Brussels', '2026-04-02', '2026-04-02T22:30:00Z', '2026-04-03', 'approved'],
  ] as const)('%s', (_, stated, now, approvedDate, status) => {
    const request = requestIn('awaiting_answer');
    const after = requestAfter(answered(request, events.approved(request, stated), now));
    expect(after.status).toBe(status);
    expect(after.attempts.at(-1)).toMatchObject({ approvedDate, approvedDateStated: stated });
  });

  test('is told with the stated one and the last start day', () => {
    const request = requestIn('awaiting_answer');
    const { entries } = recordingOf(
      answered(request, events.approved(request, '2026-04-12'), '2026-04-02T09:12:00Z'),
    );
    expect(entries.map(({ data }) => data)).toEqual([
      {
        approvedDate: '2026-04-13',
        statedDate: '2026-04-12',
        lastDay: '2026-04-24',
        answerWorkingDays: 3,
        missesDesiredDate: false,
      },
    ]);
  });
});

describe('an answer in submitted', () => {
  test.each([
    ['acknowledged', events.acknowledged, ['sent_to_operator', 'acknowledged']],
    ['approved', events.approved, ['sent_to_operator', 'approved']],
    ['rejected', events.rejected, ['sent_to_operator', 'rejected']],
  ] as const)('%s records that it was sent to the operator first', (_, eventOf, entries) => {
    const request = requestIn('submitted');
    const given = answerAt(request, eventOf(request), instantIn.submitted);
    expect(entriesOf(given)).toEqual(entries);
  });

  test('approved for today and after 09:00 records all three in order', () => {
    const request = requestIn('submitted');
    expect(
      entriesOf(answerAt(request, events.approved(request, '2026-04-14'), '2026-04-14T07:00:00Z')),
    ).toEqual(['sent_to_operator', 'approved', 'window_opened']);
  });
});

describe('an acknowledgement', () => {
  test.each([
    ['submitted', 'applied'],
    ['awaiting_answer', 'recorded'],
  ] as const)('in %s is %s: only there it shows that the operator has the request', (status, outcome) => {
    const request = requestIn(status);
    const event = events.acknowledged(request);
    expect(outcomeOf(answerAt(request, event, instantIn[status]))).toBe(outcome);
    expect(requestAfter(answered(request, event, instantIn[status])).status).toBe('awaiting_answer');
  });
});

describe('a late answer', () => {
  test('counts, after the overdue answer was recorded', () => {
    const request = requestIn('awaiting_answer');
    const given = answerAt(request, events.approved(request, '2026-04-20'), '2026-04-16T07:00:00Z');
    expect(outcomeOf(given)).toBe('applied');
    expect(entriesOf(given)).toEqual(['answer_overdue', 'approved']);
  });
});

const account: OperatorReason = { code: 'account_number_mismatch' };

describe('a rejection', () => {
  test('keeps what the operator sent, unchanged, beside our code', () => {
    const after = rejectedWith(requestIn('awaiting_answer'), [
      { code: 'account_number_mismatch', text: 'Customer number unknown' },
      { code: 'E17A', text: 'Zone  barrée' },
    ]);
    expect(after.attempts.at(-1)).toMatchObject({
      outcome: 'rejected',
      closedAt: '2026-04-02T09:12:00Z',
      rejections: [
        {
          code: 'account_number_mismatch',
          operatorCode: 'account_number_mismatch',
          operatorText: 'Customer number unknown',
          field: '/losingOperator/accountNumber',
          numbers: [],
        },
        { code: 'other', operatorCode: 'E17A', operatorText: 'Zone  barrée', field: null, numbers: [] },
      ],
    });
  });

  test.each(['constructor', 'toString', '__proto__', 'OTHER', ' other'])('knows no code %j', (code) => {
    expect(rejectedWith(requestIn('awaiting_answer'), [{ code }]).attempts[0]?.rejections).toMatchObject([
      { code: 'other', operatorCode: code },
    ]);
  });

  // The request wants, in this order, the number …5070 and the range …5050 to …5059.
  test.each([
    ['number_not_in_service', ['02 580 50 70'], '/numbers/0', ['+3225805070']],
    ['number_not_in_service', ['025805050-059'], '/numbers/1', ['+3225805050']],
    ['number_not_in_service', ['025805055'], '/numbers/1', ['+3225805055']],
    ['number_not_in_service', ['025805055', '025805070'], '/numbers/0', ['+3225805055', '+3225805070']],
    ['number_not_in_service', undefined, '/numbers', []],
    ['range_incomplete', ['025805055'], '/numbers', ['+3225805055']],
    ['account_number_mismatch', ['025805070'], '/losingOperator/accountNumber', ['+3225805070']],
    ['donor_no_response', undefined, null, []],
  ] as const)('%s of %j points at %s', (code, numbers, field, kept) => {
    const reason = numbers === undefined ? { code } : { code, numbers: [...numbers] };
    const [rejection] = rejectedWith(requestIn('awaiting_answer'), [reason]).attempts[0]?.rejections ?? [];
    expect(rejection?.field).toBe(field);
    expect(rejection?.named.map(firstNumberOf)).toEqual(kept);
  });

  test('keeps only so much of an operator’s words that the request has room for what comes after', () => {
    const reasons = Array.from({ length: 30 }, (_, index) => ({
      code: '16',
      text: `${index} `.padEnd(2000, 'x'),
    }));
    const [attempt] = rejectedWith(requestIn('awaiting_answer'), reasons).attempts;
    const texts = attempt?.rejections.map(({ operatorText }) => operatorText?.length ?? 0);
    expect(texts).toEqual([2000, 2000, 2000, 2000, ...Array(26).fill(0)]);
    expect(attempt?.rejections.map(({ operatorCode }) => operatorCode)).toEqual(Array(30).fill('16'));
  });

  test('points at a field of every reason that one can cure, at none for the others', () => {
    const after = rejectedWith(
      requestIn('awaiting_answer'),
      rejectionReasons.map(({ code }) => ({ code, numbers: ['025805070'] })),
    );
    expect(after.attempts[0]?.rejections.map(({ code, field }) => [code, field])).toEqual(
      rejectionReasons.map(({ code, field }) => [code, field === null ? null : field.replace('{i}', '0')]),
    );
  });

  test('that names numbers which are not in the request is refused, each where it stands', () => {
    const request = requestIn('awaiting_answer');
    const reasons: OperatorReason[] = [
      { code: 'number_not_portable', numbers: ['025805070', '025805071', 'no number'] },
      account,
      { code: 'number_not_in_service', numbers: ['025805060-069'] },
    ];
    expect(answerAt(request, events.rejected(request, reasons), instantIn.awaiting_answer)).toEqual({
      kind: 'refused',
      problems: [
        { code: 'number.not_in_request', pointer: '/data/reasons/0/numbers/1' },
        { code: 'number.not_in_request', pointer: '/data/reasons/0/numbers/2' },
        { code: 'number.not_in_request', pointer: '/data/reasons/2/numbers/0' },
      ],
    });
  });

  test.each(['approved', 'ready_to_start'] as const)('withdraws the approval in %s', (status) => {
    const request = requestIn(status);
    const given = answerAt(request, events.rejected(request), instantIn[status]);
    expect(outcomeOf(given)).toBe('applied');
    expect(entriesOf(given)).toEqual(['rejected']);
  });
});

/** Corrects nothing but the date and submits again; the carrier takes it over. */
const resubmitted = (request: PortRequest, now: string): PortRequest =>
  requestAfter(
    accepted(
      requestAfter(
        submit(
          { ...request, content: { ...request.content, desiredDate: null, quote: null } },
          factsAt(now),
          reseller,
        ),
      ),
      now,
    ),
  );

const isEscalated = (request: PortRequest, reasons: readonly OperatorReason[], now: string): boolean => {
  const { entries } = recordingOf(answered(request, events.rejected(request, [...reasons]), now));
  return entries.at(-1)?.data['escalate'] === true;
};

describe('a rejection goes to the desk', () => {
  const first = requestIn('awaiting_answer');
  const second = (reasons: readonly OperatorReason[]) =>
    resubmitted(rejectedWith(first, reasons), '2026-04-03T08:00:00Z');
  const technical: OperatorReason = { code: 'technical_error' };

  test('not the first time', () => {
    expect(isEscalated(first, [account], '2026-04-02T09:12:00Z')).toBe(false);
  });

  test('the second time, whatever the reasons are', () => {
    expect(isEscalated(second([account]), [{ code: 'address_mismatch' }], '2026-04-07T09:00:00Z')).toBe(true);
  });

  test('not the second time when the first needed nothing from the reseller', () => {
    expect(isEscalated(second([technical]), [account], '2026-04-07T09:00:00Z')).toBe(false);
  });

  test('the third time when one of the others counted', () => {
    const third = resubmitted(
      rejectedWith(second([account]), [technical], '2026-04-07T09:00:00Z'),
      '2026-04-08T08:00:00Z',
    );
    expect(isEscalated(third, [account], '2026-04-09T09:00:00Z')).toBe(true);
  });

  test('the second time when the first had one reason that counts beside one that does not', () => {
    expect(isEscalated(second([account, technical]), [account], '2026-04-07T09:00:00Z')).toBe(true);
  });

  test.each(['installation_type_mismatch', 'donor_no_response', 'technical_error', 'other', 'E17A'])(
    'at once for %s',
    (code) => {
      expect(isEscalated(first, [{ code }], '2026-04-02T09:12:00Z')).toBe(true);
    },
  );

  test('not for an attempt that expired before', () => {
    const expired = requestIn('expired');
    const again = resubmitted(expired, '2026-04-28T08:00:00Z');
    expect(again.attempts.map(({ outcome }) => outcome)).toEqual(['expired', null]);
    expect(isEscalated(again, [account], '2026-04-29T09:00:00Z')).toBe(false);
  });
});

describe('the same answer again, under another id', () => {
  test.each([
    ['approval with its date', 'approved', (request) => events.approved(request, '2026-04-14')],
    [
      'approval while the window is open',
      'ready_to_start',
      (request) => events.approved(request, '2026-04-14'),
    ],
    ['approval after the start', 'in_progress', (request) => events.approved(request, '2026-04-14')],
    ['approval after the completion', 'completed', (request) => events.approved(request, '2026-04-14')],
    ['rejection', 'rejected', (request) => events.rejected(request)],
    [
      'rejection with its reason twice',
      'rejected',
      (request) => events.rejected(request, [account, { ...account, text: 'Still unknown' }]),
    ],
    ['completion', 'completed', (request) => events.completed(request)],
  ] as const satisfies readonly (readonly [
    string,
    Parameters<typeof requestIn>[0],
    (request: PortRequest) => OperatorEvent,
  ])[])('%s in %s is recorded and changes nothing', (_, status, eventOf) => {
    const request = requestIn(status);
    expect(answerAt(request, eventOf(request), instantIn[status])).toEqual({
      kind: 'answered',
      outcome: 'recorded',
      decision: { kind: 'nothing_new', request },
    });
  });

  test('an approval that moved to a working day is repeated by either date', () => {
    const request = requestIn('awaiting_answer');
    const approved = requestAfter(
      answered(request, events.approved(request, '2026-04-18'), '2026-04-02T09:12:00Z'),
    );
    for (const date of ['2026-04-18', '2026-04-20'])
      expect(outcomeOf(answerAt(approved, events.approved(approved, date), '2026-04-02T09:20:00Z'))).toBe(
        'recorded',
      );
  });

  // Asked for Tuesday 14 April 2026; an approval that comes on the 16th is moved there.
  test.each([
    ['with the desired date, then without', '2026-04-14', null, '2026-04-02T09:12:00Z'],
    ['without a date, then with the desired one', null, '2026-04-14', '2026-04-02T09:12:00Z'],
    ['without a date, then with the desired one that has passed', null, '2026-04-14', '2026-04-16T05:00:00Z'],
  ] as const)('an approval %s, is recorded', (_, first, second, now) => {
    const request = requestIn('awaiting_answer');
    const approved = requestAfter(answered(request, events.approved(request, first), now));
    expect(answerAt(approved, events.approved(approved, second), now)).toEqual({
      kind: 'answered',
      outcome: 'recorded',
      decision: { kind: 'nothing_new', request: approved },
    });
  });

  test('an acknowledgement with the same reference', () => {
    const request = requestIn('awaiting_answer');
    const event = events.acknowledged(request, 'C-99');
    const acknowledged = requestAfter(answered(request, event, instantIn.awaiting_answer));
    expect(answerAt(acknowledged, event, instantIn.awaiting_answer)).toMatchObject({
      outcome: 'recorded',
      decision: { kind: 'nothing_new' },
    });
    expect(
      entriesOf(answerAt(acknowledged, events.acknowledged(request, 'C-100'), instantIn.awaiting_answer)),
    ).toEqual(['acknowledged']);
  });
});

describe('an answer that contradicts the one given', () => {
  test.each([
    ['another date', 'approved', (request) => events.approved(request, '2026-04-15')],
    ['another date after the completion', 'completed', (request) => events.approved(request, '2026-04-15')],
    ['an approval after the rejection', 'rejected', (request) => events.approved(request, '2026-04-14')],
    ['another reason', 'rejected', (request) => events.rejected(request, [{ code: 'address_mismatch' }])],
    [
      'one reason more',
      'rejected',
      (request) => events.rejected(request, [account, { code: 'address_mismatch' }]),
    ],
    ['a rejection after the start', 'in_progress', (request) => events.rejected(request)],
    [
      'another completion',
      'completed',
      (request) => events.completed(request, { completedAt: '2026-04-14T08:41:00Z' }),
    ],
  ] as const satisfies readonly (readonly [
    string,
    Parameters<typeof requestIn>[0],
    (request: PortRequest) => OperatorEvent,
  ])[])('%s in %s is not expected', (_, status, eventOf) => {
    const request = requestIn(status);
    expect(answerAt(request, eventOf(request), instantIn[status])).toMatchObject({
      kind: 'not_expected',
      status,
    });
  });

  test('a rejection for the same reason of other numbers is not expected', () => {
    const named = (...numbers: string[]) => [{ code: 'number_not_in_service', numbers }];
    const rejected = rejectedWith(requestIn('awaiting_answer'), named('025805070'));
    const outcomeFor = (...numbers: string[]) =>
      outcomeOf(answerAt(rejected, events.rejected(rejected, named(...numbers)), instantIn.rejected));
    expect([outcomeFor('025805050-059'), outcomeFor('025805070', '025805055'), outcomeFor()]).toEqual(
      Array(3).fill('not_expected'),
    );
    expect(outcomeFor('02 580 50 70')).toBe('recorded');
  });

  test('an approval that was withdrawn is not given again by its repetition', () => {
    const request = requestIn('approved');
    const withdrawn = requestAfter(answered(request, events.rejected(request), instantIn.approved));
    expect(outcomeOf(answerAt(withdrawn, events.approved(request, '2026-04-14'), instantIn.approved))).toBe(
      'not_expected',
    );
  });
});

describe('an answer for another attempt', () => {
  const again = resubmitted(requestIn('rejected'), '2026-04-03T08:00:00Z');

  test.each([
    ['an approval of the closed one', events.approved({ ...again, attempts: again.attempts.slice(0, 1) })],
    [
      'an acknowledgement of the closed one',
      events.acknowledged({ ...again, attempts: again.attempts.slice(0, 1) }),
    ],
    ['an approval of one that is not there', { ...events.approved(again), attempt: 3 }],
  ])('%s is not expected', (_, event) => {
    expect(answerAt(again, event, '2026-04-07T08:00:00Z')).toEqual({
      kind: 'not_expected',
      status: 'awaiting_answer',
      attempt: 2,
      allowedEvents: ['request.acknowledged', 'answer.delayed', 'request.approved', 'request.rejected'],
    });
  });

  test('the rejection of the closed one, come again, is recorded and leaves the open one alone', () => {
    const late = events.rejected({ ...again, attempts: again.attempts.slice(0, 1) });
    expect(answerAt(again, late, '2026-04-07T08:00:00Z')).toMatchObject({
      outcome: 'recorded',
      decision: { kind: 'nothing_new', request: again },
    });
  });
});

describe('a completion', () => {
  const request = requestIn('in_progress');
  const completeAt = (
    current: PortRequest,
    numbers: readonly string[],
    completedAt = '2026-04-14T08:20:00Z',
  ) =>
    answerAt(
      current,
      events.completed(current, { completedAt, numbers: [...numbers] }),
      '2026-04-14T08:30:00Z',
    );
  const left = (given: Answer): PortRequest => {
    if (given.kind !== 'answered') throw new Error(`Not answered: ${given.kind}`);
    return requestAfter(given.decision);
  };

  test('without numbers completes them all', () => {
    const done = left(answerAt(request, events.completed(request), '2026-04-14T08:41:00Z'));
    expect(done.completedNumbers).toEqual({
      '+3225805070': '2026-04-14T08:40:00Z',
      '+3225805050': '2026-04-14T08:40:00Z',
    });
    expect(done.attempts.at(-1)).toMatchObject({
      completedAt: '2026-04-14T08:40:00Z',
      closedAt: '2026-04-14T08:41:00Z',
      outcome: 'completed',
    });
  });

  test('of one item leaves the request in progress, that of the last one completes it', () => {
    const partly = completeAt(request, ['025805070']);
    expect(outcomeOf(partly)).toBe('applied');
    expect(entriesOf(partly)).toEqual(['partly_completed']);
    expect(left(partly)).toMatchObject({
      status: 'in_progress',
      completedNumbers: { '+3225805070': '2026-04-14T08:20:00Z' },
    });
    const whole = completeAt(left(partly), ['025805050-059'], '2026-04-14T08:25:00Z');
    expect(left(whole)).toMatchObject({
      status: 'completed',
      completedNumbers: { '+3225805070': '2026-04-14T08:20:00Z', '+3225805050': '2026-04-14T08:25:00Z' },
    });
  });

  test('of one number of a range is refused, since a range moves whole; of all of them it completes the range', () => {
    expect(completeAt(request, ['025805070', '025805055'])).toEqual({
      kind: 'refused',
      problems: [{ code: 'number.not_in_request', pointer: '/data/numbers/1' }],
    });
    const all = Array.from({ length: 10 }, (_, last) => `02580505${last}`);
    expect(left(completeAt(request, all)).completedNumbers).toEqual({
      '+3225805050': '2026-04-14T08:20:00Z',
    });
  });

  test.each(['2026-03-29T00:00:00Z', '2199-01-01T00:00:00Z'])('at %s is refused as implausible', (at) => {
    expect(completeAt(request, ['025805070'], at)).toEqual({
      kind: 'refused',
      problems: [{ code: 'time.implausible', pointer: '/data/completedAt' }],
    });
  });

  test('of an item that was completed before is recorded and keeps its time', () => {
    const partly = left(completeAt(request, ['025805070']));
    const again = completeAt(partly, ['025805070'], '2026-04-14T08:29:00Z');
    expect(outcomeOf(again)).toBe('recorded');
    expect(left(again)).toEqual(partly);
  });

  test('of a part, come again after the whole was done, is recorded; another time of it is not expected', () => {
    const whole = left(
      completeAt(left(completeAt(request, ['025805070'])), ['025805050-059'], '2026-04-14T08:25:00Z'),
    );
    expect(whole.status).toBe('completed');
    expect(outcomeOf(completeAt(whole, ['025805070']))).toBe('recorded');
    expect(outcomeOf(completeAt(whole, ['025805050-059'], '2026-04-14T08:25:00Z'))).toBe('recorded');
    expect(outcomeOf(completeAt(whole, ['025805070'], '2026-04-14T08:26:00Z'))).toBe('not_expected');
    expect(outcomeOf(completeAt(whole, ['025805060']))).toBe('not_expected');
  });

  test('of numbers that are not in the request is refused, each where it stands', () => {
    expect(completeAt(request, ['025805070', '025805060', 'nothing'])).toEqual({
      kind: 'refused',
      problems: [
        { code: 'number.not_in_request', pointer: '/data/numbers/1' },
        { code: 'number.not_in_request', pointer: '/data/numbers/2' },
      ],
    });
  });

  test('of the parts in any order and with repetitions completes exactly when all are done', () => {
    const numbers = ['025805070', '025805050', '025805030'];
    const content = aContent({
      numbers: numbers.map((number) => ({ kind: 'single', number: `+32${number.slice(1)}` })),
      mainNumber: null,
      contract: null,
    });
    const started = requestIn('in_progress', content);
    fc.assert(
      fc.property(
        fc.array(fc.subarray(numbers, { minLength: 1 }), { minLength: 1, maxLength: 6 }),
        (parts) => {
          const done = new Set<string>();
          let current = started;
          for (const part of parts) {
            const given = completeAt(current, part);
            if (current.status === 'completed') break;
            current = left(given);
            for (const number of part) done.add(number);
            expect(Object.keys(current.completedNumbers)).toHaveLength(done.size);
            expect(current.status).toBe(done.size === numbers.length ? 'completed' : 'in_progress');
          }
        },
      ),
    );
  });
});

describe('an answer that the desk enters', () => {
  test('is told as the desk’s', () => {
    const request = requestIn('awaiting_answer');
    const { entries } = recordingOf(
      answered(request, events.approved(request), instantIn.awaiting_answer, desk),
    );
    expect(entries.map(({ actor }) => actor)).toEqual([desk]);
  });

  test('never takes the place of the clock in what the clock does', () => {
    const request = requestIn('awaiting_answer');
    const { entries } = recordingOf(
      answered(request, events.approved(request, '2026-04-14'), '2026-04-15T08:00:00Z', desk),
    );
    expect(entries.map(({ type, actor }) => [type, actor.kind])).toEqual([
      ['port_request.answer_overdue', 'clock'],
      ['port_request.approved', 'desk'],
      ['port_request.window_opened', 'clock'],
    ]);
  });
});
