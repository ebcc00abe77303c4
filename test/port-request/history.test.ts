import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  entryTypes,
  firstBrokenSequence,
  firstPreviousHash,
  type HistoryEntry,
  seal,
} from '../../functions/port-request/history.ts';
import { historyEntrySchema } from '../../functions/port-request/history-schema.ts';
import { record, startRecording } from '../../functions/port-request/recording.ts';
import { actorKinds, statuses, theClock } from '../../functions/port-request/status.ts';
import { factsAt, recordingsInto, requestIn } from '../support/port-request-life.ts';

/** Canonical JSON (RFC 8785) written anew: members in the order of their names, no white space. */
const canonical = (value: unknown): string => {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const members = Object.entries(value).sort(([one], [other]) => (one < other ? -1 : 1));
  return `{${members.map(([name, member]) => `${JSON.stringify(name)}:${canonical(member)}`).join(',')}}`;
};

/** The hash as contract section 4 describes it to whoever checks a history from outside. */
const hashByContract = ({ hash: _, previousHash, ...entry }: HistoryEntry): string =>
  createHash('sha256')
    .update(`${previousHash}\n${canonical(entry)}`)
    .digest('hex');

const datum = fc.oneof(
  fc.string({ unit: 'grapheme' }),
  fc.integer(),
  fc.boolean(),
  fc.constant(null),
  fc.array(fc.string(), { maxLength: 3 }),
);

const unsealed = fc.record({
  id: fc.string(),
  type: fc.constantFrom(...entryTypes),
  occurredAt: fc.constantFrom('2026-03-30T08:00:00Z', '2026-04-14T07:00:00Z'),
  portRequestId: fc.constantFrom('prt_1', 'prt_2'),
  status: fc.constantFrom(...statuses),
  previousStatus: fc.option(fc.constantFrom(...statuses)),
  actor: fc.record({ kind: fc.constantFrom(...actorKinds), id: fc.option(fc.string()) }),
  attempt: fc.option(fc.integer({ min: 1, max: 9 })),
  data: fc.dictionary(fc.string(), datum, { maxKeys: 4 }),
});

const chainOf = (entries: readonly Omit<HistoryEntry, 'sequence' | 'previousHash' | 'hash'>[]) => {
  const sealed: HistoryEntry[] = [];
  for (const entry of entries)
    sealed.push(seal({ sequence: sealed.length + 1, ...entry }, sealed.at(-1)?.hash ?? firstPreviousHash));
  return sealed;
};

const chain = fc.array(unsealed, { minLength: 2, maxLength: 8 }).map(chainOf);

/** A chain with a position in it. */
const chainAt = chain.chain((entries) =>
  fc.tuple(fc.constant(entries), fc.integer({ min: 0, max: entries.length - 1 })),
);

const other = <Value>(values: readonly Value[], value: Value): Value =>
  values.find((candidate) => candidate !== value) ?? value;

const flipped = (hash: string): string => `${hash.startsWith('0') ? '1' : '0'}${hash.slice(1)}`;

const changes: Readonly<Record<keyof HistoryEntry, (entry: HistoryEntry) => HistoryEntry>> = {
  sequence: (entry) => ({ ...entry, sequence: entry.sequence + 1 }),
  id: (entry) => ({ ...entry, id: `${entry.id}x` }),
  type: (entry) => ({ ...entry, type: other(entryTypes, entry.type) }),
  occurredAt: (entry) => ({ ...entry, occurredAt: '2026-04-01T00:00:00Z' }),
  portRequestId: (entry) => ({ ...entry, portRequestId: 'prt_3' }),
  status: (entry) => ({ ...entry, status: other(statuses, entry.status) }),
  previousStatus: (entry) => ({ ...entry, previousStatus: entry.previousStatus === null ? 'draft' : null }),
  actor: (entry) => ({ ...entry, actor: { ...entry.actor, id: `${entry.actor.id}x` } }),
  attempt: (entry) => ({ ...entry, attempt: (entry.attempt ?? 0) + 1 }),
  data: (entry) => ({ ...entry, data: { ...entry.data, added: 1 } }),
  previousHash: (entry) => ({ ...entry, previousHash: flipped(entry.previousHash) }),
  hash: (entry) => ({ ...entry, hash: flipped(entry.hash) }),
};

const members = historyEntrySchema.keyof().options;

describe('the chain of a history', () => {
  test('begins with a previous hash of 64 zeros', () => {
    const [first] = recordingsInto('draft').flatMap(({ entries }) => entries);
    expect(first?.previousHash).toMatch(/^0{64}$/);
  });

  test('is hashed as the contract says', () => {
    fc.assert(
      fc.property(chain, (entries) => {
        expect(entries.map(({ hash }) => hash)).toEqual(entries.map(hashByContract));
      }),
    );
  });

  test('keeps the hash that it had before, byte for byte', () => {
    const entry = seal(
      {
        sequence: 1,
        id: 'evt_1',
        type: 'port_request.created',
        occurredAt: '2026-03-30T08:00:00Z',
        portRequestId: 'prt_1',
        status: 'draft',
        previousStatus: null,
        actor: { kind: 'reseller', id: 'user-7' },
        attempt: null,
        data: {},
      },
      firstPreviousHash,
    );
    const text =
      '{"actor":{"id":"user-7","kind":"reseller"},"attempt":null,"data":{},"id":"evt_1",' +
      '"occurredAt":"2026-03-30T08:00:00Z","portRequestId":"prt_1","previousStatus":null,"sequence":1,' +
      '"status":"draft","type":"port_request.created"}';
    expect(entry.hash).toBe(
      createHash('sha256')
        .update(`${'0'.repeat(64)}\n${text}`)
        .digest('hex'),
    );
  });

  test('is whole as it was written', () => {
    fc.assert(
      fc.property(chain, (entries) => {
        expect(firstBrokenSequence(entries)).toBeUndefined();
      }),
    );
  });

  test('is whole whatever the order of the members in which a store gives an entry back', () => {
    fc.assert(
      fc.property(chain, (entries) => {
        const turned = entries.map((entry) => ({
          hash: entry.hash,
          previousHash: entry.previousHash,
          data: Object.fromEntries(Object.entries(entry.data).reverse()),
          attempt: entry.attempt,
          actor: { id: entry.actor.id, kind: entry.actor.kind },
          previousStatus: entry.previousStatus,
          status: entry.status,
          portRequestId: entry.portRequestId,
          occurredAt: entry.occurredAt,
          type: entry.type,
          id: entry.id,
          sequence: entry.sequence,
        }));
        expect(firstBrokenSequence(turned)).toBeUndefined();
      }),
    );
  });

  test.each(members)('shows where %s was changed', (member) => {
    fc.assert(
      fc.property(chainAt, ([entries, position]) => {
        const changed = entries.map((entry, index) => (index === position ? changes[member](entry) : entry));
        expect(firstBrokenSequence(changed)).toBe(position + 1);
      }),
    );
  });

  test('shows at the next entry that one was changed and hashed anew', () => {
    fc.assert(
      fc.property(chainAt, ([entries, position]) => {
        fc.pre(position < entries.length - 1);
        const forged = entries.map((entry, index) => {
          if (index !== position) return entry;
          const { hash: _, previousHash, ...rest } = changes.data(entry);
          return seal(rest, previousHash);
        });
        expect(firstBrokenSequence(forged)).toBe(position + 2);
      }),
    );
  });

  test('shows where an entry is missing, but for the last, whose absence the request’s version shows', () => {
    fc.assert(
      fc.property(chainAt, ([entries, position]) => {
        const shortened = entries.filter((_, index) => index !== position);
        expect(firstBrokenSequence(shortened)).toBe(
          position === entries.length - 1 ? undefined : position + 1,
        );
      }),
    );
  });

  test('shows where a number is left out, though every hash fits', () => {
    fc.assert(
      fc.property(chainAt, ([entries, position]) => {
        let previousHash = firstPreviousHash;
        const gapped = entries.map(({ hash: _, previousHash: __, ...entry }, index) => {
          const sealed = seal({ ...entry, sequence: index < position ? index + 1 : index + 2 }, previousHash);
          previousHash = sealed.hash;
          return sealed;
        });
        expect(firstBrokenSequence(gapped)).toBe(position + 1);
      }),
    );
  });

  test('shows where two entries were swapped', () => {
    fc.assert(
      fc.property(chainAt, ([entries, position]) => {
        fc.pre(position < entries.length - 1);
        const swapped = [
          ...entries.slice(0, position),
          ...entries.slice(position, position + 2).reverse(),
          ...entries.slice(position + 2),
        ];
        expect(firstBrokenSequence(swapped)).toBe(position + 1);
      }),
    );
  });

  test('shows where an entry stands twice', () => {
    fc.assert(
      fc.property(chainAt, ([entries, position]) => {
        const doubled = [...entries.slice(0, position + 1), ...entries.slice(position)];
        expect(firstBrokenSequence(doubled)).toBe(position + 2);
      }),
    );
  });
});

test('a history never goes back: what a clock that is behind records is as late as the entry before', () => {
  const request = requestIn('approved');
  const { after, entries } = record(startRecording(request), factsAt('2026-04-02T09:11:59Z'), {
    type: 'port_request.noted',
    actor: theClock,
    request,
  });
  expect(request.updatedAt).toBe('2026-04-02T09:12:00Z');
  expect([entries[0]?.occurredAt, after.updatedAt]).toEqual([request.updatedAt, request.updatedAt]);
});

describe('an entry of a real request', () => {
  const entries = (['completed', 'rejected', 'expired', 'cancelled'] as const).flatMap((status) =>
    recordingsInto(status).flatMap((recording) => recording.entries),
  );

  test.each(entries)('$status: $type reads as the published schema says', (entry) => {
    expect(historyEntrySchema.parse(entry)).toEqual(entry);
  });

  test('names no person, number, address or free text of the request', () => {
    const told = JSON.stringify(entries.map(({ data }) => data));
    const personal = ['Dupont', 'Marie', 'Peeters', '@', '+32', '0258', 'Rue', 'fax', '612345678', 'C-99'];
    expect(personal.filter((text) => told.includes(text))).toEqual([]);
  });
});
