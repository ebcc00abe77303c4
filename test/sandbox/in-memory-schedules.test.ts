import * as fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, test } from 'vitest';
import { firstTickFrom, startSchedules } from '../../sandbox/in-memory-schedules.ts';
import { createVirtualClock } from '../../sandbox/virtual-clock.ts';

const instant = (text: string) => Temporal.Instant.from(text);

/** Every tick from one instant to another, in UTC. */
const ticksBetween = async (from: string, to: string): Promise<readonly string[]> => {
  const clock = createVirtualClock(instant(from));
  const ticks: string[] = [];
  startSchedules(clock, async () => {
    ticks.push(clock.now().toString());
  });
  await clock.advanceTo(instant(to));
  return ticks;
};

describe('The schedules', () => {
  test('look five times on a working day, at opening and closing time', async () => {
    expect(await ticksBetween('2026-03-30T00:00:00Z', '2026-03-30T22:00:00Z')).toEqual([
      '2026-03-30T07:00:00Z',
      '2026-03-30T07:05:00Z',
      '2026-03-30T07:20:00Z',
      '2026-03-30T13:00:00Z',
      '2026-03-30T13:05:00Z',
    ]);
  });

  test.each([
    [
      '2026-03-27T12:00:00Z',
      '2026-03-30T07:00:00Z',
      ['2026-03-27T14:00:00Z', '2026-03-27T14:05:00Z', '2026-03-30T07:00:00Z'],
    ],
    [
      '2026-10-23T12:30:00Z',
      '2026-10-26T08:00:00Z',
      ['2026-10-23T13:00:00Z', '2026-10-23T13:05:00Z', '2026-10-26T08:00:00Z'],
    ],
    [
      '2027-03-26T13:00:00Z',
      '2027-03-29T07:00:00Z',
      ['2027-03-26T14:00:00Z', '2027-03-26T14:05:00Z', '2027-03-29T07:00:00Z'],
    ],
    ['2027-10-29T13:00:00Z', '2027-11-01T08:00:00Z', ['2027-10-29T13:05:00Z', '2027-11-01T08:00:00Z']],
  ])('keep local time over the weekend on which clocks change, from %s to %s', async (from, to, expected) => {
    expect(await ticksBetween(from, to)).toEqual(expected);
  });

  test('tick on holidays too: whoever is woken knows them', () => {
    expect(firstTickFrom(instant('2026-04-06T00:00:00Z')).toString()).toBe('2026-04-06T07:00:00Z');
  });

  test('never tick at the weekend, nor twice at one instant', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 400 * 24 * 3600 }), (seconds) => {
        const from = instant('2026-01-01T00:00:00Z').add({ seconds });
        const tick = firstTickFrom(from);
        const local = tick.toZonedDateTimeISO('Europe/Brussels');
        expect(local.dayOfWeek).toBeLessThanOrEqual(5);
        expect(['09:00', '09:05', '09:20', '15:00', '15:05']).toContain(
          local.toPlainTime().toString({ smallestUnit: 'minute' }),
        );
        expect(Temporal.Instant.compare(tick, from)).toBeGreaterThanOrEqual(0);
        expect(firstTickFrom(tick).equals(tick)).toBe(true);
        expect(Temporal.Instant.compare(firstTickFrom(tick.add({ seconds: 1 })), tick)).toBe(1);
      }),
    );
  });

  test('go on after a look that failed', async () => {
    const clock = createVirtualClock(instant('2026-03-30T06:59:00Z'));
    let looks = 0;
    startSchedules(clock, async () => {
      looks += 1;
      if (looks === 1) throw new Error('No table');
    });
    await expect(clock.advanceTo(instant('2026-03-30T07:00:00Z'))).rejects.toThrow('No table');
    await clock.advanceTo(instant('2026-03-30T07:05:00Z'));
    expect(looks).toBe(2);
  });
});
