import { requestFor, type Send } from './lifecycle.ts';

/** A call that costs as much as any of its kind, after whatever has to be there before it. */
export type WorstCall = {
  readonly name: string;
  /** Prepares a world that was just reset; answers the call to measure. */
  readonly prepare: (send: Send) => Promise<() => Promise<string>>;
};

const numbersFrom = (prefix: string, digits: number, count: number): readonly string[] =>
  Array.from({ length: count }, (_, index) => `${prefix}${String(index).padStart(digits, '0')}`);

/** As many as one request may have: 500, in 40 blocks of 1,000. */
const spreadNumbers = Array.from(
  { length: 500 },
  (_, index) => `02${3000 + (index % 40)}${String(index).padStart(3, '0')}`,
);

const path = '/v1/port-requests';

const creating = (body: unknown) => async (send: Send) => async () =>
  send('POST', path, body, { 'idempotency-key': 'worst' });

const created = async (send: Send, body: unknown): Promise<string> => {
  const { id }: { id: string } = JSON.parse(await send('POST', path, body, { 'idempotency-key': 'bench' }));
  return id;
};

const draftOf = (numbers: readonly unknown[], contract: Readonly<Record<string, unknown>>) => ({
  submit: false,
  subscriber: { name: 'Dupont' },
  numbers,
  contract,
});

const example = (index: number) => ({
  callingNumber: `047512${String(1000 + index)}`,
  callingOperator: 'x'.repeat(100),
  calledNumber: '02 / 580 - 50 - 70',
  calledAt: '2026-03-30T09:05:00+02:00',
  heard: 'busy',
  note: '€'.repeat(300),
});

/** The costliest calls found for each route that takes much: what bounds them stands in their schemas and in docs/security.md. */
export const worstCalls: readonly WorstCall[] = [
  { name: 'an ordinary create: one number', prepare: creating(requestFor(['02 580 50 70'])) },
  { name: 'create, submitted: 500 numbers in 40 blocks', prepare: creating(requestFor(spreadNumbers)) },
  { name: 'draft: 5,000 numbers', prepare: creating(draftOf(numbersFrom('0258', 5, 5000), {})) },
  {
    name: 'draft: 2,000 numbers, 2,000 known ranges that they split',
    prepare: creating(
      draftOf(
        Array.from({ length: 2000 }, (_, index) => `0258${String(index * 10).padStart(5, '0')}`),
        {
          knownRanges: Array.from({ length: 2000 }, (_, index) => `0258${String(index).padStart(4, '0')}0-9`),
        },
      ),
    ),
  },
  {
    name: 'draft: 2,000 numbers, 500 linked services',
    prepare: creating(
      draftOf(numbersFrom('0258', 5, 2000), {
        linkedServices: numbersFrom('0258', 5, 500).map((number) => ({
          number,
          services: ['internet', 'tv'],
        })),
      }),
    ),
  },
  {
    name: 'draft, patched to twice a body',
    prepare: async (send) => {
      const id = await created(send, draftOf(numbersFrom('0258', 5, 4000), {}));
      const patch = { contract: { numbersLeftBehind: numbersFrom('0258', 5, 4000) } };
      return async () => send('PATCH', `${path}/${id}`, patch, { 'if-match': '*' });
    },
  },
  {
    name: 'list: eight answers as large as they get',
    prepare: async (send) => {
      for (let index = 0; index < 12; index += 1)
        await send('POST', path, draftOf(numbersFrom('0258', 5, 5000), {}), {
          'idempotency-key': `bench-${index}`,
        });
      return async () => send('GET', `${path}?limit=100`);
    },
  },
  {
    name: 'number checks: 200 texts of dashes',
    prepare: async (send) => async () =>
      send('POST', '/v1/number-checks', { numbers: Array.from({ length: 200 }, () => '0-'.repeat(32)) }),
  },
  {
    name: 'number checks: 200 odd objects, 64 KiB',
    prepare: async (send) => async () =>
      send('POST', '/v1/number-checks', {
        numbers: [
          ...Array.from({ length: 199 }, (_, index) => ({
            start: `0258${String(index).padStart(5, '0')}`,
            size: 7,
          })),
          'x'.repeat(50_000),
        ],
      }),
  },
  {
    name: 'incident: 20 examples, all texts full',
    prepare: async (send) => {
      const id = await created(send, requestFor(['02 580 50 70']));
      const report = {
        kind: 'unreachable',
        description: '€'.repeat(1000),
        examples: Array.from({ length: 20 }, (_, index) => example(index)),
      };
      return async () => send('POST', `${path}/${id}/incidents`, report);
    },
  },
  {
    name: 'note: full',
    prepare: async (send) => {
      const id = await created(send, requestFor(['02 580 50 70']));
      return async () => send('POST', `${path}/${id}/notes`, { text: '€'.repeat(2000) });
    },
  },
  {
    name: 'operator event: a series of 500, in 40 blocks',
    prepare: async (send) => {
      const id = await created(send, requestFor(spreadNumbers));
      const series = spreadNumbers.map((start) => ({
        start,
        outcome: 'approved',
        firstPossibleDate: '2026-04-14',
      }));
      return async () =>
        send('POST', '/sandbox/operators/colt/events', {
          type: 'request.approved',
          portRequestId: id,
          attempt: 1,
          data: { series },
        });
    },
  },
  {
    name: 'operator event: 100 reasons, 4,500 numbers',
    prepare: async (send) => {
      const id = await created(send, requestFor(['02 580 50 70']));
      const numbers = Array.from({ length: 45 }, () => '025805070');
      const reasons = Array.from({ length: 100 }, (_, index) => ({ code: `X${index}`, numbers }));
      return async () =>
        send('POST', '/sandbox/operators/colt/events', {
          type: 'request.rejected',
          portRequestId: id,
          attempt: 1,
          data: { reasons },
        });
    },
  },
];
