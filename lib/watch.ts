import { Duration, Stack } from 'aws-cdk-lib';
import {
  Alarm,
  AlarmRule,
  AlarmState,
  ComparisonOperator,
  CompositeAlarm,
  Dashboard,
  TreatMissingData,
} from 'aws-cdk-lib/aws-cloudwatch';
import { SnsAction } from 'aws-cdk-lib/aws-cloudwatch-actions';
import { ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { Topic } from 'aws-cdk-lib/aws-sns';
import { EmailSubscription } from 'aws-cdk-lib/aws-sns-subscriptions';
import { Construct } from 'constructs';
import { type AlarmDefinition, anchorOf, type Severity } from '../operations/alarm.ts';
import { alarms, customerImpact } from '../operations/alarms.ts';
import type { DashboardDefinition } from '../operations/dashboard.ts';
import { dashboards } from '../operations/dashboards.ts';
import type { PlatformMetricName } from '../operations/platform-metrics.ts';
import { rowsOf } from './drawn-dashboard.ts';
import { metricsNamespaceOf } from './porting-function.ts';
import type { Stage } from './stages.ts';
import { type Measure, WatchedSeries } from './watched-series.ts';

/** How far back a dashboard looks: the desk thinks in weeks, whoever is called in hours. */
const shown: Readonly<Record<DashboardDefinition['id'], Duration>> = {
  desk: Duration.days(28),
  operations: Duration.hours(12),
  'customer-impact': Duration.days(28),
};

/** `customer-impact` → `CustomerImpact`: what the construct and the output of a dashboard are called. */
const constructIdOf = (id: string): string =>
  id.replaceAll(/(?:^|-)([a-z])/g, (_, letter: string) => letter.toUpperCase());

/** Who is hurt, how urgent it is, and where the runbook says what to do. */
const descriptionOf = (alarm: AlarmDefinition): string =>
  `${alarm.impact} Severity: ${alarm.severity}. Runbook: docs/runbook.md#${anchorOf(alarm)}`;

/**
 * Makes the alarms and dashboards of `operations/`. Constructs only say which metric of AWS each metric of the platform is; when all
 * have, `make` is called once.
 */
export class Watch extends Construct {
  readonly #stage: Stage;
  readonly #series: WatchedSeries;
  readonly #topics: Readonly<Record<Severity, Topic>>;

  constructor(scope: Construct, stage: Stage) {
    super(scope, 'Watch');
    this.#stage = stage;
    this.#series = new WatchedSeries(metricsNamespaceOf(stage));
    this.#topics = {
      call: this.#topicFor('CallTopic', stage.alarmAddresses.call),
      task: this.#topicFor('TaskTopic', stage.alarmAddresses.task),
    };
  }

  /** Says what a metric of the platform is. @param of the value of its dimension; undefined where it has none. */
  measures(name: PlatformMetricName, of: string | undefined, ...measures: readonly Measure[]): void {
    this.#series.measures(name, of, measures);
  }

  /** Every alarm and every dashboard; answers where each dashboard is found, by the name of its output. */
  make(): Readonly<Record<string, string>> {
    const made = new Map(alarms.map((alarm) => [alarm.id, this.#alarm(alarm)]));
    if (this.#stage.hasCompositeAlarms) this.#customerImpact(made);
    const { region } = Stack.of(this);
    return Object.fromEntries(
      dashboards.map((definition) => {
        const id = constructIdOf(definition.id);
        const { dashboardName } = new Dashboard(this, `${id}Dashboard`, {
          defaultInterval: shown[definition.id],
          widgets: rowsOf({ series: this.#series, alarms: made }, definition),
        });
        return [
          `DashboardUrl${id}`,
          `https://${region}.console.aws.amazon.com/cloudwatch/home?region=${region}#dashboards:name=${dashboardName}`,
        ];
      }),
    );
  }

  #topicFor(id: string, address: string | undefined): Topic {
    const topic = new Topic(this, id, { enforceSSL: true });
    // A topic with a policy of its own loses the default one, and with it the alarms' right to publish.
    topic.grantPublish(
      new ServicePrincipal('cloudwatch.amazonaws.com', {
        conditions: { StringEquals: { 'aws:SourceAccount': Stack.of(this).account } },
      }),
    );
    if (address !== undefined) topic.addSubscription(new EmailSubscription(address));
    return topic;
  }

  #alarm(definition: AlarmDefinition): Alarm {
    const { id, series, periodMinutes, threshold, periods, severity, missing } = definition;
    const isMissingBad = missing === 'alarm';
    const alarm = new Alarm(this, id, {
      alarmDescription: descriptionOf(definition),
      // What is missing is filled in: CloudWatch would look past the last periods for older values before it calls them missing.
      metric: this.#series.sum(series, Duration.minutes(periodMinutes), isMissingBad ? threshold : undefined),
      threshold,
      evaluationPeriods: periods,
      comparisonOperator: ComparisonOperator.GREATER_THAN_OR_EQUAL_TO_THRESHOLD,
      treatMissingData: isMissingBad ? TreatMissingData.BREACHING : TreatMissingData.NOT_BREACHING,
    });
    alarm.addAlarmAction(new SnsAction(this.#topics[severity]));
    return alarm;
  }

  /** Tells nobody by itself: each of its alarms has. It is the one light that says whether customers are hurt. */
  #customerImpact(made: ReadonlyMap<string, Alarm>): void {
    const { id, impact, ids } = customerImpact;
    new CompositeAlarm(this, id, {
      alarmDescription: impact,
      alarmRule: AlarmRule.anyOf(
        ...ids.flatMap((each) => {
          const alarm = made.get(each);
          return alarm === undefined ? [] : [AlarmRule.fromAlarm(alarm, AlarmState.ALARM)];
        }),
      ),
    });
  }
}
