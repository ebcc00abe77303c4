import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { describedMetric, type MetricName, metricNames } from '../../functions/metrics/metric-catalogue.ts';
import type { Measurement, Metrics } from '../../functions/metrics/metrics.ts';
import { measured } from '../../functions/metrics/metrics.ts';
import { measurementText } from '../support/watched-metrics.ts';

/** Metrics under test, with what whoever reads them was told, each value as a measurement of its own. */
export type MakeMetrics = () => { readonly metrics: Metrics; readonly read: () => readonly Measurement[] };

/** Any value of any metric, for each value of its dimension. */
const anyMeasurement: fc.Arbitrary<Measurement> = fc.constantFrom<MetricName>(...metricNames).chain((name) =>
  fc.record({
    name: fc.constant(name),
    dimensions: fc.record(
      Object.fromEntries(
        Object.entries(describedMetric(name).dimensions).map(([dimension, values]) => [
          dimension,
          fc.constantFrom(...values),
        ]),
      ),
    ),
    value: fc.oneof(fc.nat(1_000_000), fc.double({ min: 0, max: 1e6, noNaN: true })),
  }),
);

// Nobody tells a zero with a sign from one without, and JSON does not either.
const sorted = (measurements: readonly Measurement[]) =>
  measurements.map((each) => measurementText({ ...each, value: each.value + 0 })).toSorted();

/** What everybody who takes measurements promises: each comes out as it went in, with its own dimensions and no others. */
export const describeMetrics = (name: string, makeMetrics: MakeMetrics): void => {
  describe(`${name}: metrics`, () => {
    test('give back nothing before anything was measured, or where that was nothing', () => {
      const { metrics, read } = makeMetrics();
      expect(read()).toEqual([]);
      metrics.put([]);
      expect(read()).toEqual([]);
    });

    test('give back what was measured in one go and in several, of one metric and of many', () => {
      const { metrics, read } = makeMetrics();
      const first = [
        measured('WindowsOpened', {}),
        measured('WindowOpenedLateSeconds', {}, 90),
        measured('AnswerWorkingDays', { Operator: 'proximus' }, 3),
        measured('AnswerWorkingDays', { Operator: 'telenet' }, 3),
        measured('AnswerWorkingDays', { Operator: 'proximus' }, 3),
        measured('InterruptionMinutes', { Installation: 'simple' }, 40.5),
      ];
      metrics.put(first);
      metrics.put([measured('WindowsOpened', {})]);
      expect(sorted(read())).toEqual(sorted([...first, measured('WindowsOpened', {})]));
    });

    test('give back more values of one metric than fit on a line', () => {
      const { metrics, read } = makeMetrics();
      const many = Array.from({ length: 250 }, (_, index) => measured('PortsStarted', { By: 'desk' }, index));
      metrics.put(many);
      expect(sorted(read())).toEqual(sorted(many));
    });

    test('give back anything that the catalogue knows, however it is put', () => {
      fc.assert(
        fc.property(fc.array(fc.array(anyMeasurement, { maxLength: 8 }), { maxLength: 6 }), (puts) => {
          const { metrics, read } = makeMetrics();
          for (const put of puts) metrics.put(put);
          expect(sorted(read())).toEqual(sorted(puts.flat()));
        }),
        { numRuns: 60 },
      );
    });
  });
};
