import { describe, expect, test } from 'vitest';
import { exampleBody, singleNumberBody } from '../support/example-body.ts';
import { type Answer, SandboxClient } from '../support/sandbox-client.ts';

type Entry = { readonly code: string; readonly pointer: string } & Readonly<Record<string, unknown>>;

const brief = (entries: readonly Entry[]): readonly string[] =>
  entries.map(({ code, pointer }) => `${code} ${pointer}`);

/** Blockers and refusals are texts for a reader: both asked for in the same language, to be compared whole. */
const inEnglish = { headers: { 'accept-language': 'en' } };

/** One body in the three ways in which it is judged: submitted at once, kept as a draft, and submitted from there. */
const judge = async (body: Readonly<Record<string, unknown>>, now?: string) => {
  const client = await SandboxClient.start(now);
  const create = await client.sendCreation(body, inEnglish);
  const draft = await client.sendCreation({ ...body, submit: false }, inEnglish);
  const submission = await client.post(`/v1/port-requests/${draft.json.id}/submission`, undefined, inEnglish);
  return { create, draft, submission };
};

const refusalOf = (answer: Answer): readonly Entry[] => {
  expect([answer.status, answer.json.code]).toEqual([422, 'request.refused']);
  return answer.json.errors;
};

/** What stands against a body, after checking that it is said in the same words each time. */
const blockersOf = async (
  body: Readonly<Record<string, unknown>>,
  now?: string,
): Promise<readonly Entry[]> => {
  const { create, draft, submission } = await judge(body, now);
  const errors = refusalOf(create);
  expect(draft.status).toBe(201);
  expect(draft.json.status).toBe('draft');
  expect(draft.json.submissionBlockers).toEqual(errors);
  expect(refusalOf(submission)).toEqual(errors);
  for (const { detail } of errors) expect(detail).not.toBe('');
  return errors;
};

const single = (number: unknown) => ({ ...singleNumberBody(), numbers: [number], mainNumber: null });

const { contract: goodContract, acknowledgements: goodAcknowledgements } = exampleBody();

const contract = (overrides: Readonly<Record<string, unknown>>) =>
  exampleBody({ contract: { ...Object(goodContract), ...overrides } });

const acknowledgements = (overrides: Readonly<Record<string, unknown>>) => ({
  acknowledgements: { ...Object(goodAcknowledgements), ...overrides },
});

const subscriber = (overrides: Readonly<Record<string, unknown>>) =>
  exampleBody({ subscriber: { ...Object(exampleBody()['subscriber']), ...overrides } });

/** `count` single numbers, each in a block of 1,000 of its own. */
const apart = (count: number) => Array.from({ length: count }, (_, index) => `02${5_100_011 + index * 1000}`);

const thousands = (count: number) =>
  Array.from({ length: count }, (_, index) => ({ start: `02${5_100_000 + index * 1000}`, size: 1000 }));

describe('A request that is refused for its numbers', () => {
  test.each<[string, Readonly<Record<string, unknown>>, readonly string[]]>([
    ['a text that is no number', single('ask Marie'), ['number.unreadable /numbers/0']],
    ['a foreign number', single('+33 1 23 45 67 89'), ['number.foreign /numbers/0']],
    ['a mobile number', single('0475 12 34 56'), ['number.mobile /numbers/0']],
    ['a freephone number', single('0800 12 345'), ['number.freephone /numbers/0']],
    ['a paid number', single('0900 12 345'), ['number.premium /numbers/0']],
    ['another paid number', single('070 12 34 56'), ['number.premium /numbers/0']],
    ['a single-rate number', single('078 12 34 56'), ['number.shared_cost /numbers/0']],
    ['a short number', single('1207'), ['number.short_code /numbers/0']],
    ['a number of no zone', single('017 12 34 56'), ['number.unknown_zone /numbers/0']],
    ['a number with a digit missing', single('02 580 50 5'), ['number.wrong_length /numbers/0']],
    [
      'a nine-digit number that begins like a mobile one',
      single('049 12 34 56'),
      ['number.wrong_length /numbers/0'],
    ],
    ['a range of twenty', single({ start: '025805050', size: 20 }), ['range.size_not_supported /numbers/0']],
    ['a range of twenty by its ends', single('025805050-069'), ['range.size_not_supported /numbers/0']],
    [
      'a range whose size and end disagree',
      single({ start: '025805050', size: 10, end: '025805058' }),
      ['range.size_not_supported /numbers/0'],
    ],
    [
      'a range that does not begin with 0',
      single({ start: '025805051', size: 10 }),
      ['range.not_aligned /numbers/0'],
    ],
    ['a range of mobile numbers', single({ start: '0475123450', size: 10 }), ['number.mobile /numbers/0']],
    [
      'a number twice',
      exampleBody({ numbers: ['025805070', '02 580 50 70', { start: '025805050', size: 10 }] }),
      ['numbers.overlap /numbers/1'],
    ],
    [
      'a number inside a range that is wanted too',
      exampleBody({ numbers: [{ start: '025805050', size: 10 }, '025805055'] }),
      ['numbers.overlap /numbers/1'],
    ],
    [
      'part of a known range',
      exampleBody({ numbers: ['025805050', '025805070'] }),
      ['range.split /numbers/0'],
    ],
    [
      '501 items',
      exampleBody({
        numbers: ['025805050', ...Array.from({ length: 500 }, (_, index) => `02${5_110_000 + index}`)],
        contract: null,
      }),
      ['numbers.too_many /numbers'],
    ],
    [
      '10,001 numbers',
      exampleBody({ numbers: [...thousands(10), '025805050'], contract: null }),
      ['numbers.too_many /numbers'],
    ],
    [
      '41 blocks of a thousand',
      exampleBody({ numbers: [...apart(40), '025805050'], contract: null }),
      ['numbers.too_many /numbers'],
    ],
    ['a protected line', contract({ protectedLines: ['025805070'] }), ['number.protected_line /numbers/0']],
    [
      'a protected line inside a range',
      contract({ protectedLines: ['025805055'] }),
      ['number.protected_line /numbers/1'],
    ],
    [
      'a main number that is not wanted',
      exampleBody({ mainNumber: '025805099' }),
      ['main_number.not_in_request /mainNumber'],
    ],
    [
      'a main number that is no number',
      exampleBody({ mainNumber: 'reception' }),
      ['main_number.not_in_request /mainNumber'],
    ],
    [
      'a contract that cannot be read',
      contract({
        numbersLeftBehind: ['x'],
        knownRanges: ['x'],
        protectedLines: ['x'],
        cancelAfterPort: ['025805058', 'x'],
        linkedServices: [{ number: 'x', services: [] }],
      }),
      [
        'number.unreadable /contract/numbersLeftBehind/0',
        'number.unreadable /contract/knownRanges/0',
        'number.unreadable /contract/protectedLines/0',
        'number.unreadable /contract/cancelAfterPort/1',
        'number.unreadable /contract/linkedServices/0/number',
        'acknowledgement.missing /acknowledgements/numbersLeftBehindMayDelay',
      ],
    ],
  ])('holds %s', async (_, body, expected) => {
    expect(brief(await blockersOf(body))).toEqual(expected);
  });

  test('names the whole range that would be divided', async () => {
    const [split] = await blockersOf(exampleBody({ numbers: ['025805050'] }));
    expect(split?.['advice']).toContain('02 580 50 50');
    expect(split?.['advice']).toContain('02 580 50 59');
  });

  test('keeps an unreadable number in the draft as it was given', async () => {
    const { draft } = await judge(single('ask Marie'));
    expect(draft.json.numbers).toEqual([{ kind: 'unreadable', input: 'ask Marie' }]);
  });

  test.each([
    [
      '500 items',
      exampleBody({
        numbers: ['025805050', ...Array.from({ length: 499 }, (_, index) => `02${5_110_000 + index}`)],
        contract: null,
      }),
    ],
    ['10,000 numbers', exampleBody({ numbers: thousands(10), contract: null, mainNumber: null })],
    ['40 blocks of a thousand', exampleBody({ numbers: apart(40), contract: null, mainNumber: null })],
    [
      'numbers of several zones',
      exampleBody({ numbers: ['032000001', '092000001', '025805050-059'], contract: null }),
    ],
    ['a range of 1,000', exampleBody({ numbers: ['02 580 50 00 - 02 580 59 99'], contract: null })],
  ])('does not hold %s', async (_, body) => {
    const client = await SandboxClient.start();
    expect((await client.sendCreation(body)).status).toBe(201);
  });
});

describe('A request that is refused for what it lacks', () => {
  const without = (path: string): Readonly<Record<string, unknown>> => {
    const [first = '', ...rest] = path.split('.');
    const drop = (value: unknown, names: readonly string[]): unknown => {
      const [name, ...deeper] = names;
      return name === undefined
        ? null
        : { ...Object(value), [name]: drop(Reflect.get(Object(value), name), deeper) };
    };
    return { ...exampleBody(), [first]: drop(Reflect.get(exampleBody(), first), rest) };
  };

  test.each([
    'subscriber.address',
    'subscriber.address.street',
    'subscriber.address.houseNumber',
    'subscriber.address.postcode',
    'subscriber.address.city',
    'contact',
    'contact.name',
    'contact.email',
    'starter.name',
    'starter.email',
    'losingOperator',
    'losingOperator.name',
    'losingOperator.accountNumber',
  ])('lacks %s', async (path) => {
    expect(brief(await blockersOf(without(path)))).toEqual([`field.required /${path.replaceAll('.', '/')}`]);
  });

  test.each([
    ['null', null],
    ['an empty list', []],
  ])('lacks numbers: %s', async (_, numbers) => {
    expect(brief(await blockersOf(exampleBody({ numbers, mainNumber: null })))).toEqual([
      'field.required /numbers',
    ]);
  });

  test.each([
    ['nothing', null],
    ['nobody', { signedOn: '2026-03-28' }],
    ['no day', { signedBy: 'Marie Dupont' }],
  ])('has a mandate that names %s', async (_, authorisation) => {
    expect(brief(await blockersOf(exampleBody({ authorisation })))).toEqual([
      'authorisation.missing /authorisation',
    ]);
  });

  test.each([
    'easySwitchId',
    'customerReference',
    'quote',
    'starter',
    'mainNumber',
    'desiredDate',
    'contract',
    'noteToOperator',
  ])('does not lack %s', async (name) => {
    const client = await SandboxClient.start();
    const { status } = await client.sendCreation(
      name === 'easySwitchId' ? exampleBody() : exampleBody({ [name]: null }),
    );
    expect(status).toBe(201);
  });

  test('has all of it told at once, in a draft that has only a name', async () => {
    const entries = await blockersOf({ subscriber: { name: 'Dupont' } });
    expect(brief(entries)).toEqual([
      'field.required /subscriber/address',
      'field.required /contact',
      'field.required /losingOperator',
      'field.required /numbers',
      'acknowledgement.missing /acknowledgements/linkedServicesMayStop',
      'acknowledgement.missing /acknowledgements/noProtectedLines',
      'authorisation.missing /authorisation',
    ]);
  });

  test('has faults of every kind told together', async () => {
    const entries = await blockersOf(
      exampleBody({
        numbers: ['0475123456', 'x'],
        contact: null,
        desiredDate: '2026-04-11',
        authorisation: null,
      }),
    );
    expect(brief(entries)).toEqual([
      'field.required /contact',
      'number.mobile /numbers/0',
      'number.unreadable /numbers/1',
      'main_number.not_in_request /mainNumber',
      'date.too_early /desiredDate',
      'date.not_a_working_day /desiredDate',
      'authorisation.missing /authorisation',
    ]);
  });
});

describe('The mandate', () => {
  const signedOn = (day: string) =>
    exampleBody({ authorisation: { signedBy: 'Marie Dupont', signedOn: day } });

  test.each([
    ['2025-12-29', 'authorisation.too_old /authorisation/signedOn'],
    ['1999-01-01', 'authorisation.too_old /authorisation/signedOn'],
    ['2026-03-31', 'authorisation.signed_in_future /authorisation/signedOn'],
  ])('signed on %s is refused on 30 March 2026', async (day, expected) => {
    expect(brief(await blockersOf(signedOn(day)))).toEqual([expected]);
  });

  test.each(['2025-12-30', '2026-03-30'])('signed on %s is accepted on 30 March 2026', async (day) => {
    const client = await SandboxClient.start();
    expect((await client.sendCreation(signedOn(day))).status).toBe(201);
  });
});

describe('The enterprise number', () => {
  test.each(['123', '2999999922', '099999992', '09999999222', 'BE 2.999.999.922', 'none'])(
    '%s is invalid',
    async (enterpriseNumber) => {
      const entries = await blockersOf(subscriber({ enterpriseNumber }));
      expect(brief(entries)).toEqual(['enterprise_number.invalid /subscriber/enterpriseNumber']);
    },
  );

  test.each([
    ['0999999922', false],
    ['BE 0999.999.922', false],
    ['0999999923', true],
    ['1999999999', true],
  ])('%s is accepted; doubted: %s', async (enterpriseNumber, doubted) => {
    const client = await SandboxClient.start();
    const { status, json } = await client.sendCreation(subscriber({ enterpriseNumber }));
    expect(status).toBe(201);
    expect(brief(json.warnings).includes('enterprise_number.checksum /subscriber/enterpriseNumber')).toBe(
      doubted,
    );
  });
});

describe('An acknowledgement', () => {
  const left = (given: Readonly<Record<string, unknown>>) =>
    contractAnd({ numbersLeftBehind: ['025805099'] }, given);
  const contractAnd = (part: Readonly<Record<string, unknown>>, given: Readonly<Record<string, unknown>>) =>
    exampleBody({ contract: { ...Object(goodContract), ...part }, ...acknowledgements(given) });

  test.each<[string, Readonly<Record<string, unknown>>, readonly string[]]>([
    [
      'that no line is protected, always',
      exampleBody(acknowledgements({ noProtectedLines: false })),
      ['noProtectedLines'],
    ],
    [
      'that linked services may stop, when there are some',
      exampleBody(acknowledgements({ linkedServicesMayStop: false })),
      ['linkedServicesMayStop'],
    ],
    [
      'that linked services may stop, when nobody looked',
      contractAnd({ linkedServices: null }, { linkedServicesMayStop: null }),
      ['linkedServicesMayStop'],
    ],
    [
      'that linked services may stop, without a contract',
      exampleBody({ contract: null, ...acknowledgements({ linkedServicesMayStop: false }) }),
      ['linkedServicesMayStop'],
    ],
    ['that a delay is accepted, when numbers are left behind', left({}), ['numbersLeftBehindMayDelay']],
    [
      'of every kind, when none is given',
      contractAnd(
        { numbersLeftBehind: ['025805099'] },
        { noProtectedLines: false, linkedServicesMayStop: false },
      ),
      ['linkedServicesMayStop', 'numbersLeftBehindMayDelay', 'noProtectedLines'],
    ],
  ])('is needed %s', async (_, body, missing) => {
    expect(brief(await blockersOf(body))).toEqual(
      missing.map((name) => `acknowledgement.missing /acknowledgements/${name}`),
    );
  });

  test.each<[string, Readonly<Record<string, unknown>>]>([
    [
      'that linked services may stop, when there are none',
      contractAnd({ linkedServices: [] }, { linkedServicesMayStop: false }),
    ],
    [
      'that a delay is accepted, when nothing is left behind',
      exampleBody(acknowledgements({ numbersLeftBehindMayDelay: false })),
    ],
    [
      'that the numbers were checked with the operator',
      exampleBody(acknowledgements({ numbersCheckedWithOperator: false })),
    ],
  ])('is not needed %s', async (_, body) => {
    const client = await SandboxClient.start();
    expect((await client.sendCreation(body)).status).toBe(201);
  });
});

describe('The desired date, asked for on Monday 30 March 2026', () => {
  const wants = (desiredDate: string | null, overrides = {}) => exampleBody({ desiredDate, ...overrides });

  test.each<[string, readonly string[], string | null, string | null]>([
    ['2026-04-13', ['date.too_early'], '2026-04-14', null],
    ['2026-03-02', ['date.too_early'], '2026-04-14', null],
    ['2026-04-06', ['date.too_early', 'date.not_a_working_day'], '2026-04-14', 'Easter Monday'],
    ['2026-04-12', ['date.too_early', 'date.not_a_working_day'], '2026-04-14', null],
    ['2026-04-18', ['date.not_a_working_day'], '2026-04-20', null],
    ['2026-05-01', ['date.not_a_working_day'], '2026-05-04', 'Labour Day'],
    ['2026-05-14', ['date.not_a_working_day'], '2026-05-15', 'Ascension Day'],
    ['2026-07-21', ['date.not_a_working_day'], '2026-07-22', 'Belgian National Day'],
    ['2026-07-29', ['date.too_far'], null, null],
    ['2026-08-15', ['date.not_a_working_day', 'date.too_far'], null, null],
    ['2199-12-31', ['date.too_far'], null, null],
  ])('%s: %j, the next good day is %s, the holiday %s', async (asked, codes, nextWorkingDay, holiday) => {
    const entries = await blockersOf(wants(asked));
    expect(brief(entries)).toEqual(codes.map((code) => `${code} /desiredDate`));
    for (const entry of entries)
      expect(entry).toMatchObject({ earliestDate: '2026-04-14', nextWorkingDay, holiday });
  });

  test.each(['2026-04-14', '2026-07-28'])(
    '%s, the first and the last day that can be asked for, is accepted',
    async (asked) => {
      const client = await SandboxClient.start();
      expect((await client.sendCreation(wants(asked))).json.desiredDate).toBe(asked);
    },
  );

  test('is the earliest one when none is asked for', async () => {
    const client = await SandboxClient.start();
    expect((await client.sendCreation(wants(null))).json.desiredDate).toBe('2026-04-14');
  });

  test('counts from the day the quote was approved, when that is later; the answer is due from submission all the same', async () => {
    const client = await SandboxClient.start();
    const quote = (approvedOn: string) => ({ quote: { reference: 'Q-1', approvedOn }, desiredDate: null });
    const later = await client.sendCreation(exampleBody(quote('2026-04-01')));
    expect(later.json.desiredDate).toBe('2026-04-16');
    expect(later.json.deadlines.earliestDate).toMatchObject({
      date: '2026-04-16',
      explanation: { from: '2026-04-01' },
    });
    expect(later.json.deadlines.answerDue.at).toBe('2026-04-14T22:00:00Z');
    const earlier = await client.sendCreation(singleNumberBody('032000001', quote('2026-03-20')));
    expect(earlier.json.desiredDate).toBe('2026-04-14');
  });

  test('earlier than the quote allows names the day it allows', async () => {
    const [entry] = await blockersOf(
      wants('2026-04-14', { quote: { reference: 'Q-1', approvedOn: '2026-04-01' } }),
    );
    expect(entry).toMatchObject({
      code: 'date.too_early',
      earliestDate: '2026-04-16',
      nextWorkingDay: '2026-04-16',
    });
  });

  test('counts from the Brussels day, which begins before midnight in UTC', async () => {
    const entries = await blockersOf(
      singleNumberBody('025805070', {
        desiredDate: '2026-08-03',
        authorisation: { signedBy: 'M', signedOn: '2026-07-01' },
      }),
      '2026-07-20T22:30:00Z',
    );
    expect(entries[0]).toMatchObject({ code: 'date.too_early', earliestDate: '2026-08-04' });
  });
});

describe('A warning', () => {
  test.each<[string, Readonly<Record<string, unknown>>, readonly string[]]>([
    ['nothing where all is well', singleNumberBody('025805071', { contract: { linkedServices: [] } }), []],
    ['a single number that ends in 0', singleNumberBody('025805070'), ['range.maybe_incomplete /numbers/0']],
    [
      'two single numbers in one ten',
      exampleBody({
        numbers: ['025805074', '025805077'],
        mainNumber: null,
        contract: { linkedServices: [] },
      }),
      ['range.maybe_incomplete /numbers/0'],
    ],
    [
      'numbers nobody checked with the operator',
      singleNumberBody('025805071', acknowledgements({ numbersCheckedWithOperator: false })),
      ['numbers.list_not_checked /acknowledgements/numbersCheckedWithOperator'],
    ],
    [
      'numbers that are left behind',
      singleNumberBody('025805071', {
        contract: { linkedServices: [], numbersLeftBehind: ['025805099'] },
        ...acknowledgements({ numbersLeftBehindMayDelay: true }),
      }),
      ['numbers.left_behind /contract/numbersLeftBehind'],
    ],
    [
      'a number of a block that the library does not know',
      singleNumberBody('029999991'),
      ['number.not_in_known_blocks /numbers/0'],
    ],
    [
      'a service that will stop',
      singleNumberBody('025805071', {
        contract: {
          linkedServices: [
            { number: '025805099', services: ['tv'] },
            { number: '025805071', services: ['internet'] },
          ],
        },
      }),
      ['linked_service.will_stop /contract/linkedServices/1'],
    ],
  ])('is given for %s, and blocks nothing', async (_, body, expected) => {
    const client = await SandboxClient.start();
    const draft = await client.sendCreation({ ...body, submit: false }, inEnglish);
    const submitted = await client.sendCreation(body, inEnglish);
    expect(submitted.status).toBe(201);
    expect(brief(submitted.json.warnings)).toEqual(expected);
    expect(draft.json.warnings).toEqual(submitted.json.warnings);
    expect(draft.json.submissionBlockers).toEqual([]);
    for (const { detail } of submitted.json.warnings) expect(detail).not.toBe('');
  });
});

describe('A draft', () => {
  test('loses its blockers one by one as it is completed, and is submitted when none is left', async () => {
    // Given a draft that has only a name
    const client = await SandboxClient.start();
    const { headers } = await client.sendCreation({ submit: false, subscriber: { name: 'Dupont' } });
    const path = headers['location'] ?? '';
    const complete: Readonly<Record<string, unknown>> = singleNumberBody('025805071');
    let left = (await client.get(path)).json.submissionBlockers.length;
    // When its parts are filled in
    for (const name of [
      'subscriber',
      'contact',
      'losingOperator',
      'numbers',
      'acknowledgements',
      'authorisation',
    ]) {
      const { json } = await client.call('PATCH', path, {
        body: { [name]: complete[name] },
        headers: { 'if-match': '*' },
      });
      expect(json.submissionBlockers.length).toBeLessThan(left);
      left = json.submissionBlockers.length;
    }
    // Then it can be submitted
    expect(left).toBe(0);
    const submitted = await client.post(`${path}/submission`);
    expect([submitted.status, submitted.json.status]).toEqual([200, 'submitted']);
    expect(submitted.json.submissionBlockers).toEqual([]);
  });

  test('that was good last week is judged by today', async () => {
    const client = await SandboxClient.start();
    const { json } = await client.sendCreation(
      singleNumberBody('025805071', { submit: false, desiredDate: '2026-04-14' }),
    );
    expect(json.submissionBlockers).toEqual([]);
    await client.clock({ by: 'P1D' });
    const later = await client.read(json.id);
    expect(brief(later.submissionBlockers)).toEqual(['date.too_early /desiredDate']);
    expect(refusalOf(await client.post(`/v1/port-requests/${json.id}/submission`))).toHaveLength(1);
  });

  test('holds no number: another request may take it, and then the draft cannot be submitted', async () => {
    const client = await SandboxClient.start();
    const draft = await client.sendCreation(exampleBody({ submit: false }));
    const other = await client.sendCreation(exampleBody());
    expect(other.status).toBe(201);
    const { status, json } = await client.post(`/v1/port-requests/${draft.json.id}/submission`);
    expect([status, json.code]).toEqual([409, 'numbers.already_porting']);
    expect(json.errors).toMatchObject([
      {
        code: 'numbers.already_porting',
        pointer: '/numbers/0',
        numbers: ['+3225805070'],
        portRequestId: other.json.id,
      },
      { code: 'numbers.already_porting', pointer: '/numbers/1', portRequestId: other.json.id },
    ]);
  });
});

describe('A number that was rejected for good', () => {
  test.each(['number_in_quarantine', 'number_not_portable'])(
    'with %s cannot return in the same request',
    async (code) => {
      // Given a request of two items, one of which is refused for good
      const client = await SandboxClient.start();
      const { json } = await client.sendCreation(exampleBody({ desiredDate: null }));
      const path = `/v1/port-requests/${json.id}`;
      await client.event(json.id, 'request.rejected', { reasons: [{ code, numbers: ['025805070'] }] });
      // When it is submitted again as it was
      const again = await client.post(`${path}/submission`);
      // Then that number stands against it, until it is taken out
      expect(brief(refusalOf(again))).toEqual(['number.final_rejection /numbers/0']);
      expect(brief((await client.read(json.id)).submissionBlockers)).toEqual([
        'number.final_rejection /numbers/0',
      ]);
      await client.call('PATCH', path, {
        body: { numbers: ['025805050-059'], contract: null },
        headers: { 'if-match': '*' },
      });
      expect((await client.post(`${path}/submission`)).status).toBe(200);
    },
  );
});

describe('The installation', () => {
  test.each<[string, Readonly<Record<string, unknown>>, unknown]>([
    ['one number', singleNumberBody(), { type: 'simple', because: 'single_number' }],
    [
      'two numbers',
      exampleBody({ numbers: ['025805071', '025805082'], mainNumber: null, contract: null }),
      { type: 'complex', because: 'several_numbers' },
    ],
    ['a range', exampleBody({ numbers: ['025805050-059'] }), { type: 'complex', because: 'range' }],
  ])('of %s follows from the numbers', async (_, body, installation) => {
    const client = await SandboxClient.start();
    expect((await client.sendCreation(body)).json.installation).toEqual(installation);
  });

  test('is overridden by the desk, which may take that back', async () => {
    const client = await SandboxClient.start();
    const desk = await client.deskToken();
    const { json } = await client.sendCreation(
      singleNumberBody('025805071', {
        submit: false,
        tenant: 'acme',
        installation: { type: 'complex', reason: 'A PBX' },
      }),
      { token: desk },
    );
    expect(json.installation).toEqual({ type: 'complex', because: 'desk' });
    const { json: reset } = await client.call('PATCH', `/v1/port-requests/${json.id}`, {
      body: { installation: null },
      headers: { 'if-match': '*' },
      token: desk,
    });
    expect(reset.installation).toEqual({ type: 'simple', because: 'single_number' });
  });
});
