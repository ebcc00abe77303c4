import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { AlarmDefinition } from '../../operations/alarm.ts';
import type { AnyMetricName } from '../../operations/series.ts';
import { everAlarmed, judge, stateOf } from '../../sandbox/alarms.ts';
import type { RecordedSeries } from '../../sandbox/recorded-metrics.ts';

const alarmOn = (metric: AnyMetricName, more: Partial<AlarmDefinition> = {}): AlarmDefinition => ({
  id: 'Tried',
  title: 'An alarm that is tried',
  impact: 'Nobody is hurt.',
  severity: 'task',
  hurtsCustomers: false,
  series: [{ metric, statistic: metric === 'MailSendFailures' ? 'Sum' : 'Maximum' }],
  periodMinutes: 5,
  threshold: 3,
  periods: 1,
  ...more,
});

/** What was measured, by minute; begins some minute that no period begins with. */
const begin = 1_000_003;

type Measured = readonly (readonly [minute: number, value: number])[];

const recorded = (name: AnyMetricName, measured: Measured): readonly RecordedSeries[] => {
  const byMinute = Map.groupBy(
    measured.toSorted(([one], [other]) => one - other),
    ([minute]) => begin + minute,
  );
  const minutes = [...byMinute].map(([minute, values]) => ({
    minute,
    values: values.map(([, value]) => value),
  }));
  return minutes.length === 0 ? [] : [{ name, dimensions: {}, minutes, lastAt: '2026-03-30T08:00:00Z' }];
};

/** The same judgement, period by period, as one would do it by hand. */
const byHand = (alarm: AlarmDefinition, measured: Measured, now: number): boolean => {
  const { periodMinutes, periods, threshold } = alarm;
  const isGauge = alarm.series[0]?.statistic === 'Maximum';
  const periodOf = (minute: number) => Math.floor((begin + minute) / periodMinutes);
  let last = 0;
  let inARow = 0;
  for (let period = periodOf(0); period <= periodOf(now); period += 1) {
    const values = measured
      .toSorted(([one], [other]) => one - other)
      .filter(([minute]) => periodOf(minute) === period)
      .map(([, value]) => value);
    const held = isGauge ? last : 0;
    const value = isGauge ? Math.max(...values) : values.reduce((sum, each) => sum + each, 0);
    last = values.at(-1) ?? last;
    inARow = (values.length === 0 ? held : value) >= threshold ? inARow + 1 : 0;
    if (inARow >= periods) return true;
  }
  return false;
};

const measurements = fc.array(fc.tuple(fc.nat(90), fc.nat(4)), { maxLength: 25 });

const definition = fc.record({
  periodMinutes: fc.constantFrom(1, 5, 15),
  threshold: fc.integer({ min: 1, max: 6 }),
  periods: fc.integer({ min: 1, max: 3 }),
});

describe('An alarm', () => {
  test.each<AnyMetricName>(['MailSendFailures', 'MailsNotSent'])(
    'on %s was on when so many periods in a row were beyond its threshold',
    (metric) => {
      fc.assert(
        fc.property(definition, measurements, (asked, measured) => {
          const alarm = alarmOn(metric, asked);
          const now = 95;
          expect(everAlarmed(alarm, recorded(metric, measured), begin + now)).toBe(
            byHand(alarm, measured, now),
          );
        }),
      );
    },
  );

  test('knows nothing of what was never measured', () => {
    expect(stateOf(alarmOn('MailSendFailures'), [], begin)).toBe('no data');
  });

  test('is over when a whole period was well', () => {
    const all = recorded('MailSendFailures', [[2, 5]]);
    const alarm = alarmOn('MailSendFailures');
    const states = [2, 6, 7, 11, 12, 60].map((minute) => stateOf(alarm, all, begin + minute));
    expect(states).toEqual(['alarm', 'alarm', 'alarm', 'alarm', 'ok', 'ok']);
    expect(judge(alarm, all, begin + 60)).toMatchObject({
      value: undefined,
      episodes: [{ from: begin + 2, to: begin + 7 }],
    });
  });

  test('says since when it is on: from the period in a row that is one too many', () => {
    const all = recorded('MailsNotSent', [[4, 3]]);
    const alarm = alarmOn('MailsNotSent', { periods: 3 });
    expect(judge(alarm, all, begin + 11).state).toBe('ok');
    expect(judge(alarm, all, begin + 12)).toMatchObject({ state: 'alarm', since: begin + 12, value: 3 });
  });

  test('adds up the series it watches, and all values of a dimension', () => {
    const split = (queue: string, value: number): RecordedSeries => ({
      name: 'DeadLetters',
      dimensions: { Queue: queue },
      minutes: [{ minute: begin, values: [value] }],
      lastAt: '2026-03-30T08:00:00Z',
    });
    const all = [split('mails', 1), split('relay', 2)];
    const watching = (of: string) =>
      judge(
        alarmOn('DeadLetters', { series: [{ metric: 'DeadLetters', of, statistic: 'Maximum' }] }),
        all,
        begin,
      ).value;
    expect([watching('mails'), watching('relay'), watching('together')]).toEqual([1, 2, 3]);
  });

  describe('for which a gap is the trouble', () => {
    const alarm = alarmOn('MailsNotSent', { missing: 'alarm', threshold: 1_000, periods: 2 });
    const sampledUntil = (minutes: number) =>
      recorded(
        'MailsNotSent',
        Array.from({ length: Math.floor(minutes / 5) + 1 }, (_, index) => [index * 5, 0]),
      );

    test('is off while samples come, and on when none has come for its periods', () => {
      const sampling = { samplesEveryMinutes: 5 };
      const stateAfter = (minutes: number) =>
        stateOf(alarm, sampledUntil(60), begin + 60 + minutes, sampling);
      expect(stateAfter(0)).toBe('ok');
      expect(stateAfter(6)).toBe('ok');
      expect(stateAfter(25)).toBe('alarm');
      expect(everAlarmed(alarm, sampledUntil(60), begin + 60, sampling)).toBe(false);
    });

    test('is never on where nobody samples on a beat', () => {
      expect(stateOf(alarm, sampledUntil(10), begin + 10_000)).toBe('ok');
    });
  });
});
