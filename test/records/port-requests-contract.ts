import { Temporal } from 'temporal-polyfill';
import { describe, expect, test } from 'vitest';
import { type Now, toInstantText } from '../../functions/calendar/clock.ts';
import { type NumberItem, readNumberItem } from '../../functions/numbers/number-item.ts';
import { listLimits } from '../../functions/numbers/number-list.ts';
import { cancel } from '../../functions/port-request/cancel.ts';
import type { Content } from '../../functions/port-request/content.ts';
import { edit } from '../../functions/port-request/edit.ts';
import { firstBrokenSequence } from '../../functions/port-request/history.ts';
import type { PortRequest } from '../../functions/port-request/port-request.ts';
import type {
  DuePosition,
  PortRequestFilter,
  PortRequests,
  TakenItem,
} from '../../functions/port-request/port-requests.ts';
import type { Recording } from '../../functions/port-request/recording.ts';
import { type Status, statuses } from '../../functions/port-request/status.ts';
import { submit } from '../../functions/port-request/submit.ts';
import type { RememberedAnswer, RememberedAnswers } from '../../functions/remembered-answers.ts';
import { aContent } from '../support/port-request-builder.ts';
import {
  answered,
  created,
  events,
  factsAt,
  instantIn,
  recordingOf,
  recordingsInto,
  requestIn,
  reseller,
} from '../support/port-request-life.ts';

/** A store of port requests under test, empty, whose only clock is `now`. */
export type RecordsUnderTest = { readonly requests: PortRequests; readonly answers: RememberedAnswers };

export type MakeRecords = (now: Now) => Promise<RecordsUnderTest>;

const itemsOf = (...inputs: readonly unknown[]): readonly NumberItem[] => inputs.map(readNumberItem);

/** A request's data, wanting only these numbers. */
const contentFor = (...inputs: readonly unknown[]): Content =>
  aContent({ numbers: itemsOf(...inputs), mainNumber: null, contract: null });

const allRequests: PortRequestFilter = {
  tenant: undefined,
  statuses: [],
  number: undefined,
  customerReference: undefined,
  updatedAfter: undefined,
};

const answerTo = (key: string, overrides: Partial<RememberedAnswer> = {}): RememberedAnswer => ({
  scope: 'acme POST /v1/port-requests',
  key,
  fingerprint: 'f'.repeat(64),
  status: 201,
  headers: { etag: '"2"' },
  body: '{"id":"prt_1"}',
  expiresAt: '2026-04-02T08:00:00Z',
  ...overrides,
});

const idsOf = (requests: readonly { readonly id: string }[]): readonly string[] =>
  requests.map(({ id }) => id);

const byPlace = (one: TakenItem, other: TakenItem): number =>
  one.index - other.index || one.numbers.from - other.numbers.from;

const holdersIn = (taken: readonly TakenItem[]) =>
  taken.map(({ index, holder }) => [index, holder.portRequestId] as const);

/** What every store of port requests promises, told on each of them: one that differs is wrong. */
export const describePortRequests = (name: string, makeRecords: MakeRecords): void => {
  const begin = async () => {
    let now = Temporal.Instant.from('2026-03-30T08:00:00Z');
    const records = await makeRecords(() => now);
    const { requests } = records;
    const write = async (recording: Recording): Promise<PortRequest> => {
      expect(await requests.commit(recording)).toEqual({ kind: 'committed' });
      return recording.after;
    };
    return {
      ...records,
      write,
      moveClock: (to: string) => {
        now = Temporal.Instant.from(to);
      },
      /** Brings a request into a status, commit by commit. */
      bring: async (status: Status, content?: Content, tenant?: string): Promise<PortRequest> => {
        let request: PortRequest | undefined;
        for (const recording of recordingsInto(status, content, tenant)) request = await write(recording);
        return request ?? requestIn(status);
      },
      /** Everything the store says about a request: what a commit that writes nothing leaves as it was. */
      stateOf: async (id: string) => ({
        request: await requests.find(id),
        history: await requests.history(id),
        frozen: [await requests.attemptContent(id, 1), await requests.attemptContent(id, 2)],
        listed: idsOf(await requests.list(allRequests, { limit: 100, after: undefined })),
        due: await requests.due(Temporal.Instant.from('2030-01-01T00:00:00Z'), {
          limit: 100,
          after: undefined,
        }),
      }),
    };
  };

  describe(`${name}: what was written`, () => {
    test('may be as long as the longest body makes it, and longer', async () => {
      const { requests, answers, bring } = await begin();
      // Far over the 400 KB that one item of a table holds.
      const content = aContent({ noteToOperator: 'Zoë '.repeat(150_000) });
      const request = await bring('submitted', content);
      expect(await requests.find(request.id)).toEqual(request);
      expect(await requests.attemptContent(request.id, 1)).toEqual(content);
      const answer = answerTo('long', { body: JSON.stringify(content) });
      await answers.keep(answer);
      expect(await answers.find(answer.scope, 'long')).toEqual(answer);
    });

    test('an unknown request is not there', async () => {
      const { requests } = await begin();
      expect(await requests.find('prt_unknown')).toBeUndefined();
      // Longer than any key, as only somebody who tries things out would send it.
      expect(await requests.find('x'.repeat(5000))).toBeUndefined();
      expect(await requests.history('prt_unknown')).toEqual([]);
      expect(await requests.attemptContent('prt_unknown', 1)).toBeUndefined();
    });

    test.each(statuses)(
      'a request in %s is found as it was written, with its whole history',
      async (status) => {
        const { requests, write } = await begin();
        const recordings = recordingsInto(status);
        for (const recording of recordings) await write(recording);
        const last = recordings.at(-1)?.after;
        expect(await requests.find(last?.id ?? '')).toEqual(last);
        const history = await requests.history(last?.id ?? '');
        expect(history).toEqual(recordings.flatMap(({ entries }) => entries));
        expect(firstBrokenSequence(history)).toBeUndefined();
      },
    );

    test('several entries of one commit keep their order, also past the tenth', async () => {
      const { requests, bring, write } = await begin();
      let request = await bring('draft');
      for (let turn = 0; turn < 12; turn += 1) {
        const content = aContent({ noteToOperator: `Turn ${turn}` });
        request = await write(recordingOf(edit(request, content, factsAt(instantIn.draft), reseller)));
      }
      const history = await requests.history(request.id);
      expect(history.map(({ sequence }) => sequence)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13]);
    });

    test('each attempt keeps the data that it was submitted with', async () => {
      const { requests, bring, write } = await begin();
      const rejected = await bring('rejected');
      const corrected = aContent({ desiredDate: null, noteToOperator: 'Corrected.' });
      const now = instantIn.rejected;
      const edited = await write(recordingOf(edit(rejected, corrected, factsAt(now), reseller)));
      await write(recordingOf(submit(edited, factsAt(now), reseller)));
      expect(await requests.attemptContent(rejected.id, 1)).toEqual(rejected.content);
      expect(await requests.attemptContent(rejected.id, 2)).toEqual(corrected);
      expect(await requests.attemptContent(rejected.id, 3)).toBeUndefined();
    });

    test('a draft has no attempt whose data could be kept', async () => {
      const { requests, bring } = await begin();
      expect(await requests.attemptContent((await bring('draft')).id, 1)).toBeUndefined();
    });
  });

  describe(`${name}: two writers`, () => {
    test('from the same version, one after the other: the second is stale and writes nothing', async () => {
      const { requests, bring, write, stateOf } = await begin();
      const request = await bring('submitted');
      const [one, other] = [1, 2].map(() =>
        recordingOf(cancel(request, null, factsAt(instantIn.submitted), reseller)),
      );
      if (one === undefined || other === undefined) throw new Error('Two recordings were made');
      await write(one);
      const before = await stateOf(request.id);
      expect(await requests.commit(other)).toEqual({ kind: 'stale' });
      expect(await stateOf(request.id)).toEqual(before);
      expect(before.request).toEqual(one.after);
    });

    test('from the same version, at once: exactly one wins', async () => {
      const { requests, bring } = await begin();
      const request = await bring('submitted');
      const recordings = Array.from({ length: 8 }, () =>
        recordingOf(cancel(request, null, factsAt(instantIn.submitted), reseller)),
      );
      const outcomes = await Promise.all(recordings.map((recording) => requests.commit(recording)));
      expect(outcomes.map(({ kind }) => kind).sort()).toEqual(['committed', ...Array(7).fill('stale')]);
      const won = recordings[outcomes.findIndex(({ kind }) => kind === 'committed')];
      expect(await requests.find(request.id)).toEqual(won?.after);
      expect(firstBrokenSequence(await requests.history(request.id))).toBeUndefined();
    });

    test('a request that is there cannot be created again', async () => {
      const { requests, write } = await begin();
      const creation = recordingOf(created());
      await write(creation);
      expect(await requests.commit(creation)).toEqual({ kind: 'stale' });
      expect(await requests.history(creation.after.id)).toEqual(creation.entries);
    });

    test('a request that is not there cannot be changed', async () => {
      const { requests, stateOf } = await begin();
      const change = recordingOf(
        cancel(requestIn('submitted'), null, factsAt(instantIn.submitted), reseller),
      );
      const before = await stateOf(change.after.id);
      expect(await requests.commit(change)).toEqual({ kind: 'stale' });
      expect(await stateOf(change.after.id)).toEqual(before);
      expect(before.request).toBeUndefined();
    });
  });

  const range = { start: '025805050', size: 10 };
  const hundred = { start: '025805000', size: 100 };
  const thousand = { start: '025805000', size: 1000 };

  describe(`${name}: numbers`, () => {
    const holding: readonly (readonly [Status, boolean])[] = [
      ['draft', false],
      ['submitted', true],
      ['awaiting_answer', true],
      ['rejected', false],
      ['approved', true],
      ['ready_to_start', true],
      ['in_progress', true],
      ['completed', false],
      ['expired', false],
      ['cancelled', false],
    ];

    test.each(holding)('in %s are held: %s', async (status, isHeld) => {
      const { requests, bring } = await begin();
      const { id } = await bring(status, contentFor(range, '025805070'));
      const items = itemsOf('025805055', '025805070', '025805071', thousand);
      const held = (index: number, from: number, to = from): TakenItem => ({
        index,
        numbers: { from, to },
        holder: { portRequestId: id, tenant: 'acme' },
      });
      const taken = await requests.holdersOf(items);
      expect(taken.toSorted(byPlace)).toEqual(
        isHeld
          ? [held(0, 3225805055), held(1, 3225805070), held(3, 3225805050, 3225805059), held(3, 3225805070)]
          : [],
      );
      const next = await requests.commit(recordingOf(created({ content: contentFor('025805055') })));
      expect(next.kind).toBe(isHeld ? 'numbers_taken' : 'committed');
    });

    test.each([
      ['the same number', ['025805070'], ['025805070'], [[0, 3225805070, 3225805070]]],
      ['a number of a range', [range], ['025805059'], [[0, 3225805059, 3225805059]]],
      ['the range around a number', ['025805059'], [range], [[0, 3225805059, 3225805059]]],
      ['a larger range around a range', [range], [hundred], [[0, 3225805050, 3225805059]]],
      ['a whole block around its last number', ['025805999'], [thousand], [[0, 3225805999, 3225805999]]],
      ['the second of two items', [range], ['025805070', '025805050'], [[1, 3225805050, 3225805050]]],
      [
        'both of two items',
        [range, '025805070'],
        ['025805070', '025805050'],
        [
          [0, 3225805070, 3225805070],
          [1, 3225805050, 3225805050],
        ],
      ],
      [
        'an item in the second of several blocks',
        ['025806070', '025807070'],
        ['025805070', '025807070'],
        [[1, 3225807070, 3225807070]],
      ],
    ] as const)('wanted twice, by %s, are taken and named', async (_, held, wanted, shared) => {
      const { requests, write, stateOf } = await begin();
      const first = await write(recordingOf(created({ content: contentFor(...held) })));
      const second = recordingOf(created({ content: contentFor(...wanted), tenant: 'other' }));
      const before = await stateOf(second.after.id);
      expect(await requests.commit(second)).toEqual({
        kind: 'numbers_taken',
        taken: shared.map(([index, from, to]) => ({
          index,
          numbers: { from, to },
          holder: { portRequestId: first.id, tenant: 'acme' },
        })),
      });
      expect(await stateOf(second.after.id)).toEqual(before);
    });

    test('wanted as one range of which several requests hold some are named for each holder', async () => {
      const { requests, write } = await begin();
      const one = await write(recordingOf(created({ content: contentFor('025805055') })));
      const other = await write(recordingOf(created({ content: contentFor('025805070'), tenant: 'other' })));
      const taken = await requests.holdersOf(itemsOf(hundred));
      expect(
        taken.toSorted(byPlace).map(({ numbers, holder }) => [numbers.from, holder.portRequestId]),
      ).toEqual([
        [3225805055, one.id],
        [3225805070, other.id],
      ]);
    });

    test.each([
      ['the number before a range', [range], ['025805049']],
      ['the number after it', [range], ['025805060']],
      ['the next range', [range], [{ start: '025805060', size: 10 }]],
      ['the same digits in another zone', ['025805070'], ['035805070']],
      ['the next block', [thousand], ['025806000', '025804999']],
    ])('that only lie near, %s, are free', async (_, held, wanted) => {
      const { requests, write } = await begin();
      await write(recordingOf(created({ content: contentFor(...held) })));
      expect(await requests.commit(recordingOf(created({ content: contentFor(...wanted) })))).toEqual({
        kind: 'committed',
      });
    });

    test.each([
      ['one number', ['025805070'], ['025805070']],
      ['a range and a number of it', [range], ['025805055']],
      ['the last of several blocks', ['025805070', '025806070', '025807070'], ['025807070', '035806070']],
    ])('wanted by two tenants at once, %s: exactly one gets them', async (_, one, other) => {
      const { requests } = await begin();
      const recordings = [
        ...Array.from({ length: 4 }, () =>
          recordingOf(created({ content: contentFor(...one), tenant: 'one' })),
        ),
        ...Array.from({ length: 4 }, () =>
          recordingOf(created({ content: contentFor(...other), tenant: 'other' })),
        ),
      ];
      const outcomes = await Promise.all(recordings.map((recording) => requests.commit(recording)));
      expect(outcomes.map(({ kind }) => kind).sort()).toEqual([
        'committed',
        ...Array(7).fill('numbers_taken'),
      ]);
      const won = recordings[outcomes.findIndex(({ kind }) => kind === 'committed')]?.after;
      const found = await Promise.all(recordings.map(({ after }) => requests.find(after.id)));
      expect(found.filter((request) => request !== undefined)).toEqual([won]);
      const holders = await requests.holdersOf(itemsOf(...one, ...other));
      expect([...new Set(holdersIn(holders).map(([, id]) => id))]).toEqual([won?.id]);
    });

    test('stay a request’s own while it goes on: it never stands in its own way', async () => {
      const { requests, bring } = await begin();
      const { id } = await bring('in_progress', contentFor(range, '025805070', '035805070'));
      expect(holdersIn(await requests.holdersOf(itemsOf('035805070', range)))).toEqual([
        [0, id],
        [1, id],
      ]);
    });

    test('may be others in the next attempt: those given up are free, those added are held', async () => {
      const { requests, bring, write } = await begin();
      const rejected = await bring('rejected', contentFor(range, '025806070'));
      const now = instantIn.rejected;
      const content = { ...contentFor(range, '025807070'), desiredDate: null };
      const edited = await write(recordingOf(edit(rejected, content, factsAt(now), reseller)));
      expect(await requests.holdersOf(itemsOf(range, '025806070', '025807070'))).toEqual([]);
      const { id } = await write(recordingOf(submit(edited, factsAt(now), reseller)));
      expect(holdersIn(await requests.holdersOf(itemsOf(range, '025806070', '025807070')))).toEqual([
        [0, id],
        [2, id],
      ]);
    });

    test('that another took meanwhile stop the next attempt, which stays as it was', async () => {
      const { requests, bring, write, stateOf } = await begin();
      const rejected = await bring('rejected', contentFor('025805070', '025806070'));
      const taker = await write(recordingOf(created({ content: contentFor('025806070'), tenant: 'other' })));
      const again = { ...rejected, content: { ...rejected.content, desiredDate: null } };
      const before = await stateOf(rejected.id);
      const resubmission = recordingOf(submit(again, factsAt(instantIn.rejected), reseller));
      expect(await requests.commit(resubmission)).toEqual({
        kind: 'numbers_taken',
        taken: [
          {
            index: 1,
            numbers: { from: 3225806070, to: 3225806070 },
            holder: { portRequestId: taker.id, tenant: 'other' },
          },
        ],
      });
      expect(await stateOf(rejected.id)).toEqual(before);
      expect(holdersIn(await requests.holdersOf(itemsOf('025805070', '025806070')))).toEqual([[1, taker.id]]);
    });

    test('in several blocks are freed in all of them', async () => {
      const { requests, bring, write } = await begin();
      const wanted = ['025805070', '025806070', '025807070', { start: '025808000', size: 1000 }];
      const request = await bring('awaiting_answer', contentFor(...wanted));
      expect(holdersIn(await requests.holdersOf(itemsOf(...wanted)))).toHaveLength(4);
      await write(recordingOf(answered(request, events.rejected(request), '2026-04-02T09:12:00Z')));
      expect(await requests.holdersOf(itemsOf(...wanted))).toEqual([]);
    });

    test('of others in the same block stay held when one request frees its own', async () => {
      const { requests, bring, write } = await begin();
      const one = await bring('submitted', contentFor('025805070'));
      const other = await bring('submitted', contentFor('025805071'));
      await write(recordingOf(cancel(one, null, factsAt(instantIn.submitted), reseller)));
      expect(holdersIn(await requests.holdersOf(itemsOf('025805070', '025805071')))).toEqual([[1, other.id]]);
    });

    test('that cannot be read are held by nobody', async () => {
      const { requests, bring } = await begin();
      await bring('draft', contentFor('no number'));
      expect(await requests.holdersOf(itemsOf('no number'))).toEqual([]);
    });
  });

  describe(`${name}: remembered answers`, () => {
    test('are kept with the change, and found until they expire', async () => {
      const { requests, answers, moveClock } = await begin();
      const answer = answerTo('key-1');
      expect(await requests.commit(recordingOf(created()), answer)).toEqual({ kind: 'committed' });
      expect(await answers.find(answer.scope, 'key-1')).toEqual(answer);
      moveClock('2026-04-02T07:59:59Z');
      expect(await answers.find(answer.scope, 'key-1')).toEqual(answer);
      moveClock('2026-04-02T08:00:00Z');
      expect(await answers.find(answer.scope, 'key-1')).toBeUndefined();
    });

    test('belong to one scope and one key, whatever these are made of', async () => {
      const { answers } = await begin();
      const kept = [
        answerTo('a b', { scope: 'x', body: '1' }),
        answerTo('b', { scope: 'x a', body: '2' }),
        answerTo('a', { scope: 'x\n', body: '3' }),
        answerTo('xa', { scope: '', body: '5' }),
        answerTo('a', { scope: 'x', body: '6' }),
        answerTo('', { scope: 'x', body: '4' }),
      ];
      for (const answer of kept) await answers.keep(answer);
      const found = await Promise.all(kept.map(({ scope, key }) => answers.find(scope, key)));
      expect(found).toEqual(kept);
      expect(await answers.find('x', 'b')).toBeUndefined();
    });

    test('stop a second change under the same key, which writes nothing', async () => {
      const { requests, stateOf } = await begin();
      const answer = answerTo('key-1');
      await requests.commit(recordingOf(created({ content: contentFor('025805070') })), answer);
      const second = recordingOf(created({ content: contentFor('025805071') }));
      const before = await stateOf(second.after.id);
      expect(await requests.commit(second, answerTo('key-1', { body: '{"id":"prt_2"}' }))).toEqual({
        kind: 'already_answered',
        answer,
      });
      expect(await stateOf(second.after.id)).toEqual(before);
      expect(await requests.holdersOf(itemsOf('025805071'))).toEqual([]);
    });

    test('are given even where the numbers are taken: by the very request that was answered', async () => {
      const { requests } = await begin();
      const answer = answerTo('key-1');
      await requests.commit(recordingOf(created()), answer);
      expect(await requests.commit(recordingOf(created()), answerTo('key-1'))).toEqual({
        kind: 'already_answered',
        answer,
      });
    });

    test('are given even where the version is stale: by the very change that was answered', async () => {
      const { requests, bring } = await begin();
      const request = await bring('submitted');
      const twice = () => recordingOf(cancel(request, null, factsAt(instantIn.submitted), reseller));
      const answer = answerTo('key-1');
      expect(await requests.commit(twice(), answer)).toEqual({ kind: 'committed' });
      expect(await requests.commit(twice(), answerTo('key-1'))).toEqual({ kind: 'already_answered', answer });
    });

    test('to the same key at once: one is committed, the other gets its answer', async () => {
      const { requests } = await begin();
      const recordings = Array.from({ length: 6 }, (_, index) =>
        recordingOf(created({ content: contentFor(`02580507${index}`) })),
      );
      const outcomes = await Promise.all(
        recordings.map((recording, index) =>
          requests.commit(recording, answerTo('key-1', { body: `${index}` })),
        ),
      );
      const won = outcomes.findIndex(({ kind }) => kind === 'committed');
      const others = outcomes.filter((_, index) => index !== won);
      expect(others).toEqual(
        others.map(() => ({ kind: 'already_answered', answer: answerTo('key-1', { body: `${won}` }) })),
      );
      expect(idsOf(await requests.list(allRequests, { limit: 10, after: undefined }))).toEqual([
        recordings[won]?.after.id,
      ]);
    });

    test('that have expired make room for a new change', async () => {
      const { requests, answers, moveClock } = await begin();
      await requests.commit(recordingOf(created({ content: contentFor('025805070') })), answerTo('key-1'));
      moveClock('2026-04-02T08:00:00Z');
      const next = answerTo('key-1', { body: '{"id":"prt_2"}', expiresAt: '2026-04-05T08:00:00Z' });
      expect(await requests.commit(recordingOf(created({ content: contentFor('025805071') })), next)).toEqual(
        {
          kind: 'committed',
        },
      );
      expect(await answers.find(next.scope, 'key-1')).toEqual(next);
    });

    test('are not kept for a change that was stale or whose numbers were taken', async () => {
      const { requests, answers, bring } = await begin();
      const request = await bring('submitted', contentFor('025805070'));
      const taken = recordingOf(created({ content: contentFor('025805070') }));
      expect((await requests.commit(taken, answerTo('key-1'))).kind).toBe('numbers_taken');
      const stale = recordingOf(created());
      const change = { ...stale, before: request, after: { ...request, version: 9 } };
      expect(
        (await requests.commit({ ...change, before: { ...request, version: 8 } }, answerTo('key-2'))).kind,
      ).toBe('stale');
      expect(await answers.find('acme POST /v1/port-requests', 'key-1')).toBeUndefined();
      expect(await answers.find('acme POST /v1/port-requests', 'key-2')).toBeUndefined();
    });

    test('kept outside of a change: the first one stays', async () => {
      const { answers, moveClock } = await begin();
      const first = answerTo('key-1');
      const second = answerTo('key-1', { body: 'another', expiresAt: '2026-05-01T00:00:00Z' });
      expect(await answers.keep(first)).toEqual(first);
      expect(await answers.keep(second)).toEqual(first);
      expect(await answers.find(first.scope, 'key-1')).toEqual(first);
      moveClock('2026-04-02T08:00:00Z');
      expect(await answers.keep(second)).toEqual(second);
      expect(await answers.find(first.scope, 'key-1')).toEqual(second);
    });
  });

  describe(`${name}: the list`, () => {
    const numbers = Array.from({ length: 7 }, (_, index) => `02580507${index}`);

    /** Seven requests, two each second, so that several are of the same instant. */
    const seven = async () => {
      const store = await begin();
      const made: PortRequest[] = [];
      for (const [index, number] of numbers.entries()) {
        const now = `2026-03-30T08:00:0${Math.floor(index / 2)}Z`;
        made.push(await store.write(recordingOf(created({ content: contentFor(number), now }))));
      }
      return { ...store, newestFirst: idsOf(made.toReversed()) };
    };

    test('is newest first, those of one instant by their ids', async () => {
      const { requests, newestFirst } = await seven();
      expect(idsOf(await requests.list(allRequests, { limit: 100, after: undefined }))).toEqual(newestFirst);
    });

    test.each([1, 2, 3, 7, 8])(
      'page by page of %i gives each request once, in the same order',
      async (limit) => {
        const { requests, newestFirst } = await seven();
        const seen: string[] = [];
        let after: { readonly createdAt: string; readonly id: string } | undefined;
        for (let pages = 0; pages <= newestFirst.length; pages += 1) {
          const page = await requests.list(allRequests, { limit, after });
          expect(page.length).toBeLessThanOrEqual(limit);
          seen.push(...idsOf(page));
          const last = page.at(-1);
          if (last === undefined) break;
          after = { createdAt: last.createdAt, id: last.id };
        }
        expect(seen).toEqual(newestFirst);
      },
    );

    test('page by page misses none when a newer one comes in between, or one is changed', async () => {
      const { requests, newestFirst, write } = await seven();
      const first = await requests.list(allRequests, { limit: 3, after: undefined });
      const last = first.at(-1);
      await write(recordingOf(created({ content: contentFor('025805079'), now: '2026-03-30T09:00:00Z' })));
      const oldest = await requests.find(newestFirst.at(-1) ?? '');
      if (oldest !== undefined)
        await write(recordingOf(cancel(oldest, null, factsAt('2026-03-30T09:00:00Z'), reseller)));
      const rest = await requests.list(allRequests, {
        limit: 100,
        after: last && { createdAt: last.createdAt, id: last.id },
      });
      expect([...idsOf(first), ...idsOf(rest)]).toEqual(newestFirst);
    });

    test('is filtered by tenant, status, number, reference and last change, and by several at once', async () => {
      const { requests, bring } = await begin();
      const draft = await bring('draft', contentFor('025805070'));
      const rejected = await bring('rejected', { ...contentFor(range), customerReference: 'ACME-43' });
      const approved = await bring('approved', contentFor('025805055'), 'other');
      const idsFor = async (filter: Partial<PortRequestFilter>) =>
        idsOf(
          await requests.list({ ...allRequests, ...filter }, { limit: 100, after: undefined }),
        ).toSorted();
      const number = readNumberItem('025805055');
      expect(await idsFor({})).toEqual(idsOf([draft, rejected, approved]));
      expect(await idsFor({ tenant: 'other' })).toEqual([approved.id]);
      expect(await idsFor({ tenant: 'nobody' })).toEqual([]);
      expect(await idsFor({ statuses: ['draft'] })).toEqual([draft.id]);
      expect(await idsFor({ statuses: ['approved', 'rejected'] })).toEqual(idsOf([rejected, approved]));
      expect(await idsFor({ number })).toEqual(idsOf([rejected, approved]));
      expect(await idsFor({ number: readNumberItem('025805059') })).toEqual([rejected.id]);
      expect(await idsFor({ number: readNumberItem('025805060') })).toEqual([]);
      expect(await idsFor({ customerReference: 'ACME-43' })).toEqual([rejected.id]);
      expect(await idsFor({ customerReference: 'acme-43' })).toEqual([]);
      expect(await idsFor({ updatedAfter: '2026-03-30T08:00:00Z' })).toEqual(idsOf([rejected, approved]));
      expect(await idsFor({ updatedAfter: '2026-04-02T09:12:00Z' })).toEqual([]);
      expect(await idsFor({ number, tenant: 'acme', statuses: ['rejected'] })).toEqual([rejected.id]);
      expect(await idsFor({ number, tenant: 'acme', statuses: ['approved'] })).toEqual([]);
    });

    test('finds a draft by its numbers at once, by those that an edit adds, and not by those it takes out', async () => {
      const { requests, write } = await begin();
      const first = recordingOf(created({ content: contentFor('025805070'), submit: false }));
      const idsFor = async (number: string) =>
        idsOf(
          await requests.list(
            { ...allRequests, number: readNumberItem(number) },
            { limit: 10, after: undefined },
          ),
        );
      const draft = await write(first);
      expect(await idsFor('025805070')).toEqual([draft.id]);
      await write(recordingOf(edit(draft, contentFor('025806070'), factsAt(instantIn.draft), reseller)));
      expect(await idsFor('025806070')).toEqual([draft.id]);
      expect(await idsFor('025805070')).toEqual([]);
    });

    test('finds a draft that named too many blocks by the numbers it was corrected to, all of them', async () => {
      const { requests, write } = await begin();
      const blocks = Array.from({ length: listLimits.blocks + 1 }, (_, index) => `02${500 + index}5070`);
      const tooMany = recordingOf(created({ content: contentFor(...blocks), submit: false }));
      const draft = await write(tooMany);
      const within = blocks.slice(0, listLimits.blocks);
      await write(recordingOf(edit(draft, contentFor(...within), factsAt(instantIn.draft), reseller)));
      for (const number of within.map(readNumberItem))
        expect(
          idsOf(await requests.list({ ...allRequests, number }, { limit: 10, after: undefined })),
        ).toEqual([draft.id]);
      const takenOut = { ...allRequests, number: readNumberItem(blocks.at(-1)) };
      expect(await requests.list(takenOut, { limit: 10, after: undefined })).toEqual([]);
    });

    test.each(['completed', 'cancelled', 'expired'] as const)(
      'finds a number in a request that is %s',
      async (status) => {
        const { requests, bring } = await begin();
        const { id } = await bring(status, contentFor(range));
        for (const number of ['025805050', '025805055', '025805059'].map(readNumberItem))
          expect(
            idsOf(await requests.list({ ...allRequests, number }, { limit: 10, after: undefined })),
          ).toEqual([id]);
      },
    );
  });

  describe(`${name}: what is due`, () => {
    const far = Temporal.Instant.from('2030-01-01T00:00:00Z');

    test('is what the clock has something to do for, from that very instant on', async () => {
      const { requests, bring } = await begin();
      const { id } = await bring('approved');
      const dueAt = (now: string) =>
        requests.due(Temporal.Instant.from(now), { limit: 10, after: undefined });
      expect(await dueAt('2026-04-14T06:59:59Z')).toEqual([]);
      expect(await dueAt('2026-04-14T07:00:00Z')).toEqual([{ id, dueAt: '2026-04-14T07:00:00Z' }]);
    });

    test('moves on with the request and ends with it', async () => {
      const { requests, write } = await begin();
      const seen: (readonly string[])[] = [];
      for (const recording of recordingsInto('expired')) {
        await write(recording);
        const due = await requests.due(far, { limit: 10, after: undefined });
        seen.push(due.map(({ dueAt }) => dueAt));
      }
      expect(seen).toEqual([
        [],
        [],
        ['2026-04-15T07:00:00Z'],
        ['2026-04-14T07:00:00Z'],
        ['2026-04-21T07:00:00Z'],
        [],
      ]);
    });

    test.each([1, 2, 3, 5, 6])('page by page of %i comes once each, the longest due first', async (limit) => {
      const { requests, bring } = await begin();
      const made: PortRequest[] = [];
      for (const [index, status] of (
        ['approved', 'awaiting_answer', 'approved', 'ready_to_start', 'approved'] as const
      ).entries())
        made.push(await bring(status, contentFor(`02580507${index}`)));
      const expected = made
        .map(({ id, dueAt }) => ({ id, dueAt: dueAt ?? '' }))
        .toSorted((one, other) => (`${one.dueAt} ${one.id}` < `${other.dueAt} ${other.id}` ? -1 : 1));
      const seen: DuePosition[] = [];
      for (let pages = 0; pages <= made.length; pages += 1) {
        const page = await requests.due(far, { limit, after: seen.at(-1) });
        expect(page.length).toBeLessThanOrEqual(limit);
        if (page.length === 0) break;
        seen.push(...page);
      }
      expect(seen).toEqual(expected);
      expect(toInstantText(far) > (expected.at(-1)?.dueAt ?? '')).toBe(true);
    });
  });
};
