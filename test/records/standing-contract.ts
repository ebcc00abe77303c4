import { Temporal } from 'temporal-polyfill';
import { describe, expect, test } from 'vitest';
import type { Now } from '../../functions/calendar/clock.ts';
import type { LedgerLine, MailLedger } from '../../functions/correspondence/mail-ledger.ts';
import type { EventFeed } from '../../functions/events/event-feed.ts';
import type { Waits } from '../../functions/lifecycle/lifecycle.ts';
import { type Standing, standingRequestOf } from '../../functions/lifecycle/standing.ts';
import { readNumberItem } from '../../functions/numbers/number-item.ts';
import type { Content } from '../../functions/port-request/content.ts';
import type { PortRequest } from '../../functions/port-request/port-request.ts';
import type { PortRequests } from '../../functions/port-request/port-requests.ts';
import { record, startRecording } from '../../functions/port-request/recording.ts';
import { holdsNumbers, type Status, statuses } from '../../functions/port-request/status.ts';
import { aWait } from '../support/a-wait.ts';
import { aContent } from '../support/port-request-builder.ts';
import {
  commands,
  factsAt,
  instantIn,
  recordingOf,
  recordingsInto,
  requestIn,
  reseller,
} from '../support/port-request-life.ts';
import { publicationOf } from './event-feed-contract.ts';

/** What stands, and the empty stores it stands in. */
export type StandingStores = {
  readonly requests: PortRequests;
  readonly waits: Waits;
  readonly mailLedger: MailLedger;
  readonly feed: EventFeed;
  readonly standing: Standing;
};

const contentFor = (...numbers: readonly string[]): Content =>
  aContent({ numbers: numbers.map(readNumberItem), mainNumber: null, contract: null });

const begunAt = Temporal.Instant.from('2026-03-30T08:00:00Z');

const line = (overrides: Partial<LedgerLine> = {}): LedgerLine => ({
  portRequestId: 'prt_1',
  sequence: 2,
  template: 'request_received',
  to: 'luc@reseller.example',
  language: 'nl',
  causedBy: 'evt_2',
  status: 'sending',
  at: '2026-03-30T08:00:00Z',
  ...overrides,
});

const nothing = {
  requests: [],
  waits: [],
  locks: [],
  mails: [],
  desk: { waiting: 0, oldestSince: null },
} as const;

/** What every overview of what stands promises, once it has caught up with what was written. */
export const describeStanding = (name: string, makeStores: (now: Now) => Promise<StandingStores>): void => {
  const begin = async () => {
    const stores = await makeStores(() => begunAt);
    return {
      ...stores,
      bring: async (status: Status, content?: Content): Promise<PortRequest> => {
        let request = requestIn('draft');
        for (const recording of recordingsInto(status, content)) {
          expect(await stores.requests.commit(recording)).toEqual({ kind: 'committed' });
          request = recording.after;
        }
        return request;
      },
    };
  };

  describe(`${name}: what stands`, () => {
    test('is nothing at first', async () => {
      const { standing } = await begin();
      expect(await standing.read()).toEqual(nothing);
    });

    test('are requests from their submission to their end, as they were written last', async () => {
      const { requests, standing } = await begin();
      const seen = new Set<Status>();
      for (const [index, status] of statuses.entries()) {
        const content = contentFor(`0258050${String(index).padStart(2, '0')}`);
        for (const recording of recordingsInto(status, content)) {
          await requests.commit(recording);
          const own = (await standing.read()).requests.filter(({ id }) => id === recording.after.id);
          expect(own).toEqual(
            [standingRequestOf(recording.after)].filter((request) => request !== undefined),
          );
          if (own.length > 0) seen.add(recording.after.status);
        }
      }
      expect([...seen].toSorted()).toEqual(statuses.filter(holdsNumbers).toSorted());
    });

    test('are waits until they are closed, and again once the attempt waits anew', async () => {
      const { waits, standing } = await begin();
      const [first, second] = [
        aWait(),
        aWait({ token: 'second', seenVersion: 5, waitingSince: '2026-03-30T08:00:00.001Z' }),
      ];
      const standingAs = ({ seenVersion, waitingSince }: typeof first) => ({
        portRequestId: 'prt_1',
        attempt: 12,
        seenVersion,
        waitingSince,
      });
      await waits.keep('prt_1', 12, first);
      expect((await standing.read()).waits).toEqual([standingAs(first)]);
      await waits.keep('prt_1', 12, second);
      await standing.closeWait(standingAs(first));
      expect((await standing.read()).waits).toEqual([standingAs(second)]);
      await standing.closeWait(standingAs(second));
      await waits.keep('prt_1', 12, first);
      expect(await standing.read()).toEqual(nothing);
      expect(await waits.find('prt_1', 12)).toEqual(second);
      const third = aWait({ token: 'third', waitingSince: '2026-03-30T09:00:00.000Z' });
      await waits.keep('prt_1', 12, third);
      expect((await standing.read()).waits).toEqual([standingAs(third)]);
      await standing.closeWait({ ...standingAs(first), portRequestId: 'prt_unknown' });
    });

    test('are blocks of numbers for as long as anybody holds some', async () => {
      const { requests, standing, bring } = await begin();
      const one = await bring('submitted', contentFor('025805070', '025815070'));
      const other = await bring('submitted', contentFor('025805071'));
      const locks = async () =>
        (await standing.read()).locks
          .map(({ block, holders }) => `${block} ${holders.toSorted()}`)
          .toSorted();
      expect(await locks()).toEqual([`3225805 ${[one.id, other.id]}`, `3225815 ${one.id}`]);
      await requests.commit(recordingOf(commands.cancel(one, instantIn.submitted)));
      expect(await locks()).toEqual([`3225805 ${other.id}`]);
      await requests.commit(recordingOf(commands.cancel(other, instantIn.submitted)));
      expect(await locks()).toEqual([]);
    });

    test('are no locks of whoever is over, once they were released; all others stay', async () => {
      const { requests, standing, bring } = await begin();
      const [left, kept] = [contentFor('025805070'), contentFor('025805071')];
      const one = await bring('submitted', left);
      const other = await bring('submitted', kept);
      const isOver = async (id: string) => id === one.id;
      expect(await standing.releaseLocks('3225805', isOver)).toEqual([one.id]);
      expect(await standing.releaseLocks('3225805', isOver)).toEqual([]);
      expect(await standing.releaseLocks('3225899', isOver)).toEqual([]);
      expect((await standing.read()).locks).toEqual([{ block: '3225805', holders: [other.id] }]);
      expect(await requests.holdersOf(left.numbers)).toEqual([]);
      expect(await requests.holdersOf(kept.numbers)).toMatchObject([{ holder: { portRequestId: other.id } }]);
      expect(await standing.releaseLocks('3225805', async () => true)).toEqual([other.id]);
      expect((await standing.read()).locks).toEqual([]);
      // The block can be locked again, and is seen again.
      const next = await bring('submitted', left);
      expect((await standing.read()).locks).toEqual([{ block: '3225805', holders: [next.id] }]);
    });

    test('keeps the locks of whoever takes some while others are being released', async () => {
      const { standing, bring } = await begin();
      const one = await bring('submitted', contentFor('025805070'));
      const raced: string[] = [];
      const released = await standing.releaseLocks('3225805', async () => {
        if (raced.length === 0) raced.push((await bring('submitted', contentFor('025805071'))).id);
        return true;
      });
      expect(released).toEqual([]);
      expect((await standing.read()).locks).toEqual([{ block: '3225805', holders: [one.id, ...raced] }]);
    });

    test('are mails between their beginning and their end, whatever that is', async () => {
      const { mailLedger, standing } = await begin();
      const { portRequestId, sequence, template } = line();
      const sending = [{ portRequestId, sequence, template, leasedUntil: '2026-03-30T08:02:00Z' }];
      const mails = async () => (await standing.read()).mails;
      const end = { after: '2026-03-30T08:00:01Z', messageId: 'message-1' };

      await mailLedger.begin(line(), begunAt);
      expect(await mails()).toEqual(sending);
      await mailLedger.erase(portRequestId);
      expect(await mails()).toEqual(sending);
      await mailLedger.sent(line(), end.messageId, end.after);
      expect(await mails()).toEqual([]);

      await mailLedger.begin(line({ sequence: 3 }), begunAt);
      expect(await mails()).toEqual([{ ...sending[0], sequence: 3 }]);
      await mailLedger.failed(line({ sequence: 3 }));
      expect(await mails()).toEqual([]);

      await mailLedger.begin(line({ sequence: 3 }), begunAt);
      await mailLedger.leave(line({ sequence: 3 }), begunAt);
      expect(await mails()).toHaveLength(1);
      await mailLedger.leave(line({ sequence: 3 }), begunAt.add({ minutes: 2 }));
      expect(await mails()).toEqual([]);
      expect(await mailLedger.list(portRequestId)).toContainEqual(line({ sequence: 3 }));

      await mailLedger.begin(line({ sequence: 4, template: 'webhook_endpoint_disabled' }), begunAt);
      expect(await mails()).toEqual([{ ...sending[0], sequence: 4, template: 'webhook_endpoint_disabled' }]);
      await mailLedger.bounced({ portRequestId, sequence: 4, template: 'webhook_endpoint_disabled' });
      expect(await standing.read()).toEqual(nothing);
    });

    test('is what waits for the desk, and since when the oldest of it does', async () => {
      const { requests, standing, bring } = await begin();
      const noted = (request: PortRequest, now: string) =>
        record(startRecording(request), factsAt(now), {
          type: 'port_request.noted',
          actor: reseller,
          data: { visibility: 'shared' },
          enclosure: { kind: 'note', visibility: 'shared', text: 'Please call.' },
          request,
        });
      const one = await bring('draft', contentFor('025805070'));
      const other = await bring('draft', contentFor('025805071'));
      await requests.commit(noted(one, '2026-03-30T10:00:00Z'));
      await requests.commit(noted(other, '2026-03-30T09:00:00Z'));
      expect(await standing.read()).toEqual({
        ...nothing,
        desk: { waiting: 2, oldestSince: '2026-03-30T09:00:00Z' },
      });
    });

    test('knows how far histories are published', async () => {
      const { requests, feed, standing, bring } = await begin();
      const one = await bring('draft', contentFor('025805070'));
      const other = await bring('draft', contentFor('025805071'));
      await feed.append(publicationOf(one.tenant, 0, await requests.history(one.id)));
      expect(await standing.publishedThrough([other.id, one.id])).toEqual(
        new Map([
          [other.id, 0],
          [one.id, 1],
        ]),
      );
      expect(await standing.publishedThrough([])).toEqual(new Map());
    });
  });
};
