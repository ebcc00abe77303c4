import { SqsEventSource } from 'aws-cdk-lib/aws-lambda-event-sources';
import type { IQueue } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';
import { type FunctionSettings, PortingFunction } from './porting-function.ts';
import type { Watch } from './watch.ts';
import { WorkQueue } from './work-queue.ts';

/** As with mails: an outage of the carrier of a day must not cost a report. SQS counts no further than a thousand. */
const hoursTried = 24;
const mostTries = 1000;

/** What the carrier is told outside the lifecycle: trouble after a port, and numbers that are asked back. */
export class CarrierReports extends Construct {
  readonly queue: IQueue;
  readonly functions: readonly PortingFunction[];

  constructor(scope: Construct, settings: FunctionSettings, watch: Watch) {
    super(scope, 'CarrierReports');
    const { redeliverySeconds } = settings.stage;
    const waiting = new WorkQueue(this, 'Reports', {
      watch,
      name: 'carrier reports',
      redeliverySeconds,
      tries: Math.min(Math.ceil((hoursTried * 3600) / redeliverySeconds), mostTries),
    });
    this.queue = waiting.queue;
    const report = new PortingFunction(this, {
      ...settings,
      edge: 'operator/report-to-carrier',
      description: 'Does the carrier know of this?',
      timeoutSeconds: 60,
    })
      .bindRecords(['read'])
      .bindCarrierOrders();
    report.lambda.addEventSource(
      new SqsEventSource(waiting.queue, { batchSize: 1, maxConcurrency: 2, reportBatchItemFailures: true }),
    );
    this.functions = [report];
  }
}
