import { CfnOutput } from 'aws-cdk-lib';
import { SqsEventSource } from 'aws-cdk-lib/aws-lambda-event-sources';
import type { IQueue } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';
import { type FunctionSettings, PortingFunction } from './porting-function.ts';
import { Ticks } from './ticks.ts';
import type { Watch } from './watch.ts';
import { GivenUp, WorkQueue } from './work-queue.ts';

const workerTimeoutSeconds = 30;

/** Tries before a request's due work counts as failed for good. */
const dueTries = 5;

/** At nine and at three somebody looks for what is due, and a worker does it, request by request. */
export class PortingWindowClock extends Construct {
  readonly dueQueue: IQueue;
  readonly functions: readonly PortingFunction[];

  constructor(scope: Construct, settings: FunctionSettings, watch: Watch) {
    super(scope, 'WindowClock');
    const { stage } = settings;
    const { queue } = new WorkQueue(this, 'Due', {
      watch,
      name: 'due work',
      redeliverySeconds: stage.redeliverySeconds,
      tries: dueTries,
    });
    this.dueQueue = queue;

    const look = new PortingFunction(this, {
      ...settings,
      edge: 'window/look-for-due',
      description: 'Which requests have something due now?',
      timeoutSeconds: workerTimeoutSeconds,
    })
      .bindRecords(['read'], ['by-due'])
      .bindClock()
      .bindDueQueue(queue);
    const failures = new GivenUp(this, 'LookFailures', {
      watch,
      name: 'look',
    }).queue;
    new Ticks(this, 'Looks', { wakes: look, schedules: stage.lookSchedules, failures });

    const work = new PortingFunction(this, {
      ...settings,
      edge: 'window/do-what-is-due',
      description: 'Does to one request what is due',
      timeoutSeconds: workerTimeoutSeconds,
    })
      .bindRecords(['read', 'commit'])
      .bindCalendar();
    work.lambda.addEventSource(
      new SqsEventSource(queue, { batchSize: 10, maxConcurrency: 10, reportBatchItemFailures: true }),
    );
    this.functions = [look, work];
    new CfnOutput(this, 'DueQueueUrl', { value: queue.queueUrl }).overrideLogicalId('DueQueueUrl');
  }
}
