import { SqsEventSource } from 'aws-cdk-lib/aws-lambda-event-sources';
import type { IQueue } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';
import { type FunctionSettings, PortingFunction } from './porting-function.ts';
import type { Watch } from './watch.ts';
import { WorkQueue } from './work-queue.ts';

const tries = 10;

/** What names a person goes out of everything that is kept beside an erased request. */
export class Erasure extends Construct {
  readonly queue: IQueue;
  readonly functions: readonly PortingFunction[];

  constructor(scope: Construct, settings: FunctionSettings, watch: Watch) {
    super(scope, 'Erasure');
    const waiting = new WorkQueue(this, 'Erasures', {
      watch,
      name: 'erasures',
      redeliverySeconds: settings.stage.redeliverySeconds,
      tries,
    });
    this.queue = waiting.queue;
    const erase = new PortingFunction(this, {
      ...settings,
      edge: 'erasure/erase-beside',
      description: 'Erases what is kept beside a request',
      timeoutSeconds: 60,
    })
      .bindRecords(['read', 'commit'])
      .bindMandates(['erase']);
    erase.lambda.addEventSource(
      new SqsEventSource(waiting.queue, { batchSize: 1, maxConcurrency: 2, reportBatchItemFailures: true }),
    );
    this.functions = [erase];
  }
}
