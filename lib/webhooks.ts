import { SqsEventSource } from 'aws-cdk-lib/aws-lambda-event-sources';
import type { IQueue } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';
import { type FunctionSettings, PortingFunction } from './porting-function.ts';
import { Ticks } from './ticks.ts';
import type { Watch } from './watch.ts';
import { GivenUp, WorkQueue } from './work-queue.ts';

/** Half an hour at the redelivery of production: all later events of the tenant wait that long behind one that fails. */
const publicationTries = 10;

/** Few: a lane that is lost here is due again, and found by the next look. */
const laneTries = 3;

/** Time for five receivers that take their ten seconds, and less than a worker holds a lane. */
const deliverTimeoutSeconds = 60;

/**
 * Receivers that are spoken to at once. More than thirty: from so many messages of one group under way on, or from a tenth of the
 * workers' time, SQS serves the other groups first. Each endpoint is a group.
 */
const deliverers = 40;

/** What tenants are told without asking: their feed of events, and the webhooks that are sent of it. */
export class Webhooks extends Construct {
  readonly publicationQueue: IQueue;
  readonly functions: readonly PortingFunction[];

  constructor(scope: Construct, settings: FunctionSettings, mailQueue: IQueue, watch: Watch) {
    super(scope, 'Webhooks');
    const { redeliverySeconds } = settings.stage;
    const publications = new WorkQueue(this, 'Publications', {
      watch,
      name: 'publications',
      redeliverySeconds,
      tries: publicationTries,
      // One writer for each feed: positions are given by adding at its end, so that two would only hold each other up.
      inGroups: true,
    });
    this.publicationQueue = publications.queue;
    const lanes = new WorkQueue(this, 'Lanes', {
      watch,
      name: 'webhooks',
      redeliverySeconds,
      tries: laneTries,
    });

    const publish = new PortingFunction(this, {
      ...settings,
      edge: 'events/publish',
      description: 'Adds a history entry to the feed of its tenant',
      timeoutSeconds: 30,
    })
      .bindRecords(['read', 'put', 'update'])
      .bindLanes(lanes.queue);
    publish.lambda.addEventSource(
      new SqsEventSource(publications.queue, {
        batchSize: 10,
        maxConcurrency: 10,
        reportBatchItemFailures: true,
      }),
    );

    const deliver = new PortingFunction(this, {
      ...settings,
      edge: 'webhooks/deliver',
      description: 'Sends a receiver what waits for it',
      timeoutSeconds: deliverTimeoutSeconds,
    })
      .bindRecords(['read', 'put', 'update', 'delete'])
      .bindClock()
      .bindWebhookKey()
      .bindReceivers()
      .bindLanes(lanes.queue)
      .bindMailQueue(mailQueue);
    deliver.lambda.addEventSource(
      // One at a time: a receiver that answers slowly holds up none that came with it. The queue is a fair one; a quiet endpoint may
      // still wait for one worker to be free.
      new SqsEventSource(lanes.queue, {
        batchSize: 1,
        maxConcurrency: deliverers,
        reportBatchItemFailures: true,
      }),
    );

    const sweep = new PortingFunction(this, {
      ...settings,
      edge: 'webhooks/sweep-lanes',
      description: 'Which webhooks are to be tried again?',
      timeoutSeconds: 60,
    })
      .bindRecords(['read'], ['webhook-due'])
      .bindLanes(lanes.queue);
    const failures = new GivenUp(this, 'LaneSweepFailures', {
      watch,
      name: 'sweep of webhooks',
    }).queue;
    new Ticks(this, 'Sweeps', {
      wakes: sweep,
      schedules: [{ id: 'SweepLanes', expression: 'rate(1 minute)' }],
      failures,
    });
    this.functions = [publish, deliver, sweep];
  }
}
