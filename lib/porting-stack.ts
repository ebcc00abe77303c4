import { CfnOutput, Duration, Stack, Validations } from 'aws-cdk-lib';
import { GraphWidget } from 'aws-cdk-lib/aws-cloudwatch';
import type { Construct } from 'constructs';
import { CarrierReports } from './carrier-reports.ts';
import { Correspondence } from './correspondence.ts';
import { Erasure } from './erasure.ts';
import { FollowUp } from './follow-up.ts';
import { PortLifecycle } from './port-lifecycle.ts';
import { PortRequestDesk } from './port-request-desk.ts';
import type { PortingFunction } from './porting-function.ts';
import { PortingWindowClock } from './porting-window-clock.ts';
import type { RecordsStack } from './records-stack.ts';
import { SignedMandates } from './signed-mandates.ts';
import { stackPropsOf } from './stack-props.ts';
import type { Stage } from './stages.ts';
import { anyOf, Watch } from './watch.ts';

type PortingStackProps = { readonly stage: Stage; readonly records: RecordsStack };

const toWords = (edge: string): string => edge.replace(/\W/g, '_');

/**
 * Everything that works on the records: the API, the lifecycle, the clock, the mails, the alarms. It holds no records, but runs
 * that wait for weeks, and the address that mailed start links lead to.
 */
export class PortingStack extends Stack {
  readonly functions: readonly PortingFunction[];

  constructor(scope: Construct, id: string, settings: PortingStackProps) {
    const { stage, records } = settings;
    super(scope, id, {
      ...stackPropsOf(stage),
      description: 'Number porting',
      terminationProtection: stage.keepsRecords,
    });
    const watch = new Watch(this, stage);

    const desk = new PortRequestDesk(this, settings, watch);
    const lifecycle = new PortLifecycle(this, settings, watch);
    const clock = new PortingWindowClock(this, settings, watch);
    const correspondence = new Correspondence(this, settings, `${desk.url}/start/`, watch);
    const carrierReports = new CarrierReports(this, settings, watch);
    const erasure = new Erasure(this, settings, watch);
    const mandates = new SignedMandates(this, settings, erasure.queue, watch);
    const followUp = new FollowUp(
      this,
      {
        ...settings,
        lifecycle,
        mailQueue: correspondence.mailQueue,
        erasureQueue: erasure.queue,
        carrierReportQueue: carrierReports.queue,
        dueQueue: clock.dueQueue,
      },
      watch,
    );

    const workers = [
      ...clock.functions,
      ...correspondence.functions,
      ...mandates.functions,
      ...erasure.functions,
      ...carrierReports.functions,
      ...followUp.functions,
    ];
    this.functions = [...desk.functions, ...lifecycle.functions, ...workers];
    this.#watch(workers, watch);
    for (const { role } of this.functions.filter(({ traces }) => traces))
      Validations.of(role).acknowledge({
        id: 'AwsSolutions::AwsSolutions-IAM5[Resource::*]',
        reason: 'Traces belong to no resource; AWS documents their rights with all resources.',
      });

    const outputs = {
      DashboardUrl: `https://${this.region}.console.aws.amazon.com/cloudwatch/home?region=${this.region}#dashboards:name=${watch.dashboard.dashboardName}`,
      MandatesBucketName: records.mandates.bucketName,
      RecordsTableName: records.records.tableName,
      AnswersTableName: records.answers.tableName,
      OperatorKeysSecretArn: records.operatorKeysSecret.secretArn,
      CarrierOrdersSecretArn: records.carrierOrdersSecret.secretArn,
    };
    for (const [name, value] of Object.entries(outputs)) new CfnOutput(this, name, { value });
  }

  #watch(workers: readonly PortingFunction[], watch: Watch): void {
    const period = Duration.minutes(5);
    const errors = (edges: readonly PortingFunction[]) =>
      edges.map(({ edge, lambda }) => lambda.metricErrors({ period, label: edge }));
    watch.alarm('WorkersFailing', {
      impact: 'Work behind the scenes fails: windows, mails or bounces come late or not at all.',
      runbook: 'a-worker-fails',
      metric: anyOf(
        Object.fromEntries(
          workers.map(({ edge, lambda }) => [toWords(edge), lambda.metricErrors({ period })]),
        ),
        period,
      ),
      threshold: 3,
    });
    watch.show(
      new GraphWidget({ title: 'Functions: errors', left: errors(this.functions), width: 12 }),
      new GraphWidget({
        title: 'Functions: throttled calls',
        left: this.functions.map(({ edge, lambda }) => lambda.metricThrottles({ period, label: edge })),
        width: 12,
      }),
    );
  }
}
