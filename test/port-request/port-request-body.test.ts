import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { languages } from '../../functions/language.ts';
import { mergePatch } from '../../functions/port-request/merge-patch.ts';
import {
  contentBody,
  contentPatch,
  createBody,
  readContent,
  writeContent,
} from '../../functions/port-request/port-request-body.ts';
import { geographicNumber } from '../numbers/arbitraries.ts';
import { exampleBody } from '../support/example-body.ts';
import { aContent } from '../support/port-request-builder.ts';

const clearable = <Value>(value: fc.Arbitrary<Value>) => fc.option(value, { nil: null, freq: 4 });

const word = fc.stringMatching(/^[\p{L}\p{N}][\p{L}\p{N} '-]{0,15}$/u);
const day = fc.constantFrom('2026-03-28', '2026-04-14', '2028-02-29');
const address = fc.constantFrom('marie@dupont.example', 'luc@reseller.example');
const language = fc.constantFrom(...languages);

const numberItem = fc.oneof(
  geographicNumber,
  geographicNumber.map((number) => number.replace('+32', '0')),
  geographicNumber.map((number) => ({ start: `${number.slice(0, -1)}0`, size: 10 })),
  geographicNumber.map((number) => ({ start: `${number.slice(0, -2)}00`, end: `${number.slice(0, -2)}99` })),
  // What cannot be read stays in a draft as it was written.
  fc.constantFrom(
    'no number',
    '0475 12 34 56',
    '+33 1 42 68 53 00',
    '025805051-060',
    { start: '025805051', size: 10 },
    { start: '025805050', size: null },
    { start: 'x', size: 12, end: null },
  ),
);
const numberItems = fc.array(numberItem, { maxLength: 4 });

const person = fc.record(
  { name: clearable(word), email: clearable(address), language: clearable(language) },
  { requiredKeys: [] },
);

/** Any data that a draft may hold: every member there, null or missing. */
const body = fc.record(
  {
    customerReference: clearable(word),
    quote: clearable(fc.record({ reference: word, approvedOn: day })),
    subscriber: fc.record(
      {
        name: word,
        enterpriseNumber: clearable(fc.constantFrom('0999999922', 'BE 0999.999.922', 'unknown')),
        language: clearable(language),
        email: clearable(address),
        address: clearable(
          fc.record(
            {
              street: clearable(word),
              houseNumber: clearable(word),
              box: clearable(word),
              postcode: clearable(fc.constantFrom('1000', '4000')),
              city: clearable(word),
            },
            { requiredKeys: [] },
          ),
        ),
      },
      { requiredKeys: ['name'] },
    ),
    contact: clearable(person),
    starter: clearable(person),
    losingOperator: clearable(
      fc.record(
        { name: clearable(word), accountNumber: clearable(word), easySwitchId: clearable(word) },
        { requiredKeys: [] },
      ),
    ),
    numbers: clearable(numberItems),
    mainNumber: clearable(
      fc.oneof(geographicNumber, fc.constantFrom('02 580 50 50', 'the first', '025805050-059')),
    ),
    desiredDate: clearable(day),
    contract: clearable(
      fc.record(
        {
          numbersLeftBehind: clearable(numberItems),
          knownRanges: clearable(numberItems),
          linkedServices: clearable(
            fc.array(fc.record({ number: numberItem, services: fc.array(word, { maxLength: 2 }) }), {
              maxLength: 2,
            }),
          ),
          protectedLines: clearable(numberItems),
          cancelAfterPort: clearable(numberItems),
        },
        { requiredKeys: [] },
      ),
    ),
    acknowledgements: clearable(
      fc.record(
        {
          numbersCheckedWithOperator: clearable(fc.boolean()),
          linkedServicesMayStop: clearable(fc.boolean()),
          numbersLeftBehindMayDelay: clearable(fc.boolean()),
          noProtectedLines: clearable(fc.boolean()),
        },
        { requiredKeys: [] },
      ),
    ),
    authorisation: clearable(
      fc.record({ signedBy: clearable(word), signedOn: clearable(day) }, { requiredKeys: [] }),
    ),
    noteToOperator: clearable(fc.constantFrom('One line.', 'Two\nlines.')),
    installation: clearable(fc.record({ type: fc.constantFrom('simple', 'complex'), reason: word })),
  },
  { requiredKeys: ['subscriber'] },
);

/** As data goes through a store, or to a client and back. */
const throughJson = (value: unknown): unknown => JSON.parse(JSON.stringify(value));

describe('the data of a request', () => {
  test('written out and read again is the same, whatever a draft holds', () => {
    fc.assert(
      fc.property(body, (given) => {
        const content = readContent(contentBody.parse(throughJson(given)));
        const written = throughJson(writeContent(content));
        expect(readContent(contentBody.parse(written))).toEqual(content);
      }),
      { numRuns: 300 },
    );
  });

  test('patched with nothing is the same, and holds nothing that JSON would lose', () => {
    fc.assert(
      fc.property(body, (given) => {
        const content = readContent(contentBody.parse(throughJson(given)));
        expect(readContent(contentBody.parse(mergePatch(writeContent(content), {})))).toEqual(content);
        expect(throughJson(content)).toEqual(content);
      }),
    );
  });

  test('patched with one of its own parts takes that part and keeps the others', () => {
    fc.assert(
      fc.property(body, body, (given, patch) => {
        const before = readContent(contentBody.parse(throughJson(given)));
        const noted = { noteToOperator: throughJson(patch.noteToOperator ?? null) };
        const after = readContent(contentBody.parse(mergePatch(writeContent(before), noted)));
        expect(after).toEqual({ ...before, noteToOperator: patch.noteToOperator ?? null });
      }),
    );
  });

  test('of the example is read as what is stored', () => {
    const { submit, ...read } = createBody.parse(exampleBody());
    expect(submit).toBe(true);
    expect(readContent(read)).toEqual(
      aContent({
        quote: null,
        contract: {
          numbersLeftBehind: [],
          knownRanges: [{ kind: 'range', start: '+3225805050', end: '+3225805059', size: 10 }],
          linkedServices: [
            { number: { kind: 'single', number: '+3225805070' }, services: ['internet', 'tv'] },
          ],
          protectedLines: [],
          cancelAfterPort: [
            { kind: 'single', number: '+3225805058' },
            { kind: 'single', number: '+3225805059' },
          ],
        },
        acknowledgements: {
          numbersCheckedWithOperator: true,
          linkedServicesMayStop: true,
          numbersLeftBehindMayDelay: false,
          noProtectedLines: true,
        },
        desiredDate: null,
        noteToOperator: null,
      }),
    );
  });

  test('of a draft with a name only is all there, as not known', () => {
    expect(readContent(contentBody.parse({ subscriber: { name: ' Boulangerie Dupont SRL ' } }))).toEqual({
      customerReference: null,
      quote: null,
      subscriber: {
        name: 'Boulangerie Dupont SRL',
        enterpriseNumber: null,
        language: 'nl',
        email: null,
        address: null,
      },
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
      noteToOperator: null,
      installation: null,
    });
  });

  test('keeps linked services that were not looked into apart from none', () => {
    const contractOf = (contract: unknown) =>
      readContent(contentBody.parse({ subscriber: { name: 'X' }, contract })).contract?.linkedServices;
    expect(contractOf({})).toBeNull();
    expect(contractOf({ linkedServices: null })).toBeNull();
    expect(contractOf({ linkedServices: [] })).toEqual([]);
  });
});

describe('a body that is malformed', () => {
  const subscriber = { name: 'X' };
  test.each([
    ['without a subscriber', {}],
    ['without a name', { subscriber: {} }],
    ['with an empty name', { subscriber: { name: '  ' } }],
    ['with a line break in the name', { subscriber: { name: 'X\nBcc: all@example.be' } }],
    ['with a field that nobody knows', { subscriber, urgent: true }],
    [
      'with a field that nobody knows, deep down',
      { subscriber: { ...subscriber, address: { country: 'BE' } } },
    ],
    ['with a date that does not exist', { subscriber, desiredDate: '2026-02-29' }],
    ['with a date in another form', { subscriber, desiredDate: '14/04/2026' }],
    ['with a number that is no text', { subscriber, numbers: [25805050] }],
    ['with numbers that are no list', { subscriber, numbers: '025805050' }],
    ['with a language that nobody writes', { subscriber: { ...subscriber, language: 'es' } }],
    ['with an address that is none', { subscriber, contact: { email: 'luc' } }],
    ['with a yes in words', { subscriber, acknowledgements: { noProtectedLines: 'yes' } }],
    ['with too long a note', { subscriber, noteToOperator: 'x'.repeat(501) }],
    ['with too long a reference', { subscriber, customerReference: 'x'.repeat(65) }],
    ['with half a quote', { subscriber, quote: { reference: 'Q-1' } }],
  ])('%s is refused', (_, given) => {
    expect(contentBody.safeParse(given).success).toBe(false);
    expect(createBody.safeParse(given).success).toBe(false);
  });

  test.each([
    ['the name alone', { subscriber: { name: 'X' } }, true],
    ['one member of the subscriber', { subscriber: { email: null } }, true],
    ['nothing', {}, true],
    ['a name that is cleared', { subscriber: { name: null } }, false],
    ['whether it is submitted', { submit: true }, false],
    ['whose it is', { tenant: 'other' }, false],
    ['its status', { status: 'completed' }, false],
  ])('a patch of %s', (_, patch, isRead) => {
    expect(contentPatch.safeParse(patch).success).toBe(isRead);
  });
});
