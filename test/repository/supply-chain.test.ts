import { generateKeyPairSync, randomBytes } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { billOfMaterials, faultsOfBill } from '../../scripts/bill-of-materials.ts';
import { isShipped, licenceOf, licenceProblem } from '../../scripts/licence-rules.ts';
import { type LockedPackage, lockedPackages } from '../../scripts/locked-packages.ts';
import { secretsIn } from '../../scripts/secret-forms.ts';

const aPackage = (overrides: Partial<LockedPackage> = {}): LockedPackage => ({
  path: 'node_modules/left',
  name: 'left',
  version: '1.0.0',
  licence: 'MIT',
  isForProduction: true,
  integrity: `sha512-${Buffer.alloc(64, 7).toString('base64')}`,
  dependencies: [],
  ...overrides,
});

describe('Licences', () => {
  test.each([
    'MIT',
    'Apache-2.0',
    '(MIT OR GPL-3.0-or-later)',
    'MIT AND OFL-1.1',
    'BSD-2-Clause OR GPL-2.0 AND MIT',
  ])('of what is shipped may be %s', (licence) => {
    expect(licenceProblem(aPackage({ licence }))).toBeUndefined();
  });

  test.each([
    'GPL-3.0-only',
    'AGPL-3.0',
    'MIT AND GPL-2.0',
    'MPL-2.0',
    'SEE LICENSE IN LICENSE.txt',
    'UNLICENSED',
    undefined,
  ])('of what is shipped may not be %s', (licence) => {
    expect(licenceProblem(aPackage({ licence }))).toMatch(/^left@1\.0\.0 /);
  });

  test('of a tool may be one that asks more of whoever ships it', () => {
    expect(licenceProblem(aPackage({ licence: 'MPL-2.0', isForProduction: false }))).toBeUndefined();
    expect(licenceProblem(aPackage({ licence: 'GPL-3.0', isForProduction: false }))).toBeDefined();
  });

  test('are known of every package, and a font whose letters are in our documents counts as shipped', () => {
    const packages = lockedPackages();
    expect(packages.length).toBeGreaterThan(100);
    expect(packages.filter((each) => licenceOf(each) === undefined)).toEqual([]);
    expect(packages.filter(isShipped).map(({ name }) => name)).toContain('@expo-google-fonts/noto-sans');
  });
});

describe('The bill of materials', () => {
  const product = { name: 'product', version: '2.0.0', licence: 'MIT', dependencies: ['left', '@our/right'] };
  const packages = [
    aPackage({ dependencies: ['inner', 'not-bundled'] }),
    aPackage({
      path: 'node_modules/@our/right',
      name: '@our/right',
      licence: 'MIT AND ISC',
      dependencies: ['inner'],
    }),
    aPackage({ path: 'node_modules/left/node_modules/inner', name: 'inner', version: '1.1.0' }),
    aPackage({ path: 'node_modules/inner', name: 'inner', version: '2.0.0' }),
  ];
  const bill = billOfMaterials(product, packages);

  test('is CycloneDX, and names every package by its purl, with licence and hash', () => {
    expect({ format: bill.bomFormat, version: bill.specVersion }).toEqual({
      format: 'CycloneDX',
      version: '1.6',
    });
    expect(bill.components.map(({ purl, licenses }) => [purl, licenses])).toEqual([
      ['pkg:npm/%40our/right@1.0.0', [{ expression: 'MIT AND ISC' }]],
      ['pkg:npm/inner@1.1.0', [{ license: { id: 'MIT' } }]],
      ['pkg:npm/inner@2.0.0', [{ license: { id: 'MIT' } }]],
      ['pkg:npm/left@1.0.0', [{ license: { id: 'MIT' } }]],
    ]);
    expect(bill.components.map(({ hashes }) => hashes?.[0]?.content)).toEqual(
      Array.from({ length: 4 }, () => '07'.repeat(64)),
    );
    expect(faultsOfBill(bill)).toEqual([]);
  });

  test('says which needs which, by the version it finds', () => {
    expect(Object.fromEntries(bill.dependencies.map(({ ref, dependsOn }) => [ref, dependsOn]))).toEqual({
      'pkg:npm/product@2.0.0': ['pkg:npm/%40our/right@1.0.0', 'pkg:npm/left@1.0.0'],
      'pkg:npm/%40our/right@1.0.0': ['pkg:npm/inner@2.0.0'],
      'pkg:npm/left@1.0.0': ['pkg:npm/inner@1.1.0'],
      'pkg:npm/inner@1.1.0': [],
      'pkg:npm/inner@2.0.0': [],
    });
  });

  test('is not written where a component says too little', () => {
    const poor = aPackage({ licence: undefined, integrity: undefined, version: '' });
    expect(faultsOfBill(billOfMaterials(product, [poor]))).toHaveLength(3);
    expect(faultsOfBill(billOfMaterials(product, []))).toEqual(['no component']);
  });
});

describe('Secrets', () => {
  const pem = (key: ReturnType<typeof generateKeyPairSync>['privateKey']) =>
    key.export({ type: 'pkcs8', format: 'pem' });
  const random = (bytes: number) => randomBytes(bytes).toString('base64url');
  const part = () => `eyJ${random(24)}`;

  test.each([
    ['secret of a webhook', `SECRET=whsec_${randomBytes(24).toString('base64')}`],
    ['private key', String(pem(generateKeyPairSync('ed25519').privateKey))],
    ['token of a caller', `authorization: Bearer ${part()}.${part()}.${random(32)}`],
    ['access key of AWS', `key = AKIA${'ABCD2345'.repeat(2)}`],
    ['start link', `https://porting.example/start/${random(32)}?lang=fr`],
  ])('%s would be noticed', (what, text) => {
    expect(secretsIn(`first line\n${text}\n`)).toEqual([{ what, line: 2 }]);
  });

  test.each([
    'whsec_…',
    'https://…/start/<token>',
    'whsec_c29tZWJvZHkgZWxzZQ==',
    '/start/unknown',
    'a'.repeat(200),
  ])('an example is none: %s', (text) => {
    expect(secretsIn(text)).toEqual([]);
  });
});
