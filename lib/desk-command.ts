import { CfnOutput, Fn, Stack } from 'aws-cdk-lib';
import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import type { IQueue } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';
import { deskFunctionName } from '../functions/repair/desk-function.ts';
import type { PortLifecycle } from './port-lifecycle.ts';
import { type FunctionSettings, PortingFunction } from './porting-function.ts';
import { allowToSeeRuns } from './see-runs.ts';
import { GivenUp, WorkQueue } from './work-queue.ts';

type DeskCommandProps = FunctionSettings & {
  readonly lifecycle: PortLifecycle;
  readonly mailQueue: IQueue;
};

/** What the address of every queue of an account begins with: protocol, nothing, host, account. */
const partsOfBase = [0, 1, 2, 3] as const;

const baseOf = (queue: IQueue | undefined): string => {
  const parts = Fn.split('/', queue?.queueUrl ?? '');
  return Fn.join(
    '/',
    partsOfBase.map((index) => Fn.select(index, parts)),
  );
};

/**
 * What failed for good: to be counted, and put back to its queue or, where it has none, thrown away. The variable holds names, since
 * whole addresses would be more than an environment may hold.
 */
const bindQueues = (
  { lambda, role }: PortingFunction,
  work: readonly WorkQueue[],
  woken: readonly GivenUp[],
): void => {
  const queues = {
    base: baseOf(work[0]?.queue),
    work: Object.fromEntries(
      work.map(({ name, queue, deadLetters }) => [name, [queue.queueName, deadLetters.queueName]]),
    ),
    woken: Object.fromEntries(woken.map(({ name, queue }) => [name, queue.queueName])),
  };
  lambda.addEnvironment('DESK_QUEUES', Stack.of(lambda).toJsonString(queues));
  const allow = (actions: readonly string[], resources: readonly IQueue[]) =>
    role.addToPrincipalPolicy(
      new PolicyStatement({
        actions: [...actions],
        resources: resources.map(({ queueArn }) => queueArn),
      }),
    );
  allow(
    ['sqs:GetQueueAttributes', 'sqs:SendMessage'],
    work.map(({ queue }) => queue),
  );
  allow(
    ['sqs:DeleteMessage', 'sqs:GetQueueAttributes', 'sqs:ReceiveMessage'],
    [...work.map(({ deadLetters }) => deadLetters), ...woken.map(({ queue }) => queue)],
  );
};

/**
 * What operations repair with: one function, which nothing calls by itself. Whoever may invoke it may do all that it does, so that the
 * right to invoke it is the lock. Made after everything else: it finds the queues of its stack.
 */
export class DeskCommand extends Construct {
  readonly functions: readonly PortingFunction[];

  constructor(scope: Construct, props: DeskCommandProps) {
    super(scope, 'DeskCommand');
    const { lifecycle, mailQueue, ...settings } = props;
    const constructs = Stack.of(this).node.findAll();
    const desk = new PortingFunction(this, {
      ...settings,
      edge: 'repair/desk-command',
      description: 'Shows and mends what operations ask for: npm run desk',
      timeoutSeconds: 60,
      functionName: deskFunctionName(settings.stage.name),
    })
      .bindRecords(['read', 'delete'], ['outbox'])
      .bindCalendar()
      .bindStart(lifecycle)
      .bindMailQueue(mailQueue);
    allowToSeeRuns(desk, lifecycle);
    bindQueues(
      desk,
      constructs.filter((construct) => construct instanceof WorkQueue),
      constructs.filter((construct) => construct instanceof GivenUp),
    );
    this.functions = [desk];
    new CfnOutput(this, 'DeskFunctionName', { value: desk.lambda.functionName }).overrideLogicalId(
      'DeskFunctionName',
    );
  }
}
