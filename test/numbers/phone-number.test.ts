import fc from 'fast-check';
import { parsePhoneNumberFromString } from 'libphonenumber-js/max';
import { describe, expect, test } from 'vitest';
import {
  isInKnownBlocks,
  nationalForm,
  readNumber,
  zoneOfNumber,
} from '../../functions/numbers/phone-number.ts';
import { zones } from '../../functions/numbers/zones.ts';
import { geographicNumber } from './arbitraries.ts';

describe('every usual spelling names the same number', () => {
  test.each([
    '025805050',
    '02 580 50 50',
    '02/580.50.50',
    '02/580 50 50',
    '02.580.50.50',
    '02-580-50-50',
    '(02) 580 50 50',
    '[02] 580 50 50',
    '+32 2 580 50 50',
    '+3225805050',
    '(+32) 2 580 50 50',
    '+32 (0)2 580 50 50',
    '+32 02 580 50 50',
    '0032 2 580 50 50',
    '0032 (0)2 580 50 50',
    '00 32 2 580 50 50',
    '3225805050',
    '32 (0)2 580 50 50',
    '  02 580 50 50  ',
    '02\u00a0580\u202f50\u00a050',
    '02\u2013580\u201350\u201350',
    '\u202a+32 2 580 50 50\u202c',
    '٠٢٥٨٠٥٠٥٠',
    '０２５８０５０５０',
  ])('%s', (spelling) => {
    expect(readNumber(spelling)).toEqual({ e164: '+3225805050' });
  });

  test('a random geographic number reads the same however it is punctuated', () => {
    const separators = fc.array(fc.constantFrom('', ' ', '.', '/', '-', '\u00a0', '\u2013'), {
      minLength: 9,
      maxLength: 9,
    });
    const prefix = fc.constantFrom('0', '+32', '0032', '32', '+32 (0)', '0032(0)', '(+32) ', '+32 0');
    fc.assert(
      fc.property(geographicNumber, separators, prefix, (e164, between, opening) => {
        const spelling = opening + [...e164.slice(3)].map((digit, at) => digit + between[at]).join('');
        expect(readNumber(spelling)).toEqual({ e164 });
      }),
    );
  });
});

describe('every kind of number has its code', () => {
  test.each([
    ['0800 12 345', '+3280012345', 'number.freephone'],
    ['078 15 20 20', '+3278152020', 'number.shared_cost'],
    ['070 12 34 56', '+3270123456', 'number.premium'],
    ['0900 12 345', '+3290012345', 'number.premium'],
    ['0909 12 345', '+3290912345', 'number.premium'],
    ['0450 12 34 56', '+32450123456', 'number.mobile'],
    ['0475 12 34 56', '+32475123456', 'number.mobile'],
    ['+32 (0)499 12 34 56', '+32499123456', 'number.mobile'],
    ['+33 1 23 45 67 89', '+33123456789', 'number.foreign'],
    ['0031 20 123 4567', '+31201234567', 'number.foreign'],
    ...[
      ...['017', '018', '040', '041', '044', '062', '066', '072', '073', '074', '075', '076', '077', '079'],
      ...['088', '0801', '0809'],
    ].map((prefix) => {
      const national = prefix.padEnd(9, '1');
      return [national, `+32${national.slice(1)}`, 'number.unknown_zone'];
    }),
  ])('%s is %s: %s', (text, e164, refusal) => {
    expect(readNumber(text)).toEqual({ e164, refusal });
  });

  test.each([
    ['100', 'number.short_code'],
    ['112', 'number.short_code'],
    ['1207', 'number.short_code'],
    ['12', 'number.wrong_length'],
    ['12075', 'number.wrong_length'],
    ['02 580 50 5', 'number.wrong_length'],
    ['02 580 50 505', 'number.wrong_length'],
    ['0800 12 34', 'number.wrong_length'],
    ['0475 12 34 5', 'number.wrong_length'],
    ['049 12 34 56', 'number.wrong_length'],
    ['0475 12 34 567', 'number.wrong_length'],
    ['0421 23 45 67', 'number.wrong_length'],
    ['062 12 34 567', 'number.wrong_length'],
    ['2 580 50 50', 'number.wrong_length'],
    ['+32 2 580 50', 'number.wrong_length'],
    ['+32', 'number.wrong_length'],
    ['0', 'number.wrong_length'],
    ['+32 000 12 34 56', 'number.wrong_length'],
    ['', 'number.unreadable'],
    ['   ', 'number.unreadable'],
    ['-', 'number.unreadable'],
    ['+', 'number.unreadable'],
    ['00', 'number.unreadable'],
    ['02+5805050', 'number.unreadable'],
    ['025805050 ext 3', 'number.unreadable'],
    ['025805050;ext=3', 'number.unreadable'],
    ['025805050#3', 'number.unreadable'],
    ['02 58O 50 50', 'number.unreadable'],
    ['tel 025805050', 'number.unreadable'],
    ['see annex', 'number.unreadable'],
    ['+999 123456', 'number.unreadable'],
    [`025805050${' '.repeat(56)}`, 'number.unreadable'],
  ])('"%s" names no number of its own: %s', (text, refusal) => {
    expect(readNumber(text)).toEqual({ refusal });
  });

  test('no text makes it throw, and every text is either a number or refused', () => {
    const digitsAndSigns = fc.string({ unit: fc.constantFrom(...'0123456789 +-/.()[]tà') });
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: 'binary' }), digitsAndSigns), (text) => {
        const { e164, refusal } = readNumber(text);
        expect(e164 !== undefined || refusal !== undefined).toBe(true);
      }),
      { numRuns: 1000 },
    );
  });
});

describe('zones', () => {
  test.each([
    ['+3225805050', '02', 'Brussels'],
    ['+3231234567', '03', 'Antwerp'],
    ['+3291234567', '09', 'Ghent'],
    ['+3242123456', '04', 'Liège'],
    ['+3243123456', '04', 'Liège'],
    ['+3216123456', '016', 'Leuven'],
    ['+3280212345', '080', 'Stavelot'],
    ['+3280812345', '080', 'Stavelot'],
    ['+3289123456', '089', 'Genk'],
  ])('%s is in zone %s %s', (e164, prefix, name) => {
    expect(zoneOfNumber(e164)).toEqual({ prefix, name });
  });

  test.each([
    '+32475123456',
    '+3280012345',
    '+3290012345',
    '+3241123456',
    '+3249123456',
    '+33123456789',
    '+32258050501',
  ])('%s is in no zone', (e164) => {
    expect(zoneOfNumber(e164)).toBeUndefined();
  });

  test('every prefix of the table is reached by some number, and by no number of another zone', () => {
    const reached = new Map<string, string>();
    for (let digits = 1000; digits < 10_000; digits += 1) {
      const zone = zoneOfNumber(`+32${digits}1111`);
      if (zone !== undefined) reached.set(zone.prefix, zone.name);
    }
    expect(Object.fromEntries(reached)).toEqual(
      Object.fromEntries(zones.map(({ prefix, name }) => [prefix, name])),
    );
  });
});

describe('the national form', () => {
  test.each([
    ['+3225805050', '02 580 50 50'],
    ['+3242123456', '04 212 34 56'],
    ['+3291234567', '09 123 45 67'],
    ['+3216123456', '016 12 34 56'],
    ['+3280212345', '080 21 23 45'],
    ['+3217123456', '017 12 34 56'],
    ['+32475123456', '0475 12 34 56'],
    ['+3280012345', '0800 12 345'],
    ['+3290312345', '0903 12 345'],
    ['+3270123456', '070 12 34 56'],
    ['+3278152020', '078 15 20 20'],
    ['+33123456789', '+33 123456789'],
    ['+35220301', '+352 20301'],
    ['+18005551234', '+1 8005551234'],
    ['+999123456', '+999123456'],
  ])('of %s is %s', (e164, national) => {
    expect(nationalForm(e164)).toBe(national);
  });

  test('reads back as the same number, whatever the kind', () => {
    const anyBelgian = fc.stringMatching(/^0[1-9][0-9]{7,8}$/);
    fc.assert(
      fc.property(anyBelgian, (text) => {
        const reading = readNumber(text);
        fc.pre(reading.e164 !== undefined);
        expect(readNumber(nationalForm(reading.e164 ?? ''))).toEqual(reading);
      }),
    );
  });
});

describe('beside the number library', () => {
  const libraryKind = (national: string): string =>
    parsePhoneNumberFromString(national, 'BE')?.getType() ?? 'unknown';
  const refusal = (national: string): string => readNumber(national).refusal ?? 'geographic';

  /** What ours may say for each kind of the library's; a pair that is missing here is a disagreement nobody knew of. */
  const agreement: Readonly<Record<string, readonly string[]>> = {
    FIXED_LINE: ['geographic'],
    MOBILE: ['number.mobile'],
    TOLL_FREE: ['number.freephone'],
    PREMIUM_RATE: ['number.premium'],
    UAN: ['number.shared_cost'],
    SHARED_COST: ['number.shared_cost'],
    // Blocks its lists do not have: ours judges by zone, kind and length, and the library's doubt only warns.
    unknown: [
      'geographic',
      'number.mobile',
      'number.freephone',
      'number.premium',
      'number.shared_cost',
      'number.unknown_zone',
      'number.wrong_length',
    ],
  };

  test('ours contradicts no kind it is sure of, for every prefix and both lengths', () => {
    const contradictions: string[] = [];
    for (let prefix = 1000; prefix < 10_000; prefix += 1) {
      for (const rest of ['1234', '12345']) {
        const national = `0${prefix}${rest}`;
        const theirs = libraryKind(national);
        const ours = refusal(national);
        if (!agreement[theirs]?.includes(ours))
          contradictions.push(`${national.slice(0, 5)} ${theirs} ${ours}`);
      }
    }
    expect(contradictions).toEqual([]);
  });

  test('it doubts these blocks of zones 02, 03 and 09, which ours takes with a warning', () => {
    const doubted = new Set<string>();
    for (let prefix = 1000; prefix < 10_000; prefix += 1) {
      const e164 = `+32${prefix}1234`;
      if (zoneOfNumber(e164) !== undefined && !isInKnownBlocks(e164))
        doubted.add(nationalForm(e164).slice(0, 4));
    }
    expect([...doubted].map((block) => block.replace(' ', ''))).toEqual([
      ...['020', '021', '029', '030', '031', '039'],
      ...['091', '095', '096', '097', '098', '099'],
    ]);
  });

  test('it reads what ours refuses', () => {
    const accepted = ['025805050 ext 3', 'abc 025805050', '2 580 50 50'];
    expect(accepted.map((text) => parsePhoneNumberFromString(text, 'BE')?.isValid())).toEqual([
      true,
      true,
      true,
    ]);
    expect(accepted.map((text) => readNumber(text).e164)).toEqual([undefined, undefined, undefined]);
  });
});
