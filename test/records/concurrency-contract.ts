import { Temporal } from 'temporal-polyfill';
import { describe, expect, test } from 'vitest';
import { type NumberInterval, sharedNumbers } from '../../functions/numbers/number-interval.ts';
import { readNumberItem } from '../../functions/numbers/number-item.ts';
import { intervalsOf } from '../../functions/numbers/number-list.ts';
import { cancel } from '../../functions/port-request/cancel.ts';
import { firstBrokenSequence } from '../../functions/port-request/history.ts';
import type { PortRequest } from '../../functions/port-request/port-request.ts';
import type { CommitOutcome, PortRequests } from '../../functions/port-request/port-requests.ts';
import type { Recording } from '../../functions/port-request/recording.ts';
import { UnavailableError } from '../../functions/problems/unavailable-error.ts';
import type { RememberedAnswer } from '../../functions/remembered-answers.ts';
import { aContent } from '../support/port-request-builder.ts';
import {
  accepted,
  created,
  factsAt,
  instantIn,
  recordingOf,
  reseller,
} from '../support/port-request-life.ts';
import type { MakeRecords } from './port-requests-contract.ts';

/** Those who meet on tables try again after pauses, and a busy machine makes them meet more often. */
const testMilliseconds = 120_000;

const now = () => Temporal.Instant.from('2026-03-30T08:00:00Z');

const submission = (...numbers: readonly unknown[]): Recording =>
  recordingOf(
    created({
      content: aContent({ numbers: numbers.map(readNumberItem), mainNumber: null, contract: null }),
    }),
  );

const cancellation = (request: PortRequest): Recording =>
  recordingOf(cancel(request, null, factsAt(instantIn.submitted), reseller));

const answer = (body: string): RememberedAnswer => ({
  scope: 'acme POST /v1/port-requests',
  key: 'key-1',
  fingerprint: 'f'.repeat(64),
  status: 201,
  headers: {},
  body,
  expiresAt: '2026-04-02T08:00:00Z',
});

const kindsOf = (outcomes: readonly CommitOutcome[]) => outcomes.map(({ kind }) => kind).sort();

const doOverlap = (some: readonly NumberInterval[], others: readonly NumberInterval[]): boolean =>
  some.some((one) => others.some((other) => sharedNumbers(one, other) !== undefined));

const range = (start: string, size: number) => ({ start, size });

/** Commits as a caller does who comes back when told that it cannot be done just now: many are in each other's way. */
const commitPatiently = async (requests: PortRequests, recording: Recording): Promise<CommitOutcome> => {
  for (;;) {
    try {
      return await requests.commit(recording);
    } catch (error) {
      if (!(error instanceof UnavailableError)) throw error;
    }
  }
};

/** What every store of port requests promises to those who come at once. */
export const describeConcurrency = (name: string, makeRecords: MakeRecords): void => {
  const begin = async () => {
    const records = await makeRecords(now);
    const { requests } = records;
    return {
      ...records,
      write: async (recording: Recording): Promise<PortRequest> => {
        expect(await requests.commit(recording)).toEqual({ kind: 'committed' });
        return recording.after;
      },
      atOnce: (recordings: readonly Recording[]) =>
        Promise.all(recordings.map((recording) => commitPatiently(requests, recording))),
    };
  };

  describe(`${name}: numbers wanted at once`, { timeout: testMilliseconds }, () => {
    /** Whoever was committed holds disjoint numbers, and whoever was refused was told of one of them. */
    const expectFairShare = async (
      { requests, atOnce }: Awaited<ReturnType<typeof begin>>,
      recordings: readonly Recording[],
    ) => {
      const outcomes = await atOnce(recordings);
      const winners = recordings.filter((_, index) => outcomes[index]?.kind === 'committed');
      const numbersOf = ({ after }: Recording) => intervalsOf(after.content.numbers);
      for (const [index, winner] of winners.entries()) {
        for (const other of winners.slice(index + 1))
          expect(doOverlap(numbersOf(winner), numbersOf(other))).toBe(false);
        const holders = await requests.holdersOf(winner.after.content.numbers);
        expect(new Set(holders.map(({ holder }) => holder.portRequestId))).toEqual(
          new Set([winner.after.id]),
        );
        expect(holders.map(({ numbers }) => numbers)).toEqual(numbersOf(winner));
      }
      const winnerIds = new Set(winners.map(({ after }) => after.id));
      for (const [index, outcome] of outcomes.entries()) {
        const id = recordings[index]?.after.id ?? '';
        expect(await requests.find(id)).toEqual(winnerIds.has(id) ? recordings[index]?.after : undefined);
        if (outcome.kind === 'committed') continue;
        const taken = outcome.kind === 'numbers_taken' ? outcome.taken : [];
        expect(taken.length).toBeGreaterThan(0);
        for (const { holder } of taken) expect(winnerIds).toContain(holder.portRequestId);
      }
      return winners;
    };

    test.each([
      ['a range and the ten around its first', [range('025805000', 100)], [range('025805000', 10)]],
      ['a whole block and its last number', [range('025805000', 1000)], ['025805999']],
      ['two in the second block of each', ['025805070', '025806070'], ['025807070', '025806070']],
      ['several blocks in the other order', ['025805070', '025806070'], ['025806070', '025805070']],
      [
        'ranges of three blocks that meet in the last',
        [range('025801000', 1000), range('025802000', 1000), range('025803000', 1000)],
        ['025804070', range('025803990', 10)],
      ],
    ] as const)('that overlap, %s: exactly one of two gets them', async (_, one, other) => {
      // More than once, since the two do not meet in the same way each time.
      for (let turn = 0; turn < 3; turn += 1) {
        const winners = await expectFairShare(await begin(), [submission(...one), submission(...other)]);
        expect(winners).toHaveLength(1);
      }
    });

    test('by twenty, all around the same ten: exactly one gets them', async () => {
      const recordings = Array.from({ length: 20 }, (_, index) =>
        submission(range('025805050', 10), `02580607${index % 10}`),
      );
      expect(await expectFairShare(await begin(), recordings)).toHaveLength(1);
    });

    test('by twenty, each overlapping its neighbours in another block: nobody shares a number', async () => {
      const recordings = Array.from({ length: 20 }, (_, index) =>
        submission(`02${580 + index}5070`, `02${581 + index}5070`),
      );
      // Of a chain of twenty, at least every third can be had.
      expect((await expectFairShare(await begin(), recordings)).length).toBeGreaterThanOrEqual(7);
    });

    test('by thirty, each its own number of one block: everyone gets it, and gives it back', async () => {
      const { requests, atOnce } = await begin();
      const recordings = Array.from({ length: 30 }, (_, index) =>
        submission(`0258050${String(index).padStart(2, '0')}`),
      );
      expect(kindsOf(await atOnce(recordings))).toEqual(Array(30).fill('committed'));
      const block = [readNumberItem(range('025805000', 1000))];
      const holders = await requests.holdersOf(block);
      expect(holders.map(({ holder }) => holder.portRequestId).toSorted()).toEqual(
        recordings.map(({ after }) => after.id).toSorted(),
      );
      const cancellations = recordings.map(({ after }) => cancellation(after));
      expect(kindsOf(await atOnce(cancellations))).toEqual(Array(30).fill('committed'));
      expect(await requests.holdersOf(block)).toEqual([]);
    });

    test('while another gives them back: they are taken or free, and never lost to both', async () => {
      const { requests, write, atOnce } = await begin();
      const holder = await write(submission('025805070', '025806070'));
      const wanted = submission('025806070');
      const [given, taken] = await atOnce([cancellation(holder), wanted]);
      expect(given?.kind).toBe('committed');
      if (taken?.kind !== 'committed') expect(await requests.commit(wanted)).toEqual({ kind: 'committed' });
      const held = await requests.holdersOf([readNumberItem('025805070'), readNumberItem('025806070')]);
      expect(held.map(({ index, holder }) => [index, holder.portRequestId])).toEqual([[1, wanted.after.id]]);
    });
  });

  describe(`${name}: one request changed at once`, () => {
    test('in two ways from one version: one is written, the other is stale', async () => {
      const { requests, write, atOnce } = await begin();
      for (let turn = 0; turn < 5; turn += 1) {
        const request = await write(submission(`02580507${turn}`));
        const changes = [cancellation(request), recordingOf(accepted(request, instantIn.submitted))];
        const outcomes = await atOnce(changes);
        expect(kindsOf(outcomes)).toEqual(['committed', 'stale']);
        const won = changes[outcomes.findIndex(({ kind }) => kind === 'committed')];
        expect(await requests.find(request.id)).toEqual(won?.after);
        const history = await requests.history(request.id);
        expect(history).toHaveLength(won?.after.version ?? 0);
        expect(firstBrokenSequence(history)).toBeUndefined();
      }
    });

    test('as it is created twice: one is written, the other is stale', async () => {
      const { requests, atOnce } = await begin();
      const recording = submission('025805070');
      expect(kindsOf(await atOnce([recording, recording, recording]))).toEqual([
        'committed',
        'stale',
        'stale',
      ]);
      expect(await requests.history(recording.after.id)).toEqual(recording.entries);
    });
  });

  describe(`${name}: one key used at once`, () => {
    test('for changes of different requests: one is written, the others get its answer', async () => {
      const { requests, answers, write } = await begin();
      const held = await Promise.all(
        ['025805070', '025806070', '025807070'].map((each) => write(submission(each))),
      );
      const outcomes = await Promise.all(
        held.map((request, index) => requests.commit(cancellation(request), answer(`${index}`))),
      );
      const won = outcomes.findIndex(({ kind }) => kind === 'committed');
      expect(outcomes.filter((_, index) => index !== won)).toEqual(
        Array(2).fill({ kind: 'already_answered', answer: answer(`${won}`) }),
      );
      const found = await Promise.all(held.map(({ id }) => requests.find(id)));
      expect(found.map((request) => request?.status)).toEqual(
        held.map((_, index) => (index === won ? 'cancelled' : 'submitted')),
      );
      expect(await answers.find(answer('').scope, 'key-1')).toEqual(answer(`${won}`));
    });

    test('for one change: the losers get the answer, and none is told that it came too late', async () => {
      const { requests, write } = await begin();
      for (let turn = 0; turn < 5; turn += 1) {
        const request = await write(submission(`02580507${turn}`));
        const key = `key-${turn}`;
        const outcomes = await Promise.all(
          [0, 1, 2, 3].map((index) => requests.commit(cancellation(request), { ...answer(`${index}`), key })),
        );
        expect(kindsOf(outcomes)).toEqual([...Array(3).fill('already_answered'), 'committed']);
      }
    });

    test('for one submission: the losers get the answer, and none is told that its numbers are taken', async () => {
      const { requests } = await begin();
      const outcomes = await Promise.all(
        [0, 1, 2, 3].map((index) => requests.commit(submission('025805070'), answer(`${index}`))),
      );
      expect(kindsOf(outcomes)).toEqual([...Array(3).fill('already_answered'), 'committed']);
    });

    test('outside of a change: all get the same answer', async () => {
      const { answers } = await begin();
      const kept = await Promise.all(
        Array.from({ length: 8 }, (_, index) => answers.keep(answer(`${index}`))),
      );
      expect(new Set(kept.map(({ body }) => body)).size).toBe(1);
      expect(await answers.find(answer('').scope, 'key-1')).toEqual(kept[0]);
    });

    test('by a change and outside of one: both go by the same answer', async () => {
      const { requests, answers } = await begin();
      const [outcome, kept] = await Promise.all([
        requests.commit(submission('025805070'), answer('change')),
        answers.keep(answer('other')),
      ]);
      const found = await answers.find(answer('').scope, 'key-1');
      expect(found).toEqual(kept);
      expect(outcome).toEqual(
        kept.body === 'change' ? { kind: 'committed' } : { kind: 'already_answered', answer: kept },
      );
    });
  });
};
