import { Temporal } from 'temporal-polyfill';
import { describe, expect, test } from 'vitest';
import { erasedContent, erasedEnclosure, erasedText } from '../../functions/erasure/erase.ts';
import { readNumberItem } from '../../functions/numbers/number-item.ts';
import { cancel } from '../../functions/port-request/cancel.ts';
import type { Content } from '../../functions/port-request/content.ts';
import { edit } from '../../functions/port-request/edit.ts';
import type { EnclosureContent } from '../../functions/port-request/enclosure.ts';
import { firstBrokenSequence } from '../../functions/port-request/history.ts';
import type { PortRequest } from '../../functions/port-request/port-request.ts';
import type { QueuedTask } from '../../functions/port-request/port-requests.ts';
import { type Recording, record, startRecording } from '../../functions/port-request/recording.ts';
import type { Status } from '../../functions/port-request/status.ts';
import { submit } from '../../functions/port-request/submit.ts';
import type { RememberedAnswer } from '../../functions/remembered-answers.ts';
import { aContent } from '../support/port-request-builder.ts';
import {
  answered,
  carrier,
  caughtUp,
  desk,
  events,
  factsAt,
  instantIn,
  recordingOf,
  recordingsInto,
  requestIn,
  reseller,
} from '../support/port-request-life.ts';
import type { MakeRecords } from './port-requests-contract.ts';

const contentFor = (number: string): Content =>
  aContent({ numbers: [readNumberItem(number)], mainNumber: null, contract: null });

/** One after the other in one recording: notes of a reseller, which wait for the desk. */
const notedIn = (before: Recording, now: string, ...texts: readonly string[]): Recording =>
  texts.reduce(
    (recording, text) =>
      record(recording, factsAt(now), {
        type: 'port_request.noted',
        actor: reseller,
        data: { visibility: 'shared' },
        enclosure: { kind: 'note', visibility: 'shared', text },
        request: recording.after,
      }),
    before,
  );

const noted = (request: PortRequest, now: string, ...texts: readonly string[]): Recording =>
  notedIn(startRecording(request), now, ...texts);

const refusedEvent = (body: unknown): EnclosureContent => ({
  kind: 'refused_event',
  webhookId: 'msg_1',
  type: 'request.approved',
  attempt: 1,
  code: 'event.contradictory',
  body,
});

/** An event of the carrier that was refused: it waits for the desk with its body. */
const refused = (request: PortRequest, now: string, body: unknown): Recording =>
  record(startRecording(request), factsAt(now), {
    type: 'port_request.operator_event_refused',
    actor: carrier,
    data: { code: 'event.contradictory' },
    enclosure: refusedEvent(body),
    request,
  });

/** The desk says that one of a request's tasks is done. */
const doneIn = (request: PortRequest, sequence: number): Recording =>
  record(startRecording(request), factsAt(instantIn.awaiting_answer), {
    type: 'port_request.noted',
    actor: desk,
    data: { code: 'task_done' },
    request: { ...request, deskTasks: request.deskTasks.filter((task) => task.sequence !== sequence) },
  });

const textsOf = (enclosures: readonly EnclosureContent[]) =>
  enclosures.map((enclosure) => (enclosure.kind === 'note' ? enclosure.text : enclosure.body));

const placesOf = (tasks: readonly QueuedTask[]) =>
  tasks.map(({ portRequestId, sequence }) => [portRequestId, sequence] as const);

const answer: RememberedAnswer = {
  scope: 'acme POST /v1/port-requests/prt_1/notes',
  key: 'key-1',
  fingerprint: 'f'.repeat(64),
  status: 201,
  headers: {},
  body: '{}',
  expiresAt: '2026-04-02T08:00:00Z',
};

/** What every store of port requests promises of what stands beside a request: texts, tasks of the desk, frozen data. */
export const describeKeptBeside = (name: string, makeRecords: MakeRecords): void => {
  const begin = async () => {
    const { requests } = await makeRecords(() => Temporal.Instant.from('2026-03-30T08:00:00Z'));
    const write = async (recording: Recording): Promise<PortRequest> => {
      expect(await requests.commit(recording)).toEqual({ kind: 'committed' });
      return recording.after;
    };
    return {
      requests,
      write,
      bring: async (status: Status, content?: Content, tenant?: string): Promise<PortRequest> => {
        let request: PortRequest | undefined;
        for (const recording of recordingsInto(status, content, tenant)) request = await write(recording);
        return request ?? requestIn(status);
      },
      queue: () => requests.deskQueue({ limit: 100, after: undefined }),
    };
  };

  const at = instantIn.awaiting_answer;

  describe(`${name}: enclosures`, () => {
    test('are not there before there are any, nor of a request that is not there', async () => {
      const { requests, bring } = await begin();
      const { id } = await bring('completed');
      expect(await requests.enclosures(id)).toEqual([]);
      expect(await requests.enclosures('prt_unknown')).toEqual([]);
    });

    test('are found as they were written, oldest first, also past the tenth', async () => {
      const { requests, bring, write } = await begin();
      let request = await bring('awaiting_answer');
      const recordings: Recording[] = [];
      for (let turn = 0; turn < 5; turn += 1) {
        const both = noted(request, at, `First of ${turn}`, `Second of ${turn}`);
        const event = refused(both.after, at, { type: 'request.approved', data: { turn } });
        recordings.push(both, event);
        await write(both);
        request = await write(event);
      }
      const expected = recordings.flatMap(({ enclosures }) => enclosures);
      expect(expected).toHaveLength(15);
      expect(await requests.enclosures(request.id)).toEqual(expected);
      expect(firstBrokenSequence(await requests.history(request.id))).toBeUndefined();
    });

    test('belong to one request', async () => {
      const { requests, bring, write } = await begin();
      const one = await write(noted(await bring('draft', contentFor('025805070')), at, 'one'));
      const other = await write(noted(await bring('draft', contentFor('025805071')), at, 'other'));
      expect(textsOf(await requests.enclosures(one.id))).toEqual(['one']);
      expect(textsOf(await requests.enclosures(other.id))).toEqual(['other']);
    });

    test('may be as long as the longest body makes them, and longer', async () => {
      const { requests, bring, write } = await begin();
      // Far over the 400 KB that one item of a table holds.
      const body = { text: 'Zoë '.repeat(150_000) };
      const { id } = await write(refused(await bring('awaiting_answer'), at, body));
      expect(textsOf(await requests.enclosures(id))).toEqual([body]);
    });

    test('of a commit that is stale, or comes again under its key, are not written', async () => {
      const { requests, bring } = await begin();
      const request = await bring('awaiting_answer');
      const first = noted(request, at, 'first');
      expect(await requests.commit(first, answer)).toEqual({ kind: 'committed' });
      expect(await requests.commit(noted(request, at, 'stale', 'also stale'))).toEqual({ kind: 'stale' });
      expect(await requests.commit(noted(first.after, at, 'again'), answer)).toEqual({
        kind: 'already_answered',
        answer,
      });
      expect(textsOf(await requests.enclosures(request.id))).toEqual(['first']);
      expect(placesOf(await requests.deskQueue({ limit: 10, after: undefined }))).toEqual([[request.id, 4]]);
    });
  });

  describe(`${name}: the desk's queue`, () => {
    test('is empty as long as ports go well', async () => {
      const { bring, queue } = await begin();
      await bring('completed');
      await bring('draft', contentFor('025805071'));
      expect(await queue()).toEqual([]);
    });

    test('holds what waits of every tenant, the longest first, and of one instant by request and entry', async () => {
      const { bring, write, queue } = await begin();
      const one = await bring('awaiting_answer', contentFor('025805070'));
      const other = await bring('awaiting_answer', contentFor('025805071'), 'other');
      const third = await bring('draft', contentFor('025805072'));
      const later = '2026-04-01T08:00:00Z';
      const last = await write(noted(other, later, 'a', 'b'));
      const early = await write(refused(third, '2026-03-31T08:00:00Z', null));
      const same = await write(noted(one, later, 'c', 'd'));
      const task = { what: 'note', since: later, incidentId: null };
      expect(await queue()).toEqual([
        {
          portRequestId: early.id,
          sequence: 2,
          what: 'refused_event',
          since: '2026-03-31T08:00:00Z',
          incidentId: null,
        },
        { ...task, portRequestId: same.id, sequence: 4 },
        { ...task, portRequestId: same.id, sequence: 5 },
        { ...task, portRequestId: last.id, sequence: 4 },
        { ...task, portRequestId: last.id, sequence: 5 },
      ]);
    });

    test.each([1, 2, 3, 4, 8, 9])(
      'page by page of %i gives each task once, in the same order',
      async (limit) => {
        const { requests, bring, write, queue } = await begin();
        for (const [index, now] of ['2026-04-01T08:00:00Z', '2026-03-31T08:00:00Z'].entries()) {
          const request = await bring('awaiting_answer', contentFor(`02580507${index}`));
          // Two at one instant, and two at another.
          const first = await write(noted(request, now, 'a', 'b'));
          await write(noted(first, '2026-04-02T08:00:00Z', 'c', 'd'));
        }
        const whole = await queue();
        expect(whole).toHaveLength(8);
        const seen: QueuedTask[] = [];
        for (let pages = 0; pages <= whole.length; pages += 1) {
          const page = await requests.deskQueue({ limit, after: seen.at(-1) });
          expect(page.length).toBeLessThanOrEqual(limit);
          if (page.length === 0) break;
          seen.push(...page);
        }
        expect(seen).toEqual(whole);
      },
    );

    test('page by page misses nothing when what the last page gave is done meanwhile', async () => {
      const { requests, bring, write } = await begin();
      const request = await write(noted(await bring('awaiting_answer'), at, 'a', 'b', 'c'));
      const [first] = await requests.deskQueue({ limit: 1, after: undefined });
      await write(doneIn(request, first?.sequence ?? 0));
      expect(placesOf(await requests.deskQueue({ limit: 10, after: first }))).toEqual([
        [request.id, 5],
        [request.id, 6],
      ]);
    });

    test('gives up what the desk has done, and nothing else', async () => {
      const { bring, write, queue } = await begin();
      const request = await write(noted(await bring('awaiting_answer'), at, 'a', 'b', 'c'));
      await write(doneIn(request, 5));
      expect(placesOf(await queue())).toEqual([
        [request.id, 4],
        [request.id, 6],
      ]);
    });

    test('keeps a task in its place while its cause lasts, gives it up with it, and may get it again', async () => {
      const { bring, write, queue } = await begin();
      const waiting = await bring('awaiting_answer', contentFor('025805070'));
      const overdue = await write(recordingOf(caughtUp(waiting, '2026-04-15T07:00:00Z')));
      const [task, ...rest] = await queue();
      expect([task?.what, task?.since, rest]).toEqual(['answer_overdue', '2026-04-15T07:00:00Z', []]);
      const again = await write(recordingOf(caughtUp(overdue, '2026-04-16T07:00:00Z')));
      expect(await queue()).toEqual([task]);
      const now = '2026-04-16T09:00:00Z';
      const rejected = await write(recordingOf(answered(again, events.rejected(again), now)));
      expect((await queue()).filter(({ what }) => what === 'answer_overdue')).toEqual([]);
      await write(noted(rejected, now, 'We look for the number.'));
      expect((await queue()).map(({ what }) => what)).toContain('note');
    });

    test('never shows what came and went in one commit', async () => {
      const { bring, write, queue } = await begin();
      const waiting = await bring('awaiting_answer', contentFor('025805070'));
      const overdue = recordingOf(caughtUp(waiting, '2026-04-15T07:00:00Z'));
      const cancelled = recordingOf(cancel(overdue.after, null, factsAt('2026-04-15T07:00:01Z'), reseller));
      const both = { ...cancelled, before: waiting, entries: [...overdue.entries, ...cancelled.entries] };
      expect(overdue.after.deskTasks).toHaveLength(1);
      await write(both);
      expect(await queue()).toEqual([]);
    });

    test('is what the requests say waits, whatever a commit that failed wanted', async () => {
      const { requests, bring, write, queue } = await begin();
      const request = await write(noted(await bring('awaiting_answer'), at, 'a', 'b'));
      await write(noted(request, at, 'c'));
      expect(await requests.commit(doneIn(request, 4))).toEqual({ kind: 'stale' });
      const found = await requests.find(request.id);
      expect(await queue()).toEqual(found?.deskTasks.map((task) => ({ ...task, portRequestId: request.id })));
      expect(await queue()).toHaveLength(3);
    });
  });

  describe(`${name}: erasing what stands beside a request`, () => {
    /** Two attempts with other data each, and more texts than one call of a table writes. */
    const withMuchBeside = async () => {
      const store = await begin();
      const { bring, write } = store;
      const rejected = await bring('rejected', contentFor('025805070'));
      const now = instantIn.rejected;
      const corrected = { ...rejected.content, desiredDate: null, noteToOperator: 'Ask for Marie.' };
      const edited = await write(recordingOf(edit(rejected, corrected, factsAt(now), reseller)));
      const submitted = await write(recordingOf(submit(edited, factsAt(now), reseller)));
      const texts = Array.from({ length: 30 }, (_, index) => `Marie called ${index} times.`);
      const told = await write(noted(submitted, now, ...texts));
      const request = await write(refused(told, now, { text: 'Marie Dupont has no such number.' }));
      const other = await write(noted(await bring('submitted', contentFor('025805071')), now, 'Of Luc.'));
      return { ...store, request, other, first: rejected.content, corrected };
    };

    test('takes names out of every attempt’s data and every text, and leaves request and history', async () => {
      const { requests, request, first, corrected } = await withMuchBeside();
      const [history, enclosures] = [
        await requests.history(request.id),
        await requests.enclosures(request.id),
      ];
      await requests.eraseBeside(request.id);
      expect(await requests.attemptContent(request.id, 1)).toEqual(erasedContent(first));
      expect(await requests.attemptContent(request.id, 2)).toEqual(erasedContent(corrected));
      const left = await requests.enclosures(request.id);
      expect(left).toEqual(enclosures.map(erasedEnclosure));
      expect(textsOf(left)).toEqual([...Array(30).fill(erasedText), null]);
      expect(JSON.stringify(left)).not.toContain('Marie');
      expect(await requests.find(request.id)).toEqual(request);
      expect(await requests.history(request.id)).toEqual(history);
    });

    test('changes nothing the second time', async () => {
      const { requests, request } = await withMuchBeside();
      const state = async () => [
        await requests.attemptContent(request.id, 1),
        await requests.attemptContent(request.id, 2),
        await requests.enclosures(request.id),
      ];
      await requests.eraseBeside(request.id);
      const once = await state();
      await requests.eraseBeside(request.id);
      expect(await state()).toEqual(once);
    });

    test('touches no other request', async () => {
      const { requests, request, other } = await withMuchBeside();
      await requests.eraseBeside(request.id);
      expect(await requests.attemptContent(other.id, 1)).toEqual(other.content);
      expect(textsOf(await requests.enclosures(other.id))).toEqual(['Of Luc.']);
    });

    test('of a request with nothing beside it, or that is not there, leaves nothing behind', async () => {
      const { requests, bring } = await begin();
      const { id } = await bring('draft');
      for (const each of [id, 'prt_unknown']) {
        await requests.eraseBeside(each);
        expect(await requests.enclosures(each)).toEqual([]);
        expect(await requests.attemptContent(each, 1)).toBeUndefined();
      }
    });
  });
};
