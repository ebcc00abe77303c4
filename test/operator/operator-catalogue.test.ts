import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { operatorCatalogue, operatorCodeOf } from '../../functions/operator/operator-catalogue.ts';

const spellings = operatorCatalogue.flatMap(({ code, name, aliases }) =>
  [name, ...aliases].map((spelling) => ({ code, spelling })),
);

describe('the catalogue', () => {
  test.each(spellings)('finds $code by $spelling', ({ code, spelling }) => {
    expect(operatorCodeOf(spelling)).toBe(code);
  });

  test('gives every operator a code of its own, in lower case', () => {
    const codes: readonly string[] = operatorCatalogue.map(({ code }) => code);
    expect(new Set(codes).size).toBe(codes.length);
    expect(codes.filter((code) => !/^[a-z0-9_]+$/.test(code))).toEqual([]);
    expect(codes).not.toContain('other');
  });

  test('knows no alias that its own rules for spelling make needless', () => {
    const plain = spellings.map(({ spelling }) => spelling.toLowerCase().replaceAll(/[^a-zé0-9]/g, ''));
    expect(new Set(plain).size).toBe(plain.length);
  });
});

describe('a name is found', () => {
  test.each([
    ['PROXIMUS', 'proximus'],
    ['  proximus  ', 'proximus'],
    ['Proximus NV', 'proximus'],
    ['Proximus N.V.', 'proximus'],
    ['Proximus N. V.', 'proximus'],
    ['NV Proximus', 'proximus'],
    ['S.A. Belgacom', 'proximus'],
    ['Proximus NV/SA', 'proximus'],
    ['Proximus (Belgacom)', 'proximus'],
    ['Proximus, S.A. de droit public', 'proximus'],
    ['Telenet BV', 'telenet'],
    ['Telenet B.V.B.A.', 'telenet'],
    ['Télénet SRL', 'telenet'],
    ['BRUTELE', 'voo'],
    ['Brute\u0301le\u0301', 'voo'],
    ['VOO S.A.', 'voo'],
    ['WIN s.a.', 'win'],
    ['3 Stars Net', '3starsnet'],
    ['3STARSNET NV', '3starsnet'],
    ['OVH cloud', 'ovhcloud'],
    ['Orange Belgium SA/NV', 'orange'],
    ['Orange-Business', 'orange_business'],
    ['Destiny NV', 'dstny'],
    ['B.T.', 'bt'],
  ])('%s is %s', (name, code) => {
    expect(operatorCodeOf(name)).toBe(code);
  });
});

describe('a name is not guessed', () => {
  test.each([
    [null],
    [''],
    ['   '],
    ['NV'],
    ['SA NV'],
    ['?'],
    ['Proxi'],
    ['Proximus Nederland'],
    ['Orange France'],
    ['Windows'],
    ['Sandbox'],
    ['constructor'],
    ['__proto__'],
  ])('%s is other', (name) => {
    expect(operatorCodeOf(name)).toBe('other');
  });

  test('any text gives a code of the catalogue or other', () => {
    const codes: readonly string[] = ['other', ...operatorCatalogue.map(({ code }) => code)];
    fc.assert(fc.property(fc.string({ unit: 'grapheme' }), (text) => codes.includes(operatorCodeOf(text))));
    expect(codes).toContain('proximus');
  });

  test('a legal form and other capitals never change the answer', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...spellings),
        fc.constantFrom('NV', 'S.A.', 'srl', 'B.V.', 'nv/sa', 'SPRL'),
        ({ code, spelling }, form) => {
          expect(operatorCodeOf(`${spelling.toUpperCase()} ${form}`)).toBe(code);
          expect(operatorCodeOf(`${form} ${spelling.toLowerCase()}`)).toBe(code);
        },
      ),
    );
    expect(spellings.length).toBeGreaterThan(operatorCatalogue.length);
  });
});
