import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Dialect, dialectSchema } from '../../functions/operator/dialects/dialect.ts';
import { knownDialects } from '../../functions/operator/dialects/known-dialects.ts';
import { readByDialect, readPayload } from '../../functions/operator/dialects/read-payload.ts';
import { valueAt } from '../../functions/operator/dialects/read-variant.ts';
import { readForm, type ValueForm, valueForms } from '../../functions/operator/dialects/value-forms.ts';
import { operatorEvent, operatorEventTypes } from '../../functions/operator/operator-event.ts';
import { filesBelow, readFile } from '../repository/source-files.ts';

type Json = ReturnType<typeof JSON.parse>;

const samplesOf = (folder: string): readonly { readonly name: string; readonly value: Json }[] =>
  filesBelow([`docs/examples/operators/${folder}`], '.json').map(({ path, text }) => ({
    name: path.split('/').at(-1)?.replace('.json', '') ?? '',
    value: JSON.parse(text),
  }));

const isMeaning = ({ name }: { readonly name: string }) => name.endsWith('.event');

const colt = knownDialects.get('colt');
if (colt === undefined) throw new Error('COLT has no dialect');

const sample = (name: string): Json => {
  const found = samplesOf('colt').find((each) => each.name === name);
  if (found === undefined) throw new Error(`There is no sample ${name}`);
  return found.value;
};

/** A sample with other members of its order; undefined takes one away. */
const order = (name: string, changes: Readonly<Record<string, unknown>>): Json => {
  const value = sample(name);
  return JSON.parse(JSON.stringify({ ...value, order: { ...value.order, ...changes } }));
};

const faultsOf = (payload: unknown): readonly string[] => {
  const reading = readPayload('colt', payload);
  if (reading.kind !== 'malformed') throw new Error(`Not malformed but ${reading.kind}`);
  return reading.entries.map(({ code, pointer }) => `${code} ${pointer}`);
};

describe.each([...knownDialects])('the dialect of %s', (operatorId, dialect) => {
  test('is data of the form that every dialect has', () => {
    expect(dialectSchema.parse(JSON.parse(JSON.stringify(dialect)))).toEqual(dialect);
  });

  test('has a sample of each word in each variant, and says what it means', () => {
    const samples = samplesOf(operatorId);
    for (const [named, { type }] of Object.entries(dialect.variants))
      for (const [word, eventType] of Object.entries(type.values)) {
        const meant = samples.filter(({ value }) => value.type === eventType).map(({ name }) => name);
        const sent = samples.filter(({ value }) => {
          const text = JSON.stringify(value);
          return text.includes(JSON.stringify(named)) && text.includes(JSON.stringify(word));
        });
        expect(sent.filter(({ name }) => meant.includes(`${name}.event`)).length).toBeGreaterThan(0);
      }
  });

  test.each(samplesOf(operatorId).filter((each) => !isMeaning(each)))(
    'reads the sample $name as exactly the event beside it',
    ({ name, value }) => {
      const meant = samplesOf(operatorId).find((each) => each.name === `${name}.event`)?.value;
      const reading = readPayload(operatorId, value);
      expect(reading.kind === 'variant' && reading.event).toEqual(meant);
      expect(operatorEvent.parse(meant)).toEqual(meant);
    },
  );

  test.each(samplesOf('own'))('leaves our own event $name to be read as it is', ({ value }) => {
    expect(readPayload(operatorId, value)).toEqual({ kind: 'own' });
  });
});

describe('our own events', () => {
  test('have a sample of each type, which is read as it is', () => {
    const samples = samplesOf('own');
    for (const { value } of samples) expect(operatorEvent.parse(value)).toEqual(value);
    expect(new Set(samples.map(({ value }) => value.type))).toEqual(new Set(operatorEventTypes));
  });

  test('are all that an operator without a dialect sends', () => {
    expect(readPayload('another', sample('confirmed'))).toEqual({ kind: 'own' });
    expect(readPayload('constructor', sample('confirmed'))).toEqual({ kind: 'own' });
  });
});

describe('a payload of a variant', () => {
  test.each<[string, Json, readonly string[]]>([
    [
      'names a variant nobody knows',
      { notificationType: 'port-out' },
      ['field.wrong_type /notificationType'],
    ],
    ['names a number as its variant', { notificationType: 1 }, ['field.wrong_type /notificationType']],
    [
      'names a variant that every object has',
      { notificationType: 'constructor' },
      ['field.wrong_type /notificationType'],
    ],
    [
      'has nothing but the name of its variant',
      { notificationType: 'port-in-order-status' },
      [
        'field.required /order/status',
        'field.required /order/customerReference',
        'field.required /order/customerAttempt',
        'field.required /order/statusTime',
      ],
    ],
    [
      'has a word that nobody knows',
      order('confirmed', { status: 'DONE' }),
      ['field.wrong_type /order/status'],
    ],
    [
      'has a word that every object has',
      order('confirmed', { status: 'toString' }),
      ['field.wrong_type /order/status'],
    ],
    [
      'lacks a member and has two in another form',
      order('completed', { customerAttempt: 'first', statusTime: '14/04/2026', completionTime: undefined }),
      [
        'field.wrong_type /order/customerAttempt',
        'field.wrong_type /order/statusTime',
        'field.required /order/completionTime',
      ],
    ],
    [
      'has a day that does not exist',
      order('confirmed', { confirmedPortingDate: '31/04/2026' }),
      ['field.wrong_type /order/confirmedPortingDate'],
    ],
    [
      'has an attempt that never is',
      order('confirmed', { customerAttempt: 0 }),
      ['field.wrong_type /order/customerAttempt'],
    ],
    [
      'refuses without a list',
      order('rejected', { rejections: 'all' }),
      ['field.wrong_type /order/rejections'],
    ],
    ['refuses for no reason', order('rejected', { rejections: [] }), ['field.wrong_type /order/rejections']],
    [
      'refuses for reasons that lack something',
      order('rejected', {
        rejections: [
          { reasonText: 'Unknown' },
          { reasonCode: 'E17A', numberRanges: [{ rangeEnd: '025805059' }] },
          'E17A',
          { reasonCode: 17 },
        ],
      }),
      [
        'field.required /order/rejections/0/reasonCode',
        'field.required /order/rejections/1/numberRanges/0/rangeStart',
        'field.required /order/rejections/2/reasonCode',
      ],
    ],
    [
      'refuses with a code that is no text',
      order('rejected', { rejections: [{ reasonCode: 'E17A' }, { reasonCode: 17 }] }),
      ['field.wrong_type /order/rejections/1/reasonCode'],
    ],
    [
      'has a list without end',
      order('rejected', { rejections: Array.from({ length: 501 }, () => ({})) }),
      ['field.wrong_type /order/rejections'],
    ],
  ])('that %s is malformed, which is told in its own names', (_, payload, faults) => {
    expect(faultsOf(payload)).toEqual(faults);
  });

  test('says what was expected instead', () => {
    const details = [
      { notificationType: 'port-out' },
      order('confirmed', { status: 'DONE' }),
      order('confirmed', { confirmedPortingDate: '2026-04-14' }),
    ].map((payload) => {
      const reading = readPayload('colt', payload);
      return reading.kind === 'malformed' && reading.entries[0]?.detail;
    });
    expect(details).toEqual([
      'must be one of port-in-order-status',
      'must be one of ACCEPTED, DELAYED, CONFIRMED, REJECTED, COMPLETED, FAILED',
      'must be a date, DD/MM/YYYY',
    ]);
  });

  test('may hold more than is read', () => {
    const more = { ...order('confirmed', { productName: 'Wholesale' }), type: 'port.completed', data: 7 };
    expect(readPayload('colt', more)).toMatchObject({ kind: 'variant', event: { type: 'request.approved' } });
  });

  test('tells where a place of the event stands in it, or what is around that place', () => {
    const reading = readPayload('colt', sample('rejected'));
    const pointerOf = reading.kind === 'variant' ? reading.pointerOf : undefined;
    expect(
      ['/attempt', '/data/reasons/1/numbers/0', '/data/reasons/1/numbers/0/size', '/data/date', ''].map(
        (pointer) => pointerOf?.(pointer),
      ),
    ).toEqual([
      '/order/customerAttempt',
      '/order/rejections/1/numberRanges/0',
      '/order/rejections/1/numberRanges/0',
      '',
      '',
    ]);
  });

  test('never makes it throw, whatever it holds', () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.constantFrom(...samplesOf('colt')), fc.nat(), (junk, { value }, at) => {
        const names = Object.keys(value.order ?? {});
        const name = names[at % Math.max(1, names.length)] ?? 'order';
        for (const payload of [
          junk,
          { ...value, order: junk },
          { ...value, order: { ...value.order, [name]: junk } },
        ]) {
          const reading = readPayload('colt', payload);
          if (reading.kind === 'variant') expect(operatorEvent.safeParse(reading.event).success).toBe(true);
          if (reading.kind === 'malformed') expect(reading.entries.length).toBeGreaterThan(0);
        }
      }),
    );
  });
});

describe('another operator’s dialect', () => {
  const dialect: Dialect = dialectSchema.parse({
    codesStanding: 'made up',
    codes: { e17a: 'account_number_mismatch' },
    variantNamedAt: '/v~1x',
    variants: {
      '2': {
        standing: 'made up',
        type: { from: '/what', values: { done: 'port.completed', yes: 'request.approved' } },
        portRequestId: { from: '/ref' },
        attempt: { from: '/n' },
        occurredAt: { from: '/at', form: 'unix_seconds' },
        data: {
          'port.completed': { completedAt: { from: '/at', form: 'unix_seconds' } },
          'request.approved': {
            series: {
              from: '/series',
              each: {
                start: { from: '/first' },
                outcome: { from: '/ok', values: { y: 'approved' } },
                firstPossibleDate: { from: '/day', form: 'compact_date' },
              },
            },
          },
        },
      },
    },
  });
  const base = { 'v/x': '2', ref: 'prt_1', n: 3, at: 1776150000 };

  test('is read by the same rules', () => {
    const envelope = { portRequestId: 'prt_1', attempt: 3, occurredAt: '2026-04-14T07:00:00Z' };
    const series = [{ first: '025805070', ok: 'y', day: '20260414' }];
    expect(readByDialect(dialect, { ...base, what: 'done' })).toMatchObject({
      event: { type: 'port.completed', ...envelope, data: { completedAt: '2026-04-14T07:00:00Z' } },
    });
    expect(readByDialect(dialect, { ...base, what: 'yes', series })).toMatchObject({
      event: {
        type: 'request.approved',
        data: { series: [{ start: '025805070', outcome: 'approved', firstPossibleDate: '2026-04-14' }] },
      },
    });
  });

  test.each<[string, (written: Json) => unknown]>([
    ['is named at a member of our own events', (written) => ({ ...written, variantNamedAt: '/data/kind' })],
    ['maps a code to a reason that is none', (written) => ({ ...written, codes: { e1: 'account_closed' } })],
    ['spells a code as it is never compared', (written) => ({ ...written, codes: { 'E-1': 'other' } })],
    ['says not where its codes come from', (written) => ({ ...written, codesStanding: '' })],
    [
      'has a word for an event whose data it does not say',
      (written) => {
        delete written.variants['2'].data['port.completed'];
        return written;
      },
    ],
    [
      'has the data of an event that it has no word for',
      (written) => {
        written.variants['2'].data['port.failed'] = {};
        return written;
      },
    ],
    [
      'reads from what is no place',
      (written) => {
        written.variants['2'].portRequestId.from = 'ref';
        return written;
      },
    ],
  ])('is none where it %s', (_, change) => {
    expect(dialectSchema.safeParse(JSON.parse(JSON.stringify(dialect))).success).toBe(true);
    expect(dialectSchema.safeParse(change(JSON.parse(JSON.stringify(dialect)))).success).toBe(false);
  });
});

describe('the page for operators', () => {
  const page = readFile('docs/operators.md');

  test('names every event and every form of a value', () => {
    const named = [...operatorEventTypes, ...valueForms].map((name) => `\`${name}\``);
    expect(named.filter((name) => !page.includes(name))).toEqual([]);
  });

  test('points at every sample of our own events, and at no file that is not there', () => {
    const linked = [...page.matchAll(/\]\((?<path>[^)#]+\.json)\)/g)].map(
      ({ groups }) => groups?.['path'] ?? '',
    );
    for (const path of linked) expect(readFile(`docs/${path}`)).not.toBe('');
    const own = samplesOf('own').map(({ name }) => `examples/operators/own/${name}.json`);
    expect(linked.filter((path) => path.includes('/own/')).toSorted()).toEqual(own.toSorted());
  });
});

describe('a place in a payload', () => {
  const payload = { a: [{ b: 1 }, null], 'c/d': { '~': 2 }, e: null, f: false };

  test.each<[string, unknown]>([
    ['/a/0/b', 1],
    ['/a/1', undefined],
    ['/a/2/b', undefined],
    ['/c~1d/~0', 2],
    ['/e', undefined],
    ['/f', false],
    ['/f/b', undefined],
    ['/constructor', undefined],
    ['/a/map', undefined],
    ['/__proto__/toString', undefined],
  ])('%s holds %j', (pointer, value) => {
    expect(valueAt(payload, pointer)).toBe(value);
  });
});

describe('a value in a form of its own', () => {
  test.each<[ValueForm, unknown, string | number | undefined]>([
    ['whole_number', 2, 2],
    ['whole_number', '2', 2],
    ['whole_number', '2.5', undefined],
    ['whole_number', 1e9, undefined],
    ['whole_number', [2], undefined],
    ['whole_number', '', undefined],
    ['day_month_year', '14/04/2026', '2026-04-14'],
    ['day_month_year', '4/14/2026', undefined],
    ['day_month_year', '14/04/2026 ', undefined],
    ['compact_date', '20260414', '2026-04-14'],
    ['compact_date', 20260414, undefined],
    ['brussels_time', '2026-04-14T09:20:00', '2026-04-14T07:20:00Z'],
    ['brussels_time', '2026-12-14 09:20', '2026-12-14T08:20:00Z'],
    // Skipped when the clock goes forward, and twice there when it goes back.
    ['brussels_time', '2026-03-29T02:30:00', '2026-03-29T01:30:00Z'],
    ['brussels_time', '2026-10-25T02:30:00', '2026-10-25T00:30:00Z'],
    ['brussels_time', '2026-04-31T09:20:00', undefined],
    ['brussels_time', '2026-04-14T09:20:00Z', undefined],
    ['unix_seconds', 1776150000, '2026-04-14T07:00:00Z'],
    ['unix_seconds', '1776150000', '2026-04-14T07:00:00Z'],
    ['unix_seconds', 1776150000000, undefined],
    ['unix_seconds', -1, undefined],
  ])('%s %j is %j', (form, value, meant) => {
    expect(readForm(form, value)).toBe(meant);
  });

  test('never throws', () => {
    fc.assert(
      fc.property(fc.constantFrom(...valueForms), fc.jsonValue(), (form, value) => {
        expect(['string', 'number', 'undefined']).toContain(typeof readForm(form, value));
      }),
    );
  });
});
