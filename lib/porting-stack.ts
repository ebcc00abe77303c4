import { CfnOutput, Stack } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import type { FunctionGroup } from '../operations/platform-metrics.ts';
import type { ApiStack } from './api-stack.ts';
import { CarrierReports } from './carrier-reports.ts';
import { Correspondence } from './correspondence.ts';
import { DeskCommand } from './desk-command.ts';
import { Erasure } from './erasure.ts';
import { FollowUp } from './follow-up.ts';
import { PortLifecycle } from './port-lifecycle.ts';
import type { PortingFunction } from './porting-function.ts';
import { PortingWindowClock } from './porting-window-clock.ts';
import type { RecordsStack } from './records-stack.ts';
import { SignedMandates } from './signed-mandates.ts';
import { stackPropsOf } from './stack-props.ts';
import type { Stage } from './stages.ts';
import { Watch } from './watch.ts';
import { Webhooks } from './webhooks.ts';

type PortingStackProps = {
  readonly stage: Stage;
  readonly records: RecordsStack;
  readonly api: ApiStack;
};

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

    api.desk.measuredBy(watch);
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

    const desk = new DeskCommand(this, {
      ...settings,
      lifecycle,
      mailQueue: correspondence.mailQueue,
    });

    const workers = [
      ...clock.functions,
      ...correspondence.functions,
      ...mandates.functions,
      ...erasure.functions,
      ...carrierReports.functions,
      ...followUp.functions,
      ...desk.functions,
    ];
    this.functions = [...lifecycle.functions, ...workers, ...webhooks.functions];
    this.#measure(api, { lifecycle: lifecycle.functions, workers, events: webhooks.functions }, watch);

    const outputs = {
      ...watch.make(),
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

  /** What Lambda measures of each function, by the group it is watched in. */
  #measure(
    api: ApiStack,
    groups: Readonly<Record<Exclude<FunctionGroup, 'api'>, readonly PortingFunction[]>>,
    watch: Watch,
  ): void {
    // Searched for by the name they share: one that this stack named could never be taken out of the other.
    const ofApi =
      (metric: 'Errors' | 'Throttles') =>
      (statistic: string, periodSeconds: number): string =>
        `SEARCH('{AWS/Lambda,FunctionName} MetricName="${metric}" FunctionName=${api.stackName}', '${statistic}', ${periodSeconds})`;
    watch.measures('FunctionErrors', 'api', { searchedBy: ofApi('Errors') });
    watch.measures('FunctionThrottles', 'api', { searchedBy: ofApi('Throttles') });
    for (const [group, functions] of Object.entries(groups))
      for (const { edge, lambda } of functions) {
        watch.measures('FunctionErrors', group, { metric: lambda.metricErrors(), label: edge });
        watch.measures('FunctionThrottles', group, { metric: lambda.metricThrottles(), label: edge });
      }
  }
}
