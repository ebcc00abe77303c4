import { Temporal } from 'temporal-polyfill';
import { describe, expect, test } from 'vitest';
import type { Now } from '../../functions/calendar/clock.ts';
import type { Outbox } from '../../functions/lifecycle/outbox.ts';
import type { HistoryEntry } from '../../functions/port-request/history.ts';
import type { PortRequests } from '../../functions/port-request/port-requests.ts';
import { recordingsInto } from '../support/port-request-life.ts';

/** An outbox under test and the store that fills it, empty, whose only clock is `wallClock`. */
export type MakeOutbox = (
  wallClock: Now,
) => Promise<{ readonly requests: PortRequests; readonly outbox: Outbox }>;

const far = Temporal.Instant.from('2030-01-01T00:00:00Z');

/** What every outbox promises: an entry is in it from its commit until somebody says that it was handled. */
export const describeOutbox = (name: string, makeOutbox: MakeOutbox): void => {
  /** Two drafts with two entries each, a second apart; the older one first, whatever their ids. */
  const filled = async () => {
    let second = 0;
    const { requests, outbox } = await makeOutbox(() =>
      Temporal.Instant.from('2026-03-30T08:00:00Z').add({ seconds: second }),
    );
    const [later, earlier] = [recordingsInto('submitted'), recordingsInto('cancelled').slice(0, 1)];
    const entries: HistoryEntry[] = [];
    for (const recording of [...earlier, ...later]) {
      expect(await requests.commit(recording)).toEqual({ kind: 'committed' });
      entries.push(...recording.entries);
      second += 1;
    }
    return { requests, outbox, entries };
  };

  describe(`${name}: the outbox`, () => {
    test('is empty before anything was written', async () => {
      const { outbox } = await makeOutbox(() => far);
      expect(await outbox.unhandled(far, 10)).toEqual([]);
    });

    test('holds every entry that was written, whole, the oldest first', async () => {
      const { outbox, entries } = await filled();
      expect(entries.length).toBeGreaterThanOrEqual(3);
      expect(await outbox.unhandled(far, 100)).toEqual(entries);
    });

    test('keeps several entries of one commit in their order', async () => {
      const { requests, outbox } = await makeOutbox(() => Temporal.Instant.from('2026-03-30T08:00:00Z'));
      const [first, second] = recordingsInto('submitted');
      if (first === undefined || second === undefined) throw new Error('Two recordings lead to submitted');
      const both = {
        before: undefined,
        after: second.after,
        entries: [...first.entries, ...second.entries],
        enclosures: [],
      };
      await requests.commit(both);
      expect(await outbox.unhandled(far, 10)).toEqual(both.entries);
    });

    test('puts what is postponed behind what was written until then, and drops it once it is handled', async () => {
      const { outbox, entries } = await filled();
      const [first, ...others] = entries;
      if (first === undefined) throw new Error('Nothing was written');
      const until = Temporal.Instant.from('2026-03-30T09:00:00Z');
      await outbox.postpone(first, until);
      expect(await outbox.unhandled(until, 100)).toEqual(others);
      expect(await outbox.unhandled(far, 100)).toEqual([...others, first]);
      await outbox.handled(first);
      await outbox.postpone(first, until);
      await outbox.postpone({ portRequestId: 'prt_unknown', sequence: 1 }, until);
      expect(await outbox.unhandled(far, 100)).toEqual(others);
    });

    test('gives those written before an instant, and none of that instant or later', async () => {
      const { outbox, entries } = await filled();
      const writtenBefore = (at: string) => outbox.unhandled(Temporal.Instant.from(at), 100);
      expect(await writtenBefore('2026-03-30T08:00:00Z')).toEqual([]);
      expect(await writtenBefore('2026-03-30T08:00:01Z')).toEqual(entries.slice(0, 1));
      expect(await writtenBefore('2026-03-30T08:00:02Z')).toEqual(entries.slice(0, 2));
    });

    test('gives the oldest of more than were asked for', async () => {
      const { outbox, entries } = await filled();
      expect(await outbox.unhandled(far, 1)).toEqual(entries.slice(0, 1));
      expect(await outbox.unhandled(far, 2)).toEqual(entries.slice(0, 2));
    });

    test('no longer holds what was handled, however often that is said', async () => {
      const { requests, outbox, entries } = await filled();
      const [first, ...others] = entries;
      if (first === undefined) throw new Error('Entries were written');
      await outbox.handled(first);
      await outbox.handled(first);
      expect(await outbox.unhandled(far, 100)).toEqual(others);
      for (const entry of others) await outbox.handled(entry);
      expect(await outbox.unhandled(far, 100)).toEqual([]);
      expect(await requests.history(first.portRequestId)).toEqual([first]);
    });

    test('answers once that an entry was handled for the first time, however many say it at once', async () => {
      const { outbox, entries } = await filled();
      const [first, second] = entries;
      if (first === undefined || second === undefined) throw new Error('Entries were written');
      expect(await outbox.handled(first)).toBe(true);
      expect(await outbox.handled(first)).toBe(false);
      await outbox.postpone(second, Temporal.Instant.from('2026-03-30T09:00:00Z'));
      const said = await Promise.all([1, 2, 3, 4].map(() => outbox.handled(second)));
      expect(said.filter((isFirst) => isFirst)).toHaveLength(1);
    });

    test('makes no entry of one that nobody wrote', async () => {
      const { requests, outbox, entries } = await filled();
      expect(await outbox.handled({ portRequestId: 'prt_unknown', sequence: 1 })).toBe(false);
      expect(await requests.history('prt_unknown')).toEqual([]);
      expect(await outbox.unhandled(far, 100)).toEqual(entries);
    });

    test('holds nothing of a commit that wrote nothing', async () => {
      const { requests, outbox, entries } = await filled();
      for (const recording of recordingsInto('cancelled').slice(1))
        expect((await requests.commit(recording)).kind).toBe('stale');
      expect(await outbox.unhandled(far, 100)).toEqual(entries);
    });
  });
};
