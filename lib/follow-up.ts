import { Duration } from 'aws-cdk-lib';
import { EventSourceMapping, FilterCriteria, FilterRule, StartingPosition } from 'aws-cdk-lib/aws-lambda';
import { SqsDlq } from 'aws-cdk-lib/aws-lambda-event-sources';
import type { IQueue } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';
import type { PortLifecycle } from './port-lifecycle.ts';
import { type FunctionSettings, PortingFunction } from './porting-function.ts';
import { allowToListRuns, allowToSeeRuns } from './see-runs.ts';
import { Ticks } from './ticks.ts';
import type { Watch } from './watch.ts';
import { GivenUp } from './work-queue.ts';

type FollowUpProps = FunctionSettings & {
  readonly lifecycle: PortLifecycle;
  readonly mailQueue: IQueue;
  readonly erasureQueue: IQueue;
  readonly carrierReportQueue: IQueue;
  readonly publicationQueue: IQueue;
  readonly dueQueue: IQueue;
};

/** An entry that fails is left to the sweeper after these, since it holds up all that come after it. */
const relayTries = 5;

/** A sweep goes on where the last one ended, so it may take long and need not finish. */
const sweepTimeoutSeconds = 240;

/**
 * What follows from a change: the relay does it as history entries are written, the sweeper does every few minutes what
 * the relay left lying. Both start and wake the lifecycle, and put on their queues what has to be mailed or told.
 */
export class FollowUp extends Construct {
  readonly functions: readonly PortingFunction[];

  constructor(scope: Construct, props: FollowUpProps, watch: Watch) {
    super(scope, 'FollowUp');
    const {
      lifecycle,
      mailQueue,
      erasureQueue,
      carrierReportQueue,
      publicationQueue,
      dueQueue,
      ...settings
    } = props;
    const { stage } = settings;
    const { streamArn } = settings.records;

    const relay = new PortingFunction(this, {
      ...settings,
      edge: 'lifecycle/relay',
      description: 'Does what follows from a history entry',
      timeoutSeconds: 60,
    })
      .bindRecords(['read', 'update'])
      .bindStream(streamArn)
      .bindStart(lifecycle)
      .bindWake(lifecycle)
      .bindMailQueue(mailQueue)
      .bindErasures(erasureQueue)
      .bindCarrierReports(carrierReportQueue)
      .bindPublications(publicationQueue);
    const relayFailures = new GivenUp(this, 'RelayFailures', {
      watch,
      name: 'relay',
    }).queue;
    new EventSourceMapping(this, 'Entries', {
      target: relay.lambda,
      eventSourceArn: streamArn,
      startingPosition: StartingPosition.TRIM_HORIZON,
      batchSize: 10,
      retryAttempts: relayTries,
      maxRecordAge: Duration.hours(1),
      bisectBatchOnError: true,
      reportBatchItemFailures: true,
      onFailure: new SqsDlq(relayFailures),
      filters: [
        FilterCriteria.filter({
          eventName: FilterRule.isEqual('INSERT'),
          dynamodb: { NewImage: { entry: { S: FilterRule.exists() } } },
        }),
      ],
    });

    const sweep = new PortingFunction(this, {
      ...settings,
      edge: 'lifecycle/sweep',
      description: 'What stands, and what was left lying?',
      timeoutSeconds: sweepTimeoutSeconds,
    })
      .bindRecords(['read', 'update'], ['outbox', 'by-due', 'standing', 'desk'])
      .bindCalendar()
      .bindClock()
      .bindStart(lifecycle)
      .bindWake(lifecycle)
      .bindMailQueue(mailQueue)
      .bindErasures(erasureQueue)
      .bindCarrierReports(carrierReportQueue)
      .bindPublications(publicationQueue)
      .bindDueQueue(dueQueue);
    allowToSeeRuns(sweep, lifecycle);
    allowToListRuns(sweep, lifecycle);
    const sweepFailures = new GivenUp(this, 'SweepFailures', {
      watch,
      name: 'sweep',
    }).queue;
    new Ticks(this, 'Sweeps', {
      wakes: sweep,
      schedules: [{ id: 'Sweep', expression: stage.sweepExpression }],
      failures: sweepFailures,
    });
    this.functions = [relay, sweep];

    watch.measures('RelayAgeSeconds', undefined, {
      metric: relay.lambda.metric('IteratorAge'),
      divideBy: 1000,
    });
  }
}
