import { CfnOutput, Duration, Stack } from 'aws-cdk-lib';
import { GraphWidget, SearchExpression } from 'aws-cdk-lib/aws-cloudwatch';
import type { Construct } from 'constructs';
import type { ApiStack } from './api-stack.ts';
import { CarrierReports } from './carrier-reports.ts';
import { Correspondence } from './correspondence.ts';
import { Erasure } from './erasure.ts';
import { FollowUp } from './follow-up.ts';
import { PortLifecycle } from './port-lifecycle.ts';
import type { PortingFunction } from './porting-function.ts';
import { PortingWindowClock } from './porting-window-clock.ts';
import type { RecordsStack } from './records-stack.ts';
import { SignedMandates } from './signed-mandates.ts';
import { stackPropsOf } from './stack-props.ts';
import type { Stage } from './stages.ts';
import { anyOf, Watch } from './watch.ts';
import { Webhooks } from './webhooks.ts';

type PortingStackProps = {
  readonly stage: Stage;
  readonly records: RecordsStack;
  readonly api: ApiStack;
};

const toWords = (edge: string): string => edge.replace(/\W/g, '_');

/**
 * What works on the records without being called: the lifecycle, the clock, the mails; and the alarms of everything. It
 * holds no records, but runs that wait for weeks.
 */
export class PortingStack extends Stack {
  readonly functions: readonly PortingFunction[];

  constructor(scope: Construct, id: string, settings: PortingStackProps) {
    const { stage, records, api } = settings;
    super(scope, id, {
      ...stackPropsOf(stage),
      description: 'Number porting',
      terminationProtection: stage.keepsRecords,
    });
    const watch = new Watch(this, stage);

    api.desk.showOn(watch);
    const lifecycle = new PortLifecycle(this, settings, watch);
    const clock = new PortingWindowClock(this, settings, watch);
    const correspondence = new Correspondence(this, settings, `${api.desk.url}/start/`, watch);
    const carrierReports = new CarrierReports(this, settings, watch);
    const erasure = new Erasure(this, settings, watch);
    const mandates = new SignedMandates(this, settings, erasure.queue, watch);
    const webhooks = new Webhooks(this, settings, correspondence.mailQueue, watch);
    const followUp = new FollowUp(
      this,
      {
        ...settings,
        lifecycle,
        mailQueue: correspondence.mailQueue,
        erasureQueue: erasure.queue,
        carrierReportQueue: carrierReports.queue,
        publicationQueue: webhooks.publicationQueue,
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
    this.functions = [...lifecycle.functions, ...workers, ...webhooks.functions];
    this.#watch(workers, api, watch);

    const outputs = {
      DashboardUrl: `https://${this.region}.console.aws.amazon.com/cloudwatch/home?region=${this.region}#dashboards:name=${watch.dashboard.dashboardName}`,
      MandatesBucketName: records.mandates.bucketName,
      RecordsTableName: records.records.tableName,
      AnswersTableName: records.answers.tableName,
      OperatorKeysSecretArn: records.operatorKeysSecret.secretArn,
      CarrierOrdersSecretArn: records.carrierOrdersSecret.secretArn,
      CursorSecretArn: records.cursorSecret.secretArn,
      WebhookSecretArn: records.webhookSecret.secretArn,
    };
    for (const [name, value] of Object.entries(outputs)) new CfnOutput(this, name, { value });
  }

  #watch(workers: readonly PortingFunction[], api: ApiStack, watch: Watch): void {
    const period = Duration.minutes(5);
    // Searched for by the name they share: one that this stack named could never be taken out of the other.
    const ofApi = (metric: 'Errors' | 'Throttles') =>
      new SearchExpression({
        expression: `SEARCH('{AWS/Lambda,FunctionName} MetricName="${metric}" FunctionName=${api.stackName}', 'Sum', ${period.toSeconds()})`,
        // Each function is called by its name.
        label: '',
        period,
      });
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
      new GraphWidget({
        title: 'Functions: errors',
        left: [
          ...this.functions.map(({ edge, lambda }) => lambda.metricErrors({ period, label: edge })),
          ofApi('Errors'),
        ],
        width: 12,
      }),
      new GraphWidget({
        title: 'Functions: throttled calls',
        left: [
          ...this.functions.map(({ edge, lambda }) => lambda.metricThrottles({ period, label: edge })),
          ofApi('Throttles'),
        ],
        width: 12,
      }),
    );
  }
}
