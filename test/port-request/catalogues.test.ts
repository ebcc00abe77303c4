import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Language, languages, type Translated } from '../../functions/language.ts';
import { nextActions, nextStepTexts } from '../../functions/port-request/next-step-texts.ts';
import {
  isRejectionCode,
  rejectionReasonOf,
  rejectionReasons,
} from '../../functions/port-request/rejection-reasons.ts';
import { statuses } from '../../functions/port-request/status.ts';
import { statusTexts } from '../../functions/port-request/status-texts.ts';
import { problemCatalogue } from '../../functions/problems/problem-catalogue.ts';
import { describeEntry } from '../../functions/problems/problem-entry.ts';
import { type EntryCode, type EntryParameters, entryTexts } from '../../functions/problems/problem-texts.ts';

const isEntryCode = (text: string): text is EntryCode => Object.hasOwn(entryTexts, text);
const entryCodes = Object.keys(entryTexts).filter(isEntryCode);

const inEveryLanguage = (textIn: (language: Language) => string): Translated => ({
  nl: textIn('nl'),
  fr: textIn('fr'),
  en: textIn('en'),
  de: textIn('de'),
});

type Named = { readonly where: string; readonly text: Translated };

const named = (where: string, text: Translated | null): readonly Named[] =>
  text === null ? [] : [{ where, text }];

const entryNamed = (code: EntryCode, facts: EntryParameters): readonly Named[] => [
  ...named(
    `${code} detail`,
    inEveryLanguage((language) => describeEntry(code, facts, language).detail),
  ),
  ...named(
    `${code} advice`,
    entryTexts[code].advice === null
      ? null
      : inEveryLanguage((language) => describeEntry(code, facts, language).advice ?? ''),
  ),
];

const acknowledgementNames = ['noProtectedLines', 'linkedServicesMayStop', 'numbersLeftBehindMayDelay'];

const sentences: readonly Named[] = [
  ...rejectionReasons.flatMap(({ code, meaning, advice }) => [
    ...named(`${code} meaning`, meaning),
    ...named(`${code} advice`, advice),
  ]),
  ...statuses.flatMap((status) => [
    ...named(`${status} meaning`, statusTexts[status].meaning),
    ...named(`${status} usual duration`, statusTexts[status].usualDuration),
    ...named(`${status} next step`, statusTexts[status].nextStep),
  ]),
  ...nextActions.flatMap((action) => [
    ...named(
      `${action} without a day`,
      inEveryLanguage((language) => nextStepTexts[action][language](null)),
    ),
    ...named(
      `${action} with a day`,
      inEveryLanguage((language) => nextStepTexts[action][language]('27/04')),
    ),
  ]),
  ...entryCodes.flatMap((code) => entryNamed(code, {})),
  ...acknowledgementNames.flatMap((name) => entryNamed('acknowledgement.missing', { name })),
  ...['numbers', 'items', 'blocks'].flatMap((limit) => entryNamed('numbers.too_many', { limit })),
  ...entryNamed('range.size_not_supported', { statedSize: 20 }),
];

const statusNames = statuses.flatMap((status) => named(`${status} name`, statusTexts[status].name));

describe('Every text of the catalogues', () => {
  test.each([...sentences, ...statusNames])('$where is there in four languages that differ', ({ text }) => {
    const texts = languages.map((language) => text[language].trim());
    expect(texts.filter((one) => one === '')).toEqual([]);
    expect(new Set(texts).size).toBe(languages.length);
  });

  test.each(sentences)('$where is made of whole sentences', ({ text }) => {
    for (const language of languages) {
      expect(text[language]).toMatch(/^[A-ZÀÉÜÖÄ]/);
      expect(text[language]).toMatch(/[^.]\.$/);
      expect(text[language]).not.toMatch(/ {2}|\s[.,]|[^.]\.(,|\.(?!\.))/);
    }
  });

  test.each(sentences)('$where leaves no trace of a fact that is missing', ({ text }) => {
    for (const language of languages) {
      expect(text[language]).not.toMatch(/undefined|null|NaN|[{}[\]]|\(\)/);
    }
  });

  test.each([...sentences, ...statusNames])('$where never calls a Fonzer rule law', ({ text }) => {
    expect(text.nl).not.toMatch(/wettelijk|\bwet(ten)?\b/i);
    expect(text.fr).not.toMatch(/légal|\blois?\b/i);
    expect(text.en).not.toMatch(/legally|\blaws?\b/i);
    expect(text.de).not.toMatch(/\bgesetz/i);
  });
});

describe('The rejection reasons', () => {
  const [C, R, F, X] = ['subscriber', 'reseller', 'desk', 'carrier'];
  const none = 'nothing_to_do';
  const table = [
    ['account_number_mismatch', [C, R], 'correct_data', '/losingOperator/accountNumber'],
    ['holder_name_mismatch', [C, R], 'correct_data', '/subscriber/name'],
    ['enterprise_number_mismatch', [C, R], 'correct_data', '/subscriber/enterpriseNumber'],
    ['address_mismatch', [C], 'correct_data', '/subscriber/address'],
    ['authorisation_missing_or_invalid', [C], 'provide_document', '/authorisation'],
    ['wrong_losing_operator', [R, F], 'correct_data', '/losingOperator/name'],
    ['number_not_in_service', [C], 'act_at_operator', '/numbers/{i}'],
    ['number_in_quarantine', [C], 'decide', '/numbers/{i}'],
    ['number_not_portable', [R], 'decide', '/numbers/{i}'],
    ['range_incomplete', [R], 'correct_data', '/numbers'],
    ['numbers_missing_from_request', [C, R], 'decide', '/numbers'],
    ['main_number_mismatch', [R], 'correct_data', '/mainNumber'],
    ['installation_type_mismatch', [F], none, null],
    ['port_already_in_progress', [R, F], 'decide', '/numbers/{i}'],
    ['pending_order_at_donor', [C], 'act_at_operator', null],
    ['linked_service', [C], 'act_at_operator', '/numbers/{i}'],
    ['protected_line', [C, R], 'decide', '/numbers/{i}'],
    ['numbers_on_different_accounts', [R], 'correct_data', '/numbers'],
    ['date_not_accepted', [R], 'correct_data', '/desiredDate'],
    ['date_expired', [R], 'correct_data', '/desiredDate'],
    ['withdrawn_by_subscriber', [C], 'decide', '/authorisation'],
    ['donor_no_response', [F, X], none, null],
    ['technical_error', [F, X], none, null],
    ['other', [F], none, null],
  ];

  test('are the 24 of the domain, in its order, with who acts, the kind of cure and the field', () => {
    expect(
      rejectionReasons.map((reason) => [reason.code, reason.actors, reason.class, reason.field]),
    ).toEqual(table);
  });

  test('are final for a number in two cases and for the request in one', () => {
    const finals = rejectionReasons.filter(({ final }) => final !== 'no');
    expect(finals.map(({ code, final }) => [code, final])).toEqual([
      ['number_in_quarantine', 'number'],
      ['number_not_portable', 'number'],
      ['withdrawn_by_subscriber', 'request'],
    ]);
  });

  test('need the desk exactly where the reader has nothing to do', () => {
    const needDesk = rejectionReasons.filter(({ needsDesk }) => needsDesk).map(({ code }) => code);
    expect(needDesk).toEqual(['installation_type_mismatch', 'donor_no_response', 'technical_error', 'other']);
    expect(rejectionReasons.filter((reason) => reason.class === none).map(({ code }) => code)).toEqual(
      needDesk,
    );
  });

  test.each(rejectionReasons.filter(({ needsDesk }) => needsDesk))(
    '$code says that there is nothing to do and asks for no correction',
    ({ advice }) => {
      expect(advice.nl).toMatch(/hoeft u niets te doen|U hoeft niets te doen/);
      expect(advice.fr).toMatch(/Vous n'avez rien à faire/);
      expect(advice.en).toMatch(/There is nothing for you to do/);
      expect(advice.de).toMatch(/brauchen Sie nichts zu tun|Sie brauchen nichts zu tun/);
      for (const language of languages) {
        expect(advice[language]).not.toMatch(/corrig|correct|verbeter|korrig|berichtig/i);
      }
    },
  );

  test('are recognised by their code and by nothing else', () => {
    expect(rejectionReasons.every(({ code }) => isRejectionCode(code))).toBe(true);
    expect(['', 'E17A', 'Other', 'toString', '__proto__'].filter(isRejectionCode)).toEqual([]);
  });

  test('are found by their code', () => {
    expect(rejectionReasons.map(({ code }) => rejectionReasonOf(code))).toEqual(rejectionReasons);
  });
});

describe('The next steps', () => {
  const by = { nl: 'DAG', fr: 'JOUR', en: 'DAY', de: 'TAG' };

  test.each(nextActions)('%s names its day where there is one', (action) => {
    for (const language of languages) {
      expect(nextStepTexts[action][language](by[language])).toContain(by[language]);
      expect(nextStepTexts[action][language](null)).not.toContain(by[language]);
    }
  });

  test('read as a person would say them', () => {
    expect(nextStepTexts.start.nl('maandag 27 april 2026 om 15:00')).toBe(
      'Start de overdracht op een werkdag, binnen de starturen, uiterlijk op maandag 27 april 2026 om 15:00. Ze begint nooit vanzelf.',
    );
    expect(nextStepTexts.wait_for_window.en('Tuesday 14 April 2026 at 09:00')).toBe(
      'The port is approved and can be started once the start window opens, on Tuesday 14 April 2026 at 09:00.',
    );
  });
});

describe('The problem catalogue', () => {
  const codesByStatus: readonly (readonly [number, readonly string[]])[] = [
    [400, ['request.malformed', 'idempotency.key_missing', 'idempotency.key_malformed', 'cursor.invalid']],
    [
      401,
      [
        'auth.token_missing',
        'auth.token_invalid',
        'webhook.signature_invalid',
        'webhook.timestamp_outside_tolerance',
      ],
    ],
    [403, ['auth.scope_missing']],
    [
      404,
      [
        'port_request.not_found',
        'route.not_found',
        'operator.not_found',
        'desk_task.not_found',
        'webhook_endpoint.not_found',
        'webhook_delivery.not_found',
        'document.not_found',
        'incident.not_found',
      ],
    ],
    [405, ['method.not_allowed']],
    [
      409,
      [
        'port_request.move_not_allowed',
        'numbers.already_porting',
        'window.closed',
        'operator_event.not_expected',
        'idempotency.in_progress',
        'document.not_clean',
        'webhook_endpoint.disabled',
      ],
    ],
    [412, ['precondition.stale']],
    [413, ['request.too_large']],
    [415, ['request.unsupported_media_type']],
    [422, ['request.refused', 'idempotency.key_reused', 'clock.cannot_go_back']],
    [428, ['precondition.missing']],
    [429, ['rate.exceeded']],
    [500, ['internal.error']],
    [503, ['service.unavailable']],
  ];

  test.each(codesByStatus)('answers %i with the codes of the contract', (status, codes) => {
    const found = Object.entries(problemCatalogue)
      .filter(([, problem]) => problem.status === status)
      .map(([code]) => code);
    expect(found.toSorted()).toEqual(codes.toSorted());
  });

  test('has texts for exactly the codes that may stand in a list of entries', () => {
    const withoutStatus = Object.entries(problemCatalogue)
      .filter(([, { status }]) => status === null)
      .map(([code]) => code);
    expect(entryCodes.toSorted()).toEqual([...withoutStatus, 'numbers.already_porting'].toSorted());
  });

  test('names every entry code of the contract', () => {
    const contract =
      'number.unreadable number.foreign number.mobile number.freephone number.premium number.shared_cost number.short_code number.unknown_zone number.wrong_length number.protected_line range.size_not_supported range.not_aligned range.split numbers.overlap numbers.too_many main_number.not_in_request acknowledgement.missing authorisation.missing authorisation.too_old enterprise_number.invalid field.required numbers.already_porting range.maybe_incomplete numbers.list_not_checked numbers.left_behind number.not_in_known_blocks linked_service.will_stop enterprise_number.checksum date.too_early date.not_a_working_day date.too_far number.final_rejection number.not_in_request';
    expect(contract.split(' ').filter((code) => !isEntryCode(code))).toEqual([]);
  });

  test('has a short title for every code', () => {
    const titles = Object.values(problemCatalogue).map(({ title }) => title);
    expect(titles.filter((title) => title.length === 0 || title.length > 45)).toEqual([]);
    expect(new Set(titles).size).toBe(titles.length);
  });
});

describe('An entry', () => {
  type Case = {
    readonly code: EntryCode;
    readonly facts: EntryParameters;
    readonly said: Readonly<Record<Language, readonly string[]>>;
  };
  const range = { start: '+3225805050', end: '+3225805059', size: 10 };
  const everywhere = (...said: readonly string[]) => ({ nl: said, fr: said, en: said, de: said });
  const cases: readonly Case[] = [
    { code: 'range.split', facts: range, said: everywhere('02 580 50 50', '02 580 50 59') },
    { code: 'range.maybe_incomplete', facts: range, said: everywhere('02 580 50 50', '02 580 50 59') },
    {
      code: 'range.not_aligned',
      facts: { start: '+3225805055', end: '+3225805064', size: 10, suggestedStart: '+3225805050' },
      said: everywhere('02 580 50 55', '02 580 50 50'),
    },
    { code: 'range.size_not_supported', facts: { size: 20 }, said: everywhere('20') },
    { code: 'range.size_not_supported', facts: { size: 17, statedSize: 10 }, said: everywhere('17', '10') },
    {
      code: 'numbers.too_many',
      facts: { limit: 'blocks', count: 41, maximum: 40 },
      said: everywhere('41', '40'),
    },
    { code: 'numbers.already_porting', facts: { portRequestId: 'prt_1' }, said: everywhere('prt_1') },
    { code: 'field.wrong_type', facts: { expected: 'YYYY-MM-DD' }, said: everywhere('YYYY-MM-DD') },
    {
      code: 'date.too_early',
      facts: { earliestDate: '2026-04-14' },
      said: {
        nl: ['dinsdag 14 april 2026'],
        fr: ['mardi 14 avril 2026'],
        en: ['Tuesday 14 April 2026'],
        de: ['Dienstag, 14. April 2026'],
      },
    },
    {
      code: 'date.not_a_working_day',
      facts: { earliestDate: '2026-04-14', nextWorkingDay: '2026-04-15' },
      said: {
        nl: ['dinsdag 14 april 2026', 'woensdag 15 april 2026'],
        fr: ['mardi 14 avril 2026', 'mercredi 15 avril 2026'],
        en: ['Tuesday 14 April 2026', 'Wednesday 15 April 2026'],
        de: ['Dienstag, 14. April 2026', 'Mittwoch, 15. April 2026'],
      },
    },
    {
      code: 'date.too_far',
      facts: { latestDate: '2026-07-28' },
      said: {
        nl: ['28 juli 2026'],
        fr: ['28 juillet 2026'],
        en: ['28 July 2026'],
        de: ['28. Juli 2026'],
      },
    },
    {
      code: 'authorisation.too_old',
      facts: { oldest: '2026-01-14' },
      said: {
        nl: ['14 januari 2026'],
        fr: ['14 janvier 2026'],
        en: ['14 January 2026'],
        de: ['14. Januar 2026'],
      },
    },
  ];

  test.each(cases)('$code names its facts $facts as the reader writes them', ({ code, facts, said }) => {
    for (const language of languages) {
      const { detail, advice } = describeEntry(code, facts, language);
      for (const fact of said[language]) expect(`${detail} ${advice}`).toContain(fact);
    }
  });

  test('about a divided range advises to ask for the whole of it', () => {
    expect(describeEntry('range.split', range, 'en').advice).toBe(
      'Ask for the whole range, 02 580 50 50 to 02 580 50 59, or leave all of it with the current operator.',
    );
  });

  test.each([
    { code: 'acknowledgement.missing', facts: { name: 'linkedServicesMayStop' } },
    { code: 'linked_service.will_stop', facts: {} },
  ] as const)('$code says that Fonzer is not liable for services lost by a port', ({ code, facts }) => {
    expect(describeEntry(code, facts, 'nl').detail).toContain('Fonzer is niet aansprakelijk');
    expect(describeEntry(code, facts, 'fr').detail).toContain("Fonzer n'est pas responsable");
    expect(describeEntry(code, facts, 'en').detail).toContain('Fonzer is not liable');
    expect(describeEntry(code, facts, 'de').detail).toContain('Fonzer haftet nicht');
  });

  test.each([
    { code: 'acknowledgement.missing', facts: { name: 'noProtectedLines' } },
    { code: 'number.protected_line', facts: {} },
  ] as const)('$code gives the policy of Fonzer on alarm, lift and emergency lines', ({ code, facts }) => {
    expect(describeEntry(code, facts, 'nl').detail).toContain('beleid van Fonzer');
    expect(describeEntry(code, facts, 'fr').detail).toContain('politique de Fonzer');
    expect(describeEntry(code, facts, 'en').detail).toContain('policy of Fonzer');
    expect(describeEntry(code, facts, 'de').detail).toContain('Richtlinien von Fonzer');
  });

  test('about an acknowledgement that nobody knows still reads well', () => {
    const { detail } = describeEntry('acknowledgement.missing', { name: 'constructor' }, 'en');
    expect(detail).toBe('An acknowledgement that is needed is missing.');
  });

  test('shows brackets and braces that a caller typed as they are', () => {
    const { advice } = describeEntry('field.wrong_type', { expected: '[{expected}] $& [x]' }, 'en');
    expect(advice).toBe('Give a value as the API description asks for it: [{expected}] $& [x].');
  });

  test('leaves no placeholder behind, whichever of its facts are known', () => {
    const facts = fc.record(
      {
        start: fc.constant('+3225805050'),
        end: fc.constant('+3225805059'),
        suggestedStart: fc.constant('+3225805050'),
        size: fc.integer(),
        statedSize: fc.integer(),
        count: fc.nat(),
        maximum: fc.nat(),
        limit: fc.constantFrom('numbers', 'items', 'blocks', 'other'),
        name: fc.constantFrom(...acknowledgementNames, 'other'),
        earliestDate: fc.constant('2026-04-14'),
        latestDate: fc.constant('2026-07-28'),
        nextWorkingDay: fc.constant('2026-04-15'),
        oldest: fc.constant('2026-01-14'),
        expected: fc.constant('a day'),
        portRequestId: fc.constant('prt_1'),
      },
      { requiredKeys: [] },
    );
    fc.assert(
      fc.property(
        fc.constantFrom(...entryCodes),
        facts,
        fc.constantFrom(...languages),
        (code, known, language) => {
          const { detail, advice } = describeEntry(code, known, language);
          expect(`${detail} ${advice ?? ''}`).not.toMatch(/undefined|null|NaN|[{}[\]]/);
        },
      ),
    );
  });
});
