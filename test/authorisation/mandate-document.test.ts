import { describe, expect, test } from 'vitest';
import { mandateDocument } from '../../functions/authorisation/mandate-document.ts';
import { mandateTexts } from '../../functions/authorisation/mandate-texts.ts';
import { printableText } from '../../functions/authorisation/printable-text.ts';
import { type Language, languages } from '../../functions/language.ts';
import { type NumberItem, readNumberItem } from '../../functions/numbers/number-item.ts';
import type { Content } from '../../functions/port-request/content.ts';
import { statuses } from '../../functions/port-request/status.ts';
import { aContent, aPortRequest } from '../support/port-request-builder.ts';

const documentOf = (content: Partial<Content> = {}, language: Language = 'en') =>
  mandateDocument(aPortRequest({ content: aContent(content) }), language);

const items = (...written: readonly (string | object)[]): readonly NumberItem[] =>
  written.map(readNumberItem);

const listedIn = (content: Partial<Content>): readonly string[] =>
  documentOf(content).numbers.groups.flatMap(({ numbers }) => numbers);

const valuesOf = (content: Partial<Content>): Readonly<Record<string, string | null>> => {
  const { sections, numbers, signature } = documentOf(content);
  return Object.fromEntries(
    [...sections, numbers, ...(signature === null ? [] : [signature])].flatMap(({ fields }) =>
      fields.map(({ label, value }) => [label, value]),
    ),
  );
};

const { subscriber } = aContent();

describe('What a mandate says', () => {
  test('is who ports what from whom to whom', () => {
    expect(valuesOf({})).toEqual({
      Name: 'Boulangerie Dupont SRL',
      'Enterprise number': '0999.999.922',
      'Street and house number': 'Rue Neuve 12',
      'Postcode and town': '1000 Bruxelles',
      'Current operator': 'Proximus',
      'Account number at the current operator': '612345678',
      'New operator': 'Fonzer',
      'Main number': '02 580 50 50',
      'How many numbers': '11',
      'Name of the signatory': 'Marie Dupont',
      Position: null,
      Place: null,
      Date: null,
      Signature: null,
    });
  });

  test('names the Easy Switch ID where there is one', () => {
    const losingOperator = { name: 'Proximus', accountNumber: '612345678', easySwitchId: 'ES-77' };
    expect(valuesOf({ losingOperator })['Easy Switch ID']).toBe('ES-77');
  });

  test('spells out every number of a range, under a heading of its own', () => {
    const { groups } = documentOf({
      numbers: items('025805070', '025805071', '025805050-059', '016123456'),
    }).numbers;
    expect(groups.map(({ heading }) => heading)).toEqual([
      'Single numbers',
      'Range of 10 numbers (DDI-10)',
      'Single numbers',
    ]);
    expect(groups.map(({ numbers }) => numbers.length)).toEqual([2, 10, 1]);
    expect(groups[1]?.numbers.at(-1)).toBe('02 580 50 59');
  });

  test.each(statuses)('is said in status %s too', (status) => {
    const { numbers } = mandateDocument(aPortRequest({ status }), 'nl');
    expect(numbers.groups.flatMap((group) => group.numbers)).toHaveLength(11);
  });

  test('lists a number once that two items of a draft name', () => {
    expect(listedIn({ numbers: items('025805055', '025805050-059') })).toHaveLength(10);
    expect(listedIn({ numbers: items('025805055', '025805055') })).toEqual(['02 580 50 55']);
  });

  test.each(languages)('is whole in %s', (language) => {
    const keysOf = (value: unknown): unknown =>
      typeof value === 'object' && value !== null
        ? Object.fromEntries(Object.entries(value).map(([key, member]) => [key, keysOf(member)]))
        : typeof value;
    expect(keysOf(mandateTexts[language])).toEqual(keysOf(mandateTexts.nl));
    const texts = JSON.stringify(documentOf({}, language));
    expect(texts).not.toMatch(/undefined|""/);
    expect(texts).toContain('Fonzer');
  });

  test.each(languages)('can be printed in %s', (language) => {
    const texts = [...JSON.stringify(mandateTexts[language]).matchAll(/"([^"\\]+)"/g)].map(
      ([, text = '']) => text,
    );
    expect(texts.filter((text) => printableText(text) !== text)).toEqual([]);
  });
});

describe('What a mandate does not know', () => {
  test('is left empty, to be filled in by hand', () => {
    const values = valuesOf({
      subscriber: { ...subscriber, enterpriseNumber: null, address: null },
      losingOperator: null,
      authorisation: null,
    });
    expect(Object.entries(values).flatMap(([label, value]) => (value === null ? [label] : []))).toEqual([
      'Enterprise number',
      'Street and house number',
      'Postcode and town',
      'Current operator',
      'Account number at the current operator',
      'Name of the signatory',
      'Position',
      'Place',
      'Date',
      'Signature',
    ]);
  });

  test('is not made to look whole: half an address is no address', () => {
    const address = { street: 'Rue Neuve', houseNumber: null, box: '3', postcode: '1000', city: null };
    const values = valuesOf({ subscriber: { ...subscriber, address } });
    expect(values['Street and house number']).toBeNull();
    expect(values['Postcode and town']).toBeNull();
  });

  test('is what cannot be printed, too', () => {
    expect(valuesOf({ subscriber: { ...subscriber, name: '株式会社ポート' } })['Name']).toBeNull();
    expect(valuesOf({ subscriber: { ...subscriber, name: 'Agaog\u0306lu \u202Eevil' } })['Name']).toBe(
      'Agaoğlu evil',
    );
  });

  test('is a main number that cannot be read', () => {
    expect(valuesOf({ mainNumber: 'the first one' })['Main number']).toBeNull();
    expect(valuesOf({ mainNumber: null, numbers: items('02 580 50') })['Main number']).toBeNull();
  });
});

describe('A mandate with an incomplete list', () => {
  const rangesOfThousand = (count: number) =>
    items(...Array.from({ length: count }, (_, index) => ({ start: `02${580 + index}0000`, size: 1000 })));

  test.each([
    ['a number that cannot be read', items('025805050', '02 580 50'), /One number or range/],
    ['two of them', items('025805050', 'x', { start: '025805050', size: 7 }), /2 numbers or ranges/],
    ['no number at all', [], /does not hold a readable number/],
    ['more numbers than a request may hold', rangesOfThousand(11), /more than 10000 numbers/],
  ])('says so of %s, and cannot be signed', (_, numbers, reason) => {
    const { incomplete, signature, numbers: listed } = documentOf({ numbers });
    expect(incomplete?.reasons[0]).toMatch(reason);
    expect(incomplete?.reasons.at(-1)).toMatch(/make this document again/);
    expect(signature).toBeNull();
    expect(listed.fields.map(({ label }) => label)).toEqual(['Main number']);
  });

  test('spells out no more numbers than a request may hold', () => {
    expect(listedIn({ numbers: rangesOfThousand(20) })).toHaveLength(10_000);
  });
});
