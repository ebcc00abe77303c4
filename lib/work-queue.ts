import { Duration, Validations } from 'aws-cdk-lib';
import { Queue, QueueEncryption } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';
import type { Watch } from './watch.ts';

/** What an alarm on a dead-letter queue says. */
export type DeadLetterAlarm = { readonly impact: string; readonly runbook: string };

const secure = { encryption: QueueEncryption.SQS_MANAGED, enforceSSL: true } as const;

/** The queue for what failed for good. Kept as long as a queue can, and somebody is called for the first message. */
export class DeadLetters extends Construct {
  readonly queue: Queue;

  constructor(
    scope: Construct,
    id: string,
    {
      watch,
      impact,
      runbook,
      inGroups = false,
    }: DeadLetterAlarm & { readonly watch: Watch; readonly inGroups?: boolean },
  ) {
    super(scope, id);
    this.queue = new Queue(this, 'Queue', {
      ...secure,
      ...(inGroups ? { fifo: true } : {}),
      retentionPeriod: Duration.days(14),
    });
    watch.alarm(`${id}Alarm`, {
      impact,
      runbook,
      metric: this.queue.metricApproximateNumberOfMessagesVisible({
        period: Duration.minutes(1),
        statistic: 'Maximum',
      }),
      threshold: 1,
    });
  }
}

/** Where a function or a schedule leaves what it could not do, without a queue before it. */
export class GivenUp extends DeadLetters {
  constructor(scope: Construct, id: string, props: DeadLetterAlarm & { readonly watch: Watch }) {
    super(scope, id, props);
    Validations.of(this.queue).acknowledge({
      id: 'AwsSolutions::AwsSolutions-SQS3',
      reason: 'It is the dead-letter queue of a function, which the rule does not see.',
    });
  }
}

type WorkQueueProps = DeadLetterAlarm & {
  readonly watch: Watch;
  /** How long a message is hidden while its worker is at it. */
  readonly redeliverySeconds: number;
  /** Tries before a message counts as failed for good. */
  readonly tries: number;
  /** Whether of each group of messages one at a time is handed out (FIFO); the others wait behind one that fails. */
  readonly inGroups?: boolean;
};

/** A queue of work with its dead letters. What we put into one ourselves holds ids and nothing about anybody. */
export class WorkQueue extends Construct {
  readonly queue: Queue;
  readonly deadLetters: Queue;

  constructor(scope: Construct, id: string, props: WorkQueueProps) {
    super(scope, id);
    const { watch, impact, runbook, redeliverySeconds, tries, inGroups = false } = props;
    const alarm = { watch, impact, runbook };
    this.deadLetters = new DeadLetters(this, `${id}DeadLetters`, { ...alarm, inGroups }).queue;
    this.queue = new Queue(this, 'Queue', {
      ...secure,
      ...(inGroups ? { fifo: true } : {}),
      retentionPeriod: Duration.days(4),
      visibilityTimeout: Duration.seconds(redeliverySeconds),
      deadLetterQueue: { queue: this.deadLetters, maxReceiveCount: tries },
    });
  }
}
