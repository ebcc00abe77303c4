import { describe, expect, test } from 'vitest';
import { type MailJob, type MailQueue, mailJob } from '../../functions/correspondence/mail-job.ts';
import type { Erasures } from '../../functions/erasure/erasures.ts';
import { type Publications, publicationJob } from '../../functions/events/publications.ts';
import { type CarrierReports, carrierReportJob } from '../../functions/operator/carrier-report.ts';
import { type LaneQueue, laneJob } from '../../functions/webhooks/lane-queue.ts';
import type { DueQueue } from '../../functions/window/due-queue.ts';

/** A queue, and the bodies that its worker was handed; resolves once there are so many. */
export type QueueWorld<Queue> = {
  readonly queue: Queue;
  readonly received: (count: number) => Promise<readonly string[]>;
};

const jobs = (count: number): readonly MailJob[] =>
  Array.from({ length: count }, (_, index) => ({
    portRequestId: `prt_${String(index).padStart(4, '0')}`,
    sequence: 2,
    template: 'approved',
    audience: 'contact',
  }));

/** What every mail queue promises. Nothing is promised of the order. */
export const describeMailQueue = (name: string, makeWorld: () => Promise<QueueWorld<MailQueue>>): void => {
  describe(`${name}: the mail queue`, () => {
    test.each([1, 10, 23])('hands %i jobs to its worker, as it parses them', async (count) => {
      const { queue, received } = await makeWorld();
      await queue.put(jobs(count));
      const bodies = (await received(count)).map((body) => mailJob.parse(JSON.parse(body)));
      expect(bodies.toSorted((one, other) => (one.portRequestId < other.portRequestId ? -1 : 1))).toEqual(
        jobs(count),
      );
    });

    test('takes no jobs at all', async () => {
      const { queue, received } = await makeWorld();
      await queue.put([]);
      expect(await received(0)).toEqual([]);
    });
  });
};

/** What every due queue promises. */
export const describeDueQueue = (name: string, makeWorld: () => Promise<QueueWorld<DueQueue>>): void => {
  describe(`${name}: the due queue`, () => {
    test('hands each request to its worker', async () => {
      const { queue, received } = await makeWorld();
      const ids = Array.from({ length: 12 }, (_, index) => `prt_${String(index).padStart(4, '0')}`);
      await queue.put(ids);
      const bodies = (await received(ids.length)).map((body): unknown => JSON.parse(body));
      expect(bodies).toHaveLength(ids.length);
      expect(bodies).toEqual(expect.arrayContaining(ids.map((portRequestId) => ({ portRequestId }))));
    });
  });
};

/** What every queue of reports to the carrier promises. */
export const describeCarrierReports = (
  name: string,
  makeWorld: () => Promise<QueueWorld<CarrierReports>>,
): void => {
  describe(`${name}: the queue of reports to the carrier`, () => {
    test('hands each report to its worker, and takes none at all', async () => {
      const { queue, received } = await makeWorld();
      const reports = Array.from({ length: 12 }, (_, sequence) => ({ portRequestId: 'prt_0001', sequence }));
      await queue.put([]);
      await queue.put(reports);
      const bodies = (await received(reports.length)).map((body) => carrierReportJob.parse(JSON.parse(body)));
      expect(bodies).toHaveLength(reports.length);
      expect(bodies).toEqual(expect.arrayContaining(reports));
    });
  });
};

/** What every queue of erasures promises. */
export const describeErasures = (name: string, makeWorld: () => Promise<QueueWorld<Erasures>>): void => {
  describe(`${name}: the queue of erasures`, () => {
    test('hands a request to its worker', async () => {
      const { queue, received } = await makeWorld();
      await queue.put('prt_0001');
      expect((await received(1)).map((body): unknown => JSON.parse(body))).toEqual([
        { portRequestId: 'prt_0001' },
      ]);
    });
  });
};

/** What every queue of entries for the feed promises: those of one tenant come in the order in which they were put. */
export const describePublications = (
  name: string,
  makeWorld: () => Promise<QueueWorld<Publications>>,
): void => {
  describe(`${name}: the queue of publications`, () => {
    test('hands each entry to its worker, those of a tenant in order', async () => {
      const { queue, received } = await makeWorld();
      const jobs = Array.from({ length: 4 }, (_, index) => [
        { tenant: 'acme', portRequestId: 'prt_0001', sequence: index + 1 },
        { tenant: 'Été & fils', portRequestId: 'prt_0002', sequence: index + 1 },
      ]).flat();
      for (const job of jobs) await queue.put(job);
      const bodies = (await received(jobs.length)).map((body) => publicationJob.parse(JSON.parse(body)));
      for (const tenant of ['acme', 'Été & fils'])
        expect(bodies.filter((job) => job.tenant === tenant)).toEqual(
          jobs.filter((job) => job.tenant === tenant),
        );
    });
  });
};

/** What every queue of lanes promises. Nothing is promised of the order: what waits in a lane has its own. */
export const describeLaneQueue = (name: string, makeWorld: () => Promise<QueueWorld<LaneQueue>>): void => {
  describe(`${name}: the queue of lanes`, () => {
    test('hands each lane to its worker, and takes none at all', async () => {
      const { queue, received } = await makeWorld();
      const lanes = Array.from({ length: 12 }, (_, index) => ({
        endpointId: 'whe_0001',
        portRequestId: `prt_${index}`,
      }));
      await queue.put([]);
      await queue.put(lanes);
      const bodies = (await received(lanes.length)).map((body) => laneJob.parse(JSON.parse(body)));
      expect(bodies).toHaveLength(lanes.length);
      expect(bodies).toEqual(expect.arrayContaining(lanes));
    });
  });
};
