import { CfnOutput, Duration } from 'aws-cdk-lib';
import { GraphWidget } from 'aws-cdk-lib/aws-cloudwatch';
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
    const { queue, deadLetters } = new WorkQueue(this, 'Due', {
      watch,
      impact:
        'A window does not open, is not reminded of or does not close: a customer cannot start the port.',
      runbook: 'due-work-failed-for-good',
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
      impact: 'Nobody looked for what is due: start windows stay closed in the morning until the next look.',
      runbook: 'nobody-looked-for-what-is-due',
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
    this.#watch(queue, deadLetters, watch);
    new CfnOutput(this, 'DueQueueUrl', { value: queue.queueUrl }).overrideLogicalId('DueQueueUrl');
  }

  #watch(queue: IQueue, deadLetters: IQueue, watch: Watch): void {
    const period = Duration.minutes(5);
    watch.alarm('DueLate', {
      impact: 'Windows open late: customers wait for the mail that lets them start.',
      runbook: 'due-work-is-late',
      metric: queue.metricApproximateAgeOfOldestMessage({ period, statistic: 'Maximum' }),
      threshold: 15 * 60,
    });
    watch.show(
      new GraphWidget({
        title: 'Due work',
        left: [queue.metricApproximateNumberOfMessagesVisible({ period })],
        right: [deadLetters.metricApproximateNumberOfMessagesVisible({ period })],
        width: 12,
      }),
      new GraphWidget({
        title: 'Due work: oldest, in seconds',
        left: [queue.metricApproximateAgeOfOldestMessage({ period, statistic: 'Maximum' })],
        width: 12,
      }),
    );
  }
}
