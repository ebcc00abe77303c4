import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, test } from 'vitest';
import { toInstantText } from '../../functions/calendar/clock.ts';
import { gaugesOf, suspectRunsOf, suspectsOf } from '../../functions/lifecycle/findings.ts';
import type { BrokenRun } from '../../functions/lifecycle/lifecycle.ts';
import {
  type Overview,
  type StandingRequest,
  standingRequestOf,
} from '../../functions/lifecycle/standing.ts';
import { standingStatuses } from '../../functions/metrics/metric-catalogue.ts';
import { anAttempt, aPortRequest } from '../support/port-request-builder.ts';

const now = Temporal.Instant.from('2026-04-14T08:00:00Z');
const wallClock = Temporal.Instant.from('2026-07-01T12:00:00Z');
const ago = (minutes: number) => toInstantText(now.subtract({ seconds: Math.round(minutes * 60) }));
const agoByWall = (minutes: number) =>
  toInstantText(wallClock.subtract({ seconds: Math.round(minutes * 60) }));

const empty: Overview = {
  requests: [],
  waits: [],
  locks: [],
  mails: [],
  desk: { waiting: 0, oldestSince: null },
};

const aStanding = (overrides: Partial<StandingRequest> = {}): StandingRequest => ({
  id: 'prt_1',
  tenant: 'acme',
  status: 'awaiting_answer',
  statusSince: ago(60),
  updatedAt: ago(60),
  version: 3,
  attempt: 1,
  dueAt: null,
  lateFrom: null,
  ...overrides,
});

const aStandingWait = { portRequestId: 'prt_1', attempt: 1, seenVersion: 3, waitingSince: agoByWall(60) };

const read = (overview: Partial<Overview>) =>
  new Map(
    gaugesOf({ ...empty, ...overview }, now).map(({ name, dimensions, value }) => [
      [name, ...Object.values(dimensions)].join(' '),
      value,
    ]),
  );

describe('what is measured of what stands', () => {
  test('is said also where nothing stands', () => {
    const gauges = read({});
    expect(gauges.size).toBe(2 * standingStatuses.length + 4);
    expect([...gauges.values()].every((value) => value === 0)).toBe(true);
  });

  test('counts requests by status, and the age of the oldest', () => {
    const gauges = read({
      requests: [
        aStanding({ statusSince: ago(90) }),
        aStanding({ id: 'prt_2', statusSince: ago(30) }),
        aStanding({ id: 'prt_3', status: 'approved', statusSince: ago(-5) }),
      ],
    });
    expect(gauges.get('RequestsStanding awaiting_answer')).toBe(2);
    expect(gauges.get('OldestRequestHours awaiting_answer')).toBe(1.5);
    // Another machine's clock may be ahead.
    expect(gauges.get('OldestRequestHours approved')).toBe(0);
  });

  test('counts what is late by its status, from the second on at which it is', () => {
    const requests = [
      aStanding({ lateFrom: ago(0) }),
      aStanding({ status: 'in_progress', lateFrom: ago(0) }),
      aStanding({ status: 'in_progress', lateFrom: ago(-1 / 60) }),
      aStanding({ status: 'approved', lateFrom: ago(5) }),
    ];
    const gauges = read({ requests });
    expect([gauges.get('AnswersOverdue'), gauges.get('LinesDeadTooLong')]).toEqual([1, 1]);
  });

  test('is how long the desk has not got to the oldest of its tasks', () => {
    const gauges = read({ desk: { waiting: 7, oldestSince: ago(120) } });
    expect([gauges.get('DeskTasksWaiting'), gauges.get('OldestDeskTaskHours')]).toEqual([7, 2]);
  });
});

describe('a request as the overview has it', () => {
  test('is late once its overdue answer was recorded, unless the operator has put it off since', () => {
    const late = (attempt: Partial<Parameters<typeof anAttempt>[0]>) =>
      standingRequestOf(aPortRequest({ attempts: [anAttempt(attempt)] }))?.lateFrom ?? null;
    expect(late({})).toBeNull();
    expect(late({ overdueRecordedOn: '2026-04-15' })).not.toBeNull();
    expect(late({ overdueRecordedOn: '2026-04-15', answerDelayedUntil: '2026-04-20' })).toBeNull();
    expect(late({ overdueRecordedOn: '2026-04-21', answerDelayedUntil: '2026-04-20' })).not.toBeNull();
  });

  test('is late at the end of the time of its installation once it was started', () => {
    const attempts = [anAttempt({ startedAt: '2026-04-14T07:10:00Z' })];
    const request = aPortRequest({ status: 'in_progress', attempts });
    expect(standingRequestOf(request)?.lateFrom).toBe('2026-04-15T07:10:00Z');
  });

  test('is none where it is not under way', () => {
    for (const status of ['draft', 'rejected', 'completed', 'expired', 'cancelled'] as const)
      expect(standingRequestOf(aPortRequest({ status }))).toBeUndefined();
  });
});

describe('what may have been left lying', () => {
  const suspects = (overview: Partial<Overview>) => suspectsOf({ ...empty, ...overview }, now, wallClock);

  test('is nothing where nothing stands', () => {
    expect(Object.values(suspects({})).flat()).toEqual([]);
  });

  test('is a window ten minutes after it was due, and nothing else that is due', () => {
    const due = (minutes: number, status: StandingRequest['status'] = 'approved') =>
      suspects({ requests: [aStanding({ status, dueAt: ago(minutes) })] }).windows.length;
    expect([due(10), due(9.9), due(60, 'in_progress')]).toEqual([1, 0, 0]);
  });

  test('is a wait that has not seen the newest version for two minutes', () => {
    const behind = (request: Partial<StandingRequest>, attempt = 1) =>
      suspects({
        requests: [aStanding({ version: 4, ...request })],
        waits: [{ ...aStandingWait, attempt }],
      }).waitsBehind.length;
    expect([behind({ updatedAt: ago(2) }), behind({ updatedAt: ago(1.9) })]).toEqual([1, 0]);
    expect([behind({ version: 3 }), behind({ attempt: 2 })]).toEqual([0, 0]);
  });

  test('is a wait of whoever is not under way, or was by another attempt', () => {
    const left = (requests: readonly StandingRequest[]) =>
      suspects({ requests, waits: [aStandingWait] }).waitsLeft.length;
    expect([left([]), left([aStanding({ attempt: 2 })]), left([aStanding()])]).toEqual([1, 1, 0]);
  });

  test('are the locks of those who are not under way, and of no others', () => {
    const locks = [
      { block: '3225805', holders: ['prt_1', 'prt_gone'] },
      { block: '3225806', holders: ['prt_1'] },
    ];
    expect(suspects({ requests: [aStanding()], locks }).locks).toEqual([
      { block: '3225805', holders: ['prt_gone'] },
    ]);
  });

  test('is a mail a quarter of an hour after its sender began, by the wall clock', () => {
    const begun = (minutes: number) =>
      suspects({
        mails: [
          {
            portRequestId: 'prt_1',
            sequence: 2,
            template: 'approved',
            leasedUntil: agoByWall(minutes - 2),
          },
        ],
      }).mails.length;
    expect([begun(15), begun(14.9)]).toEqual([1, 0]);
  });

  test('is any change for one sweep, between five and ten minutes after it', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 30 * 60 }), fc.nat(299), (ageSeconds, offset) => {
        const updatedAt = toInstantText(now.subtract({ seconds: ageSeconds }));
        const asked = Array.from(
          { length: 8 },
          (_, sweep) =>
            suspectsOf(
              { ...empty, requests: [aStanding({ updatedAt })] },
              now.subtract({ seconds: ageSeconds }).add({ seconds: offset + 300 * sweep }),
              wallClock,
            ).feeds.length,
        );
        expect(asked.reduce((sum, each) => sum + each, 0)).toBe(1);
      }),
    );
  });
});

describe('runs that may be gone', () => {
  const broken = (run: number, minutes: number, more: Partial<BrokenRun> = {}): BrokenRun => ({
    portRequestId: 'prt_1',
    attempt: 1,
    run,
    brokenAt: Temporal.Instant.from(agoByWall(minutes)),
    ...more,
  });
  const asked = (overview: Partial<Overview>, runs: readonly BrokenRun[]) =>
    suspectRunsOf({ ...empty, ...overview }, runs, [], now, wallClock);
  const underWay = { requests: [aStanding()], waits: [aStandingWait] };

  test('are those that broke after they began to wait, known by the newest', () => {
    expect(asked(underWay, [broken(1, 30), broken(2, 20)])).toEqual([
      { portRequestId: 'prt_1', attempt: 1, from: 2 },
    ]);
  });

  test('are none where a later run waits by now, however long ago they broke', () => {
    expect(asked(underWay, [broken(1, 61)])).toEqual([]);
    expect(asked({ requests: [aStanding()] }, [broken(1, 61)])).toHaveLength(1);
  });

  test('are those of attempts that never waited and have not changed for ten minutes', () => {
    const neverWaited = (minutes: number) =>
      asked({ requests: [aStanding({ updatedAt: ago(minutes) })] }, []).length;
    expect([neverWaited(10), neverWaited(9.9)]).toEqual([1, 0]);
  });

  test('are those of attempts that are over for a day: they may have had something to tell', () => {
    expect([asked({}, [broken(1, 23 * 60)]).length, asked({}, [broken(1, 25 * 60)]).length]).toEqual([1, 0]);
  });

  test('are asked about once each, those first whose wait was gone', () => {
    const gone = [{ portRequestId: 'prt_2', attempt: 1 }];
    const requests = [aStanding(), aStanding({ id: 'prt_2' })];
    const runs = [broken(1, 5), broken(3, 10, { portRequestId: 'prt_2' })];
    expect(suspectRunsOf({ ...empty, requests }, runs, gone, now, wallClock)).toEqual([
      { portRequestId: 'prt_2', attempt: 1, from: 3 },
      { portRequestId: 'prt_1', attempt: 1, from: 1 },
    ]);
  });
});
