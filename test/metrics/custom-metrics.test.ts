import { describe, expect, test } from 'vitest';
import { customMetrics, customMetricsOf } from '../../functions/metrics/custom-metrics.ts';
import { describedMetric, metricNames } from '../../functions/metrics/metric-catalogue.ts';
import { measured } from '../../functions/metrics/metrics.ts';

/** What the metrics of a stage may come to: 75 USD a month, were every one of them seen in every hour. */
const mostCustomMetrics = 250;

/** Those of a stage on which nothing happens. */
const mostIdleMetrics = 30;

describe('the catalogue of metrics', () => {
  test('is no more metrics than are worth their money', () => {
    const counted = metricNames.map((name) => customMetricsOf(describedMetric(name)));
    expect(customMetrics.atMost).toBe(counted.reduce((sum, count) => sum + count, 0));
    expect(customMetrics.atMost).toBeLessThanOrEqual(mostCustomMetrics);
    expect(customMetrics.idle).toBeLessThanOrEqual(mostIdleMetrics);
    expect(customMetrics.idle).toBeGreaterThan(0);
  });

  test('counts each value of a dimension, and a metric without one once', () => {
    const of = (dimensions: Readonly<Record<string, readonly string[]>>) =>
      customMetricsOf({ kind: 'counter', meaning: '', dimensions });
    expect(of({})).toBe(1);
    expect(of({ By: ['desk', 'reseller'] })).toBe(2);
    expect(of({ By: ['desk', 'reseller'], Operator: ['a', 'b', 'c'] })).toBe(6);
  });

  test.each(metricNames)(
    '%s is split once at most, by values of which each is there once and fits',
    (name) => {
      const { dimensions, meaning } = describedMetric(name);
      expect(Object.keys(dimensions).length).toBeLessThanOrEqual(1);
      for (const values of Object.values(dimensions)) {
        expect(new Set(values).size).toBe(values.length);
        expect(values.filter((value) => !/^[a-z0-9][a-z0-9_-]{0,39}$/.test(value))).toEqual([]);
      }
      expect(name).toMatch(/^[A-Z][A-Za-z]+$/);
      expect(meaning).toMatch(/^[A-Z].{10,}\.$/);
    },
  );

  test('lets the compiler refuse what it does not know', () => {
    const free: string = 'acme';
    // @ts-expect-error: no such metric
    measured('TenantsSeen', {});
    // @ts-expect-error: not split by it
    measured('WindowsOpened', { Tenant: 'acme' });
    // @ts-expect-error: no such value
    measured('PortsStarted', { By: 'clock' });
    // @ts-expect-error: the dimension is missing
    measured('PortsStarted', {});
    // @ts-expect-error: a text that may be anything
    measured('RequestsSubmitted', { Operator: free });
    // @ts-expect-error: a text that may be anything
    measured('RejectionReasons', { Reason: free });
    expect(measured('PortsStarted', { By: 'desk' })).toEqual({
      name: 'PortsStarted',
      dimensions: { By: 'desk' },
      value: 1,
    });
  });
});
