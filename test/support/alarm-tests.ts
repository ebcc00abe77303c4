import { Temporal } from 'temporal-polyfill';
import { describe, expect, test } from 'vitest';
import type { AlarmDefinition } from '../../operations/alarm.ts';
import type { PlatformMetricName } from '../../operations/platform-metrics.ts';
import { everAlarmed } from '../../sandbox/alarms.ts';
import { createRecordedMetrics } from '../../sandbox/recorded-metrics.ts';
import { createVirtualClock } from '../../sandbox/virtual-clock.ts';
import type { World } from '../../sandbox/world.ts';
import { liveScenario, type Scenario } from './alarm-world.ts';

/** What cannot happen to a sandbox, and why: its measurements are given, minute by minute. */
export type Simulated = {
  readonly why: string;
  readonly metric: PlatformMetricName;
  readonly dimensions: Readonly<Record<string, string>>;
  readonly byMinute: readonly number[];
  /** The same in a good hour. */
  readonly inPeace: readonly number[];
};

const measured = async ({ metric, dimensions }: Simulated, byMinute: readonly number[]) => {
  const clock = createVirtualClock(Temporal.Instant.from('2026-03-30T08:00:00Z'));
  const metrics = createRecordedMetrics(clock.now);
  for (const value of byMinute) {
    metrics.putPlatform(metric, dimensions, value);
    await clock.advanceTo(clock.now().add({ minutes: 1 }));
  }
  return { metrics, clock };
};

const wasOn = (
  alarm: AlarmDefinition,
  { metrics, clock }: Pick<World, 'metrics' | 'clock'>,
  { options }: Pick<Scenario, 'options'> = {},
): boolean => everAlarmed(alarm, metrics.all(), Math.floor(clock.now().epochMilliseconds / 60_000), options);

/** Tests that each alarm of a group fires in its condition, and not where the same things happen in peace. */
export const testAlarms = (
  group: string,
  alarms: readonly AlarmDefinition[],
  scenarios: Readonly<Record<string, Scenario | Simulated>>,
): void => {
  describe(`alarms on ${group}`, () => {
    test('have a scenario each', () => {
      expect(Object.keys(scenarios).toSorted()).toEqual(alarms.map(({ id }) => id).toSorted());
    });

    const lived = alarms.flatMap((alarm) => {
      const scenario = scenarios[alarm.id];
      return scenario === undefined || 'why' in scenario ? [] : [{ ...alarm, alarm, scenario }];
    });
    test.each(lived)('call in their condition and not in peace: $id', async ({ alarm, scenario }) => {
      const inPeace = await liveScenario(scenario, false);
      expect(wasOn(alarm, inPeace, scenario)).toBe(false);
      const broken = await liveScenario(scenario, true);
      expect(wasOn(alarm, broken, scenario)).toBe(true);
    });

    const simulated = alarms.flatMap((alarm) => {
      const scenario = scenarios[alarm.id];
      return scenario !== undefined && 'why' in scenario ? [{ ...alarm, ...scenario, alarm, scenario }] : [];
    });
    if (simulated.length > 0)
      test.each(simulated)(
        'are judged by simulated measurements where $why: $id',
        async ({ alarm, scenario }) => {
          expect(wasOn(alarm, await measured(scenario, scenario.inPeace))).toBe(false);
          expect(wasOn(alarm, await measured(scenario, scenario.byMinute))).toBe(true);
        },
      );
  });
};
