import { Duration, Validations } from 'aws-cdk-lib';
import { Queue, QueueEncryption } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';
import type { QueueName, WokenName } from '../operations/platform-metrics.ts';
import type { Watch } from './watch.ts';

const secure = { encryption: QueueEncryption.SQS_MANAGED, enforceSSL: true } as const;

type DeadLettersProps = {
  readonly watch: Watch;
  /** What is in them, by the name that alarms and dashboards have for it. */
  readonly name: QueueName | WokenName;
  readonly inGroups?: boolean;
};

/** The queue for what failed for good. Kept as long as a queue can, and an alarm says so of the first message. */
export class DeadLetters extends Construct {
  readonly name: QueueName | WokenName;
  readonly queue: Queue;

  constructor(scope: Construct, id: string, { watch, name, inGroups = false }: DeadLettersProps) {
    super(scope, id);
    this.name = name;
    this.queue = new Queue(this, 'Queue', {
      ...secure,
      ...(inGroups ? { fifo: true } : {}),
      retentionPeriod: Duration.days(14),
    });
    watch.measures('DeadLetters', name, { metric: this.queue.metricApproximateNumberOfMessagesVisible() });
  }
}

/** Where a function or a schedule leaves what it could not do, without a queue before it. */
export class GivenUp extends DeadLetters {
  constructor(scope: Construct, id: string, props: { readonly watch: Watch; readonly name: WokenName }) {
    super(scope, id, props);
    Validations.of(this.queue).acknowledge({
      id: 'AwsSolutions::AwsSolutions-SQS3',
      reason: 'It is the dead-letter queue of a function, which the rule does not see.',
    });
  }
}

type WorkQueueProps = {
  readonly watch: Watch;
  /** What is in it, by the name that alarms and dashboards have for it. */
  readonly name: QueueName;
  /** How long a message is hidden while its worker is at it. */
  readonly redeliverySeconds: number;
  /** Tries before a message counts as failed for good. */
  readonly tries: number;
  /** Whether of each group of messages one at a time is handed out (FIFO); the others wait behind one that fails. */
  readonly inGroups?: boolean;
};

/** A queue of work with its dead letters. What we put into one ourselves holds ids and nothing about anybody. */
export class WorkQueue extends Construct {
  readonly name: QueueName;
  readonly queue: Queue;
  readonly deadLetters: Queue;

  constructor(scope: Construct, id: string, props: WorkQueueProps) {
    super(scope, id);
    const { watch, name, redeliverySeconds, tries, inGroups = false } = props;
    this.name = name;
    this.deadLetters = new DeadLetters(this, `${id}DeadLetters`, { watch, name, inGroups }).queue;
    this.queue = new Queue(this, 'Queue', {
      ...secure,
      ...(inGroups ? { fifo: true } : {}),
      retentionPeriod: Duration.days(4),
      visibilityTimeout: Duration.seconds(redeliverySeconds),
      deadLetterQueue: { queue: this.deadLetters, maxReceiveCount: tries },
    });
    watch.measures('QueueMessagesWaiting', name, {
      metric: this.queue.metricApproximateNumberOfMessagesVisible(),
    });
    watch.measures('QueueOldestSeconds', name, { metric: this.queue.metricApproximateAgeOfOldestMessage() });
  }
}
