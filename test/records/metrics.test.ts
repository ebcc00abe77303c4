import { Temporal } from 'temporal-polyfill';
import { afterEach, describe, expect, test, vi } from 'vitest';
import * as z from 'zod';
import { metricNames } from '../../functions/metrics/metric-catalogue.ts';
import { type Measurement, measured } from '../../functions/metrics/metrics.ts';
import { embeddedMetrics } from '../../functions/runtime/emf-metrics.ts';
import { createRecordedMetrics } from '../../sandbox/recorded-metrics.ts';
import { describeMetrics } from './metrics-contract.ts';

const namespace = 'NumberPorting/test';

/** A line of the embedded metric format, as CloudWatch takes it: everything else makes it a line of log that nobody counts. */
const embeddedLine = z.looseObject({
  _aws: z.strictObject({
    Timestamp: z.int().positive(),
    CloudWatchMetrics: z.tuple([
      z.strictObject({
        Namespace: z.literal(namespace),
        Dimensions: z.tuple([z.array(z.string()).min(1).max(30)]),
        Metrics: z
          .array(z.strictObject({ Name: z.enum(metricNames), Unit: z.enum(['Count', 'Seconds']) }))
          .min(1)
          .max(100),
      }),
    ]),
  }),
});

const values = z.union([z.number().transform((value) => [value]), z.array(z.number()).max(100)]);

/** The measurements on a line. Every dimension has to be among its members, and every member has to be told of. */
const measurementsOn = (text: string): readonly Measurement[] => {
  const { _aws, ...members } = embeddedLine.parse(JSON.parse(text));
  const [{ Dimensions, Metrics }] = _aws.CloudWatchMetrics;
  const names = Metrics.map(({ Name }) => Name);
  expect(Object.keys(members).toSorted()).toEqual([...Dimensions[0], ...names].toSorted());
  const { service, ...dimensions } = z
    .record(z.string(), z.string())
    .parse(Object.fromEntries(Dimensions[0].map((dimension) => [dimension, members[dimension]])));
  expect(service).toBe('porting');
  return names.flatMap((name) => values.parse(members[name]).map((value) => ({ name, dimensions, value })));
};

/** What is written to the standard output from now on, line by line. */
const watchOutput = () => {
  const lines: string[] = [];
  vi.spyOn(process.stdout, 'write').mockImplementation((chunk) => {
    lines.push(String(chunk));
    return true;
  });
  return lines;
};

afterEach(() => vi.restoreAllMocks());

describeMetrics('on the standard output', () => {
  const lines = watchOutput();
  return {
    metrics: embeddedMetrics(namespace),
    read: () =>
      lines
        .join('')
        .split('\n')
        .filter((line) => line !== '')
        .flatMap(measurementsOn),
  };
});

describeMetrics('in memory', () => {
  let now = Temporal.Instant.from('2026-04-14T07:00:00Z');
  const metrics = createRecordedMetrics(() => now);
  return {
    metrics: {
      put: (measurements) => {
        metrics.put(measurements);
        now = now.add({ seconds: 40 });
      },
    },
    read: () =>
      metrics.all().flatMap(({ name, dimensions, minutes }) => {
        const known = metricNames.find((each) => each === name);
        if (known === undefined) throw new Error(`${name} is none of ours`);
        return minutes.flatMap((minute) =>
          minute.values.map((value) => ({ name: known, dimensions, value })),
        );
      }),
  };
});

describe('a line of metrics', () => {
  test('is one for all that has the same dimensions, with its unit', () => {
    const lines = watchOutput();
    embeddedMetrics(namespace).put([
      measured('WindowsOpened', {}),
      measured('WindowOpenedLateSeconds', {}, 90),
      measured('PortsStarted', { By: 'desk' }),
    ]);
    expect(lines).toHaveLength(2);
    expect(JSON.parse(lines[0] ?? '')).toMatchObject({
      _aws: {
        CloudWatchMetrics: [
          {
            Namespace: namespace,
            Dimensions: [['service']],
            Metrics: [
              { Name: 'WindowsOpened', Unit: 'Count' },
              { Name: 'WindowOpenedLateSeconds', Unit: 'Seconds' },
            ],
          },
        ],
      },
      service: 'porting',
      WindowsOpened: 1,
      WindowOpenedLateSeconds: 90,
    });
    expect(JSON.parse(lines[1] ?? '')).toMatchObject({
      _aws: { CloudWatchMetrics: [{ Dimensions: [['service', 'By']] }] },
      By: 'desk',
      PortsStarted: 1,
    });
  });
});
