import { Duration, Stack } from 'aws-cdk-lib';
import {
  Alarm,
  ComparisonOperator,
  Dashboard,
  type IMetric,
  type IWidget,
  MathExpression,
  TreatMissingData,
} from 'aws-cdk-lib/aws-cloudwatch';
import { SnsAction } from 'aws-cdk-lib/aws-cloudwatch-actions';
import { ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { Topic } from 'aws-cdk-lib/aws-sns';
import { EmailSubscription } from 'aws-cdk-lib/aws-sns-subscriptions';
import { Construct } from 'constructs';
import type { Stage } from './stages.ts';

/** When somebody is called, and why it matters. */
export type AlarmSettings = {
  /** Who is hurt and how, in one sentence: the first thing the one who is called reads. */
  readonly impact: string;
  /** The anchor of the alarm's heading in `docs/runbook.md`. */
  readonly runbook: string;
  readonly metric: IMetric;
  /** Alarms at this value and above it. */
  readonly threshold: number;
  /** Periods in a row; one by default. */
  readonly periods?: number;
};

/** The sum of several counts; one that says nothing counts as nothing. */
export const anyOf = (counts: Readonly<Record<string, IMetric>>, period: Duration): IMetric =>
  new MathExpression({
    expression: Object.keys(counts)
      .map((name) => `FILL(${name}, 0)`)
      .join(' + '),
    usingMetrics: counts,
    period,
  });

/** Whom alarms tell, and the dashboard on which they are looked into. */
export class Watch extends Construct {
  readonly dashboard: Dashboard;
  readonly #topic: Topic;

  constructor(scope: Construct, stage: Stage) {
    super(scope, 'Watch');
    this.#topic = new Topic(this, 'AlarmTopic', { enforceSSL: true });
    // A topic with a policy of its own loses the default one, and with it the alarms' right to publish.
    this.#topic.grantPublish(
      new ServicePrincipal('cloudwatch.amazonaws.com', {
        conditions: { StringEquals: { 'aws:SourceAccount': Stack.of(this).account } },
      }),
    );
    if (stage.alarmAddress !== undefined)
      this.#topic.addSubscription(new EmailSubscription(stage.alarmAddress));
    this.dashboard = new Dashboard(this, 'Operations', { defaultInterval: Duration.hours(12) });
  }

  /** Calls somebody. The description says who is hurt, and where the runbook says what to do. */
  alarm(id: string, { impact, runbook, metric, threshold, periods = 1 }: AlarmSettings): Alarm {
    const alarm = new Alarm(this, id, {
      alarmDescription: `${impact} Runbook: docs/runbook.md#${runbook}`,
      metric,
      threshold,
      evaluationPeriods: periods,
      comparisonOperator: ComparisonOperator.GREATER_THAN_OR_EQUAL_TO_THRESHOLD,
      treatMissingData: TreatMissingData.NOT_BREACHING,
    });
    alarm.addAlarmAction(new SnsAction(this.#topic));
    return alarm;
  }

  /** Adds a row to the dashboard. */
  show(...widgets: readonly IWidget[]): void {
    this.dashboard.addWidgets(...widgets);
  }
}
