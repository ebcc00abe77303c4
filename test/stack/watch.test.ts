import { describe, expect, test } from 'vitest';
import { metricNames } from '../../functions/metrics/metric-catalogue.ts';
import { type AlarmDefinition, anchorOf } from '../../operations/alarm.ts';
import { alarms, customerImpact } from '../../operations/alarms.ts';
import { dashboards } from '../../operations/dashboards.ts';
import { readAlarm } from './stack-rules.ts';
import {
  at,
  listAt,
  type Resource,
  referencesIn,
  resourcesOf,
  type StackTemplate,
  templatesOf,
} from './templates.ts';

const porting = templatesOf('production').porting;
const emulated = templatesOf('emulator').porting;

const madeOf = (template: StackTemplate, definition: AlarmDefinition): Resource => {
  const found = resourcesOf(template, 'AWS::CloudWatch::Alarm').find(
    ([, { Properties }]) => readAlarm(Properties['AlarmDescription']).anchor === anchorOf(definition),
  );
  if (found === undefined) throw new Error(`No alarm was made of ${definition.id}`);
  return found[1];
};

/** What a math alarm reads; the alarm itself where it reads one metric. */
const readBy = ({ Properties }: Resource): readonly unknown[] => {
  const metrics = listAt(Properties, 'Metrics').filter((query) => at(query, 'MetricStat') !== undefined);
  return metrics.length > 0 ? metrics : [Properties];
};

/** CloudWatch takes no more metrics in the expression of an alarm. */
const mostMetrics = 10;

describe.each([
  { name: 'production', template: porting },
  { name: 'emulator', template: emulated },
])('Of the alarms on stage $name', ({ template }) => {
  test('each is made, as its definition says, and tells whom its severity means', () => {
    expect(resourcesOf(template, 'AWS::CloudWatch::Alarm')).toHaveLength(alarms.length);
    for (const definition of alarms) {
      const { Properties } = madeOf(template, definition);
      expect(readAlarm(Properties['AlarmDescription'])).toEqual({
        impact: definition.impact,
        severity: definition.severity,
        anchor: anchorOf(definition),
      });
      expect(Properties).toMatchObject({
        Threshold: definition.threshold,
        EvaluationPeriods: definition.periods,
        ComparisonOperator: 'GreaterThanOrEqualToThreshold',
        TreatMissingData: definition.missing === 'alarm' ? 'breaching' : 'notBreaching',
      });
      expect(referencesIn(Properties['AlarmActions'])).toEqual([
        expect.stringMatching(definition.severity === 'call' ? /^WatchCallTopic/ : /^WatchTaskTopic/),
      ]);
    }
  });

  test('none asks for what an alarm cannot have: a search, or more than ten metrics', () => {
    for (const definition of alarms) {
      const made = madeOf(template, definition);
      expect(readBy(made).length).toBeLessThanOrEqual(mostMetrics);
      expect(JSON.stringify(made)).not.toContain('SEARCH(');
    }
  });

  test('each reads for as long as its periods are', () => {
    for (const definition of alarms)
      for (const query of readBy(madeOf(template, definition)))
        expect(at(query, 'MetricStat', 'Period') ?? at(query, 'Period')).toBe(definition.periodMinutes * 60);
  });
});

describe('An alarm', () => {
  const definitionOf = (id: string): AlarmDefinition => {
    const found = alarms.find((alarm) => alarm.id === id);
    if (found === undefined) throw new Error(`There is no alarm ${id}`);
    return found;
  };
  const expressionOf = (id: string): unknown =>
    listAt(madeOf(porting, definitionOf(id)).Properties, 'Metrics')
      .map((query) => at(query, 'Expression'))
      .find((expression) => expression !== undefined);

  test('reads our own metrics by the name they are emitted under, in the namespace of the stage', () => {
    expect(madeOf(porting, definitionOf('WindowsNotOpened')).Properties).toMatchObject({
      Namespace: 'NumberPorting/production',
      MetricName: 'WindowsNotOpened',
      Dimensions: [{ Name: 'service', Value: 'porting' }],
      Statistic: 'Maximum',
    });
    expect(madeOf(porting, definitionOf('SubscriberCallsFailing')).Properties).toMatchObject({
      Namespace: 'NumberPorting/production',
      Dimensions: [
        { Name: 'Caller', Value: 'subscriber' },
        { Name: 'service', Value: 'porting' },
      ],
    });
  });

  test('adds up several series, of which one may be silent', () => {
    expect(expressionOf('MailsFailing')).toBe('FILL(m0, 0) + FILL(m1, 0)');
  });

  test('reads the age of the relay in seconds, of which AWS gives thousandths', () => {
    expect(expressionOf('RelayLate')).toBe('FILL(m0, 0) / 1000');
  });

  test('on silence takes it for as bad as its threshold', () => {
    const { threshold } = definitionOf('NothingSampled');
    expect(expressionOf('NothingSampled')).toBe(`FILL(m0, ${threshold})`);
  });
});

describe('The one alarm of what customers feel', () => {
  test('is on while any of those is on that hurt customers', () => {
    const [composite] = resourcesOf(porting, 'AWS::CloudWatch::CompositeAlarm');
    const hurting = alarms.filter(({ hurtsCustomers }) => hurtsCustomers);
    const ids = new Set(
      resourcesOf(porting, 'AWS::CloudWatch::Alarm')
        .filter(([, { Properties }]) =>
          hurting.some((alarm) => anchorOf(alarm) === readAlarm(Properties['AlarmDescription']).anchor),
        )
        .map(([id]) => id),
    );
    const rule = at(composite?.[1], 'Properties', 'AlarmRule');
    expect(new Set(referencesIn(rule))).toEqual(ids);
    expect(JSON.stringify(rule)).toContain(' OR ');
    expect(JSON.stringify(rule)).not.toContain('NOT');
    expect(at(composite?.[1], 'Properties', 'AlarmDescription')).toBe(customerImpact.impact);
  });

  test('is left out on the emulator, which knows no such alarm', () => {
    expect(resourcesOf(emulated, 'AWS::CloudWatch::CompositeAlarm')).toEqual([]);
  });
});

describe('The dashboards', () => {
  const made = resourcesOf(porting, 'AWS::CloudWatch::Dashboard');
  const bodies = made.map(([, dashboard]) => JSON.stringify(dashboard).replaceAll('\\', ''));

  test('are those that are defined, each with all its titles', () => {
    expect(made).toHaveLength(dashboards.length);
    for (const { widgets } of dashboards) {
      const body = bodies.find((text) =>
        widgets.every((widget) => !('title' in widget) || text.includes(widget.title)),
      );
      expect(body).toBeDefined();
    }
  });

  test('name every metric of the catalogue that no alarm watches', () => {
    const all = bodies.join('\n');
    const watched = new Set(alarms.flatMap(({ series }) => series.map(({ metric }) => metric)));
    expect(metricNames.filter((name) => !watched.has(name) && !all.includes(name))).toEqual([]);
  });

  test('draw the limits of their graphs', () => {
    const limits = dashboards.flatMap(({ widgets }) =>
      widgets.flatMap((widget) => ('limit' in widget && widget.limit !== undefined ? [widget.limit] : [])),
    );
    expect(limits.length).toBeGreaterThan(0);
    for (const { value, label } of limits)
      expect(bodies.some((body) => body.includes(`"value":${value},"label":"${label}"`))).toBe(true);
  });
});

describe('Traces', () => {
  test('are kept of one run in ten, where the cloud knows rules for it', () => {
    const rules = resourcesOf(porting, 'AWS::XRay::SamplingRule').map(
      ([, { Properties }]) => Properties['SamplingRule'],
    );
    expect(rules).toEqual([
      expect.objectContaining({
        FixedRate: 0.1,
        ReservoirSize: 0,
        ServiceType: 'AWS::StepFunctions::StateMachine',
        ServiceName: { 'Fn::GetAtt': [expect.stringMatching(/^LifecycleMachine/), 'Name'] },
      }),
    ]);
  });
});
