import { describe, expect, test } from 'vitest';
import { noClosedDays, workingCalendar } from '../../functions/calendar/working-calendar.ts';
import { readNumberItem } from '../../functions/numbers/number-item.ts';
import type { OperatorReason } from '../../functions/operator/operator-event.ts';
import type { Content } from '../../functions/port-request/content.ts';
import { judgeDate } from '../../functions/port-request/desired-date.ts';
import type { PortRequest } from '../../functions/port-request/port-request.ts';
import { reviewSubmission } from '../../functions/port-request/submission-check.ts';
import { submit } from '../../functions/port-request/submit.ts';
import { aContent } from '../support/port-request-builder.ts';
import {
  answered,
  created,
  events,
  factsAt,
  requestAfter,
  requestIn,
  reseller,
} from '../support/port-request-life.ts';

const now = '2026-03-30T08:00:00Z';
const items = (...inputs: readonly unknown[]) => inputs.map(readNumberItem);

const reviewOf = (content: Partial<Content>, at = now) =>
  reviewSubmission(requestAfter(created({ content: aContent(content), submit: false })), factsAt(at));

const placesOf = (problems: readonly { readonly code: string; readonly pointer: string }[]) =>
  problems.map(({ code, pointer }) => `${code} ${pointer}`);

const blockersOf = (content: Partial<Content>, at = now) => placesOf(reviewOf(content, at).blockers);
const warningsOf = (content: Partial<Content>) => placesOf(reviewOf(content).warnings);

const emptyContract = {
  numbersLeftBehind: [],
  knownRanges: [],
  linkedServices: [],
  protectedLines: [],
  cancelAfterPort: [],
} as const;

describe('a complete request', () => {
  test('has no blocker, and asks for what it says', () => {
    expect(reviewOf({})).toMatchObject({ desiredDate: '2026-04-14', blockers: [] });
  });

  test('without a date asks for the earliest', () => {
    expect(reviewOf({ desiredDate: null }).desiredDate).toBe('2026-04-14');
    expect(
      reviewOf({ desiredDate: null, quote: { reference: 'Q-1', approvedOn: '2026-04-02' } }).desiredDate,
    ).toBe('2026-04-17');
  });
});

describe('what is missing', () => {
  test('is named all at once, and a missing part by its own name only', () => {
    expect(
      blockersOf({
        subscriber: { name: 'X', enterpriseNumber: null, language: 'nl', email: null, address: null },
        contact: null,
        starter: null,
        losingOperator: null,
        numbers: [],
        mainNumber: null,
        desiredDate: null,
        contract: null,
        acknowledgements: {
          numbersCheckedWithOperator: false,
          linkedServicesMayStop: false,
          numbersLeftBehindMayDelay: false,
          noProtectedLines: false,
        },
        authorisation: null,
      }),
    ).toEqual([
      'field.required /subscriber/address',
      'field.required /contact',
      'field.required /losingOperator',
      'field.required /numbers',
      'acknowledgement.missing /acknowledgements/linkedServicesMayStop',
      'acknowledgement.missing /acknowledgements/noProtectedLines',
      'authorisation.missing /authorisation',
    ]);
  });

  test('inside a part is named by its field', () => {
    expect(
      blockersOf({
        subscriber: {
          ...aContent().subscriber,
          address: { street: null, houseNumber: null, box: null, postcode: null, city: null },
        },
        contact: { name: null, email: null, language: 'nl' },
        starter: { name: 'Marie Dupont', email: null, language: 'fr' },
        losingOperator: { name: null, accountNumber: null, easySwitchId: null },
      }),
    ).toEqual([
      'field.required /subscriber/address/street',
      'field.required /subscriber/address/houseNumber',
      'field.required /subscriber/address/postcode',
      'field.required /subscriber/address/city',
      'field.required /contact/name',
      'field.required /contact/email',
      'field.required /starter/email',
      'field.required /losingOperator/name',
      'field.required /losingOperator/accountNumber',
    ]);
  });
});

describe('the numbers', () => {
  test.each([
    ['a mobile', items('0475 12 34 56'), ['number.mobile /numbers/0']],
    ['what is no number', items('025805070', 'no number'), ['number.unreadable /numbers/1']],
    ['a number twice', items('025805070', '02 580 50 70'), ['numbers.overlap /numbers/1']],
    [
      'a number inside a range',
      items({ start: '025805050', size: 10 }, '025805055'),
      ['numbers.overlap /numbers/1'],
    ],
  ])('hold %s', (_, numbers, blockers) => {
    expect(blockersOf({ numbers, mainNumber: null, contract: emptyContract })).toEqual(blockers);
  });

  test.each([
    ['in the request', '+3225805070', []],
    ['inside a range of it', '+3225805055', []],
    ['not in it', '+3225805071', ['main_number.not_in_request /mainNumber']],
    ['unreadable', 'the first one', ['main_number.not_in_request /mainNumber']],
    ['a range', '025805050-059', ['main_number.not_in_request /mainNumber']],
  ])('have a main number that is %s', (_, mainNumber, blockers) => {
    expect(blockersOf({ mainNumber })).toEqual(blockers);
  });

  test('that are an alarm or lift line block, each where it is wanted (F14)', () => {
    const contract = { ...emptyContract, protectedLines: items('025805070', '025805055', '025805099') };
    expect(blockersOf({ contract })).toEqual([
      'number.protected_line /numbers/0',
      'number.protected_line /numbers/1',
    ]);
  });

  test('that are an alarm or lift line only deserve a look where that is the policy: the ground is grey (F15)', () => {
    const contract = { ...emptyContract, protectedLines: items('025805070') };
    const draft = requestAfter(created({ content: aContent({ contract }), submit: false }));
    const judgedBy = (policy: 'block' | 'warn') => {
      const { blockers, warnings } = reviewSubmission(draft, factsAt(now), policy);
      const asked = (code: string) => code === 'number.protected_line';
      return [blockers.some(({ code }) => asked(code)), warnings.some(({ code }) => asked(code))];
    };
    expect(judgedBy('block')).toEqual([true, false]);
    expect(judgedBy('warn')).toEqual([false, true]);
  });

  test('that cut a range of the contract block, and name the whole range (F12)', () => {
    const contract = { ...emptyContract, knownRanges: items({ start: '025805070', size: 10 }) };
    const { blockers } = reviewOf({ contract });
    expect(blockers).toMatchObject([
      {
        code: 'range.split',
        pointer: '/numbers/0',
        parameters: { start: '+3225805070', end: '+3225805079', size: 10 },
      },
    ]);
  });

  test('of the contract have to be readable too, each where it stands', () => {
    const contract = {
      numbersLeftBehind: items('025805099', 'x'),
      knownRanges: items('y'),
      linkedServices: [{ number: readNumberItem('z'), services: ['tv'] }],
      protectedLines: items('u', '0475 12 34 56'),
      cancelAfterPort: items('v'),
    };
    expect(blockersOf({ contract })).toEqual([
      'number.unreadable /contract/numbersLeftBehind/1',
      'number.unreadable /contract/knownRanges/0',
      'number.unreadable /contract/protectedLines/0',
      'number.unreadable /contract/cancelAfterPort/0',
      'number.unreadable /contract/linkedServices/0/number',
    ]);
  });
});

describe('a number that was refused for good', () => {
  const rejectedWith = (code: string, numbers: NonNullable<OperatorReason['numbers']>): PortRequest => {
    const request = requestIn('awaiting_answer');
    const reasons = [{ code, numbers }];
    return requestAfter(answered(request, events.rejected(request, reasons), '2026-04-02T09:12:00Z'));
  };
  const submitWith = (request: PortRequest, numbers: Content['numbers']) => {
    const content = {
      ...request.content,
      numbers,
      mainNumber: null,
      desiredDate: null,
      contract: emptyContract,
    };
    return submit({ ...request, content }, factsAt('2026-04-02T10:00:00Z'), reseller);
  };

  test.each(['number_in_quarantine', 'number_not_portable'])(
    'with %s cannot come back in this request',
    (code) => {
      const request = rejectedWith(code, ['025805070']);
      expect(submitWith(request, request.content.numbers)).toMatchObject({
        kind: 'refused',
        problems: [{ code: 'number.final_rejection', pointer: '/numbers/0' }],
      });
      expect(submitWith(request, items({ start: '025805050', size: 10 })).kind).toBe('change');
    },
  );

  test('cannot come back inside a range either, nor in a later attempt', () => {
    const request = rejectedWith('number_in_quarantine', ['025805055']);
    expect(submitWith(request, items('025805070', { start: '025805050', size: 10 }))).toMatchObject({
      problems: [{ code: 'number.final_rejection', pointer: '/numbers/1' }],
    });
    const second = requestAfter(submitWith(request, items('025805070')));
    const again = requestAfter(answered(second, events.rejected(second), '2026-04-03T09:00:00Z'));
    expect(submitWith(again, items('025805070', '025805055'))).toMatchObject({
      problems: [{ code: 'number.final_rejection', pointer: '/numbers/1' }],
    });
  });

  // The request wants the number …5070, then the range …5050 to …5059.
  test.each([
    ['as it was asked for', '025805050-059', ['number.final_rejection /numbers/1']],
    [
      'by the larger one around it',
      { start: '025805000', size: 100 },
      ['number.final_rejection /numbers/0', 'number.final_rejection /numbers/1'],
    ],
  ])('as a range, named %s, comes back neither whole nor one number at a time', (_, named, unchanged) => {
    const request = rejectedWith('number_not_portable', [named]);
    const refusalsOf = (numbers: Content['numbers']) => {
      const decision = submitWith(request, numbers);
      return decision.kind === 'refused' ? placesOf(decision.problems) : [decision.kind];
    };
    expect(refusalsOf(request.content.numbers)).toEqual(unchanged);
    for (let last = 50; last <= 59; last += 1)
      expect(refusalsOf(items('021110000', `0258050${last}`))).toEqual(['number.final_rejection /numbers/1']);
  });

  test('with another reason may come back', () => {
    const request = rejectedWith('number_not_in_service', ['025805070']);
    expect(submitWith(request, request.content.numbers).kind).toBe('change');
  });
});

describe('the desired date', () => {
  const calendar = workingCalendar(noClosedDays);
  const facts = { now: factsAt(now).now, calendar };
  // Earliest 14 April 2026; at most 120 days ahead is 28 July.
  test.each([
    ['2026-04-13', ['date.too_early'], '2026-04-14', null],
    ['2026-04-14', [], undefined, undefined],
    ['2026-04-06', ['date.too_early', 'date.not_a_working_day'], '2026-04-14', 'Easter Monday'],
    ['2026-04-18', ['date.not_a_working_day'], '2026-04-20', null],
    ['2026-05-01', ['date.not_a_working_day'], '2026-05-04', 'Labour Day'],
    ['2026-07-28', [], undefined, undefined],
    ['2026-07-29', ['date.too_far'], null, null],
    ['2026-08-15', ['date.not_a_working_day', 'date.too_far'], null, null],
    ['2020-01-01', ['date.too_early', 'date.not_a_working_day'], '2026-04-14', "New Year's Day"],
  ])('%s: %j, next %s, %s', (asked, codes, nextWorkingDay, holiday) => {
    const problems = judgeDate(asked, '2026-04-14', '/desiredDate', facts);
    expect(problems.map(({ code }) => code)).toEqual(codes);
    for (const { members, pointer } of problems) {
      expect(pointer).toBe('/desiredDate');
      expect(members).toEqual({ earliestDate: '2026-04-14', nextWorkingDay, holiday });
    }
  });

  test('is counted from today when it is submitted, not from when it was drafted', () => {
    expect(blockersOf({ desiredDate: '2026-04-14', quote: null }, '2026-03-31T08:00:00Z')).toEqual([
      'date.too_early /desiredDate',
    ]);
  });
});

describe('the mandate', () => {
  // Submitted on 30 March 2026: three months back is 30 December 2025.
  test.each([
    ['Marie Dupont', '2026-03-30', []],
    ['Marie Dupont', '2025-12-30', []],
    ['Marie Dupont', '2025-12-29', ['authorisation.too_old /authorisation/signedOn']],
    ['Marie Dupont', '2026-03-31', ['authorisation.signed_in_future /authorisation/signedOn']],
    [null, '2026-03-30', ['authorisation.missing /authorisation']],
    ['Marie Dupont', null, ['authorisation.missing /authorisation']],
  ])('signed by %s on %s: %j', (signedBy, signedOn, blockers) => {
    expect(blockersOf({ authorisation: { signedBy, signedOn } })).toEqual(blockers);
  });

  test('signed today in Brussels is not of tomorrow, though it is still yesterday by UTC', () => {
    const authorisation = { signedBy: 'Marie Dupont', signedOn: '2026-03-31' };
    expect(blockersOf({ authorisation, desiredDate: null }, '2026-03-30T22:30:00Z')).toEqual([]);
  });
});

describe('an acknowledgement', () => {
  const none = {
    numbersCheckedWithOperator: false,
    linkedServicesMayStop: false,
    numbersLeftBehindMayDelay: false,
    noProtectedLines: false,
  };
  const service = [{ number: readNumberItem('025805070'), services: ['internet'] }];
  test.each([
    ['no contract is told of', null, ['linkedServicesMayStop', 'noProtectedLines']],
    ['nothing is linked or left behind', emptyContract, ['noProtectedLines']],
    [
      'linked services were not looked into',
      { ...emptyContract, linkedServices: null },
      ['linkedServicesMayStop', 'noProtectedLines'],
    ],
    [
      'a service is linked',
      { ...emptyContract, linkedServices: service },
      ['linkedServicesMayStop', 'noProtectedLines'],
    ],
    [
      'a number is left behind',
      { ...emptyContract, numbersLeftBehind: items('025805099') },
      ['numbersLeftBehindMayDelay', 'noProtectedLines'],
    ],
  ])('is needed where %s', (_, contract, names) => {
    const blockers = blockersOf({ acknowledgements: none, contract });
    expect(blockers).toEqual(names.map((name) => `acknowledgement.missing /acknowledgements/${name}`));
  });
});

describe('what only deserves a second look', () => {
  test('never blocks', () => {
    const content = {
      numbers: items('025805070', '025805071'),
      mainNumber: null,
      subscriber: { ...aContent().subscriber, enterpriseNumber: '0999999923' },
      acknowledgements: { ...aContent().acknowledgements, numbersCheckedWithOperator: false },
    };
    expect(blockersOf(content)).toEqual([]);
    expect(warningsOf(content)).toEqual([
      'range.maybe_incomplete /numbers/0',
      'numbers.list_not_checked /acknowledgements/numbersCheckedWithOperator',
      'numbers.left_behind /contract/numbersLeftBehind',
      'linked_service.will_stop /contract/linkedServices/0',
      'enterprise_number.checksum /subscriber/enterpriseNumber',
    ]);
  });

  test('is nothing in a request that is beyond doubt', () => {
    expect(warningsOf({ numbers: items('025805071'), mainNumber: null, contract: emptyContract })).toEqual(
      [],
    );
  });

  test('says of a linked service only where its number is ported', () => {
    const linkedServices = [{ number: readNumberItem('025805099'), services: ['tv'] }];
    expect(warningsOf({ contract: { ...emptyContract, linkedServices } })).toEqual([
      'range.maybe_incomplete /numbers/0',
    ]);
  });
});
